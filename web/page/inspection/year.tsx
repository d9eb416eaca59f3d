// The yearly plan of inspections: its lines, how often each unit is visited, what keeps it from being submitted or approved.
import '../notice/notice.css';
import './inspection.css';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { yearPlanActionLabel, yearPlanStateLabel } from '../../../core/vocabulary/supervise.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { FaultSummary, Field, FormButtons, useForm, useRefusalFaults } from '../../part/form.tsx';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { day, wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { InspectionTable } from './table.tsx';

type Page = Answer<'GET /api/inspection-plans/:year'>;
type Action = Page['offers'][number]['action'];

function MoveForm({
  page,
  action,
  close,
}: {
  readonly page: Page;
  readonly action: Action;
  readonly close: () => void;
}): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  const form = useForm<'words' | 'approval'>(`inspection.year.${page.year}.${action}`, {
    words: '',
    approval: '',
  });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/inspection-plans/:year/moves', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, () => null)),
  });
  const label = yearPlanActionLabel[action][language];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [words, approval] = [form.values.words.trim(), form.values.approval.trim()];
    const faults = [
      ...(action === 'approve' && approval.length < 2
        ? [{ field: 'approval', message: common.form.required(t.approval) }]
        : []),
      ...(action === 'return' && words.length < 2
        ? [{ field: 'words', message: common.form.required(t.yearWords.return) }]
        : []),
    ];
    form.refuse(faults);
    if (faults.length === 0)
      send.mutate({ params: { year: page.year }, body: { action, after: page.number, words, approval } });
  };
  return (
    <form className="item-form move-form" noValidate onSubmit={submit} aria-label={label}>
      <FaultSummary form={form} />
      {action === 'approve' && (
        <Field form={form} name="approval" label={t.approval} hint={t.approvalHint}>
          {(given) => <input {...given} className="field-input" maxLength={300} />}
        </Field>
      )}
      <Field form={form} name="words" label={t.yearWords[action]}>
        {(given) => <textarea {...given} className="field-input" rows={2} maxLength={4000} />}
      </Field>
      <FormButtons
        pending={send.isPending}
        label={t.confirm(label)}
        waiting={t.moving}
        cancel={t.cancel}
        close={close}
      />
    </form>
  );
}

function Moves({ page }: { readonly page: Page }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const [open, setOpen] = useState<Action | null>(null);
  const between = language === 'zh' ? '；' : '; ';
  return (
    <section className="card screen-only" aria-labelledby="year-moves">
      <div className="card-head">
        <h2 id="year-moves">{t.moves}</h2>
        <span className="tag mark end">{yearPlanStateLabel[page.state][language]}</span>
      </div>
      {page.offers.length === 0 ? (
        <p className="card-body note">{t.movesNone}</p>
      ) : (
        <ul className="offers">
          {page.offers.map(({ action, to, unmet }) => (
            <li key={action}>
              <div className="offer-line">
                <button
                  type="button"
                  className="button"
                  aria-expanded={open === action}
                  disabled={unmet.length > 0}
                  onClick={() => setOpen(open === action ? null : action)}
                >
                  {yearPlanActionLabel[action][language]}
                </button>
                <p className="note">
                  {unmet.length > 0
                    ? `${t.unmet}${language === 'zh' ? '：' : ': '}${unmet.map((each) => each[language]).join(between)}`
                    : `→ ${yearPlanStateLabel[to][language]}`}
                </p>
              </div>
              {open === action && unmet.length === 0 && (
                <MoveForm
                  page={page}
                  action={action}
                  // The answer may come when another form is open already: that one stays.
                  close={() => setOpen((shown) => (shown === action ? null : shown))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {page.events.length > 0 && (
        <ol className="steps">
          {page.events.toReversed().map((event) => (
            <li key={event.number}>
              <p>
                <b>{yearPlanActionLabel[event.action][language]}</b>{' '}
                <span className="note">
                  {event.by ?? '—'} · {day(event.on, language)} · {t.lines(event.lines)}
                </span>
              </p>
              {event.words !== '' && <p className="said">{event.words}</p>}
              {event.approval !== '' && (
                <p className="note">
                  {t.approval} {event.approval}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Burden({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(inspectionText);
  if (page.burden.length === 0) return null;
  return (
    <section className="card" aria-labelledby="burden">
      <div className="card-head">
        <h2 id="burden">{t.burden}</h2>
        <span className="note end">{t.burdenHint}</span>
      </div>
      <ul className="burden">
        {page.burden.map(({ name, count, days, clashes }) => (
          <li key={name}>
            <span>{wide(name)}</span>
            <span>
              {clashes > 0 && <span className="tag warn">{t.clashTag(clashes)}</span>}{' '}
              {t.burdenLine(count, days)}
            </span>
          </li>
        ))}
      </ul>
      <p className="card-body note">{t.guardHint(page.gap.days, page.gap.source)}</p>
    </section>
  );
}

function Plan({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(inspectionText);
  const choose = useChoose();
  const mayPlan = useMay('inspection.plan');
  usePageTitle(t.yearTitle(page.year));
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note screen-only">
            <Link to="/inspections">{t.back}</Link>
          </p>
          <h1>{t.yearTitle(page.year)}</h1>
          <p>{t.yearHint}</p>
        </div>
        <div className="page-tools">
          <Pick
            label={t.year}
            hideLabel
            chosen={`${page.year}`}
            choices={page.years.map((year) => ({ id: `${year}`, label: `${year}` }))}
            choose={(at) => choose({ at })}
          />
          <button type="button" className="button" onClick={() => print()}>
            {t.print}
          </button>
          {mayPlan && (
            <Link to="/inspections/new" className="button primary">
              {t.planNew}
            </Link>
          )}
        </div>
      </div>
      <div className="notice-columns year-columns">
        <section className="card" aria-label={t.yearTitle(page.year)}>
          {page.lines.length === 0 ? (
            <Empty title={t.yearNone} hint={t.noneHint} />
          ) : (
            <InspectionTable rows={page.lines} caption={t.yearTitle(page.year)} />
          )}
        </section>
        <div className="stack">
          <Moves page={page} />
          <Burden page={page} />
        </div>
      </div>
    </>
  );
}

function Asked(): ReactNode {
  const { at } = useWords();
  const year = at !== undefined && /^20\d\d$/.test(at) ? Number(at) : new Date().getFullYear();
  const query = useAsk('GET /api/inspection-plans/:year', { params: { year } });
  return <Answered query={query}>{(page) => <Plan page={page} />}</Answered>;
}

export default function YearPlan(): ReactNode {
  return (
    <ForThoseWhoMay permission="inspection.desk.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
