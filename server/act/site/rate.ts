// Takes a visitor's rating of a site: one a browser and day, no more than so many from one address; a low one becomes a lead.
import { createHash, randomUUID } from 'node:crypto';
import { becomesLead, checkRating } from '../../../core/observe/rating.ts';
import { isClaimed } from '../../../core/plan/site.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listSiteEvents } from '../../store/site/event.ts';
import { addRating } from '../../store/site/rating.ts';
import { getSiteByCode } from '../../store/site/site.ts';
import type { Throttle } from '../account/throttle.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { readSettings } from '../setting/read.ts';
import { readRatingRules } from './rules.ts';

export interface RatingBody {
  readonly score: number;
  readonly words: string;
  /** A random word of the browser's own. */
  readonly browser: string;
}

/** Hashed with site and day: from the stored row nobody can tell that two ratings came from one browser. */
const hashOf = (browser: string, siteId: string, day: string): string =>
  createHash('sha256').update(`${browser}\n${siteId}\n${day}`).digest('hex');

export async function rateSite(
  context: Context,
  { caller }: Actor,
  {
    code,
    address,
    throttle,
  }: { readonly code: string; readonly address: string; readonly throttle: Throttle },
  body: RatingBody,
): Promise<Result<{ becameLead: boolean }, ProblemCode>> {
  const limit = (await readSettings(context, 'site.ratingsPerAddress'))['site.ratingsPerAddress'];
  const admitted = throttle.admit(address, context.now(), limit);
  if (!admitted.ok) return fail('rating.tooMany', admitted.params);
  throttle.noteWrong(address, context.now());
  // No request key: whoever is signed in and rates is not remembered either.
  const nobody = { caller: { ...caller, accountId: null }, key: null };
  return perform<{ becameLead: boolean }, ProblemCode>(context, nobody, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const [site, rules] = [await getSiteByCode(db, jurisdiction, code), await readRatingRules(inside)];
    if (!site) return fail('site.notFound');
    const state = (await listSiteEvents(db, jurisdiction, site.id)).at(-1)?.state ?? 'planned';
    if (!isClaimed(state)) return fail('rating.tooEarly');
    const checked = checkRating(body.score, body.words, rules);
    if (!checked.ok) return checked;
    const givenOn = inside.today();
    const rating = { id: randomUUID(), siteId: site.id, ...checked.value, givenOn };
    const isLead = becomesLead(rating, rules);
    const browserSha256 = hashOf(body.browser, site.id, givenOn);
    if (!(await addRating(db, jurisdiction, { ...rating, isLead, browserSha256 })))
      return fail('rating.twice');
    if (isLead)
      await tell(inside, null, [
        {
          ...{ kind: 'lead.opened', objectKind: 'lead', objectId: rating.id, title: site.name },
          ...{ commitmentId: site.commitmentId, detail: { score: `${rating.score}` } },
          to: {
            seats: [
              { roles: ['leadUnit'], unit: site.leadUnit ?? site.responsible },
              { roles: ['district', 'street'], place: site.placeId },
            ],
          },
        },
      ]);
    note({ act: 'site.rate', objectKind: 'site', objectId: site.id, detail: { score: rating.score } });
    return succeed({ becameLead: isLead });
  });
}
