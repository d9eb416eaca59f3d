// Answers of register routes: list, page, consent, certificates, imports with their progress, tables to take away.
import { Readable } from 'node:stream';
import type { registerRoutes } from '../../../core/contract/register.ts';
import { purposeNames } from '../../../core/policy/register/consent.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import { allowUse } from '../../act/register/allow.ts';
import { certify } from '../../act/register/certify.ts';
import { holdEnterprise } from '../../act/register/hold.ts';
import type { ImportWish, RegisterImports } from '../../act/register/imports.ts';
import { revealContact } from '../../act/register/reveal.ts';
import { registerTemplate } from '../../act/register/template.ts';
import { tableBytes, type WrittenFormat } from '../../bytes/register/write-rows.ts';
import type { Context } from '../../context.ts';
import { getImport } from '../../store/register/import.ts';
import { getImportList, getImportPage } from '../../view/register/imports.ts';
import { getRegisterPage } from '../../view/register/list.ts';
import { getEnterprisePage } from '../../view/register/page.ts';
import { registerTable, rejectedTable } from '../../view/register/table.ts';
import { safeName } from '../collect.ts';
import type { Download, HandlersOf } from '../handler.ts';

type Table = typeof registerRoutes;

const mediaTypes: Readonly<Record<WrittenFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const tableOf = (
  format: WrittenFormat,
  name: string,
  rows: AsyncIterable<readonly (readonly string[])[]>,
): Download => ({
  bytes: Readable.from(tableBytes(format, name, rows), { objectMode: false }),
  fileName: `${name}.${format}`,
  mediaType: mediaTypes[format],
});

interface ImportQuery {
  readonly name: string;
  readonly year: string;
  readonly source: string;
  readonly basis: ImportWish['basis'];
  readonly purposes: string;
  readonly until?: string | undefined;
  readonly proof?: string | undefined;
}

function importWish({
  name,
  year,
  source,
  basis,
  purposes,
  until,
  proof = '',
}: ImportQuery): Result<ImportWish, ProblemCode> {
  const wanted = purposes.split(',');
  if (basis === 'consent' && (until === undefined || proof === '')) return fail('register.consentIncomplete');
  return succeed({
    ...{ fileName: safeName(name), year: Number(year), source, basis, proof },
    purposes: purposeNames.filter((purpose) => wanted.includes(purpose)),
    consentUntil: basis === 'consent' && until !== undefined ? isoDate(until) : null,
  });
}

/** `imports` is null where the server was opened without a place for files. */
export function answerRegister(context: Context, imports: RegisterImports | null): HandlersOf<Table> {
  const vault = imports?.vault ?? null;
  const progress = (importId: string) => imports?.progress(importId);
  return {
    'GET /api/register': async ({ query, caller }) => succeed(await getRegisterPage(context, caller, query)),
    'GET /api/register/table': async ({ query, caller }) =>
      succeed(tableOf(query.format, '企业名录', registerTable(context, caller, query))),
    'GET /api/register/template': async () =>
      succeed({
        bytes: await registerTemplate(),
        fileName: '企业名录导入模板.xlsx',
        mediaType: mediaTypes.xlsx,
      }),
    'POST /api/register/imports': async ({ query, body, caller, key }) => {
      const wish = importWish(query);
      if (!wish.ok) return wish;
      return imports ? imports.receive(body, wish.value, { caller, key }) : fail('server.busy');
    },
    'GET /api/register/imports': async () => succeed(await getImportList(context, progress)),
    'GET /api/register/imports/:importId': ({ params }) => getImportPage(context, params.importId, progress),
    'GET /api/register/imports/:importId/rejected': async ({ params, query }) => {
      const found = await getImport(context.db, context.jurisdiction, params.importId);
      if (!found) return fail('register.importNotFound');
      return succeed(tableOf(query.format, '未写入的行', rejectedTable(context, params.importId)));
    },
    'GET /api/register/:code': ({ params, query, caller }) =>
      getEnterprisePage(context, caller, params.code, { ...query, vault }),
    'POST /api/register/:code/consents': ({ params, body, caller, key }) =>
      allowUse(context, { caller, key }, params.code, body),
    'POST /api/register/:code/certificates': ({ params, body, caller, key }) =>
      certify(context, { caller, key }, params.code, body),
    'POST /api/register/:code/holders': ({ params, body, caller, key }) =>
      holdEnterprise(context, { caller, key }, params.code, body.login),
    'POST /api/register/:code/contact': ({ params, body, caller, key }) =>
      revealContact(context, { caller, key }, vault, params.code, body.reason),
  };
}
