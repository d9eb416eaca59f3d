// The next moves that the reader may make, each with what is still missing said before the click; one form opens at a time.
import { type ReactNode, useState } from 'react';
import { type PlainField, PlainForm, type Values } from '../../part/plain-form.tsx';
import { awardText } from '../../text/awards.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface OfferShape {
  readonly action: string;
  readonly label: Words;
  readonly to: Words;
  readonly unmet: readonly Words[];
  readonly fields: readonly PlainField[];
  readonly danger?: boolean;
}

export function Offers({
  offers,
  send,
  children,
}: {
  readonly offers: readonly OfferShape[];
  readonly send: (action: string, values: Values) => Promise<void>;
  readonly children?: ReactNode;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const [open, setOpen] = useState<string | null>(null);
  // What can be done stands before what cannot be done yet.
  const sorted = offers.toSorted((a, b) => Number(a.unmet.length > 0) - Number(b.unmet.length > 0));
  return (
    <section className="card" aria-labelledby="moves">
      <div className="card-head">
        <h2 id="moves">{t.moves}</h2>
      </div>
      {sorted.length === 0 && !children && <p className="card-body note">{t.noMoves}</p>}
      {sorted.length > 0 && (
        <ul className="award-offers">
          {sorted.map(({ action, label, to, unmet, fields, danger = false }) => (
            <li key={action}>
              <div className="award-offer">
                <button
                  type="button"
                  className="button"
                  aria-expanded={open === action}
                  disabled={unmet.length > 0}
                  onClick={() => setOpen(open === action ? null : action)}
                >
                  {label[language]}
                </button>
                <p className="note">
                  {unmet.length > 0
                    ? `${t.unmet}${language === 'zh' ? '：' : ': '}${unmet.map((each) => each[language]).join(language === 'zh' ? '；' : '; ')}`
                    : `→ ${to[language]}`}
                </p>
              </div>
              {open === action && unmet.length === 0 && (
                <PlainForm
                  fields={fields}
                  submit={`${t.done}${language === 'zh' ? '' : ': '}${label[language]}`}
                  danger={danger}
                  send={async (values) => {
                    await send(action, values);
                    // The answer may come when another form is open already: that one stays.
                    setOpen((shown) => (shown === action ? null : shown));
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {children && <div className="card-body">{children}</div>}
    </section>
  );
}
