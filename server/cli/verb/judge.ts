// bihuan judge: the rows of a document's own indicator tables, judged again, beside what the document says of them.

import type { JudgeReport } from '../../../core/assess/judge.ts';
import { statusLabel } from '../../../core/vocabulary/assessment.ts';
import { columns } from '../print.ts';
import { fill, type Voice } from '../terminal.ts';
import { words } from '../words.ts';

export const allAgree = (report: JudgeReport): boolean => report.agree === report.of;

export function showJudgement(report: JudgeReport, voice: Voice, width: number): string[] {
  if (report.rows.length === 0) return [voice.say(words.noRows)];
  const header = voice.say(words.judgeHeader).split('|');
  const rows = report.rows.map((row) => [
    row.number,
    row.name,
    row.target,
    row.actual,
    voice.say(statusLabel[row.verdict]),
    row.printed ?? '',
    row.agrees === null ? '' : voice.say(row.agrees ? words.agrees : words.differs),
  ]);
  const share = (part: number) => Math.max(10, Math.floor(width * part));
  const [first = '', ...lines] = columns(
    [header, ...rows],
    [6, share(0.28), share(0.2), share(0.14), 12, 14, 8],
  );
  const { paint } = voice;
  return [
    paint.bold(first),
    ...lines.map((line, at) => (report.rows[at]?.agrees === false ? paint.red(line) : line)),
    '',
    fill(voice.say(words.judged), {
      of: String(report.of),
      agree: String(report.agree),
      undecided: String(report.undecided),
    }),
  ];
}
