-- Corrections of announced money and of cuts by the finance office, and the document that a package was read from.

-- Later numbers of what was announced, from 2 without gaps: the first is the row itself, and stays.
CREATE TABLE announcement_correction (
  jurisdiction_id text NOT NULL,
  announcement_id uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 1),
  ref             text NOT NULL,
  amount          numeric CHECK (amount >= 0 AND amount <> 'NaN'),
  source          text NOT NULL CHECK (source <> ''),
  explanation     text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, announcement_id, number),
  FOREIGN KEY (jurisdiction_id, announcement_id) REFERENCES announcement (jurisdiction_id, id)
);

CREATE TABLE budget_cut_correction (
  jurisdiction_id text NOT NULL,
  cut_id          uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 1),
  percent         numeric NOT NULL CHECK (percent BETWEEN 0 AND 100),
  base            numeric CHECK (base >= 0 AND base <> 'NaN'),
  line_id         uuid,
  source          text NOT NULL CHECK (source <> ''),
  explanation     text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, cut_id, number),
  FOREIGN KEY (jurisdiction_id, cut_id) REFERENCES budget_cut (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, line_id) REFERENCES budget_line (jurisdiction_id, id)
);

-- What the first entry of a person rests on, and why a number that was asked about is right all the same.
ALTER TABLE announcement ADD COLUMN source text NOT NULL DEFAULT '', ADD COLUMN explanation text NOT NULL DEFAULT '';
ALTER TABLE budget_cut ADD COLUMN explanation text NOT NULL DEFAULT '';

-- A district's plan that was read here is its package too; null where the package came as a file.
ALTER TABLE exchange_package ADD COLUMN document_id uuid;
ALTER TABLE exchange_package ADD FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['announcement_correction', 'budget_cut_correction']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
