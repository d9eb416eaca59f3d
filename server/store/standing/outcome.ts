// Counts of what districts and units achieved beside their figures: verified reports, notices closed in time, sites and their ratings.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface VerifiedCount {
  readonly place: string;
  readonly leadUnit: string | null;
  readonly commitmentId: string;
  readonly yes: number;
  readonly of: number;
}

/** Of reports that the lead unit accepted, for periods that ended by the day: how many an inspector confirmed. */
export async function countVerified(
  db: Db,
  jurisdiction: string,
  planId: string,
  asOf: IsoDate,
): Promise<VerifiedCount[]> {
  const { rows } = await sql<VerifiedCount>`
    SELECT report.place_id AS place, commitment.lead_unit AS "leadUnit", commitment.id AS "commitmentId",
           count(*) FILTER (WHERE last.state IN ('verified', 'locked'))::int AS yes, count(*)::int AS of
    FROM report
    JOIN commitment_now AS commitment ON commitment.jurisdiction_id = report.jurisdiction_id AND commitment.id = report.commitment_id
    CROSS JOIN LATERAL (
      SELECT state FROM report_event WHERE jurisdiction_id = report.jurisdiction_id AND report_id = report.id
      ORDER BY number DESC LIMIT 1) AS last
    WHERE report.jurisdiction_id = ${jurisdiction} AND commitment.plan_id = ${planId}
      AND report.period_end <= ${asOf} AND last.state IN ('accepted', 'verified', 'locked')
    GROUP BY 1, 2, 3`.execute(db);
  return rows;
}

export interface NoticeCount {
  readonly place: string;
  readonly unit: string;
  readonly inTime: number;
  readonly due: number;
}

/** Notices that were to be put right by the day, within the year of the plan; closed in time by the day it was received. */
export async function countNotices(
  db: Db,
  jurisdiction: string,
  since: IsoDate,
  asOf: IsoDate,
): Promise<NoticeCount[]> {
  const { rows } = await sql<NoticeCount>`
    SELECT notice.place_id AS place, notice.unit, count(*)::int AS due,
           count(*) FILTER (WHERE last.state = 'closed' AND last.received_on <= last.remedy_by)::int AS "inTime"
    FROM notice
    CROSS JOIN LATERAL (
      SELECT state, received_on, remedy_by FROM notice_event
      WHERE jurisdiction_id = notice.jurisdiction_id AND notice_id = notice.id AND received_on <= ${asOf}
      ORDER BY number DESC LIMIT 1) AS last
    WHERE notice.jurisdiction_id = ${jurisdiction} AND last.state NOT IN ('draft', 'withdrawn')
      AND last.remedy_by >= ${since} AND (last.remedy_by <= ${asOf} OR last.state = 'closed')
    GROUP BY 1, 2`.execute(db);
  return rows;
}

export interface SiteCount {
  readonly commitmentId: string;
  readonly sites: number;
  readonly finished: string;
  readonly accepted: string;
  /** Ratings, and those of four or five. */
  readonly asked: number;
  readonly yes: number;
}

/** Sites of each promise: how much of its target is finished, how much is accepted, and how visitors rate them. */
export async function countSites(db: Db, jurisdiction: string, asOf: IsoDate): Promise<SiteCount[]> {
  const { rows } = await sql<SiteCount>`
    WITH standing AS (
      SELECT site.id, site.commitment_id, site.share, last.state
      FROM site
      LEFT JOIN LATERAL (
        SELECT state FROM site_event WHERE jurisdiction_id = site.jurisdiction_id AND site_id = site.id
          AND happened_on <= ${asOf} ORDER BY number DESC LIMIT 1) AS last ON true
      WHERE site.jurisdiction_id = ${jurisdiction} AND last.state IS DISTINCT FROM 'cancelled'),
    rated AS (
      SELECT site_id, count(*) AS asked, count(*) FILTER (WHERE score >= 4) AS yes FROM site_rating
      WHERE jurisdiction_id = ${jurisdiction} AND given_on <= ${asOf} GROUP BY site_id)
    SELECT commitment_id AS "commitmentId", count(*)::int AS sites,
           coalesce(sum(share) FILTER (WHERE state IN ('finished', 'accepted', 'inUse')), 0)::text AS finished,
           coalesce(sum(share) FILTER (WHERE state IN ('accepted', 'inUse')), 0)::text AS accepted,
           coalesce(sum(asked), 0)::int AS asked, coalesce(sum(yes), 0)::int AS yes
    FROM standing LEFT JOIN rated ON rated.site_id = standing.id
    GROUP BY commitment_id`.execute(db);
  return rows;
}
