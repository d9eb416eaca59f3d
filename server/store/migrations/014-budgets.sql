-- Budgets, debt, money won from above, what was announced, and which money stands behind which promise.

-- A decision of the congress or of its standing committee that a budget rests on.
CREATE TABLE budget_resolution (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  body            text NOT NULL CHECK (body IN ('congress', 'standingCommittee')),
  -- As printed: 市十四届人大常委会第十四次会议, or a number of a document.
  number          text NOT NULL CHECK (number <> ''),
  adopted_on      date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, body, number, adopted_on)
);

-- What is printed of one book of one level in one year, as a person took it from a document, or turned it down.
CREATE TABLE budget_statement (
  jurisdiction_id text NOT NULL,
  document_id     uuid NOT NULL,
  year            integer NOT NULL,
  basis           text NOT NULL CHECK (basis IN ('execution', 'budget')),
  level           text NOT NULL CHECK (level <> ''),
  book            text NOT NULL CHECK (book IN ('generalPublic', 'governmentFunds', 'stateCapital', 'socialInsurance', 'debt')),
  decision        text NOT NULL CHECK (decision IN ('adopt', 'reject')),
  reason          text NOT NULL CHECK (decision = 'adopt' OR reason <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, document_id, year, basis, level, book),
  FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id)
);

CREATE TABLE budget_line (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  year            integer NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  book            text NOT NULL CHECK (book IN ('generalPublic', 'governmentFunds', 'stateCapital', 'socialInsurance')),
  level           text NOT NULL CHECK (level IN ('cityWide', 'ownLevel')),
  side            text NOT NULL CHECK (side IN ('income', 'expenditure')),
  -- Which number of a statement it is (income, transfersOut); empty for a line of a subject.
  key             text NOT NULL,
  name            text NOT NULL CHECK (name <> ''),
  parent_id       uuid,
  function_code   text,
  economic_code   text,
  -- 基本支出: listed by its economic kind (预算法 §32).
  basic           boolean NOT NULL,
  -- Typed in for demonstration, no fact of the city.
  sample          boolean NOT NULL DEFAULT false,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE NULLS NOT DISTINCT (jurisdiction_id, year, book, level, side, key, name, parent_id, function_code, economic_code),
  FOREIGN KEY (jurisdiction_id, parent_id) REFERENCES budget_line (jurisdiction_id, id)
);

-- Versions of a line, numbered from 1 without gaps: of two people who write at once, the key lets one win.
CREATE TABLE budget_entry (
  jurisdiction_id  text NOT NULL,
  line_id          uuid NOT NULL,
  number           integer NOT NULL CHECK (number > 0),
  version          text NOT NULL CHECK (version IN ('approved', 'revised', 'executed', 'final')),
  -- In 亿元, with the digits that were printed or typed.
  amount           numeric NOT NULL CHECK (amount <> 'NaN'),
  -- From when it holds; for executed amounts the last day they count to.
  day              date NOT NULL,
  resolution_id    uuid,
  special_transfer boolean NOT NULL,
  -- Why a number that was asked about is right all the same.
  explanation      text NOT NULL,
  document_id      uuid,
  span_start       integer,
  span_end         integer,
  quote            text NOT NULL,
  recorded_by      uuid,
  recorded_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, line_id, number),
  -- 预算法 §69: no adjustment without a resolution; §71: special transfers are reported instead.
  CHECK (version <> 'approved' OR resolution_id IS NOT NULL),
  CHECK (version <> 'revised' OR resolution_id IS NOT NULL OR special_transfer),
  CHECK ((document_id IS NULL) = (span_start IS NULL) AND (document_id IS NULL) = (span_end IS NULL)),
  FOREIGN KEY (jurisdiction_id, line_id) REFERENCES budget_line (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, resolution_id) REFERENCES budget_resolution (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id)
);

-- Numbers of government debt by year and level; a later number of one name and kind replaces the earlier.
CREATE TABLE debt_figure (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  year            integer NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  level           text NOT NULL CHECK (level IN ('cityWide', 'ownLevel')),
  name            text NOT NULL CHECK (name IN ('ceiling', 'newCeiling', 'balance', 'newBonds', 'refinancing', 'repaid', 'interest', 'means', 'use')),
  kind            text NOT NULL CHECK (kind IN ('total', 'general', 'special')),
  -- What new bonds were used for; empty for every other number.
  purpose         text NOT NULL CHECK ((name = 'use') = (purpose <> '')),
  number          integer NOT NULL CHECK (number > 0),
  amount          numeric NOT NULL CHECK (amount >= 0 AND amount <> 'NaN'),
  explanation     text NOT NULL,
  document_id     uuid,
  span_start      integer,
  span_end        integer,
  quote           text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, year, level, name, kind, purpose, number),
  CHECK ((document_id IS NULL) = (span_start IS NULL) AND (document_id IS NULL) = (span_end IS NULL)),
  FOREIGN KEY (jurisdiction_id, document_id) REFERENCES document (jurisdiction_id, id)
);

-- 向上争取, batch by batch; a later number of one batch replaces the earlier.
CREATE TABLE won_fund (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  kind            text NOT NULL CHECK (kind IN ('specialBond', 'centralBudget', 'treasuryBond', 'renewal', 'policyFinance')),
  year            integer NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  batch           text NOT NULL CHECK (batch <> ''),
  number          integer NOT NULL CHECK (number > 0),
  day             date NOT NULL,
  amount          numeric NOT NULL CHECK (amount >= 0 AND amount <> 'NaN'),
  -- What the province got in the batch, or the share in percent where only that is printed.
  province        numeric CHECK (province > 0 AND province <> 'NaN'),
  printed_share   numeric CHECK (printed_share BETWEEN 0 AND 100),
  used            numeric CHECK (used >= 0 AND used <> 'NaN'),
  source          text NOT NULL CHECK (source <> ''),
  explanation     text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, kind, year, batch, number)
);

-- Projects that are ready for money to come.
CREATE TABLE won_stock (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  kind            text NOT NULL CHECK (kind IN ('specialBond', 'centralBudget', 'treasuryBond', 'renewal', 'policyFinance')),
  year            integer NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  number          integer NOT NULL CHECK (number > 0),
  projects        integer CHECK (projects >= 0),
  wanted          numeric CHECK (wanted >= 0 AND wanted <> 'NaN'),
  source          text NOT NULL CHECK (source <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, kind, year, number)
);

-- Money that a policy document announces for an area; the net total of the document stands under the area ''.
CREATE TABLE announcement (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  document        text NOT NULL CHECK (document <> ''),
  year            integer NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  -- As printed, from 1.
  position        integer NOT NULL CHECK (position >= 0),
  area            text NOT NULL,
  ref             text NOT NULL,
  amount          numeric CHECK (amount >= 0 AND amount <> 'NaN'),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, document, year, area)
);

-- Which money stands behind which promise: a person's decision, numbered by pair, so that of two at once one wins.
CREATE TABLE money_link (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  source_kind     text NOT NULL CHECK (source_kind IN ('line', 'bond', 'fund')),
  -- Id of a budget line; year/level/purpose of new bonds; kind/year/batch of a fund.
  source_id       text NOT NULL CHECK (source_id <> ''),
  target_kind     text NOT NULL CHECK (target_kind IN ('commitment', 'project', 'announcement')),
  target_id       text NOT NULL CHECK (target_id <> ''),
  number          integer NOT NULL CHECK (number > 0),
  decision        text NOT NULL CHECK (decision IN ('accept', 'reject', 'withdraw')),
  reason          text NOT NULL CHECK (decision = 'accept' OR reason <> ''),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, source_kind, source_id, target_kind, target_id, number)
);

-- 过紧日子: 只减不增 (0 percent) and cuts, held against a base and the line that is spent.
CREATE TABLE budget_cut (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  year            integer NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  metric          text NOT NULL CHECK (metric <> ''),
  percent         numeric NOT NULL CHECK (percent BETWEEN 0 AND 100),
  -- What it is cut from, in 亿元; null while nobody has said it.
  base            numeric CHECK (base >= 0 AND base <> 'NaN'),
  line_id         uuid,
  commitment_id   uuid,
  source          text NOT NULL CHECK (source <> ''),
  -- The base is a demonstration.
  sample          boolean NOT NULL DEFAULT false,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, year, metric),
  FOREIGN KEY (jurisdiction_id, line_id) REFERENCES budget_line (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['budget_resolution', 'budget_statement', 'budget_line', 'budget_entry', 'debt_figure',
                              'won_fund', 'won_stock', 'announcement', 'money_link', 'budget_cut']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
