-- Personal data of the register is kept sealed (AES-256-GCM, its key in the data directory). Rows of before stay readable until
-- the server has sealed them at its next start; afterwards every row is one or the other, and new ones are sealed.
ALTER TABLE enterprise_contact
  ALTER COLUMN representative DROP NOT NULL,
  ALTER COLUMN phone DROP NOT NULL,
  ALTER COLUMN id_number DROP NOT NULL,
  ADD COLUMN sealed bytea,
  ADD CHECK (CASE WHEN sealed IS NULL
             THEN representative IS NOT NULL AND phone IS NOT NULL AND id_number IS NOT NULL
             ELSE representative IS NULL AND phone IS NULL AND id_number IS NULL END);

-- Finds at once what is still in clear; empty where there is nothing.
CREATE INDEX enterprise_contact_clear ON enterprise_contact (jurisdiction_id, code) WHERE sealed IS NULL;
