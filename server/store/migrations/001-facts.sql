-- Facts are added, never edited. Every key begins with the jurisdiction, so rows can be spread over machines by it.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'facts are added, never changed: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE jurisdiction (
  jurisdiction_id text NOT NULL PRIMARY KEY CHECK (jurisdiction_id <> ''),
  name            text NOT NULL,
  name_en         text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE place (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              text NOT NULL,
  name            text NOT NULL,
  name_en         text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('district', 'county', 'zone', 'street')),
  position        integer NOT NULL,
  tile            jsonb,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);

-- Other names of one unit: 市住房局 and 市住房保障局 are counted together.
CREATE TABLE unit_alias (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  alias           text NOT NULL,
  name            text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, alias)
);

CREATE TABLE document (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  file_name       text NOT NULL,
  media_type      text NOT NULL,
  bytes           bytea NOT NULL,
  text            text NOT NULL,
  title           text NOT NULL,
  number          text NOT NULL,
  issuer          text NOT NULL,
  issued_on       date,
  kind            text NOT NULL,
  characters      integer NOT NULL,
  quantities      integer NOT NULL,
  tables          integer NOT NULL,
  findings        integer NOT NULL,
  headings        jsonb NOT NULL,
  checks          jsonb NOT NULL,
  unread          jsonb NOT NULL,
  -- The whole reading except its items, which are rows of their own.
  reading         jsonb NOT NULL,
  replaces        uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, sha256),
  FOREIGN KEY (jurisdiction_id, replaces) REFERENCES document (jurisdiction_id, id)
);
CREATE INDEX document_number ON document (jurisdiction_id, number, issued_on) WHERE number <> '';

CREATE TABLE item (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  document_id     uuid NOT NULL,
  position        integer NOT NULL,
  family          text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('target', 'result', 'task')),
  body            jsonb NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, document_id, position),
  FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id)
);

CREATE TABLE plan (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  year            integer NOT NULL CHECK (year BETWEEN 1949 AND 2100),
  title           text NOT NULL,
  starts_on       date NOT NULL,
  ends_on         date NOT NULL CHECK (ends_on >= starts_on),
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, year)
);

CREATE TABLE commitment (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  plan_id         uuid NOT NULL,
  position        integer NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('indicator', 'task', 'livelihood', 'project', 'budget', 'policy')),
  number          text NOT NULL,
  title           text NOT NULL,
  field           text NOT NULL,
  lead_unit       text,
  support_units   jsonb NOT NULL,
  official        text,
  starts_on       date NOT NULL,
  due_on          date NOT NULL,
  force           text CHECK (force IN ('binding', 'anticipatory')),
  targets         jsonb NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id)
);
CREATE INDEX commitment_plan ON commitment (jurisdiction_id, plan_id);

-- What a person decided on an item. The key holds the rule that an item is decided once.
CREATE TABLE decision (
  jurisdiction_id text NOT NULL,
  item_id         uuid NOT NULL,
  plan_id         uuid NOT NULL,
  decision        text NOT NULL CHECK (decision IN ('adopt', 'merge', 'reject')),
  commitment_id   uuid,
  reason          text NOT NULL CHECK (decision <> 'reject' OR reason <> ''),
  edit            jsonb,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, item_id),
  FOREIGN KEY (jurisdiction_id, item_id) REFERENCES item (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

-- Where a commitment is printed: one promise may stand in several documents.
CREATE TABLE commitment_source (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  commitment_id   uuid NOT NULL,
  document_id     uuid NOT NULL,
  item_id         uuid,
  metric          text NOT NULL,
  printed         text NOT NULL,
  span_start      integer NOT NULL,
  span_end        integer NOT NULL CHECK (span_end >= span_start),
  quote           text NOT NULL,
  -- What this printing adds to a commitment that was there before it; empty where it made the commitment.
  targets         jsonb NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, item_id) REFERENCES item (jurisdiction_id, id)
);
CREATE INDEX decision_plan ON decision (jurisdiction_id, plan_id);
CREATE INDEX commitment_source_commitment ON commitment_source (jurisdiction_id, commitment_id);

CREATE TABLE amendment (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  commitment_id   uuid NOT NULL,
  targets         jsonb NOT NULL,
  reason          text NOT NULL CHECK (reason <> ''),
  document_id     uuid,
  -- Judgements of earlier days keep the target that was in force then.
  effective_on    date NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id)
);
CREATE INDEX amendment_commitment ON amendment (jurisdiction_id, commitment_id);

CREATE TABLE observation (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  commitment_id   uuid NOT NULL,
  metric          text NOT NULL,
  place           text NOT NULL,
  period          text NOT NULL,
  period_start    date NOT NULL,
  period_end      date NOT NULL CHECK (period_end >= period_start),
  -- In the printed unit; a fall is negative. Null where the figure is a statement (提前完成).
  amount          numeric CHECK (amount <> 'NaN'),
  unit            text NOT NULL,
  statement       text NOT NULL,
  -- Growth of another series, kept because a target of this commitment is relative to it (快于经济增速).
  compares        boolean NOT NULL,
  nature          text NOT NULL CHECK (nature IN ('reported', 'preliminary', 'estimated', 'revised', 'final')),
  document_id     uuid,
  item_id         uuid,
  span_start      integer,
  span_end        integer,
  quote           text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, item_id) REFERENCES item (jurisdiction_id, id)
);
CREATE INDEX observation_commitment ON observation (jurisdiction_id, commitment_id);

-- One row for each act on a plan, numbered without gaps because acts on a plan take turns. What was worked out from the
-- facts may be kept while the number stays the same.
CREATE TABLE plan_revision (
  jurisdiction_id text NOT NULL,
  plan_id         uuid NOT NULL,
  number          integer NOT NULL,
  act             text NOT NULL CHECK (act IN ('decide', 'amend')),
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, plan_id, number),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['jurisdiction', 'place', 'unit_alias', 'document', 'item', 'plan', 'commitment',
                              'decision', 'commitment_source', 'amendment', 'observation', 'plan_revision']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
