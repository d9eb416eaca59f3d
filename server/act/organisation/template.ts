// The empty workbook that the import of an organisation takes: its sheets and columns, with the words a cell may hold.
import writeXlsxFile from 'write-excel-file/node';
import {
  explanationSheet,
  organisationSheets,
  unitKindWords,
} from '../../../core/place/organisation-rows.ts';
import { roles } from '../../../core/place/role.ts';
import { roleText } from '../../../core/vocabulary/role.ts';

const header = (headings: readonly string[]) => [
  headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
];

const hints: Readonly<Record<string, readonly string[]>> = {
  类型: Object.keys(unitKindWords),
  角色: roles.map((role) => roleText[role].zh),
  主要负责: ['是', '否'],
};

/** Words a cell may hold stand in a sheet of their own, which the import passes over. */
export async function organisationTemplate(): Promise<Buffer> {
  const sheets = Object.entries(organisationSheets).map(([sheet, headings]) => ({
    sheet,
    columns: headings.map(() => ({ width: 22 })),
    data: header(headings),
  }));
  const words = Object.entries(hints).map(([heading, all]) => ({
    value: `${heading}：${all.join('、')}`,
    type: String,
  }));
  const explanation = {
    sheet: explanationSheet,
    columns: [{ width: 100 }],
    data: words.map((cell) => [cell]),
  };
  return writeXlsxFile([...sheets, explanation]).toBuffer();
}
