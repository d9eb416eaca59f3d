-- People, what they may do, and the record of what they did.
-- The application works as the role bihuan_app, which reads and adds; it changes or removes only what is listed at the end.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bihuan_app') THEN
    CREATE ROLE bihuan_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server made it meanwhile
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT bihuan_app TO %I', current_user);
EXCEPTION WHEN OTHERS THEN RAISE NOTICE 'bihuan_app was not granted to %', current_user;
END $$;

-- A local rule (clock, threshold, weight): a new row replaces the one before, which stays.
CREATE TABLE setting (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  key             text NOT NULL CHECK (key ~ '^[a-z][A-Za-z.]*$'),
  value           jsonb NOT NULL,
  reason          text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX setting_key ON setting (jurisdiction_id, key, recorded_at);

CREATE TABLE account (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  login           text NOT NULL CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  -- The post as it is shown; no personal data is asked for.
  name            text NOT NULL CHECK (name <> ''),
  -- E-mail address for messages; empty where none was given.
  mail            text NOT NULL,
  is_sample       boolean NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, login)
);

-- Suspended and admitted again: the newest row counts; an account without one is active.
CREATE TABLE account_state (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  account_id      uuid NOT NULL,
  state           text NOT NULL CHECK (state IN ('active', 'suspended')),
  reason          text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);
CREATE INDEX account_state_account ON account_state (jurisdiction_id, account_id, recorded_at);

CREATE TABLE role_grant (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  account_id      uuid NOT NULL,
  role            text NOT NULL,
  place_id        text,
  unit            text,
  starts_on       date NOT NULL,
  ends_on         date CHECK (ends_on >= starts_on),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, place_id) REFERENCES place (jurisdiction_id, id)
);
CREATE INDEX role_grant_account ON role_grant (jurisdiction_id, account_id);

CREATE TABLE role_withdrawal (
  jurisdiction_id text NOT NULL,
  grant_id        uuid NOT NULL,
  reason          text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, grant_id),
  FOREIGN KEY (jurisdiction_id, grant_id) REFERENCES role_grant (jurisdiction_id, id)
);

-- Streets lie in districts: a role held for a district holds for what lies inside it.
CREATE TABLE place_parent (
  jurisdiction_id text NOT NULL,
  place_id        text NOT NULL,
  parent_id       text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, place_id),
  FOREIGN KEY (jurisdiction_id, place_id) REFERENCES place (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, parent_id) REFERENCES place (jurisdiction_id, id)
);

-- Secrets are not facts: a new one takes the place of the old one, which is forgotten.
CREATE TABLE account_secret (
  jurisdiction_id text NOT NULL,
  account_id      uuid NOT NULL,
  -- scrypt$N$r$p$salt$hash: the parameters stay with the hash, so that they can be raised later.
  password        text,
  password_set_at timestamptz NOT NULL DEFAULT now(),
  must_change     boolean NOT NULL,
  totp            bytea,
  -- Last time step a code was taken for: a code counts once.
  totp_step       bigint NOT NULL DEFAULT 0,
  failures        integer NOT NULL DEFAULT 0,
  locked_until    timestamptz,
  PRIMARY KEY (jurisdiction_id, account_id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

-- Only the SHA-256 of a session's token is kept: who reads this table cannot sign in with it.
CREATE TABLE session (
  jurisdiction_id text NOT NULL,
  token_sha256    text NOT NULL,
  id              uuid NOT NULL,
  account_id      uuid NOT NULL,
  -- password, totp, oidc, token
  means           text NOT NULL,
  agent           text NOT NULL,
  started_at      timestamptz NOT NULL DEFAULT now(),
  seen_at         timestamptz NOT NULL DEFAULT now(),
  idle_minutes    integer NOT NULL,
  expires_at      timestamptz NOT NULL,
  -- Permissions of an access token; null for a person's session.
  scopes          jsonb,
  label           text NOT NULL,
  ended_at        timestamptz,
  PRIMARY KEY (jurisdiction_id, token_sha256),
  UNIQUE (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);
CREATE INDEX session_account ON session (jurisdiction_id, account_id);

-- The answer to a write that carried a request key; the same key again gets the same answer and no second effect.
CREATE TABLE request_key (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  account_id      uuid NOT NULL,
  key             text NOT NULL,
  body_sha256     text NOT NULL,
  answer          jsonb NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, account_id, key)
);

-- Every act, in one chain: each entry's hash covers the entry before it. Appended under one lock in the act's transaction.
CREATE TABLE audit_entry (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  number          bigint NOT NULL CHECK (number > 0),
  at              timestamptz NOT NULL,
  account_id      uuid,
  act             text NOT NULL,
  object_kind     text NOT NULL,
  object_id       text NOT NULL,
  detail          text NOT NULL,
  previous_hash   text NOT NULL,
  hash            text NOT NULL,
  PRIMARY KEY (jurisdiction_id, number)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['setting', 'account', 'account_state', 'role_grant', 'role_withdrawal', 'place_parent',
                              'audit_entry']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO bihuan_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO bihuan_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO bihuan_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO bihuan_app;
GRANT UPDATE, DELETE ON account_secret, session, request_key TO bihuan_app;
