-- Who answers for a promise after it was adopted, closing a year's plan, and what of it goes on into the next one.

-- Owners as they were given later, whole each time, numbered from 1: the newest counts, what was adopted and the others stay.
-- Of two who give at once, the key lets one win.
CREATE TABLE commitment_owner (
  jurisdiction_id text NOT NULL,
  commitment_id   uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  -- One act over a whole list.
  batch_id        uuid NOT NULL,
  lead_unit       text,
  support_units   jsonb NOT NULL,
  official        text,
  -- 专班, 领导小组; empty where there is none.
  task_force      text NOT NULL,
  reason          text NOT NULL CHECK (reason <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, commitment_id, number),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

-- Commitments with the owners they have now: what permissions and addressees are read from.
CREATE VIEW commitment_now AS
SELECT commitment.jurisdiction_id, commitment.plan_id, commitment.id, commitment.kind, commitment.number, commitment.title,
       CASE WHEN given.number IS NULL THEN commitment.lead_unit ELSE given.lead_unit END AS lead_unit,
       coalesce(given.support_units, commitment.support_units) AS support_units
FROM commitment
LEFT JOIN LATERAL (
  SELECT number, lead_unit, support_units FROM commitment_owner AS owner
  WHERE owner.jurisdiction_id = commitment.jurisdiction_id AND owner.commitment_id = commitment.id
  ORDER BY number DESC LIMIT 1) AS given ON true;

-- A year's plan is closed once: afterwards its targets and owners stay as they are.
CREATE TABLE plan_close (
  jurisdiction_id text NOT NULL,
  plan_id         uuid NOT NULL,
  words           text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, plan_id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id)
);

-- What was decided about going on with a promise in the next year's plan: once each.
CREATE TABLE commitment_carried (
  jurisdiction_id text NOT NULL,
  commitment_id   uuid NOT NULL,
  decision        text NOT NULL CHECK (decision IN ('adopt', 'drop')),
  next_id         uuid,
  reason          text NOT NULL CHECK (decision = 'adopt' OR reason <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, commitment_id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, next_id) REFERENCES commitment (jurisdiction_id, id),
  CHECK ((decision = 'adopt') = (next_id IS NOT NULL))
);

ALTER TABLE plan_revision DROP CONSTRAINT plan_revision_act_check;
ALTER TABLE plan_revision ADD CONSTRAINT plan_revision_act_check
  CHECK (act IN ('decide', 'amend', 'report', 'overrule', 'assign', 'close', 'carry'));

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['commitment_owner', 'plan_close', 'commitment_carried']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
