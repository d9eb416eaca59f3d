// Answers of project routes: register, board, one project, tables in and out, published tables, the meeting's sheet.
import type { projectRoutes } from '../../../core/contract/projects.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { type ProblemCode, problemText } from '../../../core/vocabulary/problem.ts';
import { recordEvidence, recordGuarantee, recordNote } from '../../act/project/add-work.ts';
import { adoptTable } from '../../act/project/adopt-table.ts';
import { moveBlocker, raiseBlocker } from '../../act/project/blockers.ts';
import { importMonths } from '../../act/project/import-months.ts';
import { importRegister, type TableRead } from '../../act/project/import-register.ts';
import { passGate } from '../../act/project/pass-gate.ts';
import { reportMonth } from '../../act/project/report-month.ts';
import { readProjectRules } from '../../act/project/rules.ts';
import { enterProject, reviseProject } from '../../act/project/save-entry.ts';
import type { Checked } from '../../act/project/standing.ts';
import { projectTemplate } from '../../act/project/template.ts';
import { limits } from '../../bytes/limits.ts';
import { readSheetRows } from '../../bytes/sheet-rows.ts';
import type { Context } from '../../context.ts';
import { getDispatch } from '../../view/project/dispatch.ts';
import { dispatchDocument, dispatchWorkbook } from '../../view/project/dispatch-file.ts';
import { getProjectList } from '../../view/project/list.ts';
import { getProjectPage } from '../../view/project/page.ts';
import { getProjectSummary } from '../../view/project/summary.ts';
import { getPublishedTables } from '../../view/project/tables.ts';
import { findingView } from '../../view/project/words.ts';
import { collect } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';
import { fill } from '../problem.ts';

type Table = typeof projectRoutes;

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const outcomeOf = ({ taken, refused, total }: TableRead) => ({
  ...{ accepted: taken.length, rejected: refused.length, total },
  taken: taken.map(({ sheet, row, name }) => ({ sheet, row: row + 1, name })),
  refused: refused.map(({ sheet, at, row, text, code, params }) => ({
    ...{ sheet, at, row: row + 1, text, code },
    message: fill(problemText[code], params),
  })),
});

/** A file of the meeting holds every line. */
const everyLine = 1_000_000;

function reads(context: Context) {
  return {
    'GET /api/projects': async ({ query, caller }) => succeed(await getProjectList(context, caller, query)),
    'GET /api/projects/summary': async ({ query, caller }) =>
      succeed(await getProjectSummary(context, caller, query)),
    'GET /api/projects/tables': async ({ query }) =>
      succeed(await getPublishedTables(context, query.document)),
    'GET /api/projects/template': async ({ query }) =>
      succeed({
        bytes: await projectTemplate(query.what),
        fileName: query.what === 'register' ? '项目清单导入模板.xlsx' : '月度投资导入模板.xlsx',
        mediaType: workbook,
      }),
    'GET /api/projects/dispatch': async ({ query, caller }) =>
      succeed(await getDispatch(context, caller, query)),
    'GET /api/projects/dispatch/file': async ({ query: { form, ...cut }, caller }) => {
      const sheet = await getDispatch(context, caller, cut, everyLine);
      const fileName = `重点项目调度清单-${sheet.asOf}.${form}`;
      return form === 'docx'
        ? succeed({ bytes: await dispatchDocument(sheet), fileName, mediaType: document })
        : succeed({ bytes: await dispatchWorkbook(sheet), fileName, mediaType: workbook });
    },
    'GET /api/projects/:projectId': ({ params, query, caller }) =>
      getProjectPage(context, caller, params.projectId, query),
  } satisfies Partial<HandlersOf<Table>>;
}

/** What was found, in the words of the city's own chain. */
async function said(context: Context, checked: Result<Checked, ProblemCode>) {
  if (!checked.ok) return checked;
  const { chain } = await readProjectRules(context);
  const { kept, id, number, findings } = checked.value;
  return succeed({ kept, id, number, findings: findings.map((each) => findingView(each, chain.value)) });
}

function writes(context: Context) {
  return {
    'POST /api/projects/tables': ({ body, caller, key }) => adoptTable(context, { caller, key }, body),
    'POST /api/projects/table': async ({ query, body, caller, key }) => {
      const bytes = await collect(body, limits.uploadBytes);
      if (!bytes.ok) return bytes;
      const sheets = await readSheetRows(bytes.value, query.name);
      if (!sheets.ok) return sheets;
      const take = query.what === 'register' ? importRegister : importMonths;
      const read = await take(context, { caller, key }, query, sheets.value);
      return read.ok ? succeed(outcomeOf(read.value)) : read;
    },
    'POST /api/projects': async ({ body, caller, key }) =>
      said(context, await enterProject(context, { caller, key }, body)),
    'POST /api/projects/:projectId/entries': async ({ params, body, caller, key }) =>
      said(context, await reviseProject(context, { caller, key }, params.projectId, body)),
    'POST /api/projects/:projectId/gates': async ({ params, body, caller, key }) =>
      said(context, await passGate(context, { caller, key }, params.projectId, body)),
    'POST /api/projects/:projectId/investments': async ({ params, body, caller, key }) => {
      const given = { ...body, periodEnd: isoDate(body.periodEnd) };
      return said(context, await reportMonth(context, { caller, key }, params.projectId, given));
    },
    'POST /api/projects/:projectId/guarantees': async ({ params, body, caller, key }) => {
      const given = { ...body, day: isoDate(body.day) };
      return said(context, await recordGuarantee(context, { caller, key }, params.projectId, given));
    },
    'POST /api/projects/:projectId/evidence': ({ params, body, caller, key }) =>
      recordEvidence(context, { caller, key }, params.projectId, {
        ...body,
        observedOn: isoDate(body.observedOn),
      }),
    'POST /api/projects/:projectId/notes': ({ params, body, caller, key }) =>
      recordNote(context, { caller, key }, params.projectId, body),
    'POST /api/projects/:projectId/blockers': ({ params, body, caller, key }) =>
      raiseBlocker(context, { caller, key }, params.projectId, body),
    'POST /api/projects/:projectId/blockers/:blockerId/moves': ({ params, body, caller, key }) =>
      moveBlocker(context, { caller, key }, params, body),
  } satisfies Partial<HandlersOf<Table>>;
}

export const answerProjects = (context: Context): HandlersOf<Table> => ({
  ...reads(context),
  ...writes(context),
});
