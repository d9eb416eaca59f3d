// The second factor: scan the picture, give the first code, keep the recovery codes; or take it away.
import { type ReactNode, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useMe } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { accountText } from '../../text/account.ts';
import { useFeatureText } from '../../text/language.tsx';

type Offer = Answer<'POST /api/me/second-factor'>;

function SetUp({ finished }: { readonly finished: (codes: readonly string[]) => void }): ReactNode {
  const t = useFeatureText(accountText);
  const [offer, setOffer] = useState<Offer | null>(null);
  if (offer === null)
    return (
      <PlainForm
        fields={[]}
        submit={t.factorStart}
        send={async () => setOffer(await call('POST /api/me/second-factor', {}))}
      >
        <p className="note">{t.factorHint}</p>
      </PlainForm>
    );
  return (
    <>
      <p>{t.scan}</p>
      <img className="factor-picture" src={offer.picture} alt={t.picture} />
      <p className="note">
        {t.orType} <code className="factor-secret">{offer.secret}</code>
      </p>
      <PlainForm
        fields={[{ name: 'code', label: t.firstCode, autoComplete: 'one-time-code', maxLength: 6 }]}
        submit={t.factorSet}
        send={async ({ code = '' }) => {
          const { recoveryCodes } = await call('PUT /api/me/second-factor', { body: { code: code.trim() } });
          finished(recoveryCodes);
        }}
      />
    </>
  );
}

export function SecondFactor(): ReactNode {
  const t = useFeatureText(accountText);
  const me = useMe();
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <section className="card" aria-labelledby="my-factor">
      <div className="card-head">
        <h2 id="my-factor">{t.factor}</h2>
        <span className="tag">{me?.hasFactor ? t.factorOn : t.factorOff}</span>
      </div>
      <div className="card-body">
        {me?.mustSetFactor && <p className="alert">{t.mustSetFactor}</p>}
        {codes.length > 0 && (
          <div className="alert plain" role="status">
            <p>{t.recovery}</p>
            <ul className="recovery-codes">
              {codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
          </div>
        )}
        {me?.hasFactor ? (
          <PlainForm
            fields={[
              { name: 'password', label: t.current, kind: 'password', autoComplete: 'current-password' },
              { name: 'code', label: t.code, autoComplete: 'one-time-code' },
            ]}
            submit={t.factorRemove}
            danger
            send={async ({ password = '', code = '' }) => {
              await call('POST /api/me/second-factor/removal', { body: { password, code: code.trim() } });
              setCodes([]);
            }}
          />
        ) : (
          <SetUp finished={setCodes} />
        )}
      </div>
    </section>
  );
}
