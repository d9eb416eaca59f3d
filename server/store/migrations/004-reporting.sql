-- Reports: who said which figure for which period, what became of it, and drafts on their way.

-- One report a promise, place and period; what happens to it is in report_event.
CREATE TABLE report (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  commitment_id   uuid NOT NULL,
  -- Empty for the whole jurisdiction.
  place_id        text NOT NULL,
  period          text NOT NULL,
  period_start    date NOT NULL,
  period_end      date NOT NULL CHECK (period_end >= period_start),
  due_on          date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, commitment_id, place_id, period),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

-- Moves of a report, numbered from 1 without gaps: of two people who move it from one state, the key lets one win.
CREATE TABLE report_event (
  jurisdiction_id text NOT NULL,
  report_id       uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('submit', 'recall', 'accept', 'return', 'verify', 'sendBack', 'lock', 'correct')),
  state           text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted', 'verified', 'locked')),
  reason          text NOT NULL CHECK (action NOT IN ('return', 'sendBack', 'correct') OR reason <> ''),
  -- When the request reached the server: it decides lateness, however long the transaction took.
  received_at     timestamptz NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, report_id, number),
  FOREIGN KEY (jurisdiction_id, report_id) REFERENCES report (jurisdiction_id, id)
);

-- Figures of one submission or correction; a later submission has its own, the earlier ones stay.
CREATE TABLE report_figure (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  report_id       uuid NOT NULL,
  event_number    integer NOT NULL,
  metric          text NOT NULL,
  -- As it was typed, and what it is in the unit that is asked for.
  typed           text NOT NULL,
  amount          numeric CHECK (amount <> 'NaN'),
  unit            text NOT NULL,
  statement       text NOT NULL,
  nature          text NOT NULL CHECK (nature IN ('reported', 'preliminary', 'estimated', 'revised', 'final')),
  corrects        uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, report_id, event_number, metric),
  -- A figure is corrected once; then its correction is.
  UNIQUE (jurisdiction_id, corrects),
  FOREIGN KEY (jurisdiction_id, report_id, event_number) REFERENCES report_event (jurisdiction_id, report_id, number),
  FOREIGN KEY (jurisdiction_id, corrects) REFERENCES report_figure (jurisdiction_id, id)
);

-- What is being typed: not a fact, replaced as it is typed. The version tells two tabs apart.
CREATE TABLE report_draft (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  commitment_id   uuid NOT NULL,
  place_id        text NOT NULL,
  period          text NOT NULL,
  metric          text NOT NULL,
  value           text NOT NULL,
  unit            text NOT NULL,
  statement       text NOT NULL,
  version         integer NOT NULL CHECK (version > 0),
  saved_by        uuid,
  saved_at        timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id, place_id, period, metric)
) WITH (fillfactor = 70);

-- A verified figure leads back to its report.
ALTER TABLE observation ADD COLUMN report_id uuid;
ALTER TABLE observation ADD FOREIGN KEY (jurisdiction_id, report_id) REFERENCES report (jurisdiction_id, id);

ALTER TABLE plan_revision DROP CONSTRAINT plan_revision_act_check;
ALTER TABLE plan_revision ADD CONSTRAINT plan_revision_act_check CHECK (act IN ('decide', 'amend', 'report'));

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['report', 'report_event', 'report_figure']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;

GRANT UPDATE, DELETE ON report_draft TO bihuan_app;
