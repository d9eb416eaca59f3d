// Forms of the finance office: what a document announces by area and net, and cuts of expenses; the same form corrects, with its source.
import { type ReactNode, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { wide } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { key } from '../budget/shared.tsx';

type Page = Answer<'GET /api/money/announced'>;
type Document = Page['documents'][number];

const orNull = (text: string): string | null => text.replaceAll(',', '').trim() || null;

const netRow = 'net';
const newRow = 'new';

/** Of a document that is there: its net total, one of its areas, or a new one. */
export function EnterAnnounced({
  document,
  year,
}: {
  readonly document: Document;
  readonly year: number;
}): ReactNode {
  const t = useFeatureText(budgetsText);
  const { areas, netNumber } = document;
  return (
    <details className="card-body">
      <summary>{t.enterAnnounced}</summary>
      <p className="note">{t.correctionHint}</p>
      <PlainForm
        submit={t.save}
        fields={[
          {
            name: 'row',
            label: t.which,
            options: [
              { value: netRow, label: t.net },
              ...areas.map(({ id, area }) => ({ value: id, label: area })),
              { value: newRow, label: t.newArea },
            ],
          },
          { name: 'area', label: t.areaName, hint: t.areaNameHint, maxLength: 200, optional: true },
          { name: 'ref', label: t.ref, maxLength: 100, optional: true },
          { name: 'amount', label: t.announcedAmount, maxLength: 20, optional: true },
          { name: 'source', label: t.sourceOfCorrection, maxLength: 300, optional: true },
          { name: 'explanation', label: t.reason, hint: t.reasonHint, maxLength: 1000, optional: true },
        ]}
        send={async ({ row = '', area = '', ref = '', amount = '', source = '', explanation = '' }) => {
          const known = areas.find(({ id }) => id === row);
          const said = { isNet: row === netRow, area: known?.area ?? (row === netRow ? '' : area) };
          const body = {
            ...{ document: document.document, year, ...said, amount: orNull(amount), source, explanation },
            ref: ref.trim() === '' ? (known?.ref ?? '') : ref,
            after: row === netRow ? netNumber : (known?.number ?? 0),
          };
          await call('POST /api/money/announced', { body }, undefined, key());
        }}
      />
    </details>
  );
}

/** The first row of a document that is not here yet. */
export function EnterDocument({ year }: { readonly year: number | null }): ReactNode {
  const t = useFeatureText(budgetsText);
  return (
    <section className="card" aria-labelledby="enter-document">
      <div className="card-head">
        <h2 id="enter-document">{t.newDocument}</h2>
      </div>
      <div className="card-body">
        <details>
          <summary>{t.newDocument}</summary>
          <PlainForm
            submit={t.save}
            fields={[
              { name: 'document', label: t.document, maxLength: 200 },
              { name: 'year', label: t.year, kind: 'number', start: String(year ?? ''), maxLength: 4 },
              {
                name: 'row',
                label: t.which,
                options: [
                  { value: netRow, label: t.net },
                  { value: newRow, label: t.newArea },
                ],
              },
              { name: 'area', label: t.areaName, hint: t.areaNameHint, maxLength: 200, optional: true },
              { name: 'ref', label: t.ref, maxLength: 100, optional: true },
              { name: 'amount', label: t.announcedAmount, maxLength: 20 },
              { name: 'explanation', label: t.reason, hint: t.reasonHint, maxLength: 1000, optional: true },
            ]}
            send={async ({
              document = '',
              year: typed = '',
              row = '',
              area = '',
              ref = '',
              amount = '',
              explanation = '',
            }) => {
              const of = { isNet: row === netRow, area: row === netRow ? '' : area };
              const said = { document, year: Number(typed), ...of, ref, amount: orNull(amount) };
              const body = { ...said, source: '', explanation, after: 0 };
              await call('POST /api/money/announced', { body }, undefined, key());
            }}
          />
        </details>
      </div>
    </section>
  );
}

/** Which cut is corrected is chosen first: its form starts with what stands there, and asks a name and a promise only of a new one. */
function CutForm({
  page,
  cut,
}: {
  readonly page: Page;
  readonly cut: Page['cuts'][number] | null;
}): ReactNode {
  const t = useFeatureText(budgetsText);
  const links = useAsk('GET /api/money/links', { query: {} });
  const lines = (links.data?.sources ?? []).filter(({ kind }) => kind === 'line');
  const promises = (links.data?.targets ?? []).filter(({ kind }) => kind === 'commitment');
  const { year } = page;
  return (
    <PlainForm
      key={`${cut?.id} ${cut?.number}`}
      submit={t.save}
      fields={[
        ...(cut ? [] : [{ name: 'metric', label: t.cutName, maxLength: 200 }]),
        ...(cut
          ? []
          : [
              {
                name: 'year',
                label: t.year,
                kind: 'number' as const,
                start: String(year ?? ''),
                maxLength: 4,
              },
            ]),
        {
          name: 'percent',
          label: `${t.percent} (%)`,
          hint: t.percentHint,
          maxLength: 8,
          start: cut?.percent ?? '',
        },
        {
          name: 'base',
          label: t.baseYi,
          hint: t.baseHint,
          maxLength: 20,
          optional: true,
          start: cut?.baseFrom === 'entered' ? (cut.base ?? '') : '',
        },
        {
          name: 'line',
          label: t.cutLine,
          options: [
            { value: '', label: t.noLine },
            ...lines.map(({ id, name }) => ({ value: id, label: name })),
          ],
          optional: true,
          start: cut?.lineId ?? '',
        },
        ...(cut
          ? []
          : [
              {
                name: 'promise',
                label: t.cutPromise,
                options: [
                  { value: '', label: t.noLine },
                  ...promises.map(({ id, name }) => ({ value: id, label: wide(name) })),
                ],
                optional: true,
              },
            ]),
        { name: 'source', label: t.source, maxLength: 300 },
        { name: 'explanation', label: t.reason, hint: t.reasonHint, maxLength: 1000, optional: true },
      ]}
      send={async ({
        metric = '',
        year: typed = '',
        percent = '',
        base = '',
        line = '',
        promise = '',
        source = '',
        explanation = '',
      }) => {
        const said = { percent: percent.trim(), base: orNull(base), source, explanation };
        const body = {
          ...{ year: cut ? (year ?? 0) : Number(typed), metric: cut?.metric ?? metric },
          commitmentId: promise === '' ? null : promise,
          ...{ ...said, lineId: line === '' ? null : line, after: cut?.number ?? 0 },
        };
        await call('POST /api/money/cuts', { body }, undefined, key());
      }}
    />
  );
}

export function EnterCut({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(budgetsText);
  const [row, setRow] = useState(newRow);
  const { cuts } = page;
  return (
    <details className="card-body">
      <summary>{t.enterCut}</summary>
      <p className="note">{t.correctionHint}</p>
      <label className="labelled over budget-pick">
        {t.metric}
        <select className="field-input" value={row} onChange={(event) => setRow(event.target.value)}>
          <option value={newRow}>{t.newCut}</option>
          {cuts.map(({ id, metric }) => (
            <option key={id} value={id}>
              {metric}
            </option>
          ))}
        </select>
      </label>
      <CutForm page={page} cut={cuts.find(({ id }) => id === row) ?? null} />
    </details>
  );
}
