// One figure to fill in: what it is, what it was, what is expected, and two fields; what is wrong stands under them.
import { Link } from '@tanstack/react-router';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { fillWords } from '../../../core/vocabulary/assessment.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import { dueStateLabel, reportStateLabel } from '../../../core/vocabulary/report.ts';
import { amount, shortDay } from '../../text/format.ts';
import { type Language, useFeatureText, useLanguage } from '../../text/language.tsx';
import { reportsText } from '../../text/reports.ts';
import type { Drafts, Finding, OwedRow } from './drafts.ts';

const isProblem = (code: string): code is keyof typeof problemText => Object.hasOwn(problemText, code);

export const findingWords = ({ code, params }: Finding, language: Language): string =>
  isProblem(code) ? fillWords(problemText[code][language], params) : code;

export const isEditable = ({ state }: OwedRow): boolean =>
  state === null || state === 'draft' || state === 'returned';

/** Up and down go to the same field of the row above or below, as in a spreadsheet. */
function moveFocus(event: KeyboardEvent<HTMLElement>, field: string): void {
  const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  const fields = [...document.querySelectorAll<HTMLElement>(`[data-field="${field}"]`)];
  const next = fields[fields.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function State({ row, typed }: { readonly row: OwedRow; readonly typed: boolean }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(reportsText);
  const isLate = row.due === 'late' || row.due === 'receivedLate';
  const state = row.state ?? (typed ? 'draft' : null);
  const word = state === null ? t.empty : reportStateLabel[state][language];
  const tone =
    row.state === 'returned' ? 'late' : row.state === 'verified' || row.state === 'locked' ? 'good' : 'mark';
  return (
    <>
      {row.reportId === null ? (
        <span className={state === null ? 'quiet' : 'tag'}>{word}</span>
      ) : (
        <Link to="/reports/$reportId" params={{ reportId: row.reportId }} className={`tag ${tone}`}>
          {word}
        </Link>
      )}
      {isLate && (
        <span className="figures-late">
          <span aria-hidden="true">▲</span>{' '}
          {row.daysLate > 0 ? t.daysLate(row.daysLate) : dueStateLabel[row.due][language]}
        </span>
      )}
      {row.changes > 0 && <span className="note">{t.changes(row.changes)}</span>}
    </>
  );
}

export function EntryRow({
  row,
  index,
  mine,
  drafts,
  paste,
}: {
  readonly row: OwedRow;
  readonly index: number;
  readonly mine: boolean;
  readonly drafts: Drafts;
  readonly paste: (text: string, index: number) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(reportsText);
  const text = drafts.textOf(row);
  const findings = drafts.findingsOf(row);
  const refused = findings.some(({ weight }) => weight === 'refuses');
  const open = mine && isEditable(row);
  const id = `figure-${index}`;
  const name = row.title.includes(row.metric) ? row.title : `${row.title} · ${row.metric}`;
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(pasted.trim())) return;
    event.preventDefault();
    paste(pasted, index);
  };
  return (
    <tr className={row.state === 'returned' ? 'returned' : undefined}>
      <td className="num quiet">{row.number}</td>
      <th scope="row">
        <Link
          to="/commitments/$commitmentId"
          params={{ commitmentId: row.commitmentId }}
          className="two-lines"
        >
          {name}
        </Link>
        <span className="note">
          {[row.place, row.period, row.lists.length > 1 ? t.serves(row.lists.length) : '']
            .filter((each) => each !== '')
            .join(' · ')}
        </span>
        {row.reason !== '' && <span className="field-fault">{t.returnedWith(row.reason)}</span>}
      </th>
      <td className="num last" data-label={t.last}>
        {row.last === null ? '—' : amount(row.last.amount)}
        {row.last !== null && <span className="note period">{row.last.period}</span>}
      </td>
      <td className="num" data-label={t.expected}>
        {row.expected === null ? '—' : amount(row.expected)}
      </td>
      <td className="num entry value" data-label={t.value}>
        {row.worded ? (
          <span className="quiet">—</span>
        ) : open ? (
          <input
            className="field-input num"
            inputMode="decimal"
            autoComplete="off"
            data-field="value"
            aria-label={`${name} ${t.value}`}
            aria-invalid={refused}
            aria-describedby={findings.length > 0 ? `${id}-findings` : undefined}
            value={text.value}
            onChange={(event) => drafts.type(row, { value: event.target.value })}
            onKeyDown={(event) => moveFocus(event, 'value')}
            onPaste={onPaste}
          />
        ) : (
          <b>{text.value === '' ? '—' : amount(text.value)}</b>
        )}
      </td>
      <td className="quiet unit">{row.unit}</td>
      <td className="entry statement" data-label={t.statement}>
        {open ? (
          <input
            className="field-input"
            autoComplete="off"
            data-field="statement"
            aria-label={`${name} ${t.statement}`}
            aria-invalid={row.worded && refused}
            value={text.statement}
            onChange={(event) => drafts.type(row, { statement: event.target.value })}
            onKeyDown={(event) => moveFocus(event, 'statement')}
            onPaste={row.worded ? onPaste : undefined}
          />
        ) : (
          <span className="two-lines">{text.statement}</span>
        )}
        {findings.length > 0 && (
          <ul id={`${id}-findings`} className="figure-findings">
            {findings.map((finding) => (
              <li key={finding.code} className={finding.weight}>
                {findingWords(finding, language)}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="num quiet due" data-label={t.due}>
        {shortDay(row.dueOn, Number(row.dueOn.slice(0, 4)))}
      </td>
      <td className="state">
        <State row={row} typed={text.value.trim() !== '' || text.statement.trim() !== ''} />
      </td>
    </tr>
  );
}
