-- Economic monitoring, five-year targets, and the exchange between levels: indicators and figures with their revisions, targets
-- over years, packages that came and went, consultations with shares, letters and what the places said.

CREATE TABLE monitor_indicator (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  code            text NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  name            text NOT NULL CHECK (name <> ''),
  name_en         text NOT NULL DEFAULT '',
  unit            text NOT NULL,
  step            integer NOT NULL CHECK (step IN (1, 3)),
  good_way        text NOT NULL CHECK (good_way IN ('higher', 'lower', 'around')),
  headline        text NOT NULL CHECK (headline IN ('period', 'periodGrowth', 'total', 'totalGrowth')),
  merged_spring   boolean NOT NULL,
  aliases         jsonb NOT NULL,
  -- Under this name the plan has a target of it.
  plan_metric     text NOT NULL DEFAULT '',
  position        integer NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, code),
  UNIQUE (jurisdiction_id, name)
);

-- Places outside the city that it is compared with.
CREATE TABLE monitor_place (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              text NOT NULL CHECK (id <> ''),
  name            text NOT NULL CHECK (name <> ''),
  name_en         text NOT NULL DEFAULT '',
  level           text NOT NULL CHECK (level IN ('nation', 'province', 'peer')),
  position        integer NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, name)
);

-- A table that was taken in: where its figures come from.
CREATE TABLE monitor_import (
  jurisdiction_id  text NOT NULL REFERENCES jurisdiction,
  id               uuid NOT NULL,
  file_name        text NOT NULL,
  sha256           text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  format           text NOT NULL CHECK (format IN ('sdmx', 'long', 'bureau')),
  source           text NOT NULL CHECK (source <> ''),
  is_demonstration boolean NOT NULL,
  recorded_by      uuid,
  recorded_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);

-- A revision is a new figure that names the one it replaces; its number lets one of two writers win.
CREATE TABLE monitor_figure (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  import_id       uuid NOT NULL,
  indicator       text NOT NULL,
  place_id        text NOT NULL,
  measure         text NOT NULL CHECK (measure IN ('period', 'periodGrowth', 'total', 'totalGrowth')),
  period_start    date NOT NULL,
  period_end      date NOT NULL CHECK (period_end > period_start),
  number          integer NOT NULL CHECK (number > 0),
  value           numeric NOT NULL CHECK (value <> 'NaN'),
  nature          text NOT NULL CHECK (nature IN ('reported', 'preliminary', 'estimated', 'revised', 'final')),
  revises         uuid CHECK ((revises IS NULL) = (number = 1)),
  sheet           text NOT NULL,
  cell            text NOT NULL,
  printed         text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, indicator, place_id, measure, period_end, number),
  FOREIGN KEY (jurisdiction_id, indicator) REFERENCES monitor_indicator (jurisdiction_id, code),
  FOREIGN KEY (jurisdiction_id, import_id) REFERENCES monitor_import (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, revises) REFERENCES monitor_figure (jurisdiction_id, id)
);

CREATE TABLE five_year_target (
  jurisdiction_id  text NOT NULL REFERENCES jurisdiction,
  id               uuid NOT NULL,
  metric           text NOT NULL CHECK (metric <> ''),
  unit             text NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('cumulative', 'endLevel', 'averageGrowth')),
  from_year        integer NOT NULL CHECK (from_year BETWEEN 1950 AND 2200),
  to_year          integer NOT NULL CHECK (to_year BETWEEN from_year AND from_year + 19),
  target           numeric NOT NULL CHECK (target <> 'NaN'),
  baseline         numeric CHECK (baseline <> 'NaN'),
  force            text CHECK (force IN ('binding', 'anticipatory')),
  source           text NOT NULL CHECK (source <> ''),
  is_demonstration boolean NOT NULL,
  recorded_by      uuid,
  recorded_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, metric, from_year)
);

-- What a year brought, or what its annual plan asks; the highest number of a year counts.
CREATE TABLE five_year_figure (
  jurisdiction_id  text NOT NULL,
  target_id        uuid NOT NULL,
  year             integer NOT NULL,
  role             text NOT NULL CHECK (role IN ('figure', 'annual')),
  number           integer NOT NULL CHECK (number > 0),
  value            numeric NOT NULL CHECK (value <> 'NaN'),
  source           text NOT NULL CHECK (source <> ''),
  is_demonstration boolean NOT NULL,
  recorded_by      uuid,
  recorded_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, target_id, year, role, number),
  FOREIGN KEY (jurisdiction_id, target_id) REFERENCES five_year_target (jurisdiction_id, id)
);

-- A package of another level that was taken, or one of ours that went out; the same text is one row.
CREATE TABLE exchange_package (
  jurisdiction_id  text NOT NULL REFERENCES jurisdiction,
  id               uuid NOT NULL,
  sha256           text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  side             text NOT NULL CHECK (side IN ('sent', 'received')),
  partner_id       text NOT NULL CHECK (partner_id <> ''),
  partner_name     text NOT NULL,
  partner_level    text NOT NULL CHECK (partner_level IN ('province', 'city', 'district')),
  year             integer NOT NULL,
  body             jsonb NOT NULL,
  is_demonstration boolean NOT NULL,
  recorded_by      uuid,
  recorded_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, side, partner_id, sha256)
);

-- 征求意见: the lines on which the places are asked, before the plan is set.
CREATE TABLE consultation (
  jurisdiction_id  text NOT NULL,
  id               uuid NOT NULL,
  plan_id          uuid NOT NULL,
  title            text NOT NULL CHECK (title <> ''),
  due_on           date NOT NULL,
  is_demonstration boolean NOT NULL,
  recorded_by      uuid,
  recorded_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id)
);

CREATE TABLE consultation_line (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  consultation_id uuid NOT NULL,
  position        integer NOT NULL,
  commitment_id   uuid NOT NULL,
  metric          text NOT NULL,
  unit            text NOT NULL,
  printed         text NOT NULL,
  -- Null where the target has no number.
  goal            numeric CHECK (goal <> 'NaN'),
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, consultation_id, commitment_id, metric),
  FOREIGN KEY (jurisdiction_id, consultation_id) REFERENCES consultation (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

CREATE TABLE consultation_share (
  jurisdiction_id text NOT NULL,
  line_id         uuid NOT NULL,
  place_id        text NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  -- Null where the share was taken back.
  value           numeric CHECK (value <> 'NaN'),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, line_id, place_id, number),
  FOREIGN KEY (jurisdiction_id, line_id) REFERENCES consultation_line (jurisdiction_id, id)
);

CREATE TABLE consultation_letter (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  consultation_id uuid NOT NULL,
  place_id        text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, consultation_id, place_id),
  FOREIGN KEY (jurisdiction_id, consultation_id) REFERENCES consultation (jurisdiction_id, id)
);

-- Moves of a letter, numbered without gaps: of two people who move it from one state, the key lets one win.
CREATE TABLE consultation_event (
  jurisdiction_id text NOT NULL,
  letter_id       uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('send', 'comment', 'agree', 'answer', 'lapse')),
  state           text NOT NULL CHECK (state IN ('sent', 'commented', 'answered', 'agreed', 'lapsed')),
  reason          text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, letter_id, number),
  FOREIGN KEY (jurisdiction_id, letter_id) REFERENCES consultation_letter (jurisdiction_id, id)
);

-- What a move says of single lines: the place's wish, or the office's answer.
CREATE TABLE consultation_remark (
  jurisdiction_id text NOT NULL,
  letter_id       uuid NOT NULL,
  number          integer NOT NULL,
  line_id         uuid NOT NULL,
  wanted          numeric CHECK (wanted <> 'NaN'),
  words           text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, letter_id, number, line_id),
  FOREIGN KEY (jurisdiction_id, letter_id, number) REFERENCES consultation_event (jurisdiction_id, letter_id, number),
  FOREIGN KEY (jurisdiction_id, line_id) REFERENCES consultation_line (jurisdiction_id, id)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['monitor_indicator', 'monitor_place', 'monitor_import', 'monitor_figure', 'five_year_target',
                              'five_year_figure', 'exchange_package', 'consultation', 'consultation_line',
                              'consultation_share', 'consultation_letter', 'consultation_event', 'consultation_remark']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
