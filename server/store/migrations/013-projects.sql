-- Major construction projects: the register by year, gates, monthly investment, blockers, guarantees, evidence, words, published tables.

CREATE TABLE project (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);

-- One code of the online platform, one project, for good (政府投资条例 §10): of two who use it at once the key lets one win.
CREATE TABLE project_code (
  jurisdiction_id text NOT NULL,
  code            text NOT NULL CHECK (code <> ''),
  project_id      uuid NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code),
  FOREIGN KEY (jurisdiction_id, project_id) REFERENCES project (jurisdiction_id, id)
);

-- What the register says of a project in a year, whole each time, numbered from 1: the newest of a year counts, the others stay.
CREATE TABLE project_entry (
  jurisdiction_id   text NOT NULL,
  project_id        uuid NOT NULL,
  number            integer NOT NULL CHECK (number > 0),
  year              integer NOT NULL CHECK (year BETWEEN 1949 AND 2100),
  code              text,
  name              text NOT NULL CHECK (name <> ''),
  content           text NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('new', 'continuing', 'finishing', 'reserve')),
  field             text NOT NULL,
  levels            jsonb NOT NULL,
  -- ids of places; ownLevel (市本级) is one of its own
  place_ids         jsonb NOT NULL CHECK (jsonb_array_length(place_ids) > 0),
  owner_unit        text NOT NULL,
  lead_unit         text,
  -- in 亿元
  total             numeric CHECK (total >= 0 AND total <> 'NaN'),
  annual_plan       numeric CHECK (annual_plan >= 0 AND annual_plan <> 'NaN'),
  before_year       numeric CHECK (before_year >= 0 AND before_year <> 'NaN'),
  feasibility       numeric CHECK (feasibility >= 0 AND feasibility <> 'NaN'),
  design_estimate   numeric CHECK (design_estimate >= 0 AND design_estimate <> 'NaN'),
  financing         jsonb NOT NULL,
  government_funded boolean NOT NULL,
  lists             jsonb NOT NULL,
  approved_on       date,
  planned_on        jsonb NOT NULL,
  -- what was asked about it when it was entered, and how it was explained
  asked             jsonb NOT NULL,
  explanation       text NOT NULL,
  recorded_by       uuid,
  recorded_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, project_id, number),
  CHECK (jsonb_array_length(asked) = 0 OR explanation <> ''),
  FOREIGN KEY (jurisdiction_id, project_id) REFERENCES project (jurisdiction_id, id)
);
CREATE INDEX project_entry_year ON project_entry (jurisdiction_id, year, project_id, number DESC);

-- Days on which gates were passed, numbered from 1 without gaps; a row without a day takes the gate back.
CREATE TABLE project_gate (
  jurisdiction_id text NOT NULL,
  project_id      uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  gate            text NOT NULL CHECK (gate <> ''),
  passed_on       date,
  words           text NOT NULL,
  asked           jsonb NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, project_id, number),
  FOREIGN KEY (jurisdiction_id, project_id) REFERENCES project (jurisdiction_id, id)
);

-- Investment since January at the end of a month, with the picture of progress; a later number of the month replaces the one before.
CREATE TABLE project_investment (
  jurisdiction_id text NOT NULL,
  project_id      uuid NOT NULL,
  period_end      date NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  since_january   numeric NOT NULL CHECK (since_january >= 0 AND since_january <> 'NaN'),
  picture         text NOT NULL,
  physical        numeric CHECK (physical BETWEEN 0 AND 100),
  building        boolean NOT NULL,
  asked           jsonb NOT NULL,
  explanation     text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, project_id, period_end, number),
  CHECK (jsonb_array_length(asked) = 0 OR explanation <> ''),
  FOREIGN KEY (jurisdiction_id, project_id) REFERENCES project (jurisdiction_id, id)
);

CREATE TABLE project_blocker (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  project_id      uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('land', 'demolition', 'approval', 'money', 'energy', 'forest', 'pipeline',
                                                'contract', 'other')),
  words           text NOT NULL CHECK (words <> ''),
  raised_on       date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, project_id) REFERENCES project (jurisdiction_id, id)
);
CREATE INDEX project_blocker_project ON project_blocker (jurisdiction_id, project_id);

-- Moves of a blocker, numbered from 1 without gaps: of two people who move it at once the key lets one win.
CREATE TABLE project_blocker_event (
  jurisdiction_id text NOT NULL,
  blocker_id      uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('assign', 'reassign', 'solve', 'accept', 'sendBack', 'withdraw', 'reopen')),
  state           text NOT NULL CHECK (state IN ('assigned', 'solved', 'closed', 'withdrawn')),
  unit            text NOT NULL,
  due_on          date,
  words           text NOT NULL,
  happened_on     date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, blocker_id, number),
  CHECK (state <> 'assigned' OR (unit <> '' AND due_on IS NOT NULL)),
  FOREIGN KEY (jurisdiction_id, blocker_id) REFERENCES project_blocker (jurisdiction_id, id)
);

-- Land, forest, energy and money: what is asked for and what is granted (一项目一要素服务保障清单).
CREATE TABLE project_guarantee (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  project_id      uuid NOT NULL,
  factor          text NOT NULL CHECK (factor IN ('land', 'forest', 'energy', 'money')),
  kind            text NOT NULL CHECK (kind IN ('asked', 'granted')),
  day             date NOT NULL,
  amount          numeric NOT NULL CHECK (amount >= 0 AND amount <> 'NaN'),
  unit            text NOT NULL CHECK (unit <> ''),
  source          text NOT NULL CHECK (kind = 'asked' OR source <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, project_id) REFERENCES project (jurisdiction_id, id)
);
CREATE INDEX project_guarantee_project ON project_guarantee (jurisdiction_id, project_id);

-- What other eyes saw on a day: attendance, pictures, drones, satellites, spoil, inspectors.
CREATE TABLE project_evidence (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  project_id      uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('attendance', 'imagery', 'drone', 'satellite', 'spoil', 'inspection')),
  observed_on     date NOT NULL,
  activity        text NOT NULL CHECK (activity IN ('active', 'idle', 'unclear')),
  physical        numeric CHECK (physical BETWEEN 0 AND 100),
  source          text NOT NULL CHECK (source <> ''),
  words           text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, project_id) REFERENCES project (jurisdiction_id, id)
);
CREATE INDEX project_evidence_project ON project_evidence (jurisdiction_id, project_id);

-- Dated words of people beside the computed rate: risk, measure, next step, and how sure they are of the year's goal.
CREATE TABLE project_note (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  project_id      uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('risk', 'measure', 'next', 'confidence')),
  confidence      text CHECK (confidence IN ('sure', 'likely', 'doubtful')),
  words           text NOT NULL CHECK (words <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  CHECK ((kind = 'confidence') = (confidence IS NOT NULL)),
  FOREIGN KEY (jurisdiction_id, project_id) REFERENCES project (jurisdiction_id, id)
);
CREATE INDEX project_note_project ON project_note (jurisdiction_id, project_id);

-- Tables of projects as a document printed them, adopted by a person: each figure keeps its span.
CREATE TABLE project_table (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  document_id     uuid NOT NULL,
  caption         text NOT NULL,
  year            integer NOT NULL CHECK (year BETWEEN 1949 AND 2100),
  grouped_by      text NOT NULL CHECK (grouped_by IN ('field', 'place', 'stage', 'fundedField', 'fundedStage', 'fundedSource')),
  rows            jsonb NOT NULL,
  -- the contradictions that the person saw, and what was said about them
  asked           jsonb NOT NULL,
  explanation     text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, document_id, caption),
  CHECK (jsonb_array_length(asked) = 0 OR explanation <> ''),
  FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id)
);

-- The last act about projects: what was computed under another number is out of date.
CREATE INDEX audit_entry_project ON audit_entry (jurisdiction_id, number DESC) WHERE object_kind = 'project';

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['project', 'project_code', 'project_entry', 'project_gate', 'project_investment', 'project_blocker',
                              'project_blocker_event', 'project_guarantee', 'project_evidence', 'project_note', 'project_table']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
