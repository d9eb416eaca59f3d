-- People: second factor, invitations, sign-in by another house (OpenID Connect), departments, posts and who holds them.

ALTER TABLE account_secret
  -- A second factor that was offered and not yet proved by a code.
  ADD COLUMN totp_offered bytea;

-- Codes for the day the authenticator is lost; each is forgotten when it is used.
CREATE TABLE recovery_code (
  jurisdiction_id text NOT NULL,
  account_id      uuid NOT NULL,
  code_sha256     text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, account_id, code_sha256),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

ALTER TABLE session
  -- Until when the last proof of identity counts as recent: sensitive acts ask for one.
  ADD COLUMN proved_until timestamptz NOT NULL DEFAULT now(),
  -- A second factor is asked of this person and not set up yet: nothing else may be done meanwhile.
  ADD COLUMN awaits_factor boolean NOT NULL DEFAULT false;

-- A one-time link by which a person makes the account that was prepared. Only the hash of its code is kept.
CREATE TABLE invitation (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  code_sha256     text NOT NULL,
  name            text NOT NULL CHECK (name <> ''),
  mail            text NOT NULL,
  role            text NOT NULL,
  place_id        text,
  unit            text,
  starts_on       date NOT NULL,
  ends_on         date CHECK (ends_on >= starts_on),
  expires_at      timestamptz NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, code_sha256),
  FOREIGN KEY (jurisdiction_id, place_id) REFERENCES place (jurisdiction_id, id)
);

-- Taken or withdrawn, once: the key holds the rule. account_id is null where it was withdrawn.
CREATE TABLE invitation_end (
  jurisdiction_id text NOT NULL,
  invitation_id   uuid NOT NULL,
  account_id      uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, invitation_id),
  FOREIGN KEY (jurisdiction_id, invitation_id) REFERENCES invitation (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

-- Who an account is at another house: its issuer and subject, never an e-mail address.
CREATE TABLE account_identity (
  jurisdiction_id text NOT NULL,
  issuer          text NOT NULL,
  subject         text NOT NULL,
  account_id      uuid NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, issuer, subject),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

-- A sign-in that is away at the other house; taken out when it comes back, so it comes back once.
CREATE TABLE oidc_flow (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  state_sha256    text NOT NULL,
  -- Hash of a cookie: only the browser that left may return.
  browser_sha256  text NOT NULL,
  nonce           text NOT NULL,
  verifier        text NOT NULL,
  -- The account that links itself; null for a sign-in.
  account_id      uuid,
  return_to       text NOT NULL,
  expires_at      timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, state_sha256)
);

CREATE TABLE org_unit (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  name            text NOT NULL CHECK (name <> ''),
  kind            text NOT NULL CHECK (kind IN ('city', 'district', 'department', 'zone', 'street', 'party', 'enterprise')),
  place_id        text,
  parent_id       uuid,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, name),
  FOREIGN KEY (jurisdiction_id, place_id) REFERENCES place (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, parent_id) REFERENCES org_unit (jurisdiction_id, id)
);

CREATE TABLE post (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  unit_id         uuid NOT NULL,
  title           text NOT NULL CHECK (title <> ''),
  leads           boolean NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, unit_id, title),
  FOREIGN KEY (jurisdiction_id, unit_id) REFERENCES org_unit (jurisdiction_id, id)
);

CREATE TABLE post_holder (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  post_id         uuid NOT NULL,
  account_id      uuid NOT NULL,
  starts_on       date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, post_id) REFERENCES post (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);
CREATE INDEX post_holder_post ON post_holder (jurisdiction_id, post_id);

-- The last day on which somebody held a post.
CREATE TABLE post_holder_end (
  jurisdiction_id text NOT NULL,
  holder_id       uuid NOT NULL,
  ends_on         date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, holder_id),
  FOREIGN KEY (jurisdiction_id, holder_id) REFERENCES post_holder (jurisdiction_id, id)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['invitation', 'invitation_end', 'account_identity', 'org_unit', 'post', 'post_holder',
                              'post_holder_end']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;

GRANT UPDATE, DELETE ON recovery_code, oidc_flow TO bihuan_app;
