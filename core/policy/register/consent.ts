// Which figures of an enterprise may be used for what: the ground on which they came (PIPL art. 13), what the firm allowed, for
// which purpose and until when (art. 14), and what it took back, which stops the use at once (art. 15).
import type { IsoDate } from '../../quantity/date.ts';
import type { Words } from '../words/words.ts';

export const figureGroups = {
  registration: { zh: '登记信息', en: 'Registration' },
  operation: { zh: '经营与用工', en: 'Business and staff' },
  research: { zh: '研发与技术', en: 'Research and technology' },
  trade: { zh: '外贸与保险', en: 'Trade and insurance' },
  subsidy: { zh: '已获上级补助', en: 'Subsidies received' },
  space: { zh: '场地租用', en: 'Rented space' },
  recognition: { zh: '资质与荣誉', en: 'Recognitions' },
  standing: { zh: '信用与状态', en: 'Standing' },
} as const satisfies Readonly<Record<string, Words>>;
export type FigureGroup = keyof typeof figureGroups;

export const purposes = {
  matching: { zh: '政策匹配与兑付', en: 'Matching and paying awards' },
  push: { zh: '政策推送', en: 'Telling the firm about awards' },
  statistics: { zh: '统计分析', en: 'Statistics' },
} as const satisfies Readonly<Record<string, Words>>;
export type Purpose = keyof typeof purposes;

export const bases = {
  duty: {
    zh: '履行法定职责所必需（个人信息保护法第13条第1款第3项、第34条）',
    en: 'Needed for a duty by law (PIPL art. 13(1)(3), 34)',
  },
  consent: {
    zh: '取得同意（个人信息保护法第13条第1款第1项、第14条）',
    en: 'Consent (PIPL art. 13(1)(1), 14)',
  },
  public: {
    zh: '已依法公开（个人信息保护法第13条第1款第6项）',
    en: 'Made public lawfully (PIPL art. 13(1)(6))',
  },
} as const satisfies Readonly<Record<string, Words>>;
export type Basis = keyof typeof bases;

const keysOf = <K extends string>(table: Readonly<Record<K, Words>>): readonly K[] => {
  const isKey = (name: string): name is K => Object.hasOwn(table, name);
  return Object.keys(table).filter(isKey);
};
export const groupNames = keysOf<FigureGroup>(figureGroups);
export const purposeNames = keysOf<Purpose>(purposes);
export const basisNames = keysOf<Basis>(bases);

const named: Readonly<Record<string, FigureGroup>> = {
  ...{ industry: 'registration', registeredOn: 'registration', converted: 'registration' },
  ...{ employees: 'operation', revenue: 'operation', assets: 'operation', scaleYear: 'operation' },
  ...{ yearsInScale: 'operation', headquartersStars: 'operation', nurturing: 'operation' },
  ...{
    research: 'research',
    researchBefore: 'research',
    techTrade: 'research',
    tradeContractsRegistered: 'research',
  },
  ...{ techInsurance: 'trade', exportInsurance: 'trade', boothFees: 'trade', airFares: 'trade' },
  ...{ exchangeVolume: 'trade', foreignTrade: 'trade', exchangeEligible: 'trade' },
  ...{ monthlyRent: 'space', rentedArea: 'space', leaseYears: 'space' },
  ...{ dishonest: 'standing', gradeD: 'standing' },
};

/** Subsidies and recognitions are many and named alike; everything else is named above. */
export const groupOf = (fact: string): FigureGroup =>
  named[fact] ?? (fact.endsWith('Subsidy') ? 'subsidy' : 'recognition');

export interface Ground {
  readonly basis: Basis;
  readonly purposes: readonly string[];
  /** Last day of a consent that came with the file. */
  readonly consentUntil: IsoDate | null;
}

export interface Consent {
  readonly number: number;
  readonly action: 'give' | 'withdraw';
  readonly groups: readonly string[];
  readonly purposes: readonly string[];
  readonly until: IsoDate | null;
}

export interface Use {
  readonly group: FigureGroup;
  readonly purpose: Purpose;
  readonly day: IsoDate;
}

/** The firm's newest word on a group and a purpose. */
export const newestWord = (
  { group, purpose }: Pick<Use, 'group' | 'purpose'>,
  consents: readonly Consent[],
): Consent | null =>
  consents
    .filter((each) => each.groups.includes(group) && each.purposes.includes(purpose))
    .reduce<Consent | null>((newest, each) => (newest && newest.number > each.number ? newest : each), null);

/**
 * Whether figures of a group that came on a ground may be used. What a duty by law or publication allows needs no consent and is
 * not stopped by a withdrawal; what rests on consent ends with its day or the firm's word.
 */
export function mayUse(use: Use, ground: Ground, consents: readonly Consent[]): boolean {
  const word = newestWord(use, consents);
  if (word?.action === 'give' && word.until !== null && word.until >= use.day) return true;
  if (!ground.purposes.includes(use.purpose)) return false;
  if (ground.basis !== 'consent') return true;
  return word?.action !== 'withdraw' && ground.consentUntil !== null && ground.consentUntil >= use.day;
}
