// Imports as the screen shows them: those on their way with how far they are, the others with what became of them.
import type { registerRoutes } from '../../../core/contract/register.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { bases, purposeNames, purposes } from '../../../core/policy/register/consent.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type ProblemCode, problemText } from '../../../core/vocabulary/problem.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import type { ImportProgress } from '../../act/register/imports.ts';
import type { Context } from '../../context.ts';
import {
  countFaults,
  type FoundImport,
  getImport,
  listImports,
  listRejected,
} from '../../store/register/import.ts';
import type { StagedFault } from '../../store/register/staging.ts';
import { isBasis } from '../../store/register/stream.ts';

type ImportRow = OutputOf<
  (typeof registerRoutes)['GET /api/register/imports']['response']
>['imports'][number];
type ImportPage = OutputOf<(typeof registerRoutes)['GET /api/register/imports/:importId']['response']>;
type ProgressOf = (importId: string) => ImportProgress | undefined;

const steps: Readonly<Record<string, Words & { readonly percent: number }>> = {
  waiting: { zh: '等待中', en: 'waiting', percent: 0 },
  reading: { zh: '读取、核对与写入', en: 'reading, checking and writing', percent: 0 },
  settling: { zh: '写入最后一批', en: 'writing the last portion', percent: 97 },
  done: { zh: '完成', en: 'done', percent: 100 },
  refused: { zh: '未导入', en: 'refused', percent: 100 },
};
/** Reading is this part of the whole. */
const readingShare = 96;

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problemText, code);
const filled = ({ zh, en }: Words, params: Readonly<Record<string, string>>): Words => {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);
  return { zh: fill(zh), en: fill(en) };
};
export const problemWords = (code: string, params: Readonly<Record<string, string>>): Words =>
  isProblem(code) ? filled(problemText[code], params) : { zh: code, en: code };

export function rowOf(found: FoundImport, progress: ImportProgress | undefined): ImportRow {
  const { end } = found;
  const step = end ? end.state : (progress?.step ?? 'waiting');
  const words = steps[step] ?? { zh: step, en: step, percent: 0 };
  const state = end
    ? end.state === 'done'
      ? 'done'
      : 'refused'
    : step === 'waiting'
      ? 'waiting'
      : step === 'reading'
        ? 'reading'
        : 'settling';
  const counts = end ?? progress ?? { total: 0, accepted: 0, rejected: 0 };
  return {
    ...{ id: found.id, fileName: found.fileName, bytes: found.bytes, year: found.year, source: found.source },
    ...{ basis: isBasis(found.basis) ? bases[found.basis] : { zh: found.basis, en: found.basis } },
    purposes: purposeNames.filter((name) => found.purposes.includes(name)).map((name) => purposes[name]),
    ...{ consentUntil: found.consentUntil, proof: found.proof, by: found.by, at: found.at, state },
    ...{ total: counts.total, accepted: counts.accepted, rejected: counts.rejected },
    percent: step === 'reading' ? Math.floor((progress?.share ?? 0) * readingShare) : words.percent,
    step: { zh: words.zh, en: words.en },
    ...{ enterprises: end?.enterprises ?? 0, added: end?.added ?? 0, changed: end?.changed ?? 0 },
    ...{ unchanged: end?.unchanged ?? 0, unknownColumns: [...(end?.unknownColumns ?? [])] },
    problem: end?.state === 'refused' ? problemWords(end.problem, end.params) : null,
    milliseconds: end?.milliseconds ?? 0,
  };
}

export async function getImportList(
  { db, jurisdiction, today }: Context,
  progress: ProgressOf,
): Promise<{ imports: ImportRow[]; year: number }> {
  const found = await listImports(db, jurisdiction);
  // Figures of a year are known in the next.
  return {
    imports: found.map((each) => rowOf(each, progress(each.id))),
    year: Number(today().slice(0, 4)) - 1,
  };
}

export const faultWords = ({ code, line }: Pick<StagedFault, 'code' | 'line'>): Words =>
  problemWords(code, line === undefined ? {} : { line: String(line) });

const firstRows = 50;

export async function getImportPage(
  { db, jurisdiction }: Context,
  importId: string,
  progress: ProgressOf,
): Promise<Result<ImportPage, 'register.importNotFound'>> {
  const now = progress(importId);
  const found = await getImport(db, jurisdiction, importId);
  if (!found) return fail('register.importNotFound');
  const [faults, rejected] = [
    await countFaults(db, jurisdiction, importId),
    await listRejected(db, jurisdiction, importId, 0, firstRows),
  ];
  return succeed({
    import: rowOf(found, now),
    faults: faults.map((fault) => ({ ...fault, message: problemWords(fault.code, { line: '…' }) })),
    rejected: rejected.map(({ sheet, line, faults: own }) => ({
      ...{ sheet, row: line },
      faults: own.map((fault) => ({
        ...{
          at: fault.at,
          heading: fault.heading,
          text: fault.text,
          code: fault.code,
          message: faultWords(fault),
        },
      })),
    })),
  });
}
