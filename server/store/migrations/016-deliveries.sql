-- What a webhook has still to hear, and when it may be spoken to again: a queue beside the facts, so that one webhook's open
-- deliveries are found without reading its past. Both tables can be made again from webhook_delivery and webhook_attempt.

CREATE TABLE webhook_open (
  jurisdiction_id text NOT NULL,
  delivery_id     uuid NOT NULL,
  webhook_id      uuid NOT NULL,
  object_kind     text NOT NULL,
  object_id       text NOT NULL,
  -- Order of what happened to one thing.
  told_at         timestamptz NOT NULL,
  -- After a try that failed; null for at once.
  due_at          timestamptz,
  PRIMARY KEY (jurisdiction_id, delivery_id),
  FOREIGN KEY (jurisdiction_id, delivery_id) REFERENCES webhook_delivery (jurisdiction_id, id)
);
CREATE INDEX webhook_open_thing ON webhook_open (jurisdiction_id, webhook_id, object_kind, object_id, told_at, delivery_id);

CREATE TABLE webhook_pace (
  jurisdiction_id text NOT NULL,
  webhook_id      uuid NOT NULL,
  -- Times in a row that nothing was taken, and since when.
  failed          integer NOT NULL CHECK (failed >= 0),
  failing_since   timestamptz,
  not_before      timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, webhook_id),
  FOREIGN KEY (jurisdiction_id, webhook_id) REFERENCES webhook (jurisdiction_id, id)
);

INSERT INTO webhook_open
SELECT delivery.jurisdiction_id, delivery.id, delivery.webhook_id, told.object_kind, told.object_id, told.recorded_at, NULL
FROM webhook_delivery AS delivery
JOIN told ON told.jurisdiction_id = delivery.jurisdiction_id AND told.id = delivery.told_id
WHERE NOT EXISTS (SELECT FROM webhook_end
                  WHERE webhook_end.jurisdiction_id = delivery.jurisdiction_id
                    AND webhook_end.webhook_id = delivery.webhook_id)
  AND coalesce((SELECT outcome FROM webhook_attempt AS attempt
                WHERE attempt.jurisdiction_id = delivery.jurisdiction_id AND attempt.delivery_id = delivery.id
                ORDER BY number DESC LIMIT 1), '') NOT IN ('delivered', 'givenUp');

GRANT UPDATE, DELETE ON webhook_open, webhook_pace TO bihuan_app;
