// The form of a register entry, for a new project and for a change; what the server asks about is explained in place.
import { type ReactNode, useState } from 'react';
import { moneySources, projectKinds, projectLevels, projectLists } from '../../../core/project/project.ts';
import { isIsoDate } from '../../../core/quantity/date.ts';
import {
  moneySourceLabel,
  projectKindLabel,
  projectLevelLabel,
  projectListLabel,
} from '../../../core/vocabulary/project.ts';
import type { Ask } from '../../api.ts';
import type { PlainField, Values } from '../../part/plain-form.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import type { Place } from '../projects/parts.tsx';
import { type Checked, CheckedForm } from './checked.tsx';

export type EntryBody = Ask<'POST /api/projects'>['body'];

const many = (text: string | undefined): string[] => (text ?? '').split(' ').filter((each) => each !== '');
const orNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim();

const known = <T extends string>(all: readonly T[], text: string | undefined): T[] =>
  all.filter((each) => many(text).includes(each));

/** 市级财政 3.2、专项债券 2 → sources with their amounts; a word that is no source is left for the server to see as none. */
function readFinancing(text: string): EntryBody['financing'] {
  return text.split(/[、，,；;\n]/).flatMap((part) => {
    const found = /^\s*([^\d\s:：]+)\s*[:：]?\s*(\d[\d.]*)?\s*$/.exec(part);
    const source = moneySources.find(
      (each) => moneySourceLabel[each].zh === found?.[1] || each === found?.[1],
    );
    return source ? [{ source, amount: found?.[2] ?? null }] : [];
  });
}

const printFinancing = (financing: EntryBody['financing']): string =>
  financing.map(({ source, amount }) => `${moneySourceLabel[source].zh}${amount ?? ''}`).join('、');

function bodyOf(values: Values, gates: readonly string[], explanation: string): EntryBody {
  const plannedOn = Object.fromEntries(
    gates.flatMap((gate) => {
      const day = values[`planned.${gate}`] ?? '';
      return isIsoDate(day) ? [[gate, day] as const] : [];
    }),
  );
  return {
    ...{
      year: Number(values.year),
      code: orNull(values.code),
      name: values.name ?? '',
      content: values.content ?? '',
    },
    kind: projectKinds.find((each) => each === values.kind) ?? 'reserve',
    ...{
      field: values.field ?? '',
      levels: known(projectLevels, values.levels),
      placeIds: many(values.places),
    },
    ...{ ownerUnit: values.owner ?? '', leadUnit: orNull(values.lead), total: orNull(values.total) },
    ...{ annualPlan: orNull(values.annualPlan), beforeYear: orNull(values.beforeYear) },
    ...{ feasibility: orNull(values.feasibility), designEstimate: orNull(values.designEstimate) },
    financing: readFinancing(values.financing ?? ''),
    governmentFunded: values.governmentFunded === 'yes',
    ...{
      lists: known(projectLists, values.lists),
      approvedOn: orNull(values.approvedOn),
      plannedOn,
      explanation,
    },
  };
}

export function EntryForm({
  start,
  places,
  gates,
  send,
}: {
  readonly start: Omit<EntryBody, 'explanation'>;
  readonly places: readonly Place[];
  readonly gates: readonly {
    readonly id: string;
    readonly words: { readonly zh: string; readonly en: string };
  }[];
  readonly send: (body: EntryBody) => Promise<Checked>;
}): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const [fields] = useState((): PlainField[] => {
    const text = (
      name: string,
      label: string,
      value: string | null,
      more: Partial<PlainField> = {},
    ): PlainField => ({
      ...{ name, label, start: value ?? '', optional: true },
      ...more,
    });
    const choices = <K extends string>(
      all: readonly K[],
      labels: Readonly<Record<K, { readonly zh: string; readonly en: string }>>,
    ) => all.map((value) => ({ value, label: labels[value][language] }));
    return [
      text('year', t.year, `${start.year}`, { kind: 'number', optional: false }),
      text('name', t.project, start.name, { optional: false }),
      text('code', t.code, start.code),
      text('kind', t.kind, start.kind, { options: choices(projectKinds, projectKindLabel), optional: false }),
      text('field', t.field, start.field),
      text('places', t.places, start.placeIds.join(' '), {
        many: true,
        options: places.map(({ id, name, nameEn }) => ({
          value: id,
          label: language === 'zh' ? name : nameEn,
        })),
      }),
      text('owner', t.owner, start.ownerUnit),
      text('lead', t.lead, start.leadUnit),
      text('total', `${t.total}（${t.yi}）`, start.total),
      text('annualPlan', `${t.plan}（${t.yi}）`, start.annualPlan),
      text('beforeYear', `${t.beforeYear}（${t.yi}）`, start.beforeYear),
      text('feasibility', `${t.feasibility}（${t.yi}）`, start.feasibility),
      text('designEstimate', `${t.designEstimate}（${t.yi}）`, start.designEstimate),
      text('financing', t.financing, printFinancing(start.financing), { hint: t.financingHint }),
      text('governmentFunded', t.governmentFunded, start.governmentFunded ? 'yes' : 'no', {
        options: [
          { value: 'no', label: t.no },
          { value: 'yes', label: t.yes },
        ],
      }),
      text('levels', t.levels, start.levels.join(' '), {
        many: true,
        options: choices(projectLevels, projectLevelLabel),
      }),
      text('lists', t.lists, start.lists.join(' '), {
        many: true,
        options: choices(projectLists, projectListLabel),
      }),
      text('approvedOn', t.approvedOn, start.approvedOn, { kind: 'day' }),
      ...gates.map(({ id, words }) =>
        text(`planned.${id}`, `${t.planned} · ${words[language]}`, start.plannedOn[id] ?? '', {
          kind: 'day',
        }),
      ),
      text('content', t.content, start.content, { maxLength: 2000 }),
    ];
  });
  const ids = gates.map(({ id }) => id);
  return (
    <CheckedForm
      fields={fields}
      submit={t.save}
      send={(values, reason) => send(bodyOf(values, ids, reason))}
    />
  );
}
