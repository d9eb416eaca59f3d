// Everything that happened to an inspection: moves and arrangements, newest first, with who, when and what was written.
import type { ReactNode } from 'react';
import { inspectionActionLabel } from '../../../core/vocabulary/supervise.ts';
import { moment } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import type { InspectionPage } from './state.tsx';

interface Step {
  readonly key: string;
  readonly at: string;
  readonly label: string;
  readonly by: string | null;
  readonly words: string;
  readonly approval: string;
  readonly notes: readonly string[];
}

function useSteps({ events, arrangements }: InspectionPage): readonly Step[] {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const moves = events.map(
    ({ number, action, by, receivedAt, words, approval, unitReceivedOn, dueOn, decision }): Step => ({
      ...{ key: `m${number}`, at: receivedAt, by, words, approval },
      label: action === 'plan' ? t.plannedWord : inspectionActionLabel[action][language],
      notes: [
        unitReceivedOn === null ? '' : t.receivedOn(unitReceivedOn),
        dueOn === null ? '' : t.dueOnWord(dueOn),
        decision === null ? '' : decision === 'changed' ? t.changed : t.upheld,
      ].filter(Boolean),
    }),
  );
  const arranged = arrangements.map(
    ({ number, what, by, recordedAt, reason, approval, from, to, members }): Step => ({
      ...{ key: `a${number}`, at: recordedAt, by, words: reason, approval, label: t.whats[what] },
      notes: [from === null ? '' : `${from} → ${to}`, members.join(language === 'zh' ? '、' : ', ')].filter(
        Boolean,
      ),
    }),
  );
  return [...moves, ...arranged].toSorted((a, b) => (Date.parse(a.at) < Date.parse(b.at) ? 1 : -1));
}

export function History({ page }: { readonly page: InspectionPage }): ReactNode {
  const t = useFeatureText(inspectionText);
  const steps = useSteps(page);
  return (
    <section className="card screen-only" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t.history}</h2>
        <span className="note end">{t.historyAt}</span>
      </div>
      <ol className="steps">
        {steps.map(({ key, at, label, by, words, approval, notes }) => (
          <li key={key}>
            <p>
              <b>{label}</b>
              <span className="note">
                {' '}
                {by ?? '—'} · <time dateTime={at}>{moment(at)}</time>
              </span>
            </p>
            {words !== '' && <p className="said">{words}</p>}
            {approval !== '' && (
              <p className="note">
                {t.approval} {approval}
              </p>
            )}
            {notes.map((note) => (
              <p key={note} className="note">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
