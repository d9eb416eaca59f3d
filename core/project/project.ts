// What a construction project is in the register, and what is wrong with an entry: one code, one project, everywhere.
import type { IsoDate } from '../quantity/date.ts';
import { compare, subtract } from '../quantity/decimal.ts';
import { type Finding, finding } from './finding.ts';
import { comparePercent, numberOf, percentOf, printed, sumOf, type Yi } from './money.ts';
import { defaultProjectSettings, type ProjectSettings } from './settings.ts';
import { jumpsInside } from './unit-jump.ts';

/** 新开工, 续建, 竣工, 前期储备: the columns of the yearly plan of key projects. */
export const projectKinds = ['new', 'continuing', 'finishing', 'reserve'] as const;
export type ProjectKind = (typeof projectKinds)[number];

/** 五张项目清单, the five batches 五个一批: 招引、谋划、开工、推进、竣工. */
export const projectLists = ['attract', 'prepare', 'start', 'advance', 'complete'] as const;
export type ProjectList = (typeof projectLists)[number];

/** Whose list it stands on: 省“千项万亿”, 市重点, 区重点. */
export const projectLevels = ['province', 'city', 'district'] as const;
export type ProjectLevel = (typeof projectLevels)[number];

/** Where money may come from; the two of the yearly plan of government investment and what is won from above. */
export const moneySources = [
  'cityBudget',
  'districtBudget',
  'landProceeds',
  'specialBond',
  'centralBudget',
  'treasuryBond',
  'policyFinance',
  'stateEnterprise',
  'private',
  'foreign',
  'loan',
] as const;
export type MoneySource = (typeof moneySources)[number];

export interface Financing {
  readonly source: MoneySource;
  /** Null where the source is named without its amount. */
  readonly amount: Yi | null;
}

/** 政府投资条例 §16: name, content and scale, period, total, annual amount and source stand in the annual plan. */
export interface ProjectEntry {
  readonly id: string;
  /** Code of the national online platform (政府投资条例 §10); null while it has none, or is secret. */
  readonly code: string | null;
  readonly name: string;
  readonly content: string;
  readonly kind: ProjectKind;
  /** One of the fields of the yearly plan, as printed (先进制造业基地领域). */
  readonly field: string;
  readonly levels: readonly ProjectLevel[];
  /** Places it lies in; two for a project of a cooperation zone. ownLevel (市本级) is a place of its own. */
  readonly placeIds: readonly string[];
  readonly ownerUnit: string;
  readonly leadUnit: string | null;
  readonly total: Yi | null;
  readonly annualPlan: Yi | null;
  /** Investment of all years before this one; null where it is not known. */
  readonly beforeYear: Yi | null;
  /** Estimate of the feasibility study that was approved, and of the preliminary design. */
  readonly feasibility: Yi | null;
  readonly designEstimate: Yi | null;
  readonly year: number;
  readonly financing: readonly Financing[];
  readonly governmentFunded: boolean;
  readonly lists: readonly ProjectList[];
  readonly approvedOn: IsoDate | null;
  /** Planned days of the gates of its chain, by gate. */
  readonly plannedOn: Readonly<Record<string, IsoDate>>;
  /** Days on which gates were passed, by gate. */
  readonly passedOn: Readonly<Record<string, IsoDate>>;
}

export type EntryProblem =
  | 'project.codeMissing'
  | 'project.codeShape'
  | 'project.codeTwice'
  | 'project.nameMissing'
  | 'project.placeMissing'
  | 'project.annualOverTotal'
  | 'project.unitJump'
  | 'project.moneyNegative'
  | 'project.moneyUnreadable'
  | 'project.financingGap'
  | 'project.startBeforeApproval'
  | 'project.sourceMissing'
  | 'project.estimateOver'
  | 'project.listOfKind';

/**
 * GB/T 40058-2021: time, region, department, type, then five random digits and a check digit, in five groups. The
 * arithmetic of the check digit is not verified here; the online platform is the authority for that.
 */
const codeShape = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

export const isProjectCode = (code: string): boolean => codeShape.test(code);

/** Dashes of every width and spaces are one code printed differently. */
export const foldCode = (code: string): string =>
  code
    .replace(/[\s\u3000]/g, '')
    .replace(/[－—–‐−]/g, '-')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Gate of the chain that is the start of building; its day is held against the approval. */
export const START = 'started';

function moneyFindings(entry: ProjectEntry): readonly Finding<EntryProblem>[] {
  const found: Finding<EntryProblem>[] = [];
  const named: readonly (readonly [string, Yi | null])[] = [
    ['total', entry.total],
    ['annualPlan', entry.annualPlan],
    ['beforeYear', entry.beforeYear],
    ['feasibility', entry.feasibility],
    ['designEstimate', entry.designEstimate],
    ...entry.financing.map(({ source, amount }): readonly [string, Yi | null] => [source, amount]),
  ];
  for (const [field, text] of named) {
    if (text === null) continue;
    const value = numberOf(text);
    if (!value) found.push(finding('project.moneyUnreadable', 'refuses', { field, text }));
    else if (value.coefficient < 0n) found.push(finding('project.moneyNegative', 'refuses', { field, text }));
  }
  const units = jumpsInside(entry);
  found.push(...units);
  const [total, annual] = [numberOf(entry.total), numberOf(entry.annualPlan)];
  // A wrong unit explains the rest: one question, not two.
  if (units.length === 0 && total && annual && compare(annual, total) > 0)
    found.push(
      finding('project.annualOverTotal', 'asks', { annual: printed(annual), total: printed(total) }),
    );
  return [...found, ...financingFindings(entry)];
}

/** Named sources that all have amounts must add up to the total; a source without an amount leaves it open. */
function financingFindings({
  financing,
  total,
  governmentFunded,
}: ProjectEntry): readonly Finding<EntryProblem>[] {
  if (financing.length === 0) return governmentFunded ? [finding('project.sourceMissing', 'asks', {})] : [];
  const { sum, known } = sumOf(financing.map(({ amount }) => amount));
  const whole = numberOf(total);
  if (!whole || known < financing.length || compare(sum, whole) === 0) return [];
  return [finding('project.financingGap', 'asks', { sum: printed(sum), total: printed(whole) })];
}

/** 政府投资条例 §12: a design estimate more than a tenth above the feasibility study must be reported, and may stop the project. */
function estimateFindings(entry: ProjectEntry, settings: ProjectSettings): readonly Finding<EntryProblem>[] {
  const [study, design] = [numberOf(entry.feasibility), numberOf(entry.designEstimate)];
  if (!entry.governmentFunded || !study || !design || study.coefficient <= 0n) return [];
  const over = subtract(design, study);
  if (comparePercent(over, study, settings.estimateOver.value) <= 0) return [];
  const params = {
    design: printed(design),
    feasibility: printed(study),
    percent: percentOf(over, study) ?? '—',
  };
  return [finding('project.estimateOver', 'asks', params)];
}

/** The kind of project that a list is of; 招引 and 谋划 come before there is a project to build, 推进 holds any. */
const listKinds: Readonly<Record<ProjectList, readonly ProjectKind[]>> = {
  attract: ['reserve', 'new'],
  prepare: ['reserve'],
  start: ['new'],
  advance: ['new', 'continuing', 'finishing'],
  complete: ['finishing'],
};

const listFindings = ({ lists, kind }: ProjectEntry): readonly Finding<EntryProblem>[] =>
  lists
    .filter((list) => !listKinds[list].includes(kind))
    .map((list) => finding('project.listOfKind', 'asks', { list, kind }));

/** Everything that one entry says wrongly by itself. */
export function checkEntry(
  entry: ProjectEntry,
  settings: ProjectSettings = defaultProjectSettings,
): readonly Finding<EntryProblem>[] {
  const found: Finding<EntryProblem>[] = [];
  if (entry.name.trim() === '') found.push(finding('project.nameMissing', 'refuses'));
  if (entry.placeIds.length === 0) found.push(finding('project.placeMissing', 'refuses'));
  if (entry.code === null) {
    // A plan still being prepared has no code; one that is built must have it (政府投资条例 §10).
    if (entry.kind !== 'reserve') found.push(finding('project.codeMissing', 'asks', { name: entry.name }));
  } else if (!isProjectCode(foldCode(entry.code)))
    found.push(finding('project.codeShape', 'refuses', { code: entry.code }));
  const started = entry.passedOn[START];
  if (started !== undefined && entry.approvedOn !== null && started < entry.approvedOn)
    found.push(
      finding('project.startBeforeApproval', 'asks', {
        started,
        approved: entry.approvedOn,
        name: entry.name,
      }),
    );
  return [...found, ...moneyFindings(entry), ...estimateFindings(entry, settings), ...listFindings(entry)];
}

/** Entries that carry one code under two ids: one project entered twice, or one code typed for another. */
export function codesTwice(entries: readonly ProjectEntry[]): readonly Finding<EntryProblem>[] {
  const byCode = new Map<string, ProjectEntry[]>();
  for (const entry of entries) {
    if (entry.code === null) continue;
    const code = foldCode(entry.code);
    byCode.set(code, [...(byCode.get(code) ?? []), entry]);
  }
  return [...byCode].flatMap(([code, same]) => {
    const [first, second] = same;
    if (!first || !second) return [];
    const names = { code, first: first.name, second: second.name, count: `${same.length}` };
    return [finding('project.codeTwice', 'refuses', names)];
  });
}
