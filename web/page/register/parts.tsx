// Parts of an enterprise's page that somebody may change: contact shown in full, certificates, consent, who acts for it.
import { type ReactNode, useState } from 'react';
import { certificateKinds, certificateNames } from '../../../core/policy/register/certificate.ts';
import { figureGroups, groupNames, purposeNames, purposes } from '../../../core/policy/register/consent.ts';
import { type Answer, call } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { day as dayWords } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { registerText } from '../../text/register.ts';
import type { Enterprise } from './enterprise.tsx';

interface Given {
  readonly page: Enterprise;
}

export function Contact({ page }: Given): ReactNode {
  const t = useFeatureText(registerText);
  const [shown, show] = useState<Answer<'POST /api/register/:code/contact'> | null>(null);
  const contact = shown ?? page.contact;
  return (
    <section className="card" aria-labelledby="contact">
      <div className="card-head">
        <h2 id="contact">{t.contact}</h2>
      </div>
      <div className="card-body">
        {contact === null && page.contactSealed ? (
          <p>{t.contactSealed}</p>
        ) : contact === null ? (
          <p className="note">{t.noContact}</p>
        ) : (
          <dl className="enterprise-facts">
            <dt>{t.representative}</dt>
            <dd>{contact.representative || t.noContact}</dd>
            <dt>{t.phone}</dt>
            <dd>{contact.phone || t.noContact}</dd>
            <dt>{t.idNumber}</dt>
            <dd>{contact.idNumber || t.noContact}</dd>
          </dl>
        )}
        {page.mayReveal && contact !== null && shown === null && (
          <details>
            <summary>{t.reveal}</summary>
            <p className="note">{t.revealHint}</p>
            <PlainForm
              fields={[{ name: 'reason', label: t.reason }]}
              submit={t.show}
              send={async ({ reason = '' }) =>
                show(
                  await call('POST /api/register/:code/contact', {
                    params: { code: page.code },
                    body: { reason },
                  }),
                )
              }
            />
          </details>
        )}
      </div>
    </section>
  );
}

export function Certificates({ page }: Given): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  const kinds = certificateNames.map((value) => ({ value, label: certificateKinds[value].label[language] }));
  return (
    <section className="card" aria-labelledby="certificates">
      <div className="card-head">
        <h2 id="certificates">{t.certificates}</h2>
      </div>
      <div className="card-body">
        {page.certificates.length === 0 ? (
          <p className="note">{t.noCertificates}</p>
        ) : (
          <ul className="imports">
            {page.certificates.map((held) => (
              <li key={`${held.kind} ${held.startsOn}`}>
                {held.label[language]} <span className="tag">{t.states[held.state]}</span>
                <br />
                <span className="note num">
                  {held.startsOn} – {held.endsOn ?? t.open} {held.certificate}
                </span>
              </li>
            ))}
          </ul>
        )}
        {page.mayWrite && (
          <details>
            <summary>{t.addCertificate}</summary>
            <PlainForm
              fields={[
                { name: 'kind', label: t.kind, options: kinds },
                { name: 'startsOn', label: t.starts, kind: 'day' },
                { name: 'endsOn', label: t.ends, kind: 'day', optional: true, hint: t.optional },
                { name: 'certificate', label: t.number, optional: true, hint: t.optional, maxLength: 60 },
              ]}
              submit={t.save}
              send={async ({ kind = '', startsOn = '', endsOn = '', certificate = '' }) => {
                const name = certificateNames.find((each) => each === kind);
                if (!name) return;
                const before = page.certificates.find(
                  (held) => held.kind === name && held.startsOn === startsOn,
                );
                await call('POST /api/register/:code/certificates', {
                  params: { code: page.code },
                  body: {
                    ...{ kind: name, startsOn, endsOn: endsOn === '' ? null : endsOn, certificate },
                    after: before?.number ?? 0,
                  },
                });
              }}
            />
          </details>
        )}
      </div>
    </section>
  );
}

function ConsentForm({ code }: { readonly code: string }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  const chosen = <K extends string>(text: string, names: readonly K[]): K[] =>
    names.filter((name) => text.split(' ').includes(name));
  return (
    <details>
      <summary>{t.change}</summary>
      <PlainForm
        fields={[
          {
            name: 'action',
            label: t.action,
            options: [
              { value: 'give', label: t.give },
              { value: 'withdraw', label: t.withdraw },
            ],
          },
          {
            name: 'groups',
            label: t.groups,
            many: true,
            options: groupNames.map((value) => ({ value, label: figureGroups[value][language] })),
          },
          {
            name: 'purposes',
            label: t.purposes,
            many: true,
            options: purposeNames.map((value) => ({ value, label: purposes[value][language] })),
            start: 'matching',
          },
          { name: 'until', label: t.untilDay, kind: 'day', optional: true },
          { name: 'proof', label: t.proof, optional: true, hint: t.optional, maxLength: 100 },
        ]}
        submit={t.send}
        send={async ({ action = '', groups = '', purposes: wanted = '', until = '', proof = '' }) => {
          await call('POST /api/register/:code/consents', {
            params: { code },
            body: {
              action: action === 'withdraw' ? 'withdraw' : 'give',
              groups: chosen(groups, groupNames),
              purposes: chosen(wanted, purposeNames),
              until: until === '' || action === 'withdraw' ? null : until,
              proof,
            },
          });
        }}
      />
    </details>
  );
}

export function Uses({ page }: Given): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="uses">
      <div className="card-head">
        <h2 id="uses">{t.uses}</h2>
      </div>
      <div className="card-body">
        <p className="note">{t.usesHint}</p>
        <div className="table-box">
          <table className="lined">
            <thead>
              <tr>
                <th scope="col">{t.group}</th>
                {purposeNames.map((name) => (
                  <th key={name} scope="col">
                    {purposes[name][language]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.uses.map(({ group, label, uses }) => (
                <tr key={group}>
                  <th scope="row">{label[language]}</th>
                  {uses.map(({ purpose, allowed, why, until }) => (
                    <td key={purpose} title={why[language]}>
                      <span aria-hidden="true">{allowed ? '✓' : '–'}</span> {allowed ? t.allowed : t.refused}
                      {until !== null && <span className="note"> {t.until(until)}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <h3>{t.log}</h3>
        {page.consents.length === 0 ? (
          <p className="note">{t.noLog}</p>
        ) : (
          <ul className="imports">
            {page.consents.map((each) => (
              <li key={each.number}>
                {t.logLine(each.action === 'give' ? t.give : t.withdraw, each.givenBy)}{' '}
                <span className="note">
                  {each.groups.map((words) => words[language]).join('、')} ·{' '}
                  {each.purposes.map((words) => words[language]).join('、')}
                  {each.until !== null && ` · ${t.until(each.until)}`} {each.proof} ·{' '}
                  {dayWords(each.at.slice(0, 10), language)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {page.mayConsent && <ConsentForm code={page.code} />}
      </div>
    </section>
  );
}

export function Holder({ page }: Given): ReactNode {
  const t = useFeatureText(registerText);
  return (
    <section className="card" aria-labelledby="holder">
      <div className="card-head">
        <h2 id="holder">{t.holder}</h2>
        <span className="note">{page.holder ?? t.noHolder}</span>
      </div>
      {page.mayWrite && (
        <div className="card-body">
          <PlainForm
            fields={[{ name: 'login', label: t.login, optional: true, maxLength: 60 }]}
            submit={t.save}
            send={async ({ login = '' }) => {
              await call('POST /api/register/:code/holders', {
                params: { code: page.code },
                body: { login },
              });
            }}
          />
        </div>
      )}
    </section>
  );
}
