// The inspectors' pool: posts with what they know, certificate, term, where they served, what they declared, what they are assigned to.
import '../notice/notice.css';
import './inspection.css';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isIsoDate } from '../../../core/quantity/date.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { FaultSummary, Field, FormButtons, useForm, useRefusalFaults } from '../../part/form.tsx';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Pool = Answer<'GET /api/inspectors'>;
type Inspector = Pool['inspectors'][number];
const poolFields = [
  'fields',
  'certificate',
  'certificateUntil',
  'from',
  'until',
  'services',
  'interests',
] as const;
type PoolField = (typeof poolFields)[number] | 'accountId';

const partsOf = (text: string): string[] => text.split(/[\n、,，;；]/).flatMap((one) => one.trim() || []);

interface Service {
  readonly unit: string;
  readonly from: string;
  readonly until: string | null;
}

/** 市建委 2020-01-01 2024-06-30; null where the line cannot be read. */
function serviceOf(line: string): Service | null {
  const [unit = '', from = '', until] = line.trim().split(/\s+/);
  const isEnd = until === undefined || isIsoDate(until);
  return unit !== '' && isIsoDate(from) && isEnd ? { unit, from, until: until ?? null } : null;
}

const servicePrinted = ({ unit, from, until }: Service): string => [unit, from, until ?? ''].join(' ').trim();

function TakeForm({
  pool,
  inspector,
  close,
}: {
  readonly pool: Pool;
  readonly inspector: Inspector | null;
  readonly close: () => void;
}): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  const between = language === 'zh' ? '、' : ', ';
  const form = useForm<PoolField>(`inspector.${inspector?.accountId ?? 'new'}`, {
    accountId: inspector?.accountId ?? pool.others[0]?.accountId ?? '',
    fields: inspector?.fields.join(between) ?? '',
    certificate: inspector?.certificate ?? '',
    certificateUntil: inspector?.certificateUntil ?? '',
    from: inspector?.from ?? pool.day,
    until: inspector?.until ?? '',
    services: inspector?.services.map(servicePrinted).join('\n') ?? '',
    interests: inspector?.interests.join('\n') ?? '',
  });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/inspectors', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) =>
      form.refuse(
        faultsOf(cause, (path) => poolFields.find((field) => path.split('.').includes(field)) ?? null),
      ),
  });
  const { values } = form;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const lines = values.services.split('\n').filter((line) => line.trim() !== '');
    const unread = lines.find((line) => serviceOf(line) === null);
    const days = (['from', 'certificateUntil', 'until'] as const).filter(
      (name) => (values[name] !== '' || name === 'from') && !isIsoDate(values[name]),
    );
    const faults = [
      ...days.map((field) => ({ field, message: common.form.noSuchDay(values[field]) })),
      ...(unread === undefined ? [] : [{ field: 'services', message: t.servicesWrong(unread) }]),
    ];
    form.refuse(faults);
    if (faults.length > 0) return;
    send.mutate({
      body: {
        ...{
          accountId: values.accountId,
          fields: partsOf(values.fields),
          certificate: values.certificate.trim(),
        },
        certificateUntil: values.certificateUntil === '' ? null : values.certificateUntil,
        ...{ from: values.from, until: values.until === '' ? null : values.until },
        services: lines.flatMap((line) => serviceOf(line) ?? []),
        interests: partsOf(values.interests),
      },
    });
  };
  const dayField = (name: 'certificateUntil' | 'from' | 'until', label: string): ReactNode => (
    <Field form={form} name={name} label={label}>
      {(given) => (
        <input
          {...given}
          className="field-input"
          inputMode="numeric"
          maxLength={10}
          placeholder="YYYY-MM-DD"
        />
      )}
    </Field>
  );
  return (
    <form className="card issue-form" noValidate onSubmit={submit} aria-labelledby="take-title">
      <div className="card-head">
        <h2 id="take-title">{inspector ? `${t.change} · ${inspector.name}` : t.take}</h2>
      </div>
      <div className="card-body item-form">
        <FaultSummary form={form} />
        {!inspector && (
          <Pick
            label={t.account}
            chosen={values.accountId}
            choices={pool.others.map(({ accountId, name }) => ({ id: accountId, label: name }))}
            choose={(id) => form.type('accountId', id)}
          />
        )}
        <Field form={form} name="fields" label={t.fields} hint={t.fieldsHint}>
          {(given) => <input {...given} className="field-input" maxLength={400} />}
        </Field>
        <div className="item-fields">
          <Field form={form} name="certificate" label={t.certificateNumber}>
            {(given) => <input {...given} className="field-input" maxLength={80} />}
          </Field>
          {dayField('certificateUntil', t.certificateUntil)}
          {dayField('from', t.poolFrom)}
          {dayField('until', `${t.poolUntil}（${t.optional}）`)}
        </div>
        <Field form={form} name="services" label={t.services} hint={t.servicesHint}>
          {(given) => <textarea {...given} className="field-input" rows={3} maxLength={4000} />}
        </Field>
        <Field form={form} name="interests" label={t.interests} hint={t.interestsHint}>
          {(given) => <textarea {...given} className="field-input" rows={2} maxLength={4000} />}
        </Field>
        <FormButtons
          pending={send.isPending}
          label={t.save}
          waiting={t.moving}
          cancel={t.cancel}
          close={close}
        />
      </div>
    </form>
  );
}

function Row({
  inspector,
  change,
}: {
  readonly inspector: Inspector;
  readonly change: (() => void) | null;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const between = language === 'zh' ? '、' : ', ';
  const { name, fields, certificate, certificateUntil, from, until, services, interests, assignments } =
    inspector;
  return (
    <tr>
      <th scope="row">
        {name}{' '}
        <span className={`tag ${inspector.isReady ? 'good' : 'warn'}`}>
          {inspector.isReady ? `✓ ${t.ready}` : `✕ ${t.notReady}`}
        </span>
        <span className="note">{fields.join(between)}</span>
        {change && (
          <button type="button" className="link" onClick={change}>
            {t.change}
          </button>
        )}
      </th>
      <td>
        {certificate || t.certificateNone}
        {certificateUntil !== null && (
          <span className="cut note">
            {t.certificateUntil} {certificateUntil}
          </span>
        )}
        <span className="cut note">
          {t.term} {from} — {until ?? t.openEnd}
        </span>
      </td>
      <td>
        <ul>
          {services.map((service) => (
            <li key={servicePrinted(service)}>
              {wide(service.unit)}{' '}
              <span className="note">
                {service.from} — {service.until ?? t.openEnd}
              </span>
            </li>
          ))}
          {interests.map((unit) => (
            <li key={unit}>
              {wide(unit)} <span className="tag warn">{t.interests}</span>
            </li>
          ))}
        </ul>
      </td>
      <td>
        <ul>
          {assignments.map(({ id, subject, unit, from: first, to }) => (
            <li key={id}>
              <Link to="/inspections/$inspectionId" params={{ inspectionId: id }}>
                {wide(subject)}
              </Link>
              <span className="cut note">
                {wide(unit)} {first} — {to}
              </span>
            </li>
          ))}
        </ul>
        <span className="note">{t.load(inspector.load)}</span>
      </td>
    </tr>
  );
}

function Table({ pool }: { readonly pool: Pool }): ReactNode {
  const t = useFeatureText(inspectionText);
  const mayPlan = useMay('inspection.plan');
  const [open, setOpen] = useState<Inspector | 'new' | null>(null);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            <Link to="/inspections">{t.back}</Link>
          </p>
          <h1>{t.pool}</h1>
          <p>{t.poolHint}</p>
        </div>
        {mayPlan && pool.others.length > 0 && (
          <div className="page-tools">
            <button type="button" className="button primary" onClick={() => setOpen('new')}>
              {t.take}
            </button>
          </div>
        )}
      </div>
      <div className="stack">
        {open !== null && (
          <TakeForm
            key={open === 'new' ? 'new' : open.accountId}
            pool={pool}
            inspector={open === 'new' ? null : open}
            // The answer may come when another form is open already: that one stays.
            close={() => setOpen((shown) => (shown === open ? null : shown))}
          />
        )}
        <section className="card" aria-label={t.pool}>
          {pool.inspectors.length === 0 ? (
            <Empty title={t.poolNone} hint={t.poolNoneHint} />
          ) : (
            <div className="table-box">
              <table className="lined cards long pool-table">
                <caption className="hidden">{t.pool}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.person}</th>
                    <th scope="col">{t.certificate}</th>
                    <th scope="col">{t.services}</th>
                    <th scope="col">{t.assignments}</th>
                  </tr>
                </thead>
                <tbody>
                  {pool.inspectors.map((inspector) => (
                    <Row
                      key={inspector.accountId}
                      inspector={inspector}
                      change={mayPlan ? () => setOpen(inspector) : null}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      </div>
    </>
  );
}

function Asked(): ReactNode {
  const query = useAsk('GET /api/inspectors', {});
  return <Answered query={query}>{(pool) => <Table pool={pool} />}</Answered>;
}

export default function InspectorPool(): ReactNode {
  const t = useFeatureText(inspectionText);
  usePageTitle(t.pool);
  return (
    <ForThoseWhoMay permission="inspection.desk.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
