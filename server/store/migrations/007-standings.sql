-- Standings: frozen formulas, rounds with what they were computed from, outcomes typed in with their source, and overruled verdicts.

-- A formula is never changed: a new version is a new row.
CREATE TABLE standing_formula (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              text NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{1,39}$'),
  version         integer NOT NULL CHECK (version > 0),
  body            jsonb NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id, version)
);

-- Outcomes that no report holds (a third party's score), or that do not apply to a member; the newest up to a day counts.
CREATE TABLE standing_fact (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  plan_id         uuid NOT NULL,
  ranked          text NOT NULL CHECK (ranked IN ('district', 'department', 'livelihood')),
  member_id       text NOT NULL,
  part_id         text NOT NULL,
  -- Null where the part does not apply to the member.
  value           numeric CHECK (value <> 'NaN'),
  base            numeric CHECK (base <> 'NaN'),
  -- Where the value comes from, or why the part does not apply.
  source          text NOT NULL CHECK (source <> ''),
  as_of           date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id)
);
CREATE INDEX standing_fact_plan ON standing_fact (jurisdiction_id, plan_id, ranked, recorded_at);

CREATE TABLE standing_round (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  name            text NOT NULL CHECK (name <> ''),
  plan_id         uuid NOT NULL,
  formula_id      text NOT NULL,
  version         integer NOT NULL,
  as_of           date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, formula_id, version) REFERENCES standing_formula (jurisdiction_id, id, version)
);

-- What a round was computed from and what came out, once and for all; the hash is over formula, day and every value.
CREATE TABLE standing_frozen (
  jurisdiction_id text NOT NULL,
  round_id        uuid NOT NULL,
  members         jsonb NOT NULL,
  standing        jsonb NOT NULL,
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, round_id),
  FOREIGN KEY (jurisdiction_id, round_id) REFERENCES standing_round (jurisdiction_id, id)
);

-- Moves of a round, numbered from 1 without gaps: of two people who move it from one state, the key lets one win.
CREATE TABLE standing_round_event (
  jurisdiction_id text NOT NULL,
  round_id        uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('draft', 'freeze', 'publish', 'withdraw')),
  state           text NOT NULL CHECK (state IN ('draft', 'frozen', 'published', 'withdrawn')),
  reason          text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, round_id, number),
  FOREIGN KEY (jurisdiction_id, round_id) REFERENCES standing_round (jurisdiction_id, id)
);

-- A verdict that a person overruled, or took back: both stay. Numbered by commitment, so that of two at once one wins.
CREATE TABLE verdict_override (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  commitment_id   uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  status          text NOT NULL CHECK (status IN ('achieved', 'onTrack', 'atRisk', 'behind', 'overdue', 'notDue', 'noJudgement')),
  -- What the rules said on that day.
  overruled       text NOT NULL CHECK (overruled IN ('achieved', 'onTrack', 'atRisk', 'behind', 'overdue', 'notDue', 'noJudgement')),
  reason          text NOT NULL CHECK (reason <> ''),
  starts_on       date NOT NULL,
  ends_on         date NOT NULL CHECK (ends_on >= starts_on),
  withdraws       uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, commitment_id, number),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, withdraws) REFERENCES verdict_override (jurisdiction_id, id)
);

ALTER TABLE plan_revision DROP CONSTRAINT plan_revision_act_check;
ALTER TABLE plan_revision ADD CONSTRAINT plan_revision_act_check
  CHECK (act IN ('decide', 'amend', 'report', 'overrule'));

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['standing_formula', 'standing_fact', 'standing_round', 'standing_frozen',
                              'standing_round_event', 'verdict_override']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
