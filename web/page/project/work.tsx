// What stands behind a project: factors asked beside granted, evidence beside the report, dated words of people.
import { type ReactNode, useState } from 'react';
import { evidenceKinds } from '../../../core/project/evidence.ts';
import { factors } from '../../../core/project/guarantee.ts';
import { activityLabel, evidenceKindLabel, factorLabel } from '../../../core/vocabulary/project.ts';
import { call } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { money } from '../projects/parts.tsx';
import { CheckedForm, Findings } from './checked.tsx';
import type { ProjectPage, Work } from './page.ts';

function Section({
  id,
  title,
  may,
  button,
  form,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly may: boolean;
  readonly button: string;
  readonly form: (close: () => void) => ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {may && (
          <button
            type="button"
            className="button small end"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {button}
          </button>
        )}
      </div>
      {open && form(() => setOpen(false))}
      {children}
    </section>
  );
}

export function Guarantees({ page, work }: { readonly page: ProjectPage; readonly work: Work }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const form = (
    <CheckedForm
      fields={[
        {
          name: 'factor',
          label: t.factor,
          options: factors.map((value) => ({ value, label: factorLabel[value][language] })),
        },
        {
          name: 'kind',
          label: t.guaranteeKind,
          options: [
            { value: 'asked', label: t.askedFor },
            { value: 'granted', label: t.granted },
          ],
        },
        { name: 'day', label: t.day, kind: 'day', start: page.asOf },
        { name: 'amount', label: t.amount, maxLength: 30 },
        { name: 'unit', label: `${t.unit}（亩、公顷、吨标准煤、亿元）`, maxLength: 20 },
        { name: 'source', label: t.sourceDocument, optional: true, maxLength: 300 },
      ]}
      submit={t.addGuarantee}
      send={({ factor, kind, day = '', amount = '', unit = '', source = '' }) =>
        call(
          'POST /api/projects/:projectId/guarantees',
          {
            params: { projectId: page.id },
            body: {
              factor: factors.find((each) => each === factor) ?? 'land',
              kind: kind === 'granted' ? 'granted' : 'asked',
              ...{ day, amount, unit, source },
            },
          },
          undefined,
          crypto.randomUUID(),
        )
      }
    />
  );
  return (
    <Section
      id="guarantees"
      title={t.guarantees}
      may={page.may.write}
      button={t.addGuarantee}
      form={() => form}
    >
      {work.guarantees.length === 0 ? (
        <p className="card-body note">{t.noGuarantees}</p>
      ) : (
        <div className="table-box">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.factor}</th>
                {[t.askedFor, t.granted, t.gap].map((head) => (
                  <th key={head} scope="col" className="num">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {work.guarantees.map((row) => (
                <tr
                  key={row.factor}
                  title={row.entries
                    .map(({ day, amount, unit, source }) => `${day} ${amount}${unit} ${source}`)
                    .join('\n')}
                >
                  <th scope="row">
                    {factorLabel[row.factor][language]} <span className="unit">{row.unit}</span>
                    {row.findings.length > 0 && <Findings findings={row.findings} />}
                  </th>
                  <td className="num">{money(row.asked)}</td>
                  <td className="num figure">{money(row.granted)}</td>
                  <td className="num">
                    {row.gap !== null && Number(row.gap) > 0 ? (
                      <span className="tag warn">{money(row.gap)}</span>
                    ) : (
                      money(row.gap)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

export function Evidence({ page, work }: { readonly page: ProjectPage; readonly work: Work }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const activities = ['active', 'idle', 'unclear'] as const;
  const form = (close: () => void) => (
    <div className="pj-form">
      <PlainForm
        fields={[
          {
            name: 'kind',
            label: t.evidence,
            options: evidenceKinds.map((value) => ({ value, label: evidenceKindLabel[value][language] })),
          },
          { name: 'observedOn', label: t.observedOn, kind: 'day', start: page.asOf },
          {
            name: 'activity',
            label: t.activity,
            options: activities.map((value) => ({ value, label: activityLabel[value][language] })),
          },
          { name: 'physical', label: t.physical, optional: true, maxLength: 6 },
          { name: 'source', label: t.evidenceSource, maxLength: 300 },
          { name: 'words', label: t.words, optional: true, maxLength: 2000 },
        ]}
        submit={t.addEvidence}
        send={async ({ kind, observedOn = '', activity, physical = '', source = '', words = '' }) => {
          const body = {
            kind: evidenceKinds.find((each) => each === kind) ?? 'inspection',
            activity: activities.find((each) => each === activity) ?? 'unclear',
            physical: physical === '' ? null : physical,
            ...{ observedOn, source, words },
          };
          await call(
            'POST /api/projects/:projectId/evidence',
            { params: { projectId: page.id }, body },
            undefined,
            crypto.randomUUID(),
          );
          close();
        }}
      />
    </div>
  );
  return (
    <Section id="evidence" title={t.evidence} may={page.may.observe} button={t.addEvidence} form={form}>
      {work.evidenceFlags.length > 0 && (
        <div className="card-body">
          {work.evidenceFlags.map(({ month, message }) => (
            <p key={`${month} ${message.en}`}>
              <span className="tag warn">{t.flags.evidence}</span> {month.slice(0, 7)} {message[language]}
            </p>
          ))}
        </div>
      )}
      {work.evidence.length === 0 ? (
        <p className="card-body note">{t.noEvidence}</p>
      ) : (
        <ul className="pj-log">
          {work.evidence.map((row) => (
            <li key={row.id}>
              <p className="pj-line">
                <span className="tag">{evidenceKindLabel[row.kind][language]}</span>
                {row.observedOn} {activityLabel[row.activity][language]}
                {row.physical !== null && ` ${row.physical}%`}
              </p>
              <p className="note">
                {row.source}
                {row.words !== '' && ` · ${row.words}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="card-body note">{t.evidenceHint}</p>
    </Section>
  );
}

const noteKinds = ['risk', 'measure', 'next', 'confidence'] as const;
const confidences = ['sure', 'likely', 'doubtful'] as const;

export function Notes({ page, work }: { readonly page: ProjectPage; readonly work: Work }): ReactNode {
  const t = useFeatureText(projectsText);
  const last = work.notes.find(({ confidence }) => confidence !== null)?.confidence;
  const [kind, setKind] = useState<(typeof noteKinds)[number]>('risk');
  const form = (close: () => void) => (
    <div className="pj-form">
      <fieldset className="chips pj-tabs">
        <legend className="note">{t.noteKind}</legend>
        {noteKinds.map((id) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={kind === id}
            onClick={() => setKind(id)}
          >
            {t.noteKinds[id]}
          </button>
        ))}
      </fieldset>
      <PlainForm
        key={kind}
        fields={[
          ...(kind === 'confidence'
            ? [
                {
                  name: 'confidence',
                  label: t.noteKinds.confidence,
                  options: confidences.map((value) => ({ value, label: t.confidences[value] })),
                },
              ]
            : []),
          { name: 'words', label: t.notePrompts[kind], maxLength: 2000 },
        ]}
        submit={t.addNote}
        send={async ({ confidence, words = '' }) => {
          const body = { kind, words, confidence: confidences.find((each) => each === confidence) ?? null };
          await call(
            'POST /api/projects/:projectId/notes',
            { params: { projectId: page.id }, body },
            undefined,
            crypto.randomUUID(),
          );
          close();
        }}
      />
    </div>
  );
  return (
    <Section id="notes" title={t.notes} may={page.may.write} button={t.addNote} form={form}>
      {last != null && page.investment.percent !== null && (
        <p className="card-body">
          {t.confidenceBeside(Number(page.investment.percent).toFixed(1), t.confidences[last])}
        </p>
      )}
      {work.notes.length === 0 ? (
        <p className="card-body note">{t.noNotes}</p>
      ) : (
        <ul className="pj-log">
          {work.notes.map((row) => (
            <li key={`${row.at} ${row.kind} ${row.words}`}>
              <p className="pj-line">
                <span className="tag mark">{t.noteKinds[row.kind]}</span>
                {row.confidence !== null && <b>{t.confidences[row.confidence]}</b>} {row.words}
              </p>
              <p className="note">
                {row.by} {moment(row.at)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
