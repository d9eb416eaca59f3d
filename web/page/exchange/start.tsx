// Starting a consultation: lines of the plan that have a number, sent to every district.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { exchangeText } from '../../text/exchange.ts';
import { wide } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';

export function StartConsultation({
  plan,
  placeIds,
}: {
  readonly plan: string;
  readonly placeIds: readonly string[];
}): ReactNode {
  const t = useFeatureText(exchangeText);
  const navigate = useNavigate();
  const list = useAsk('GET /api/commitments', { query: { plan, kind: 'indicator', limit: 200 } });
  const lines = (list.data?.rows ?? []).flatMap((row) =>
    row.targets
      .filter(({ values }) => values.length > 0)
      .map(({ metric, printed, unit }) => ({
        commitmentId: row.id,
        metric: metric || row.title,
        printed,
        unit,
      })),
  );
  if (lines.length === 0 || placeIds.length === 0) return null;
  return (
    <details className="card-body">
      <summary>{t.start}</summary>
      <p className="note">{t.startHint}</p>
      <PlainForm
        submit={t.sendLetters}
        fields={[
          { name: 'title', label: t.consultationTitle, maxLength: 120 },
          { name: 'dueOn', label: t.dueOn, kind: 'day' },
          {
            name: 'lines',
            label: t.which,
            many: true,
            options: lines.map(({ metric, printed, unit }, at) => ({
              value: String(at),
              label: `${wide(metric)} ${wide(printed)}${printed.includes(unit) ? '' : unit}`,
            })),
          },
        ]}
        send={async ({ title = '', dueOn = '', lines: chosen = '' }) => {
          const wanted = chosen
            .split(' ')
            .flatMap((at) => lines[Number(at)] ?? [])
            .map(({ commitmentId, metric }) => ({ commitmentId, metric }));
          const body = { plan, title, dueOn, placeIds: [...placeIds], lines: wanted };
          const { consultationId } = await call(
            'POST /api/consultations',
            { body },
            undefined,
            crypto.randomUUID(),
          );
          await navigate({ to: '/consultations/$consultationId', params: { consultationId } });
        }}
      >
        <p className="note">{t.toAll}</p>
      </PlainForm>
    </details>
  );
}
