-- Inspections as they are carried out: the yearly plan, days, team, exceptions, evidence, rectification; and a person's words beside a
-- promise: comments, confidence, names for days. The inspection itself, its moves, findings and pool stand in 005.

-- An inspection of a yearly plan; outside of one it is approved by itself.
ALTER TABLE inspection ADD COLUMN plan_year integer CHECK (plan_year BETWEEN 2000 AND 2100);
-- What the team must know about.
ALTER TABLE inspection ADD COLUMN field text NOT NULL DEFAULT '';
-- Unannounced (暗访): the unit learns of it with the conclusion.
ALTER TABLE inspection ADD COLUMN unannounced boolean NOT NULL DEFAULT false;
-- §7: the document by which the government assigned a department; null where the office itself inspects.
ALTER TABLE inspection ADD COLUMN assignment text;
-- What the unit is to lay ready: the lines of the list of papers.
ALTER TABLE inspection ADD COLUMN papers jsonb NOT NULL DEFAULT '[]';
ALTER TABLE inspection ALTER COLUMN field DROP DEFAULT;
ALTER TABLE inspection ALTER COLUMN papers DROP DEFAULT;
CREATE INDEX inspection_plan_year ON inspection (jurisdiction_id, plan_year);

-- The day on which the unit received a conclusion, the last day of a rectification, what a review decided.
ALTER TABLE inspection_event ADD COLUMN unit_received_on date;
ALTER TABLE inspection_event ADD COLUMN due_on date;
ALTER TABLE inspection_event ADD COLUMN decision text CHECK (decision IN ('upheld', 'changed'));

-- A second look while it is rectified.
ALTER TABLE inspection_finding ADD COLUMN again boolean NOT NULL DEFAULT false;

ALTER TABLE inspector ADD COLUMN certificate text NOT NULL DEFAULT '';
ALTER TABLE inspector ADD COLUMN certificate_until date;
ALTER TABLE inspector ALTER COLUMN certificate DROP DEFAULT;

-- What was arranged before an inspection begins; the newest row of a kind counts. days: first and last day. team: accounts.
-- exception: why a clash with these inspections is borne (§15), and who approved that.
CREATE TABLE inspection_arrangement (
  jurisdiction_id text NOT NULL,
  inspection_id   uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  what            text NOT NULL CHECK (what IN ('days', 'team', 'exception')),
  starts_on       date,
  ends_on         date CHECK (ends_on >= starts_on),
  members         jsonb NOT NULL,
  with_ids        jsonb NOT NULL,
  reason          text NOT NULL,
  approval        text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, inspection_id, number),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id)
);

-- Files: what the team found, and what the unit laid ready or sent with its rectification.
CREATE TABLE inspection_evidence (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  inspection_id   uuid NOT NULL,
  -- Line of the list of papers, from 1; null for anything else.
  paper           integer CHECK (paper > 0),
  side            text NOT NULL CHECK (side IN ('team', 'unit')),
  file_name       text NOT NULL,
  media_type      text NOT NULL,
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes           bytea NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id)
);
CREATE INDEX inspection_evidence_inspection ON inspection_evidence (jurisdiction_id, inspection_id);

-- What the unit reports of its rectification.
CREATE TABLE inspection_answer (
  jurisdiction_id text NOT NULL,
  inspection_id   uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  words           text NOT NULL CHECK (words <> ''),
  received_on     date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, inspection_id, number),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id)
);

-- Moves of the yearly plan, numbered from 1 without gaps; each holds the inspections, with their days, that it is about.
CREATE TABLE inspection_year (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  year            integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('submit', 'approve', 'return')),
  state           text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved')),
  lines           jsonb NOT NULL,
  words           text NOT NULL,
  approval        text NOT NULL,
  received_on     date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, year, number)
);

CREATE TABLE commitment_comment (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  commitment_id   uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('progress', 'risk', 'measure', 'nextStep', 'request')),
  words           text NOT NULL CHECK (words <> ''),
  -- The day in Asia/Shanghai on which the server received it.
  said_on         date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE INDEX commitment_comment_commitment ON commitment_comment (jurisdiction_id, commitment_id, recorded_at);

-- A comment is closed once.
CREATE TABLE commitment_comment_end (
  jurisdiction_id text NOT NULL,
  comment_id      uuid NOT NULL,
  words           text NOT NULL CHECK (words <> ''),
  closed_on       date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, comment_id),
  FOREIGN KEY (jurisdiction_id, comment_id) REFERENCES commitment_comment (jurisdiction_id, id)
);

-- How sure the lead unit is: each word a row, the last one up to a day counts.
CREATE TABLE commitment_confidence (
  jurisdiction_id text NOT NULL,
  commitment_id   uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  word            text NOT NULL CHECK (word IN ('secured', 'reachable', 'needsHelp', 'doubtful')),
  note            text NOT NULL,
  said_on         date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, commitment_id, number),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

-- Names for days of knowledge; the newest row of a name counts, one without a day takes the name back.
CREATE TABLE named_day (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  name            text NOT NULL CHECK (name <> ''),
  number          integer NOT NULL CHECK (number > 0),
  day             date,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, name, number)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['inspection_arrangement', 'inspection_evidence', 'inspection_answer', 'inspection_year',
                              'commitment_comment', 'commitment_comment_end', 'commitment_confidence', 'named_day']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
