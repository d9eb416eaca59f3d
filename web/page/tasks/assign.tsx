// Giving the whole filtered list to other owners: what shall change, what that would do to each, and only then the act.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Answer, type Ask, type CommitmentList, call } from '../../api.ts';
import { useSend, useWhen, useWords } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { PlainForm, type Values } from '../../part/plain-form.tsx';
import { useProblemWords } from '../../part/state.tsx';
import { isStatus } from '../../part/status.tsx';
import { assignText } from '../../text/assign.ts';
import { wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { planYearText } from '../../text/plan-year.ts';

type Body = Ask<'POST /api/commitments/assignments'>['body'];
type Checked = Answer<'POST /api/commitments/assignments/check'>;

/** The filters of the screen, as the server applies them. */
function useFilter(kind: Body['filter']['kind']): Body['filter'] {
  const words = useWords();
  const { knownOn: _past, ...when } = useWhen();
  return {
    ...when,
    ...(kind === undefined ? {} : { kind }),
    ...(isStatus(words.status) ? { status: words.status } : {}),
    ...(words.unit === undefined ? {} : { unit: words.unit }),
    ...(words.official === undefined ? {} : { official: words.official }),
    ...(words.field === undefined ? {} : { field: words.field }),
    ...(words.taskForce === undefined ? {} : { taskForce: words.taskForce }),
    ...(words.search === undefined ? {} : { search: words.search }),
  };
}

const unitsOf = (text: string): string[] =>
  text
    .split(/[、，,;；\n]+/)
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '');

const clearing = new Set(['无', 'none']);
const cleared = (text: string): string => (clearing.has(text) ? '' : text);

function changeOf(values: Values): Body['change'] {
  const { leadUnit = '', official = '', taskForce = '', addSupport = '', dropSupport = '' } = values;
  const [add, drop] = [unitsOf(addSupport), unitsOf(dropSupport)];
  return {
    ...(leadUnit === '' ? {} : { leadUnit }),
    ...(official === '' ? {} : { official: cleared(official) }),
    ...(taskForce === '' ? {} : { taskForce: cleared(taskForce) }),
    ...(add.length === 0 ? {} : { addSupport: add }),
    ...(drop.length === 0 ? {} : { dropSupport: drop }),
  };
}

interface Looked {
  readonly checked: Checked;
  readonly body: Body;
}

function Refused({ refused }: { readonly refused: Checked['refused'] }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(assignText);
  if (refused.length === 0) return null;
  return (
    <>
      <p className="field-fault">{t.refused(refused.length)}</p>
      <ul className="assign-rows">
        {refused.map((one) => (
          <li key={one.id}>
            {one.number} {wide(one.title)} <span className="note">{one[language]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Confirm({
  looked,
  back,
  done,
}: {
  readonly looked: Looked;
  readonly back: () => void;
  readonly done: (changed: number) => void;
}): ReactNode {
  const t = useFeatureText(assignText);
  const problemWords = useProblemWords();
  const [fault, setFault] = useState('');
  const { checked, body } = looked;
  const send = useSend('POST /api/commitments/assignments', {
    onSuccess: ({ changed }) => done(changed),
    onError: (cause) => setFault(problemWords(cause)),
  });
  return (
    <div className="assign-confirm" role="status">
      <p>
        <b>{t.checked(checked.changes, checked.total)}</b>
        {checked.same > 0 && <span className="note"> {t.same(checked.same)}</span>}
      </p>
      {checked.examples.length > 0 && (
        <ul className="assign-rows">
          {checked.examples.map((one) => (
            <li key={one.id}>
              {wide(one.title)}{' '}
              <span className="note">
                {wide(one.before ?? '—')}
                {one.before !== one.after && ` → ${wide(one.after ?? '—')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Refused refused={checked.refused} />
      {fault !== '' && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
      {checked.changes === 0 && checked.refused.length === 0 && <p>{t.nothing}</p>}
      <p className="item-buttons">
        {checked.changes > 0 && checked.refused.length === 0 && (
          <button
            type="button"
            className="button primary"
            disabled={send.isPending}
            onClick={() => send.mutate({ body })}
          >
            {t.confirm(checked.changes)}
          </button>
        )}
        <button type="button" className="button" onClick={back}>
          {t.back}
        </button>
      </p>
    </div>
  );
}

function Panel({
  list,
  kind,
  done,
}: {
  readonly list: CommitmentList;
  readonly kind: Body['filter']['kind'];
  readonly done: (changed: number) => void;
}): ReactNode {
  const t = useFeatureText(assignText);
  const filter = useFilter(kind);
  const [looked, look] = useState<Looked | null>(null);
  const [typed, type] = useState<Values>({});
  if (looked) return <Confirm looked={looked} back={() => look(null)} done={done} />;
  const optional = { optional: true, maxLength: 80 } as const;
  const start = (name: string): { start: string } => ({ start: typed[name] ?? '' });
  return (
    <>
      <p className="note">{t.hint}</p>
      <PlainForm
        submit={t.check}
        fields={[
          { name: 'leadUnit', label: t.leadUnit, ...optional, ...start('leadUnit') },
          { name: 'official', label: t.official, hint: t.clearHint, ...optional, ...start('official') },
          { name: 'taskForce', label: t.taskForce, hint: t.clearHint, ...optional, ...start('taskForce') },
          { name: 'addSupport', label: t.addSupport, hint: t.manyHint, ...optional, ...start('addSupport') },
          {
            name: 'dropSupport',
            label: t.dropSupport,
            hint: t.manyHint,
            ...optional,
            ...start('dropSupport'),
          },
          { name: 'reason', label: t.reason, hint: t.reasonHint, maxLength: 1000, ...start('reason') },
        ]}
        send={async (values) => {
          type(values);
          const change = changeOf(values);
          const checked = await call('POST /api/commitments/assignments/check', { body: { filter, change } });
          look({ checked, body: { filter, change, count: list.total, reason: values.reason ?? '' } });
        }}
      />
    </>
  );
}

/** For the office that writes the plan; nobody else sees it, and the server refuses anybody else. */
export function Assign({
  list,
  kind,
}: {
  readonly list: CommitmentList;
  readonly kind: Body['filter']['kind'];
}): ReactNode {
  const t = useFeatureText(assignText);
  const y = useFeatureText(planYearText);
  const mayAssign = useMay('plan.assign');
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState<number | null>(null);
  if (!mayAssign || list.knownOn !== null) return null;
  return (
    <div className="assign">
      {changed !== null && (
        <p className="assign-done" role="status">
          {t.done(changed)}
        </p>
      )}
      {!open && list.total > 0 && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setOpen(true);
            setChanged(null);
          }}
        >
          {t.open(list.total)}
        </button>
      )}
      {!open && list.asOf >= `${list.plan.year}-12-31` && (
        <Link to="/plan-year" search={{ plan: list.plan.id }} className="button">
          {y.link}
        </Link>
      )}
      {open && (
        <section aria-labelledby="assign-title">
          <h2 id="assign-title">{t.title(list.total)}</h2>
          <Panel
            list={list}
            kind={kind}
            done={(count) => {
              setChanged(count);
              setOpen(false);
            }}
          />
          <button type="button" className="link" onClick={() => setOpen(false)}>
            {t.close}
          </button>
        </section>
      )}
    </div>
  );
}
