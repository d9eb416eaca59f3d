// Loads the sample sites of the sample city: invented places that say so in their names, for promises that were published.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Caller } from '../../../core/contract/permission.ts';
import { becomesLead, isScore, type RatingSettings } from '../../../core/observe/rating.ts';
import { readGrid } from '../../../core/observe/report-paste.ts';
import { type SiteAction, type SiteState, siteLifecycle } from '../../../core/plan/site.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { addCheck } from '../../store/site/check.ts';
import { addSiteEvent } from '../../store/site/event.ts';
import { addRating } from '../../store/site/rating.ts';
import { listSites } from '../../store/site/site.ts';
import { addUpkeep } from '../../store/site/upkeep.ts';
import { importSites } from './import.ts';
import { readRatingRules } from './rules.ts';

const sampleOffice: Caller = {
  ...{ accountId: null, name: '示例', scopes: null },
  grants: [{ role: 'supervisionOffice', place: null, unit: null, from: isoDate('2020-01-01'), to: null }],
};

/** The way to each state, so that the samples obey the table of moves. */
const wayTo: Readonly<Record<SiteState, readonly SiteAction[]>> = {
  planned: [],
  started: ['start'],
  finished: ['start', 'finish'],
  accepted: ['start', 'finish', 'accept'],
  inUse: ['start', 'finish', 'accept', 'open'],
  suspended: ['start', 'finish', 'accept', 'open', 'suspend'],
  cancelled: ['cancel'],
};

const isState = (text: string): text is SiteState => Object.hasOwn(wayTo, text);

type Cells = ReadonlyMap<string, string>;

async function live(
  { db, jurisdiction }: Context,
  siteId: string,
  cells: Cells,
  rules: RatingSettings,
): Promise<void> {
  const text = (name: string): string => cells.get(name) ?? '';
  const state = text('状态');
  const recordedBy = null;
  let now: SiteState = 'planned';
  for (const [at, action] of (isState(state) ? wayTo[state] : []).entries()) {
    now = siteLifecycle.moves[action].path[now] ?? now;
    const happenedOn = isoDate(
      `2024-${['03', '10', '11', '12', '12'][at] ?? '12'}-${at === 4 ? '28' : '15'}`,
    );
    const move = { siteId, number: at + 1, action, state: now, words: '示例记录', amendment: '' };
    await addSiteEvent(db, jurisdiction, { ...move, happenedOn, recordedBy });
  }
  const outcome = text('核验');
  if (outcome === 'confirmed' || outcome === 'refuted') {
    const words = outcome === 'confirmed' ? '示例：现场与填报一致' : '示例：现场尚未完工';
    const check = { siteId, number: 1, outcome, words, checkedOn: isoDate('2024-12-20') } as const;
    await addCheck(db, jurisdiction, { ...check, recordedBy });
  }
  if (text('运维单位') !== '')
    await addUpkeep(db, jurisdiction, {
      ...{ siteId, number: 1, unit: text('运维单位'), duty: text('运维内容') },
      startsOn: isoDate(text('运维开始')),
      endsOn: text('运维结束') === '' ? null : isoDate(text('运维结束')),
      recordedBy,
    });
  for (const [at, given] of text('评价').split(' ').filter(Boolean).entries()) {
    const [score, words = ''] = given.split(':');
    if (!isScore(Number(score))) continue;
    const rating = { id: randomUUID(), siteId, score: Number(score), words, givenOn: isoDate('2024-12-26') };
    const browserSha256 = createHash('sha256').update(`sample ${siteId} ${at}`).digest('hex');
    if (!isScore(rating.score)) continue;
    const whole = { ...rating, score: rating.score };
    await addRating(db, jurisdiction, { ...whole, isLead: becomesLead(whole, rules), browserSha256 });
  }
}

/** Sites of the file in the folder, if there is one; a row whose promise the plan does not hold is passed over. */
export async function loadSampleSites(context: Context, folder: string): Promise<void> {
  const file = join(folder, 'sites.csv');
  if (!existsSync(file)) return;
  const { db, jurisdiction } = context;
  const [heading = [], ...rows] = readGrid(await readFile(file, 'utf8')).cells;
  const cellsOf = (row: readonly string[]): Cells =>
    new Map(heading.map((name, at) => [name, row[at] ?? '']));
  const projects = await db
    .selectFrom('commitment')
    .select(['id', 'title'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('kind', '=', 'livelihood')
    .execute();
  const rules = await readRatingRules(context);
  for (const title of new Set(rows.map((row) => row[0] ?? ''))) {
    const project = title === '' ? undefined : projects.find((one) => one.title.includes(title));
    if (!project) continue;
    const own = rows.filter((row) => row[0] === title);
    const wish = { commitmentId: project.id, metric: '', system: 'wgs84', mode: 'take' } as const;
    const sheet = { name: 'sites.csv', rows: [heading, ...own] };
    const read = await importSites(context, { caller: sampleOffice, key: null }, wish, [sheet]);
    if (!read.ok || read.value.refused.length > 0)
      throw new Error(`sample sites of ${title}: ${read.ok ? read.value.refused[0]?.code : read.code}`);
    const idOf = new Map(
      (await listSites(db, jurisdiction, { commitment: project.id })).map(({ id, name }) => [name, id]),
    );
    for (const row of own) await live(context, idOf.get(row[1] ?? '') ?? '', cellsOf(row), rules);
  }
}
