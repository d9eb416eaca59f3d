// An organisation from a real workbook into the database; posts held by one at a time.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '../../../core/contract/permission.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { Notes } from '../../bytes/note.ts';
import { readCells } from '../../bytes/xlsx/read-xlsx.ts';
import { listUnitAliases } from '../../store/jurisdiction.ts';
import { getAccountByLogin } from '../../store/people/account.ts';
import { listPosts, listUnits } from '../../store/people/organisation.ts';
import { getSecret } from '../../store/people/secret.ts';
import { isPassword } from '../account/password.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { leavePost, takePost } from './hold-post.ts';
import { importOrganisation } from './import.ts';
import { organisationTemplate } from './template.ts';

let example: Example;
beforeAll(async () => {
  example = await openExample();
});
afterAll(() => example.store.close());

const actor = { caller: visitor, key: null };
const sheets = [
  {
    name: '单位',
    rows: [
      ['单位', '类型', '所在地区', '上级单位', '其他名称'],
      ['市政府', '市级', '', '', ''],
      ['市建委', '部门', '', '市政府', '市城乡建设委员会、市建设委'],
      ['市坏局', '什么', '', '', ''],
    ],
  },
  {
    name: '岗位',
    rows: [
      ['单位', '岗位', '主要负责'],
      ['市建委', '主任', '是'],
      ['市文旅局', '副主任', ''],
    ],
  },
  {
    name: '账号',
    rows: [
      ['账号名', '显示名称', '邮箱', '角色', '地区', '单位', '起始日'],
      ['jianwei', '市建委', 'a@example.org', '牵头单位', '', '市建委', '2024-01-01'],
    ],
  },
];

it('the template is a workbook that the import takes as it is: nothing in it, nothing wrong', async () => {
  const cells = readCells(await organisationTemplate(), new Notes());
  expect(cells.map(({ name }) => name)).toEqual(['单位', '岗位', '账号', '说明']);
  const checked = await importOrganisation(example.context, actor, cells, 'check');
  expect(checked).toMatchObject({ ok: true, value: { rows: { total: 0, rejected: 0, cells: [] } } });
});

describe('an import', () => {
  it('that only checks adds nothing', async () => {
    const { db, jurisdiction } = example.context;
    const checked = await importOrganisation(example.context, actor, sheets, 'check');
    expect(checked.ok && checked.value.rows).toMatchObject({ total: 6, accepted: 4, rejected: 2 });
    expect(await listUnits(db, jurisdiction)).toEqual([]);
  });
  it('takes the sound rows and names the bad cells; a second time nothing is added twice', async () => {
    const { db, jurisdiction } = example.context;
    const taken = await importOrganisation(example.context, actor, sheets, 'take');
    if (!taken.ok) throw new Error(taken.code);
    expect(taken.value.rows.cells.map(({ sheet, row, column }) => `${sheet}!${column}${row}`)).toEqual([
      '单位!B4',
      '岗位!A3',
    ]);
    const units = await listUnits(db, jurisdiction);
    expect(units.map(({ name }) => name).sort()).toEqual(['市建委', '市政府']);
    expect(units.find(({ name }) => name === '市建委')?.parent_id).toBe(
      units.find(({ name }) => name === '市政府')?.id,
    );
    expect(await listUnitAliases(db, jurisdiction)).toHaveLength(2);
    const account = await getAccountByLogin(db, jurisdiction, 'jianwei');
    const secret = await getSecret(db, jurisdiction, account?.id ?? '');
    const [given] = taken.value.passwords;
    expect(secret?.must_change).toBe(true);
    expect(await isPassword(given?.password ?? '', secret?.password ?? null)).toBe(true);
    const again = await importOrganisation(example.context, actor, sheets, 'take');
    expect(again.ok && again.value.rows).toMatchObject({ accepted: 0, rejected: 6 });
    expect(await listUnits(db, jurisdiction)).toHaveLength(2);
  });
});

describe('a post', () => {
  it('is held by one at a time, also when two are appointed at once', async () => {
    const { db, jurisdiction } = example.context;
    const [post] = await listPosts(db, jurisdiction);
    const account = await getAccountByLogin(db, jurisdiction, 'jianwei');
    const [postId, accountId] = [post?.id ?? '', account?.id ?? ''];
    const appoint = (from: string) =>
      takePost(example.context, actor, postId, { accountId, from: isoDate(from) });
    const both = await Promise.all([appoint('2024-01-01'), appoint('2024-03-01')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const first = both.find(({ ok }) => ok);
    const holderId = first?.ok ? first.value.holderId : '';
    expect(await leavePost(example.context, actor, holderId, isoDate('2023-12-31'))).toMatchObject({
      code: 'grant.endsBeforeStart',
    });
    expect(await leavePost(example.context, actor, holderId, isoDate('2024-06-30'))).toMatchObject({
      ok: true,
    });
    expect(await leavePost(example.context, actor, holderId, isoDate('2024-07-30'))).toMatchObject({
      code: 'post.ended',
    });
    expect(await appoint('2024-06-30')).toMatchObject({ code: 'post.held' });
    expect(await appoint('2024-07-01')).toMatchObject({ ok: true });
    const nobody = { accountId: randomUUID(), from: isoDate('2025-01-01') };
    expect(await takePost(example.context, actor, postId, nobody)).toMatchObject({ code: 'object.notFound' });
  });
});
