// What may be done at a site: the next move, an inspection, the upkeep, a new description. The server decides again.
import type { ReactNode } from 'react';
import { coordinateSystems } from '../../../core/plan/coordinate.ts';
import { siteActions } from '../../../core/plan/site.ts';
import { coordinateSystemLabel, siteActionLabel } from '../../../core/vocabulary/site.ts';
import { call } from '../../api.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';
import { today } from '../administration/today.ts';
import type { SitePage } from './site.tsx';

const isAction = (text: string): text is (typeof siteActions)[number] =>
  siteActions.some((action) => action === text);

export function MoveForm({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const actions = site.offers.flatMap(({ action }) => (isAction(action) ? [action] : []));
  const unmet = site.offers.flatMap(({ action, unmet: missing }) =>
    isAction(action) && missing[0]
      ? [`${siteActionLabel[action][language]}：${missing[0].message[language]}`]
      : [],
  );
  return (
    <section className="card" aria-labelledby="next">
      <div className="card-head">
        <h2 id="next">{t.next}</h2>
      </div>
      <div className="card-body">
        {unmet.map((line) => (
          <p key={line} className="note">
            {line}
          </p>
        ))}
        <PlainForm
          fields={[
            {
              name: 'action',
              label: t.next,
              options: actions.map((value) => ({ value, label: siteActionLabel[value][language] })),
            },
            { name: 'words', label: t.words, optional: true, maxLength: 2000 },
            ...(actions.includes('cancel')
              ? [{ name: 'amendment', label: t.amendment, optional: true } as const]
              : []),
          ]}
          submit={t.send}
          send={async ({ action = '', words = '', amendment = '' }) => {
            if (!isAction(action)) return;
            const body = { action, after: site.after, words, amendment };
            await call('POST /api/sites/:siteId/moves', { params: { siteId: site.id }, body });
          }}
        />
      </div>
    </section>
  );
}

export function CheckForm({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  return (
    <section className="card" aria-labelledby="check">
      <div className="card-head">
        <h2 id="check">{t.checks}</h2>
      </div>
      <div className="card-body">
        <PlainForm
          fields={[
            {
              name: 'outcome',
              label: t.checkOutcome,
              options: [
                { value: 'confirmed', label: t.confirmed },
                { value: 'refuted', label: t.refuted },
              ],
            },
            { name: 'words', label: t.checkWords, maxLength: 2000 },
            { name: 'checkedOn', label: t.checkDay, kind: 'day', start: today() },
          ]}
          submit={t.record}
          send={async ({ outcome = '', words = '', checkedOn = '' }) => {
            const found = outcome === 'confirmed' ? ('confirmed' as const) : ('refuted' as const);
            const body = { outcome: found, words, checkedOn };
            await call('POST /api/sites/:siteId/checks', { params: { siteId: site.id }, body });
          }}
        />
      </div>
    </section>
  );
}

export function UpkeepForm({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  return (
    <PlainForm
      key={site.upkeepNumber}
      fields={[
        { name: 'unit', label: t.upkeepUnit, start: site.upkeep?.unit ?? '', maxLength: 100 },
        { name: 'duty', label: t.upkeepDuty, start: site.upkeep?.duty ?? '', maxLength: 500 },
        { name: 'startsOn', label: t.from, kind: 'day', start: site.upkeep?.startsOn ?? today() },
        { name: 'endsOn', label: t.until, kind: 'day', optional: true, start: site.upkeep?.endsOn ?? '' },
      ]}
      submit={t.saveUpkeep}
      send={async ({ unit = '', duty = '', startsOn = '', endsOn = '' }) => {
        const until = endsOn === '' ? null : endsOn;
        const body = { after: site.upkeepNumber, unit, duty, startsOn, endsOn: until };
        await call('POST /api/sites/:siteId/upkeep', { params: { siteId: site.id }, body });
      }}
    />
  );
}

export function DescribeForm({ site }: { readonly site: SitePage }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const degrees = (value: number | null): string => (value === null ? '' : value.toFixed(6));
  return (
    <PlainForm
      fields={[
        { name: 'address', label: t.address, start: site.address, optional: true },
        { name: 'longitude', label: t.longitude, start: degrees(site.longitude), optional: true },
        { name: 'latitude', label: t.latitude, start: degrees(site.latitude), optional: true },
        {
          name: 'system',
          label: t.system,
          options: coordinateSystems.map((value) => ({
            value,
            label: coordinateSystemLabel[value][language],
          })),
        },
        { name: 'standard', label: t.standard, start: site.standard, optional: true, maxLength: 2000 },
        { name: 'acceptance', label: t.acceptance, start: site.acceptance, optional: true, maxLength: 2000 },
        { name: 'responsible', label: t.responsible, start: site.responsible, maxLength: 100 },
        { name: 'dueOn', label: t.due, kind: 'day', start: site.dueOn },
      ]}
      submit={t.save}
      send={async (values) => {
        const { address = '', longitude = '', latitude = '', system = '' } = values;
        const { standard = '', acceptance = '', responsible = '', dueOn = '' } = values;
        const declared = coordinateSystems.find((one) => one === system) ?? 'wgs84';
        const where = { address, longitude, latitude, system: declared };
        const body = { after: site.detail, ...where, standard, acceptance, responsible, dueOn };
        await call('POST /api/sites/:siteId/details', { params: { siteId: site.id }, body });
      }}
    />
  );
}
