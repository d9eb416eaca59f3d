// Tables to take away: the register as narrowed, personal data masked; the rejected rows of an import with what is wrong in each.
import type { Caller } from '../../../core/contract/permission.ts';
import { maskIdNumber, maskName, maskPhone } from '../../../core/policy/register/person.ts';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { type ListedEnterprise, listPage } from '../../store/register/current.ts';
import { listContacts } from '../../store/register/enterprise.ts';
import { listRejected } from '../../store/register/import.ts';
import { faultWords } from './imports.ts';
import { industryText, type Narrowing, wishOf } from './list.ts';

type Rows = AsyncGenerator<readonly (readonly string[])[]>;

const portion = 5_000;

const headings = [
  ...[
    '统一社会信用代码',
    '企业名称',
    '所在区县',
    '数据年度',
    '行业代码',
    '职工人数',
    '上年营业收入',
    '法定代表人',
  ],
  ...['联系电话', '法定代表人证件号码'],
];

export async function* registerTable(context: Context, caller: Caller, query: Narrowing): Rows {
  const { db, jurisdiction } = context;
  const wish = await wishOf(context, caller, query);
  const places = new Map((await listAllPlaces(db, jurisdiction)).map(({ id, name }) => [id, name]));
  yield [headings];
  let after: { value: string; code: string } | null = null;
  for (;;) {
    const page: ListedEnterprise[] = await listPage(db, jurisdiction, {
      ...{ ...wish, sort: 'code', descending: false, after, limit: portion },
    });
    const contacts = await listContacts(
      db,
      jurisdiction,
      page.map(({ code }) => code),
    );
    yield page.map((row) => {
      const contact = contacts.get(row.code);
      return [
        ...[row.code, row.name, places.get(row.placeId) ?? '', String(row.year), industryText(row.industry)],
        ...[
          row.employees === null ? '' : String(row.employees),
          row.revenue === null ? '' : moneyText(row.revenue).zh,
        ],
        ...[
          maskName(contact?.representative ?? ''),
          maskPhone(contact?.phone ?? ''),
          maskIdNumber(contact?.idNumber ?? ''),
        ],
      ];
    });
    const last = page.at(-1);
    if (page.length < portion || !last) return;
    after = { value: last.code, code: last.code };
  }
}

/** Every row with its place, its faults in words, and its cells as they stood. */
export async function* rejectedTable({ db, jurisdiction }: Context, importId: string): Rows {
  yield [['工作表', '行', '问题（单元格：原因）', '原内容（个人信息已遮蔽）']];
  for (let after = 0; ; ) {
    const rows = await listRejected(db, jurisdiction, importId, after, portion);
    yield rows.map(({ sheet, line, faults, cells }) => [
      ...[sheet, String(line)],
      faults
        .map((fault) => `${fault.at} ${fault.heading}“${fault.text}”：${faultWords(fault).zh}`)
        .join('；'),
      ...cells,
    ]);
    const last = rows.at(-1);
    if (rows.length < portion || !last) return;
    after = last.number;
  }
}
