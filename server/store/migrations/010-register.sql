-- The register of enterprises: who they are, their figures year by year, certificates, consent, awards, and the imports that
-- brought them. An enterprise is known by its credit code (GB 32100-2015). The tables that an import fills by the million have
-- no foreign keys of their own: the import writes both sides in one transaction.

-- Where a fact stands in the arrays of figures: a place is given once and never changes.
CREATE TABLE register_fact (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  position        integer NOT NULL CHECK (position > 0),
  name            text NOT NULL CHECK (name <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, position),
  UNIQUE (jurisdiction_id, name)
);

CREATE TABLE register_import (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  file_name       text NOT NULL,
  sha256          text NOT NULL,
  bytes           bigint NOT NULL,
  -- The year of the figures, where the file has no column of its own.
  year            integer NOT NULL CHECK (year BETWEEN 1949 AND 2200),
  -- Who keeps these data and gave them.
  source          text NOT NULL CHECK (source <> ''),
  -- On what ground they may be used (PIPL art. 13): a duty by law, consent, or made public lawfully.
  basis           text NOT NULL CHECK (basis IN ('duty', 'consent', 'public')),
  purposes        text[] NOT NULL,
  -- Until when the firms of a consent import allowed it, and the paper that says so.
  consent_until   date,
  proof           text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  CHECK (basis <> 'consent' OR (consent_until IS NOT NULL AND proof <> ''))
);
CREATE INDEX register_import_bytes ON register_import (jurisdiction_id, sha256);

-- What became of an import: done with its counts, or refused with the reason. One end each.
CREATE TABLE register_import_end (
  jurisdiction_id text NOT NULL,
  import_id       uuid NOT NULL,
  state           text NOT NULL CHECK (state IN ('done', 'refused')),
  total           integer NOT NULL,
  accepted        integer NOT NULL,
  rejected        integer NOT NULL,
  enterprises     integer NOT NULL,
  -- Rows whose figures were new, changed what was known, or said the same again.
  added           integer NOT NULL,
  changed         integer NOT NULL,
  unchanged       integer NOT NULL,
  -- Headings that no fact answers to: named, and not taken.
  unknown_columns text[] NOT NULL,
  problem         text NOT NULL,
  params          jsonb NOT NULL,
  milliseconds    integer NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, import_id),
  CHECK (accepted + rejected = total),
  FOREIGN KEY (jurisdiction_id, import_id) REFERENCES register_import (jurisdiction_id, id)
);

-- Rows that were not taken, as they stood (personal columns masked), with every bad cell.
CREATE TABLE register_rejected (
  jurisdiction_id text NOT NULL,
  import_id       uuid NOT NULL,
  number          integer NOT NULL,
  sheet           text NOT NULL,
  line            integer NOT NULL,
  cells           text[] NOT NULL,
  faults          jsonb NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, import_id, number)
);

-- Name and place, whole each time, numbered from 1: the newest counts.
CREATE TABLE enterprise (
  jurisdiction_id text NOT NULL,
  code            text COLLATE "C" NOT NULL CHECK (length(code) = 18),
  number          integer NOT NULL CHECK (number > 0),
  name            text NOT NULL CHECK (name <> ''),
  place_id        text NOT NULL,
  import_id       uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code, number)
);

-- Figures of one year, all that is known of it each time: number n names the one it changes, n - 1.
CREATE TABLE enterprise_figures (
  jurisdiction_id text NOT NULL,
  code            text COLLATE "C" NOT NULL,
  year            integer NOT NULL CHECK (year BETWEEN 1949 AND 2200),
  number          integer NOT NULL CHECK (number > 0),
  replaces        integer CHECK (replaces = number - 1),
  -- By the position of register_fact; money in 分, days since 1970-01-01, flags 0 and 1; null is not known.
  figures         bigint[] NOT NULL,
  import_id       uuid,
  line            integer NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code, year, number),
  CHECK ((replaces IS NULL) = (number = 1))
);

-- Personal data of the legal representative, apart from everything that lists read.
CREATE TABLE enterprise_contact (
  jurisdiction_id text NOT NULL,
  code            text COLLATE "C" NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  representative  text NOT NULL,
  phone           text NOT NULL,
  id_number       text NOT NULL,
  import_id       uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code, number)
);

-- Certificates with their days; a corrected or withdrawn one has the next number.
CREATE TABLE enterprise_certificate (
  jurisdiction_id text NOT NULL,
  code            text COLLATE "C" NOT NULL,
  kind            text NOT NULL,
  starts_on       date NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  -- Null where it does not end.
  ends_on         date CHECK (ends_on >= starts_on),
  certificate     text NOT NULL,
  withdrawn       boolean NOT NULL,
  import_id       uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code, kind, starts_on, number)
);

-- What a firm allowed or took back: which groups of figures for which purposes, until when; the newest counts for each pair.
CREATE TABLE enterprise_consent (
  jurisdiction_id text NOT NULL,
  code            text COLLATE "C" NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('give', 'withdraw')),
  groups          text[] NOT NULL CHECK (cardinality(groups) > 0),
  purposes        text[] NOT NULL CHECK (cardinality(purposes) > 0),
  until_day       date,
  -- Who said it, by post, and on which paper.
  given_by        text NOT NULL CHECK (given_by <> ''),
  proof           text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code, number),
  CHECK (action <> 'give' OR until_day IS NOT NULL)
);

-- Which account acts for a firm; the newest counts, one without an account ends it.
CREATE TABLE enterprise_holder (
  jurisdiction_id text NOT NULL,
  code            text COLLATE "C" NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  account_id      uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code, number),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);
CREATE INDEX enterprise_holder_account ON enterprise_holder (jurisdiction_id, account_id);

-- What has been paid, as far as clauses ask: once, this year under a limit, so far in a group. A reversal is negative.
CREATE TABLE enterprise_award (
  jurisdiction_id text NOT NULL,
  code            text COLLATE "C" NOT NULL,
  clause_id       text NOT NULL,
  year            integer NOT NULL CHECK (year BETWEEN 1949 AND 2200),
  batch           text NOT NULL,
  once_key        text NOT NULL,
  year_key        text NOT NULL,
  group_key       text NOT NULL,
  fen             bigint NOT NULL,
  awarded_on      date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code, clause_id, year, batch)
);

-- What changed, numbered without gaps: what is kept in memory is renewed from here. Without a code, much changed at once.
CREATE TABLE register_change (
  jurisdiction_id text NOT NULL,
  number          bigint NOT NULL CHECK (number > 0),
  code            text COLLATE "C",
  what            text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, number)
);

-- Made from the facts above for lists and search, and made again where it is lost: no fact of its own. -1 is not known.
CREATE TABLE enterprise_current (
  jurisdiction_id text NOT NULL,
  code            text COLLATE "C" NOT NULL,
  name            text COLLATE "C" NOT NULL,
  place_id        text NOT NULL,
  detail          integer NOT NULL,
  year            integer NOT NULL,
  industry        integer NOT NULL,
  employees       bigint NOT NULL,
  revenue         bigint NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code)
);
CREATE INDEX enterprise_current_name ON enterprise_current (jurisdiction_id, name, code);
CREATE INDEX enterprise_current_revenue ON enterprise_current (jurisdiction_id, revenue, code);
CREATE INDEX enterprise_current_employees ON enterprise_current (jurisdiction_id, employees, code);
GRANT UPDATE, DELETE ON enterprise_current TO bihuan_app;

-- What is newly said on top of what was known; what is not said stays.
CREATE FUNCTION overlaid_figures(newer bigint[], older bigint[]) RETURNS bigint[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT array_agg(coalesce(n, o) ORDER BY place) FROM unnest(newer, older) WITH ORDINALITY AS both_of(n, o, place) $$;

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['register_fact', 'register_import', 'register_import_end', 'register_rejected', 'enterprise',
                              'enterprise_figures', 'enterprise_contact', 'enterprise_certificate', 'enterprise_consent',
                              'enterprise_holder', 'enterprise_award', 'register_change']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
