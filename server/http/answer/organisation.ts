// Answers of the organisation: departments with posts and office-holders, import from a workbook.
import type { administrationRoutes } from '../../../core/contract/administration.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { succeed } from '../../../core/result.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import { leavePost, takePost } from '../../act/organisation/hold-post.ts';
import { importOrganisation } from '../../act/organisation/import.ts';
import { organisationTemplate } from '../../act/organisation/template.ts';
import { readSheetRows } from '../../bytes/sheet-rows.ts';
import type { Context } from '../../context.ts';
import { listUnitAliases } from '../../store/jurisdiction.ts';
import { listHolders, listPosts, listUnits } from '../../store/people/organisation.ts';
import { collect } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';
import { fill } from '../problem.ts';

type Answered = Pick<
  HandlersOf<typeof administrationRoutes>,
  Extract<
    keyof typeof administrationRoutes,
    `${string}/api/organisation${string}` | `${string}/api/posts${string}` | `${string}/api/holders${string}`
  >
>;

const mostBytes = 10 * 1024 * 1024;

async function organisationOf({ db, jurisdiction }: Context) {
  const [units, posts, holders, aliases, accounts] = await Promise.all([
    listUnits(db, jurisdiction),
    listPosts(db, jurisdiction),
    listHolders(db, jurisdiction),
    listUnitAliases(db, jurisdiction),
    db
      .selectFrom('account')
      .select(['id', 'name'])
      .where('jurisdiction_id', '=', jurisdiction)
      .orderBy('login')
      .execute(),
  ]);
  const holdersOf = (postId: string) =>
    holders
      .filter((holder) => holder.postId === postId)
      .map(({ id, accountId, name, from, until }) => ({ id, accountId, name, from, to: until }));
  const postsOf = (unitId: string) =>
    posts
      .filter(({ unit_id }) => unit_id === unitId)
      .map(({ id, title, leads }) => ({ id, title, leads, holders: holdersOf(id) }));
  return {
    accounts,
    units: units.map(({ id, name, kind, place_id, parent_id }) => ({
      ...{ id, name, kind, place: place_id, parentId: parent_id },
      aliases: aliases.filter((alias) => alias.name === name).map(({ alias }) => alias),
      posts: postsOf(id),
    })),
  };
}

export function answerOrganisation(context: Context): Answered {
  return {
    'GET /api/organisation': async () => succeed(await organisationOf(context)),
    'POST /api/organisation/import': async ({ query, body, caller, key }) => {
      const bytes = await collect(body, mostBytes);
      if (!bytes.ok) return bytes;
      const sheets = await readSheetRows(bytes.value, 'organisation.xlsx');
      if (!sheets.ok) return sheets;
      const imported = await importOrganisation(context, { caller, key }, sheets.value, query.mode);
      if (!imported.ok) return imported;
      const { rows, passwords } = imported.value;
      const { total, accepted, rejected, cells } = rows;
      const named = cells.map((cell) => ({
        ...cell,
        message: fill(problemText[cell.code], { value: cell.value }),
      }));
      return succeed({ total, accepted, rejected, cells: named, passwords: [...passwords] });
    },
    'GET /api/organisation/template': async () => {
      const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return succeed({ bytes: await organisationTemplate(), fileName: '组织机构导入模板.xlsx', mediaType });
    },
    'POST /api/posts/:postId/holders': ({ params, body, caller, key }) =>
      takePost(context, { caller, key }, params.postId, {
        accountId: body.accountId,
        from: isoDate(body.from),
      }),
    'POST /api/holders/:holderId/end': ({ params, body, caller, key }) =>
      leavePost(context, { caller, key }, params.holderId, isoDate(body.on)),
  };
}
