-- Sites of livelihood projects: what each is, what happened to it, who keeps it up, what was found and what the public says.

CREATE TABLE site (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  -- What the sign at the site leads to: short, and nothing that can be counted on from one to the next.
  code            text NOT NULL CHECK (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
  commitment_id   uuid NOT NULL,
  metric          text NOT NULL,
  -- Empty for the whole jurisdiction.
  place_id        text NOT NULL,
  name            text NOT NULL CHECK (name <> ''),
  -- How much of the target it brings.
  share           numeric NOT NULL CHECK (share > 0 AND share <> 'NaN'),
  unit            text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, code),
  -- The same table sent twice makes no second site.
  UNIQUE (jurisdiction_id, commitment_id, place_id, name),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);

-- What is known of a site, whole each time, numbered from 1: the newest counts, the others stay.
CREATE TABLE site_detail (
  jurisdiction_id text NOT NULL,
  site_id         uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  address         text NOT NULL,
  -- WGS-84; both or neither.
  longitude       double precision CHECK (longitude BETWEEN -180 AND 180),
  latitude        double precision CHECK (latitude BETWEEN -90 AND 90),
  standard        text NOT NULL,
  acceptance      text NOT NULL,
  -- Who answers for it, under the unit's own name.
  responsible     text NOT NULL,
  due_on          date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, site_id, number),
  CHECK ((longitude IS NULL) = (latitude IS NULL)),
  FOREIGN KEY (jurisdiction_id, site_id) REFERENCES site (jurisdiction_id, id)
);

-- Moves of a site, numbered from 1 without gaps: of two people who move it from one state, the key lets one win.
CREATE TABLE site_event (
  jurisdiction_id text NOT NULL,
  site_id         uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('start', 'finish', 'rework', 'accept', 'open', 'suspend', 'resume', 'cancel')),
  state           text NOT NULL CHECK (state IN ('planned', 'started', 'finished', 'accepted', 'inUse', 'suspended', 'cancelled')),
  words           text NOT NULL,
  -- The document that changes the plan, where a site is given up.
  amendment       text NOT NULL CHECK (action <> 'cancel' OR amendment <> ''),
  happened_on     date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, site_id, number),
  FOREIGN KEY (jurisdiction_id, site_id) REFERENCES site (jurisdiction_id, id)
);

-- Who keeps a site up, from when and until when; the newest counts.
CREATE TABLE site_upkeep (
  jurisdiction_id text NOT NULL,
  site_id         uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  unit            text NOT NULL CHECK (unit <> ''),
  duty            text NOT NULL CHECK (duty <> ''),
  starts_on       date NOT NULL,
  ends_on         date CHECK (ends_on >= starts_on),
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, site_id, number),
  FOREIGN KEY (jurisdiction_id, site_id) REFERENCES site (jurisdiction_id, id)
);

-- What an inspector found on the spot.
CREATE TABLE site_check (
  jurisdiction_id text NOT NULL,
  site_id         uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  outcome         text NOT NULL CHECK (outcome IN ('confirmed', 'refuted')),
  words           text NOT NULL CHECK (words <> ''),
  checked_on      date NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, site_id, number),
  FOREIGN KEY (jurisdiction_id, site_id) REFERENCES site (jurisdiction_id, id)
);

-- Photographs, without what a camera writes into them.
CREATE TABLE site_photo (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  site_id         uuid NOT NULL,
  media_type      text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
  sha256          text NOT NULL,
  bytes           bytea NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, site_id, sha256),
  FOREIGN KEY (jurisdiction_id, site_id) REFERENCES site (jurisdiction_id, id)
);

-- What visitors say. Neither who nor from where is kept: the hash of browser, site and day tells one browser's second
-- rating of a day, and nothing else.
CREATE TABLE site_rating (
  jurisdiction_id text NOT NULL,
  id              uuid NOT NULL,
  site_id         uuid NOT NULL,
  score           integer NOT NULL CHECK (score BETWEEN 1 AND 5),
  words           text NOT NULL,
  -- Low by the rule of that day: it became a lead.
  is_lead         boolean NOT NULL,
  given_on        date NOT NULL,
  browser_sha256  text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, site_id, given_on, browser_sha256),
  FOREIGN KEY (jurisdiction_id, site_id) REFERENCES site (jurisdiction_id, id)
);
CREATE INDEX site_rating_lead ON site_rating (jurisdiction_id, recorded_at) WHERE is_lead;

CREATE TABLE site_lead_event (
  jurisdiction_id text NOT NULL,
  rating_id       uuid NOT NULL,
  number          integer NOT NULL CHECK (number > 0),
  action          text NOT NULL CHECK (action IN ('passOn', 'answer', 'close', 'reopen', 'dismiss')),
  state           text NOT NULL CHECK (state IN ('open', 'passedOn', 'answered', 'closed', 'dismissed')),
  words           text NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, rating_id, number),
  FOREIGN KEY (jurisdiction_id, rating_id) REFERENCES site_rating (jurisdiction_id, id)
);

-- The city's own approved outlines (GeoJSON), with the number of the approval (审图号); the newest counts.
CREATE TABLE map_outline (
  jurisdiction_id text NOT NULL REFERENCES jurisdiction,
  id              uuid NOT NULL,
  -- 审图号, printed on the map: 地图管理条例 §26.
  approval        text NOT NULL CHECK (approval <> ''),
  -- Coordinates in WGS-84: rings of places.
  rings           jsonb NOT NULL,
  recorded_by     uuid,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (jurisdiction_id, id)
);

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['site', 'site_detail', 'site_event', 'site_upkeep', 'site_check', 'site_photo',
                              'site_rating', 'site_lead_event', 'map_outline']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   fact || '_stays', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                   fact || '_stays_whole', fact);
  END LOOP;
END $$;
