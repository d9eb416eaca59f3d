-- Awards: batches that need no application, claims, what was awarded and paid, the ledger, pushes, and firms being nurtured.
-- A subject is named by its unified social credit code, whatever register it came from.

-- A batch: what the rules of one day pay over the whole register. What happens to it is in award_batch_event.
CREATE TABLE award_batch (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  -- The day whose clauses and facts it was computed with.
  day             date NOT NULL,
  -- The unit that leads its clauses; empty where it holds those of every unit.
  unit            text NOT NULL,
  rule_set_hash   text NOT NULL CHECK (rule_set_hash <> ''),
  -- Subjects that were looked at.
  subjects        integer NOT NULL CHECK (subjects >= 0),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);

CREATE TABLE award_batch_event (
  jurisdiction_id text NOT NULL,
  batch_id        uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('propose', 'review', 'approve', 'pay', 'sendBack', 'withdraw')),
  state           text NOT NULL CHECK (state IN ('draft', 'reviewed', 'approved', 'paid', 'withdrawn')),
  words           text NOT NULL,
  -- The days on which the list is shown to the public; set when it is approved.
  notice_from     date,
  notice_to       date CHECK (notice_to >= notice_from),
  received_at     timestamptz NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, batch_id, number),
  FOREIGN KEY (jurisdiction_id, batch_id) REFERENCES award_batch (jurisdiction_id, id)
);

-- What the batch found for a subject and a clause: it pays, another clause of the group pays instead, or it was paid before.
CREATE TABLE award_line (
  jurisdiction_id text NOT NULL,
  batch_id        uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  subject         text NOT NULL CHECK (subject <> ''),
  subject_name    text NOT NULL,
  place_id        text NOT NULL,
  clause_id       text NOT NULL,
  area            text NOT NULL,
  -- 分
  amount          bigint NOT NULL CHECK (amount > 0),
  outcome         text NOT NULL CHECK (outcome IN ('pays', 'beaten', 'held')),
  beaten_by       text CHECK ((outcome = 'beaten') = (beaten_by IS NOT NULL)),
  key             text NOT NULL CHECK (key <> ''),
  -- The logged decision: rules, facts and answer for this subject.
  decision_id     uuid NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, batch_id, number),
  FOREIGN KEY (jurisdiction_id, batch_id) REFERENCES award_batch (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, decision_id) REFERENCES policy_decision (jurisdiction_id, id)
);
CREATE INDEX award_line_subject ON award_line (jurisdiction_id, subject);

-- Subjects that a clause could not decide, together where the same facts are missing. Nothing of this is ever paid.
CREATE TABLE award_gap (
  jurisdiction_id text NOT NULL,
  batch_id        uuid NOT NULL,
  clause_id       text NOT NULL,
  -- Names of facts, sorted, by spaces.
  missing         text NOT NULL CHECK (missing <> ''),
  subjects        integer NOT NULL CHECK (subjects > 0),
  examples        jsonb NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, batch_id, clause_id, missing),
  FOREIGN KEY (jurisdiction_id, batch_id) REFERENCES award_batch (jurisdiction_id, id)
);

-- A line that a person took out before the batch was approved.
CREATE TABLE award_removal (
  jurisdiction_id text NOT NULL,
  batch_id        uuid NOT NULL,
  line            integer NOT NULL,
  reason          text NOT NULL CHECK (length(reason) > 1),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, batch_id, line),
  FOREIGN KEY (jurisdiction_id, batch_id, line) REFERENCES award_line (jurisdiction_id, batch_id, number)
);

-- What somebody said against a line while the list was public, and what became of it.
CREATE TABLE award_objection (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  batch_id        uuid NOT NULL,
  line            integer NOT NULL,
  words           text NOT NULL CHECK (length(words) > 1),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, batch_id, line) REFERENCES award_line (jurisdiction_id, batch_id, number)
);
CREATE INDEX award_objection_batch ON award_objection (jurisdiction_id, batch_id);

CREATE TABLE award_objection_answer (
  jurisdiction_id text NOT NULL,
  objection_id    uuid NOT NULL,
  upheld          boolean NOT NULL,
  words           text NOT NULL CHECK (length(words) > 1),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, objection_id),
  FOREIGN KEY (jurisdiction_id, objection_id) REFERENCES award_objection (jurisdiction_id, id)
);

-- A claim: an enterprise asks where it must. What happens to it is in claim_event.
CREATE TABLE claim (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  subject         text NOT NULL CHECK (subject <> ''),
  subject_name    text NOT NULL,
  place_id        text NOT NULL,
  clause_id       text NOT NULL,
  -- The unit that leads the clause.
  unit            text NOT NULL,
  -- The account that makes it.
  owner_id        uuid NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, owner_id) REFERENCES account (jurisdiction_id, id)
);
CREATE INDEX claim_subject ON claim (jurisdiction_id, subject);

CREATE TABLE claim_event (
  jurisdiction_id text NOT NULL,
  claim_id        uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('submit', 'askBack', 'accept', 'award', 'refuse', 'withdraw')),
  state           text NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted', 'awarded', 'refused', 'withdrawn')),
  words           text NOT NULL,
  -- 分: what was decided on.
  amount          bigint CHECK (amount > 0),
  -- What the rules said to it, in both languages, with the hash of the rules; written when it is sent and decided.
  answer          jsonb,
  rule_set_hash   text NOT NULL,
  -- The last day for the next step; null where nothing is due.
  due_on          date,
  received_at     timestamptz NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, claim_id, number),
  FOREIGN KEY (jurisdiction_id, claim_id) REFERENCES claim (jurisdiction_id, id)
);

-- Facts that the enterprise gave with a submission, as typed and as understood.
CREATE TABLE claim_fact (
  jurisdiction_id text NOT NULL,
  claim_id        uuid NOT NULL,
  event_number    integer NOT NULL,
  fact            text NOT NULL,
  typed           text NOT NULL,
  value           jsonb NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, claim_id, event_number, fact),
  FOREIGN KEY (jurisdiction_id, claim_id, event_number) REFERENCES claim_event (jurisdiction_id, claim_id, number)
);

CREATE TABLE claim_evidence (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  claim_id        uuid NOT NULL,
  -- The fact that it shows; empty where it belongs to the claim as a whole.
  fact            text NOT NULL,
  file_name       text NOT NULL,
  media_type      text NOT NULL,
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes           bytea NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, claim_id) REFERENCES claim (jurisdiction_id, id)
);
CREATE INDEX claim_evidence_claim ON claim_evidence (jurisdiction_id, claim_id);

-- What is being typed into a claim: not a fact.
CREATE TABLE claim_draft (
  jurisdiction_id text NOT NULL,
  claim_id        uuid NOT NULL,
  given           jsonb NOT NULL,
  version         integer NOT NULL CHECK (version > 0),
  saved_at        timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, claim_id),
  FOREIGN KEY (jurisdiction_id, claim_id) REFERENCES claim (jurisdiction_id, id)
);

-- The decision to pay. The key is the same for the same promise to the same subject, whatever batch or claim decides.
CREATE TABLE award (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  subject         text NOT NULL,
  subject_name    text NOT NULL,
  clause_id       text NOT NULL,
  -- The year it is for, and which part of it where a limit or a top-up pays in parts.
  period          text NOT NULL,
  part            integer NOT NULL CHECK (part >= 0),
  key             text NOT NULL,
  area            text NOT NULL,
  amount          bigint NOT NULL CHECK (amount > 0),
  day             date NOT NULL,
  batch_id        uuid,
  line            integer,
  claim_id        uuid CHECK ((claim_id IS NULL) <> (batch_id IS NULL)),
  -- The last day to pay.
  pay_by          date,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, key),
  UNIQUE (jurisdiction_id, subject, clause_id, period, part),
  FOREIGN KEY (jurisdiction_id, batch_id, line) REFERENCES award_line (jurisdiction_id, batch_id, number),
  FOREIGN KEY (jurisdiction_id, claim_id) REFERENCES claim (jurisdiction_id, id)
);
CREATE INDEX award_batch_of ON award (jurisdiction_id, batch_id);

-- An award that was taken back before it was paid.
CREATE TABLE award_return (
  jurisdiction_id text NOT NULL,
  award_id        uuid NOT NULL,
  reason          text NOT NULL CHECK (length(reason) > 1),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, award_id),
  FOREIGN KEY (jurisdiction_id, award_id) REFERENCES award (jurisdiction_id, id)
);

CREATE TABLE disbursement (
  jurisdiction_id text NOT NULL,
  award_id        uuid NOT NULL,
  amount          bigint NOT NULL CHECK (amount > 0),
  paid_on         date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, award_id),
  FOREIGN KEY (jurisdiction_id, award_id) REFERENCES award (jurisdiction_id, id)
);

-- Double entry in whole 分, numbered without gaps; a mistake is taken back by a posting that names the first.
CREATE TABLE ledger_posting (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  number          bigint NOT NULL CHECK (number > 0),
  -- What it stands for; the same thing is never posted twice.
  key             text NOT NULL CHECK (key <> ''),
  day             date NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('appropriate', 'award', 'disburse', 'returnAward', 'returnPayment', 'reverse')),
  reference       text NOT NULL,
  words           text NOT NULL,
  reverses        bigint CHECK ((kind = 'reverse') = (reverses IS NOT NULL)),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, number),
  UNIQUE (jurisdiction_id, key),
  UNIQUE (jurisdiction_id, reverses),
  FOREIGN KEY (jurisdiction_id, reverses) REFERENCES ledger_posting (jurisdiction_id, number)
);

CREATE TABLE ledger_entry (
  jurisdiction_id text NOT NULL,
  posting         bigint NOT NULL,
  line            integer NOT NULL CHECK (line > 0),
  account         text NOT NULL CHECK (account <> ''),
  amount          bigint NOT NULL CHECK (amount <> 0),
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, posting, line),
  FOREIGN KEY (jurisdiction_id, posting) REFERENCES ledger_posting (jurisdiction_id, number)
);
CREATE INDEX ledger_entry_account ON ledger_entry (jurisdiction_id, account) INCLUDE (amount);

-- Whatever a program does: a transaction whose postings do not balance does not commit.
CREATE FUNCTION refuse_imbalance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount) FROM ledger_entry
      WHERE jurisdiction_id = NEW.jurisdiction_id AND posting = NEW.posting) <> 0 THEN
    RAISE EXCEPTION 'posting % does not balance', NEW.posting USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.line = 1) EXECUTE FUNCTION refuse_imbalance();

-- A clause was put into the mailbox of an enterprise that it fits.
CREATE TABLE policy_push (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  clause_id       text NOT NULL,
  -- The version that was pushed: the first day of its validity.
  valid_from      date NOT NULL,
  subject         text NOT NULL,
  pushed_on       date NOT NULL,
  -- 分 that the rules paid on that day.
  amount          bigint NOT NULL CHECK (amount >= 0),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, clause_id, valid_from, subject)
);
CREATE INDEX policy_push_subject ON policy_push (jurisdiction_id, subject);

-- A share of the policy supermarket as it was counted on a day; the figure of a promise leads back to it.
CREATE TABLE policy_measure (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('push', 'direct')),
  starts_on       date NOT NULL,
  ends_on         date NOT NULL CHECK (ends_on >= starts_on),
  part            integer NOT NULL CHECK (part >= 0),
  whole           integer NOT NULL CHECK (whole >= part),
  rule_set_hash   text NOT NULL,
  commitment_id   uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

ALTER TABLE observation ADD COLUMN measure_id uuid;
ALTER TABLE observation ADD FOREIGN KEY (jurisdiction_id, measure_id) REFERENCES policy_measure (jurisdiction_id, id);

-- A question of an enterprise about a clause, and its answer.
CREATE TABLE policy_question (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  subject         text NOT NULL,
  subject_name    text NOT NULL,
  place_id        text NOT NULL,
  clause_id       text NOT NULL,
  unit            text NOT NULL,
  owner_id        uuid NOT NULL,
  words           text NOT NULL CHECK (length(words) > 1),
  answer_by       date,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, owner_id) REFERENCES account (jurisdiction_id, id)
);

CREATE TABLE policy_answer (
  jurisdiction_id text NOT NULL,
  question_id     uuid NOT NULL,
  words           text NOT NULL CHECK (length(words) > 1),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, question_id),
  FOREIGN KEY (jurisdiction_id, question_id) REFERENCES policy_question (jurisdiction_id, id)
);

-- A firm on its way: grown above scale for the first time, accompanied for three years. Only the first time counts.
CREATE TABLE nurture (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  subject         text NOT NULL CHECK (subject <> ''),
  subject_name    text NOT NULL,
  place_id        text NOT NULL,
  unit            text NOT NULL,
  industry        integer,
  above_scale_on  date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, subject)
);

CREATE TABLE nurture_event (
  jurisdiction_id text NOT NULL,
  nurture_id      uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('admit', 'assignCompanion', 'recordCheck', 'graduate', 'leave')),
  state           text NOT NULL CHECK (state IN ('candidate', 'nurturing', 'graduated', 'left')),
  -- The post that accompanies the firm from this move on.
  companion       text NOT NULL,
  year            integer,
  is_above_scale  boolean CHECK ((action = 'recordCheck') = (is_above_scale IS NOT NULL)),
  words           text NOT NULL,
  received_at     timestamptz NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, nurture_id, number),
  FOREIGN KEY (jurisdiction_id, nurture_id) REFERENCES nurture (jurisdiction_id, id)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['award_batch', 'award_batch_event', 'award_line', 'award_gap', 'award_removal',
                              'award_objection', 'award_objection_answer', 'claim', 'claim_event', 'claim_fact',
                              'claim_evidence', 'award', 'award_return', 'disbursement', 'ledger_posting', 'ledger_entry',
                              'policy_push', 'policy_measure', 'policy_question', 'policy_answer', 'nurture',
                              'nurture_event']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;

GRANT UPDATE, DELETE ON claim_draft TO bihuan_app;
