-- Where a promise does not apply, and the steps that a unit takes towards one.

-- From a day on a line of a promise does not apply in a place, or applies again: numbered, the newest counts from its day on.
-- Of two who decide at once, the key lets one win.
CREATE TABLE commitment_applicability (
  jurisdiction_id text NOT NULL,
  commitment_id   uuid NOT NULL,
  metric          text NOT NULL,
  place_id        text NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  applies         boolean NOT NULL,
  reason          text NOT NULL CHECK (reason <> ''),
  starts_on       date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, commitment_id, metric, place_id, number),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, place_id) REFERENCES place (jurisdiction_id, id)
);

-- A part of a promise with a unit and a day of its own, one level deep.
CREATE TABLE commitment_step (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  commitment_id   uuid NOT NULL,
  title           text NOT NULL CHECK (title <> ''),
  unit            text NOT NULL CHECK (unit <> ''),
  due_on          date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE INDEX step_of_commitment ON commitment_step (jurisdiction_id, commitment_id);

-- What happened to a step: done, dropped, taken up again, or given another day; numbered, so that of two one wins.
CREATE TABLE commitment_step_event (
  jurisdiction_id text NOT NULL,
  step_id         uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('finish', 'drop', 'reopen', 'postpone')),
  words           text NOT NULL,
  -- The new day of a postponed step.
  due_on          date,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, step_id, number),
  FOREIGN KEY (jurisdiction_id, step_id) REFERENCES commitment_step (jurisdiction_id, id),
  CHECK ((action = 'postpone') = (due_on IS NOT NULL)),
  CHECK (action = 'finish' OR words <> '')
);

ALTER TABLE plan_revision DROP CONSTRAINT plan_revision_act_check;
ALTER TABLE plan_revision ADD CONSTRAINT plan_revision_act_check
  CHECK (act IN ('decide', 'amend', 'report', 'overrule', 'assign', 'close', 'carry', 'apply'));

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['commitment_applicability', 'commitment_step', 'commitment_step_event']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
