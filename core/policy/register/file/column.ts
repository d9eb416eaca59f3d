// Which columns a register file may have: who it is, whom to call, its figures, flags and certificates; and what a heading means.
import type { Words } from '../../words/words.ts';
import { type CertificateName, certificateKinds, certificateNames } from '../certificate.ts';
import { enterpriseFacts } from '../enterprise.ts';
import type { Fact, FlagName } from '../fact.ts';

export type PlainField = 'code' | 'name' | 'place' | 'year' | 'representative' | 'phone' | 'idNumber';

export type RegisterColumn =
  | { readonly kind: 'plain'; readonly field: PlainField }
  | { readonly kind: 'number'; readonly fact: Fact; readonly unit: string }
  | { readonly kind: 'flag'; readonly flag: FlagName }
  | {
      readonly kind: 'certificate';
      readonly certificate: CertificateName;
      readonly end: 'startsOn' | 'endsOn';
    };

export const plainLabels: Readonly<Record<PlainField, Words>> = {
  code: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  name: { zh: '企业名称', en: 'Enterprise' },
  place: { zh: '所在区县', en: 'District' },
  year: { zh: '数据年度', en: 'Year of the figures' },
  representative: { zh: '法定代表人', en: 'Legal representative' },
  phone: { zh: '联系电话', en: 'Telephone' },
  idNumber: { zh: '法定代表人证件号码', en: 'Identity number of the representative' },
};

/** Personal data: masked wherever the whole is not needed, in rejected rows too. */
export const personalFields: ReadonlySet<PlainField> = new Set(['representative', 'phone', 'idNumber']);

const aliases: Readonly<Record<string, PlainField>> = {
  信用代码: 'code',
  社会信用代码: 'code',
  单位名称: 'name',
  名称: 'name',
  区县: 'place',
  所属区县: 'place',
  年度: 'year',
  法人代表: 'representative',
  法定代表人姓名: 'representative',
  电话: 'phone',
  手机: 'phone',
};

const fields: readonly PlainField[] = [
  'code',
  'name',
  'place',
  'year',
  'representative',
  'phone',
  'idNumber',
];

const certificateHeadings = (name: CertificateName) =>
  [
    [`${certificateKinds[name].label.zh}证书有效期起`, 'startsOn'],
    [`${certificateKinds[name].label.zh}证书有效期止`, 'endsOn'],
  ] as const;

const bare = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, '').replace(/（/g, '(').replace(/）/g, ')').replace(/[“”"]/g, '');

/** Every heading without its unit → what it stands for. */
const known: ReadonlyMap<string, RegisterColumn> = new Map([
  ...fields.flatMap((field): [string, RegisterColumn][] => [
    [bare(plainLabels[field].zh), { kind: 'plain', field }],
    [field.toLowerCase(), { kind: 'plain', field }],
  ]),
  ...Object.entries(aliases).map(([name, field]): [string, RegisterColumn] => [
    name,
    { kind: 'plain', field },
  ]),
  ...enterpriseFacts.flatMap((fact): [string, RegisterColumn][] => {
    if (fact.flags)
      return fact.flags.flatMap((flag): [string, RegisterColumn][] => [
        [bare(flag.label.zh), { kind: 'flag', flag }],
        [flag.name.toLowerCase(), { kind: 'flag', flag }],
      ]);
    if (fact.known === null) return [];
    const column: RegisterColumn = { kind: 'number', fact, unit: '' };
    return [
      [bare(fact.label.zh), column],
      [fact.name.toLowerCase(), column],
    ];
  }),
  ...certificateNames.flatMap((certificate) =>
    certificateHeadings(certificate).map(([heading, end]): [string, RegisterColumn] => [
      bare(heading),
      { kind: 'certificate', certificate, end },
    ]),
  ),
]);

/** What a heading stands for, its unit taken from the bracket at its end; null where no column answers to it. */
export function columnOf(heading: string): RegisterColumn | null {
  const whole = bare(heading);
  const plain = known.get(whole) ?? known.get(whole.toLowerCase());
  if (plain) return plain;
  const parts = /^(.*)\(([^()]*)\)$/.exec(whole);
  const column = parts && (known.get(parts[1] ?? '') ?? known.get((parts[1] ?? '').toLowerCase()));
  if (!column) return null;
  return column.kind === 'number' ? { ...column, unit: parts[2] ?? '' } : column;
}

/** The unit in which a template asks for a number. */
const askedIn = ({ measure, unit }: Fact): string =>
  measure === 'fen' ? '万元' : measure === 'area' ? '平方米' : (unit?.zh ?? '');

export const headingOf = (column: RegisterColumn): string => {
  if (column.kind === 'plain') return plainLabels[column.field].zh;
  if (column.kind === 'flag') return column.flag.label.zh;
  if (column.kind === 'certificate')
    return certificateHeadings(column.certificate).find(([, end]) => end === column.end)?.[0] ?? '';
  const unit = column.unit || askedIn(column.fact);
  return unit === '' ? column.fact.label.zh : `${column.fact.label.zh}（${unit}）`;
};

/** Headings of a template, everything that may be told, in a sensible order. */
export const templateHeadings: readonly string[] = [
  ...fields.map((field): RegisterColumn => ({ kind: 'plain', field })),
  ...enterpriseFacts
    .filter((fact) => !fact.flags && fact.known !== null)
    .map((fact): RegisterColumn => ({ kind: 'number', fact, unit: '' })),
  ...enterpriseFacts
    .flatMap((fact) => fact.flags ?? [])
    .map((flag): RegisterColumn => ({ kind: 'flag', flag })),
  ...certificateNames.flatMap((certificate): RegisterColumn[] => [
    { kind: 'certificate', certificate, end: 'startsOn' },
    { kind: 'certificate', certificate, end: 'endsOn' },
  ]),
].map(headingOf);

/** Signs that must change to make one word the other; as far as a slip of a heading goes. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++)
      now[j] = Math.min(
        (before[j] ?? 0) + 1,
        (now[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    before = now;
  }
  return before[b.length] ?? 0;
}

/** The heading that was most likely meant; null where none is near. */
export function nearestHeading(heading: string): string | null {
  const given = bare(heading)
    .replace(/\([^()]*\)$/, '')
    .slice(0, 40);
  let [best, least] = ['', Math.max(1, Math.floor(given.length / 3)) + 1];
  for (const each of templateHeadings) {
    const away = distance(given, bare(each).replace(/\([^()]*\)$/, ''));
    if (away < least) [best, least] = [each, away];
  }
  return best === '' ? null : best;
}
