// Forms of the budget screens: a new line, and a new version of a line with the resolution it rests on.
import type { ReactNode } from 'react';
import { budgetVersionLabel } from '../../../core/vocabulary/budget.ts';
import { type Answer, call } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { type BookPage, key } from './shared.tsx';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function AddLine({ page }: { readonly page: BookPage }): ReactNode {
  const t = useFeatureText(budgetsText);
  const { year, book, level } = page;
  return (
    <section className="card" aria-labelledby="add-line">
      <div className="card-head">
        <h2 id="add-line">{t.addLine}</h2>
      </div>
      <div className="card-body">
        <details>
          <summary>{t.addLine}</summary>
          <PlainForm
            submit={t.save}
            fields={[
              {
                name: 'side',
                label: t.side,
                options: [
                  { value: 'expenditure', label: t.expenditure },
                  { value: 'income', label: t.income },
                ],
              },
              { name: 'name', label: t.name },
              {
                name: 'parentId',
                label: t.parent,
                options: [
                  { value: '', label: t.noParent },
                  ...page.lines.map(({ id, name }) => ({ value: id, label: name })),
                ],
                optional: true,
              },
              { name: 'functionCode', label: t.functionCode, maxLength: 9, optional: true },
              { name: 'economicCode', label: t.economicCode, maxLength: 5, optional: true },
              {
                name: 'basic',
                label: t.basic,
                options: [
                  { value: 'no', label: t.no },
                  { value: 'yes', label: t.yes },
                ],
              },
            ]}
            send={async ({
              side = '',
              name = '',
              parentId = '',
              functionCode = '',
              economicCode = '',
              basic = '',
            }) => {
              const body = {
                ...{ year, book, level, name },
                side: side === 'income' ? ('income' as const) : ('expenditure' as const),
                parentId: orNull(parentId),
                functionCode: orNull(functionCode),
                economicCode: orNull(economicCode),
                basic: basic === 'yes',
              };
              await call('POST /api/budget-lines', { body }, undefined, key());
            }}
          />
        </details>
      </div>
    </section>
  );
}

type LinePage = Answer<'GET /api/budget-lines/:lineId'>;
const versions = ['revised', 'executed', 'final', 'approved'] as const;
const isVersion = (text: string): text is (typeof versions)[number] => versions.some((each) => each === text);

/** Everything in one form: a budget names its resolution, an executed amount its day; the server says what lacks. */
export function AddVersion({ page }: { readonly page: LinePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <section className="card" aria-labelledby="add-version">
      <div className="card-head">
        <h2 id="add-version">{t.addVersion}</h2>
      </div>
      <div className="card-body">
        <PlainForm
          key={page.after}
          submit={t.save}
          fields={[
            {
              name: 'kind',
              label: t.version,
              options: versions.map((value) => ({ value, label: budgetVersionLabel[value][language] })),
            },
            { name: 'amount', label: `${t.amount}（亿元）`, maxLength: 20 },
            { name: 'day', label: t.day, hint: t.dayHint, kind: 'day', start: page.asOf },
            {
              name: 'body',
              label: t.body,
              options: [
                { value: 'standingCommittee', label: t.standingCommittee },
                { value: 'congress', label: t.congress },
              ],
            },
            { name: 'number', label: t.number, optional: true },
            { name: 'adoptedOn', label: t.adoptedOn, kind: 'day', optional: true },
            {
              name: 'special',
              label: t.special,
              options: [
                { value: 'no', label: t.no },
                { value: 'yes', label: t.yes },
              ],
            },
            { name: 'explanation', label: t.reason, hint: t.reasonHint, maxLength: 1000, optional: true },
          ]}
          send={async ({
            kind = '',
            amount = '',
            day = '',
            body = '',
            number = '',
            adoptedOn = '',
            special = '',
            explanation = '',
          }) => {
            const named = number.trim() !== '' && adoptedOn !== '';
            const of = body === 'congress' ? ('congress' as const) : ('standingCommittee' as const);
            const sent = {
              version: isVersion(kind) ? kind : ('executed' as const),
              ...{ amount: amount.replaceAll(',', '').trim(), day, explanation, after: page.after },
              resolution: named ? { body: of, number: number.trim(), adoptedOn } : null,
              specialTransfer: special === 'yes',
            };
            const ask = { params: { lineId: page.line.id }, body: sent };
            await call('POST /api/budget-lines/:lineId/entries', ask, undefined, key());
          }}
        />
      </div>
    </section>
  );
}
