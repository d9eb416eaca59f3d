// Blockers of a project: who must solve them by when, what happened, and what the reader may do next.
import { type ReactNode, useState } from 'react';
import { type BlockerAction, blockerKinds } from '../../../core/project/blocker.ts';
import { blockerActionLabel, blockerKindLabel, blockerStateLabel } from '../../../core/vocabulary/project.ts';
import { call } from '../../api.ts';
import { type PlainField, PlainForm } from '../../part/plain-form.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import type { ProjectPage, Work } from './page.ts';

type Blocker = Work['blockers'][number];

const assigns: ReadonlySet<BlockerAction> = new Set(['assign', 'reassign', 'reopen']);
const freeWords: ReadonlySet<BlockerAction> = new Set(['assign', 'accept']);

function MoveForm({
  page,
  blocker,
  action,
}: {
  readonly page: ProjectPage;
  readonly blocker: Blocker;
  readonly action: BlockerAction;
}): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const own = blocker.unit ?? page.entry.leadUnit ?? '';
  const units = page.units.includes(own) || own === '' ? page.units : [own, ...page.units];
  const assignFields: PlainField[] = [
    { name: 'unit', label: t.assignTo, options: units.map((value) => ({ value, label: value })), start: own },
    { name: 'dueOn', label: t.due, kind: 'day', start: blocker.dueOn ?? '' },
  ];
  return (
    <PlainForm
      fields={[
        ...(assigns.has(action) ? assignFields : []),
        { name: 'words', label: t.moveWordsOf[action], optional: freeWords.has(action), maxLength: 2000 },
      ]}
      submit={t.confirm(blockerActionLabel[action][language])}
      send={async ({ unit = '', dueOn = '', words = '' }) => {
        await call(
          'POST /api/projects/:projectId/blockers/:blockerId/moves',
          {
            params: { projectId: page.id, blockerId: blocker.id },
            body: {
              ...{ action, words, after: blocker.after },
              unit: unit === '' ? null : unit,
              dueOn: dueOn === '' ? null : dueOn,
            },
          },
          undefined,
          crypto.randomUUID(),
        );
      }}
    />
  );
}

function One({ page, blocker }: { readonly page: ProjectPage; readonly blocker: Blocker }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const [open, setOpen] = useState<BlockerAction | null>(null);
  const tone = blocker.late
    ? 'late'
    : blocker.state === 'closed'
      ? 'good'
      : blocker.state === 'withdrawn'
        ? ''
        : 'warn';
  return (
    <li>
      <p className="pj-line">
        <span className={`tag ${tone}`}>
          {blocker.late ? t.flags.blockerLate : blockerStateLabel[blocker.state][language]}
        </span>
        <span className="tag">{blockerKindLabel[blocker.kind][language]}</span>
        <b>{blocker.words}</b>
      </p>
      <p className="note">
        {t.raisedBy(blocker.raisedBy, blocker.raisedOn)}
        {blocker.unit !== null && ` · ${t.assignTo} ${t.toUnit(blocker.unit, blocker.dueOn)}`}
      </p>
      {blocker.moves.map((move) => (
        <p key={`${move.on} ${move.action} ${move.words}`} className="note">
          {move.on} {move.by} {blockerActionLabel[move.action][language]}
          {assigns.has(move.action) && ` ${t.toUnit(move.unit, move.dueOn)}`}
          {move.words !== '' && ` · ${move.words}`}
        </p>
      ))}
      {blocker.offers.length > 0 && (
        <p className="pj-line">
          {blocker.offers.map(({ action, unmet }) => (
            <span key={action}>
              <button
                type="button"
                className="button small"
                disabled={unmet.length > 0}
                aria-expanded={open === action}
                onClick={() => setOpen(open === action ? null : action)}
              >
                {blockerActionLabel[action][language]}
              </button>
              {unmet.map(({ code, message }) => (
                <span key={code} className="note">
                  {' '}
                  {message[language]}
                </span>
              ))}
            </span>
          ))}
        </p>
      )}
      {open !== null && blocker.offers.some(({ action }) => action === open) && (
        <MoveForm key={open} page={page} blocker={blocker} action={open} />
      )}
    </li>
  );
}

export function Blockers({ page, work }: { readonly page: ProjectPage; readonly work: Work }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="blockers">
      <div className="card-head">
        <h2 id="blockers">{t.blockers}</h2>
        {page.may.unblock && (
          <button
            type="button"
            className="button small end"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t.raise}
          </button>
        )}
      </div>
      {open && (
        <div className="pj-form">
          <PlainForm
            fields={[
              {
                name: 'kind',
                label: t.blockerKind,
                options: blockerKinds.map((value) => ({ value, label: blockerKindLabel[value][language] })),
              },
              { name: 'words', label: t.blockerWords, maxLength: 2000 },
            ]}
            submit={t.raise}
            send={async ({ kind, words = '' }) => {
              const chosen = blockerKinds.find((each) => each === kind) ?? 'other';
              const ask = { params: { projectId: page.id }, body: { kind: chosen, words } };
              await call('POST /api/projects/:projectId/blockers', ask, undefined, crypto.randomUUID());
              setOpen(false);
            }}
          />
        </div>
      )}
      {work.blockers.length === 0 ? (
        <p className="card-body note">{t.noBlockers}</p>
      ) : (
        <ul className="pj-log">
          {work.blockers.map((blocker) => (
            <One key={blocker.id} page={page} blocker={blocker} />
          ))}
        </ul>
      )}
    </section>
  );
}
