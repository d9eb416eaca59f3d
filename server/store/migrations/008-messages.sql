-- Messages: what is told and to whom, what was read, mail, webhooks, calendars, and what people follow.

-- Something that happened and is worth telling; written in the transaction of the act, so a refused act tells nothing.
CREATE TABLE told (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  kind            text NOT NULL CHECK (kind ~ '^[a-z][A-Za-z]*[.][a-z][A-Za-z]*$'),
  object_kind     text NOT NULL,
  object_id       text NOT NULL,
  commitment_id   uuid,
  title           text NOT NULL,
  detail          jsonb NOT NULL,
  audience        jsonb NOT NULL,
  -- A second telling under the same key is not written: nobody gets one reminder twice.
  once_key        text,
  told_at         timestamptz NOT NULL,
  recorded_by     uuid,
  -- The clock of the row, not of the transaction: what is told in one transaction keeps its order.
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, once_key)
);
CREATE INDEX told_object ON told (jurisdiction_id, object_kind, object_id, recorded_at);
CREATE INDEX told_moment ON told (jurisdiction_id, recorded_at);

-- Whoever adds this row has made the messages and deliveries of what was told.
CREATE TABLE told_spread (
  jurisdiction_id text NOT NULL,
  told_id         uuid NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, told_id),
  FOREIGN KEY (jurisdiction_id, told_id) REFERENCES told (jurisdiction_id, id)
);

CREATE TABLE message (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  account_id      uuid NOT NULL,
  told_id         uuid NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, account_id, told_id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, told_id) REFERENCES told (jurisdiction_id, id)
);
CREATE INDEX message_account ON message (jurisdiction_id, account_id, recorded_at);

CREATE TABLE message_read (
  jurisdiction_id text NOT NULL,
  message_id      uuid NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, message_id),
  FOREIGN KEY (jurisdiction_id, message_id) REFERENCES message (jurisdiction_id, id)
);

-- A mail that is to leave; its id is the Message-ID, so a second try is the same mail.
CREATE TABLE mail (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  account_id      uuid NOT NULL,
  address         text NOT NULL CHECK (address <> ''),
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);
CREATE INDEX mail_account ON mail (jurisdiction_id, account_id);

-- Each message goes into one mail or, where it had become needless, into none (mail_id is null).
CREATE TABLE mail_message (
  jurisdiction_id text NOT NULL,
  message_id      uuid NOT NULL,
  mail_id         uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, message_id),
  FOREIGN KEY (jurisdiction_id, message_id) REFERENCES message (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, mail_id) REFERENCES mail (jurisdiction_id, id)
);
CREATE INDEX mail_message_mail ON mail_message (jurisdiction_id, mail_id);

CREATE TABLE mail_sent (
  jurisdiction_id text NOT NULL,
  mail_id         uuid NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, mail_id),
  FOREIGN KEY (jurisdiction_id, mail_id) REFERENCES mail (jurisdiction_id, id)
);

-- Where messages of the city go by HTTP; its secret stands apart and is forgotten with it.
CREATE TABLE webhook (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  name            text NOT NULL CHECK (name <> ''),
  url             text NOT NULL,
  format          text NOT NULL CHECK (format IN ('generic', 'dingtalk', 'wecom', 'feishu')),
  -- Groups of messages that go there.
  topics          jsonb NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);

CREATE TABLE webhook_end (
  jurisdiction_id text NOT NULL,
  webhook_id      uuid NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, webhook_id),
  FOREIGN KEY (jurisdiction_id, webhook_id) REFERENCES webhook (jurisdiction_id, id)
);

-- Its id is the delivery id that every try carries.
CREATE TABLE webhook_delivery (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  webhook_id      uuid NOT NULL,
  told_id         uuid NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, webhook_id, told_id),
  FOREIGN KEY (jurisdiction_id, webhook_id) REFERENCES webhook (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, told_id) REFERENCES told (jurisdiction_id, id)
);

CREATE TABLE webhook_attempt (
  jurisdiction_id text NOT NULL,
  delivery_id     uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  outcome         text NOT NULL CHECK (outcome IN ('delivered', 'failed', 'givenUp', 'again')),
  -- What the receiver answered with; null where it did not answer.
  status          integer,
  tried_at        timestamptz NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, delivery_id, number),
  FOREIGN KEY (jurisdiction_id, delivery_id) REFERENCES webhook_delivery (jurisdiction_id, id)
);

-- The verdict that followers of a promise were last told of.
CREATE TABLE verdict_noted (
  jurisdiction_id text NOT NULL,
  commitment_id   uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  status          text NOT NULL,
  judged_on       date NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, commitment_id, number),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

-- Not facts but wishes and secrets, which are replaced and forgotten: follows, one's settings, keys of calendars, servers and hooks.
CREATE TABLE follow (
  jurisdiction_id text NOT NULL,
  account_id      uuid NOT NULL,
  commitment_id   uuid NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, account_id, commitment_id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE INDEX follow_commitment ON follow (jurisdiction_id, commitment_id);

CREATE TABLE message_wish (
  jurisdiction_id text NOT NULL,
  account_id      uuid NOT NULL,
  pace            text NOT NULL CHECK (pace IN ('atOnce', 'daily', 'weekly', 'never')),
  -- Minutes after midnight in Asia/Shanghai between which no mail leaves; both null for none.
  quiet_from      integer CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_until     integer CHECK (quiet_until BETWEEN 0 AND 1439),
  muted           jsonb NOT NULL,
  language        text NOT NULL CHECK (language IN ('zh', 'en')),
  PRIMARY KEY (jurisdiction_id, account_id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id),
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);

-- Only the hash of the address is kept: who reads this table cannot read a calendar with it.
CREATE TABLE calendar_key (
  jurisdiction_id text NOT NULL,
  account_id      uuid NOT NULL,
  token_sha256    text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, account_id),
  UNIQUE (jurisdiction_id, token_sha256),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

CREATE TABLE mail_server (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  host            text NOT NULL,
  port            integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security        text NOT NULL CHECK (security IN ('tls', 'startTls', 'none')),
  login           text NOT NULL,
  password        text NOT NULL,
  sender          text NOT NULL,
  PRIMARY KEY (jurisdiction_id)
);

CREATE TABLE webhook_secret (
  jurisdiction_id text NOT NULL,
  webhook_id      uuid NOT NULL,
  secret          text NOT NULL,
  PRIMARY KEY (jurisdiction_id, webhook_id),
  FOREIGN KEY (jurisdiction_id, webhook_id) REFERENCES webhook (jurisdiction_id, id)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['told', 'told_spread', 'message', 'message_read', 'mail', 'mail_message', 'mail_sent',
                              'webhook', 'webhook_end', 'webhook_delivery', 'webhook_attempt', 'verdict_noted']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;

GRANT UPDATE, DELETE ON follow, message_wish, calendar_key, mail_server, webhook_secret TO bihuan_app;

-- The queue belongs to the owner of the database; the application may add these jobs to it and nothing else. It happens in
-- the transaction of the act. Before the queue was ever opened there is none: what was told waits in its table.
CREATE FUNCTION queue_job(task text, payload json, job_key text, wait_seconds double precision, keeps_start boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF task NOT IN ('spread', 'mail', 'deliver') THEN
    RAISE EXCEPTION 'no job %', task;
  END IF;
  IF to_regprocedure('graphile_worker.add_job(text,json,text,timestamptz,integer,text,integer,text[],text)') IS NULL THEN
    RETURN;
  END IF;
  -- Deliveries of one webhook go one after the other: the order of what happened to a thing is kept.
  PERFORM graphile_worker.add_job(task, payload, 'deliver-' || (payload ->> 'hookId'),
                                  clock_timestamp() + make_interval(secs => wait_seconds), 5, job_key, NULL, NULL,
                                  CASE WHEN keeps_start THEN 'preserve_run_at' ELSE 'replace' END);
END $$;
REVOKE ALL ON FUNCTION queue_job(text, json, text, double precision, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION queue_job(text, json, text, double precision, boolean) TO bihuan_app;
