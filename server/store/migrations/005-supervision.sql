-- Supervision: notices and inspections, what happened to each, and who may inspect.

-- A notice about one promise, one site, or a matter of its own; what happens to it is in notice_event.
CREATE TABLE notice (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  title           text NOT NULL CHECK (title <> ''),
  commitment_id   uuid,
  site_id         uuid,
  -- Empty for the whole jurisdiction.
  place_id        text NOT NULL,
  -- The unit that must answer, under its own name; empty where the place itself must.
  unit            text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE INDEX notice_commitment ON notice (jurisdiction_id, commitment_id);

-- Moves of a notice, numbered from 1 without gaps: of two people who move it from one state, the key lets one win.
CREATE TABLE notice_event (
  jurisdiction_id text NOT NULL,
  notice_id       uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('issue', 'answer', 'acceptAnswer', 'refuseAnswer', 'requestExtension',
                    'grantExtension', 'refuseExtension', 'raise', 'closeOut', 'reopen', 'withdraw')),
  state           text NOT NULL CHECK (state IN ('draft', 'issued', 'answered', 'accepted', 'closed', 'withdrawn')),
  -- As the notice stands after the move.
  grade           text NOT NULL CHECK (grade IN ('reminder', 'order', 'listed')),
  reasons         jsonb NOT NULL,
  answer_by       date NOT NULL,
  remedy_by       date NOT NULL CHECK (remedy_by >= answer_by),
  -- What was written with the move: the answer, the reason, the request.
  words           text NOT NULL,
  -- Document or decision by which a leader approved.
  approval        text NOT NULL,
  extend_to       date,
  -- The day in Asia/Shanghai on which the server received it, and the moment.
  received_on     date NOT NULL,
  received_at     timestamptz NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, notice_id, number),
  FOREIGN KEY (jurisdiction_id, notice_id) REFERENCES notice (jurisdiction_id, id)
);

-- Files given with an answer.
CREATE TABLE notice_evidence (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  notice_id       uuid NOT NULL,
  file_name       text NOT NULL,
  media_type      text NOT NULL,
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes           bytea NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, notice_id) REFERENCES notice (jurisdiction_id, id)
);
CREATE INDEX notice_evidence_notice ON notice_evidence (jurisdiction_id, notice_id);

CREATE TABLE inspection (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('general', 'special', 'event', 'routine', 'lead')),
  methods         jsonb NOT NULL,
  subject         text NOT NULL CHECK (subject <> ''),
  place_id        text NOT NULL,
  unit            text NOT NULL,
  -- The body that inspects.
  by_unit         text NOT NULL,
  starts_on       date NOT NULL,
  ends_on         date NOT NULL CHECK (ends_on >= starts_on),
  commitment_ids  jsonb NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX inspection_unit ON inspection (jurisdiction_id, unit, starts_on);

CREATE TABLE inspection_event (
  jurisdiction_id text NOT NULL,
  inspection_id   uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('plan', 'approve', 'begin', 'conclude', 'feedBack', 'object', 'review',
                    'orderRectification', 'acceptRectification', 'close', 'cancel')),
  state           text NOT NULL CHECK (state IN ('planned', 'approved', 'underway', 'concluded', 'fedBack', 'objected',
                    'reviewed', 'rectifying', 'closed', 'cancelled')),
  -- Members of the team from this move on.
  team            jsonb NOT NULL,
  words           text NOT NULL,
  approval        text NOT NULL,
  received_on     date NOT NULL,
  received_at     timestamptz NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, inspection_id, number),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id)
);

CREATE TABLE inspection_finding (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  inspection_id   uuid NOT NULL,
  commitment_id   uuid,
  method          text NOT NULL,
  -- What was found: as reported, not as reported, or not to be decided.
  outcome         text NOT NULL CHECK (outcome IN ('confirmed', 'contradicted', 'undecided')),
  words           text NOT NULL CHECK (words <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE INDEX inspection_finding_inspection ON inspection_finding (jurisdiction_id, inspection_id);

-- The inspectors' pool: the newest row of an account counts.
CREATE TABLE inspector (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  account_id      uuid NOT NULL,
  fields          jsonb NOT NULL,
  -- Posts held in units, and units in which an interest was declared: reasons to stand aside.
  services        jsonb NOT NULL,
  interests       jsonb NOT NULL,
  starts_on       date NOT NULL,
  ends_on         date CHECK (ends_on >= starts_on),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);
CREATE INDEX inspector_account ON inspector (jurisdiction_id, account_id, recorded_at);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['notice', 'notice_event', 'notice_evidence', 'inspection', 'inspection_event',
                              'inspection_finding', 'inspector']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
