-- Clauses: every published version of a promise of money, proposals on their way, drafts, and what decisions were made from.

-- A version holds from its day until the next one starts. The text is kept as the author wrote it; a change is a new row.
CREATE TABLE clause_version (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  clause_id       text NOT NULL CHECK (clause_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  number          integer NOT NULL CHECK (number > 0),
  starts_on       date NOT NULL,
  -- Place of the clause among all clauses, the same for all its versions: of two that pay alike in a group the first is taken.
  place           integer NOT NULL CHECK (place > 0),
  content         text NOT NULL CHECK (content <> ''),
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- The document that approves it, and why it was changed.
  document        text NOT NULL CHECK (document <> ''),
  reason          text NOT NULL,
  -- Null for the clauses a city starts with.
  proposal_id     uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, clause_id, number)
);

-- A version that somebody proposes and somebody else publishes; base is the version it was written from, 0 for a new clause.
CREATE TABLE clause_proposal (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  clause_id       text NOT NULL CHECK (clause_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  base            integer NOT NULL CHECK (base >= 0),
  starts_on       date NOT NULL,
  content         text NOT NULL CHECK (content <> ''),
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  document        text NOT NULL CHECK (document <> ''),
  reason          text NOT NULL CHECK (reason <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX clause_proposal_clause ON clause_proposal (jurisdiction_id, clause_id, recorded_at);
ALTER TABLE clause_version ADD FOREIGN KEY (jurisdiction_id, proposal_id) REFERENCES clause_proposal (jurisdiction_id, id);
-- A proposal is published once.
CREATE UNIQUE INDEX clause_version_proposal ON clause_version (jurisdiction_id, proposal_id) WHERE proposal_id IS NOT NULL;

-- Moves of a proposal, numbered from 1 without gaps: of two people who move it from one state, the key lets one win.
CREATE TABLE clause_proposal_event (
  jurisdiction_id text NOT NULL,
  proposal_id     uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('propose', 'publish', 'sendBack', 'withdraw')),
  state           text NOT NULL CHECK (state IN ('proposed', 'published', 'returned', 'withdrawn')),
  reason          text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, proposal_id, number),
  FOREIGN KEY (jurisdiction_id, proposal_id) REFERENCES clause_proposal (jurisdiction_id, id)
);

-- What somebody is writing: replaced as it is typed. Each author has an own draft; the version tells two tabs apart.
CREATE TABLE clause_draft (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  clause_id       text NOT NULL,
  account_id      uuid NOT NULL,
  base            integer NOT NULL CHECK (base >= 0),
  starts_on       text NOT NULL,
  content         text NOT NULL,
  document        text NOT NULL,
  reason          text NOT NULL,
  version         integer NOT NULL CHECK (version > 0),
  saved_at        timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, clause_id, account_id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);
GRANT UPDATE, DELETE ON clause_draft TO bihuan_app;

-- A rule set that decided something: which versions of which clauses, on which day, and the hash of what they came to.
CREATE TABLE rule_set (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  -- SHA-256 over kind of subject, day, hash and versions.
  id              text NOT NULL CHECK (id ~ '^[0-9a-f]{64}$'),
  subject         text NOT NULL CHECK (subject IN ('enterprise', 'project', 'park', 'person')),
  day             date NOT NULL,
  hash            text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- [[clause id, number], …] in the order in which they were compiled.
  versions        jsonb NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);

-- What somebody was told they get, with the facts it was computed from: the same question must give the same answer later.
CREATE TABLE policy_decision (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  rule_set_id     text NOT NULL,
  purpose         text NOT NULL CHECK (purpose IN ('claim', 'batch', 'check')),
  -- Of the register; empty where somebody asked without naming a subject.
  subject_id      text NOT NULL,
  -- The claim or the batch; empty where there is none.
  reference       text NOT NULL,
  facts           jsonb NOT NULL,
  result          jsonb NOT NULL,
  -- 分
  total           numeric NOT NULL,
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, rule_set_id) REFERENCES rule_set (jurisdiction_id, id)
);
CREATE INDEX policy_decision_subject ON policy_decision (jurisdiction_id, subject_id, recorded_at);
CREATE INDEX policy_decision_reference ON policy_decision (jurisdiction_id, reference, recorded_at);
CREATE INDEX policy_decision_recent ON policy_decision (jurisdiction_id, recorded_at);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['clause_version', 'clause_proposal', 'clause_proposal_event', 'rule_set', 'policy_decision']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
