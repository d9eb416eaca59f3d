// Which columns a subject has: the facts of the register, and the history that the clauses themselves ask for
// (one-time awards already received, money of this year under a limit, money of a group that tops up).
import type { Clause, Subject } from './clause.ts';
import { enterpriseFacts } from './register/enterprise.ts';
import { type Fact, type FlagName, history, paidSoFar } from './register/fact.ts';
import { parkFacts, personFacts, projectFacts } from './register/others.ts';

export const factsOf: Readonly<Record<Subject, readonly Fact[]>> = {
  enterprise: enterpriseFacts,
  project: projectFacts,
  park: parkFacts,
  person: personFacts,
};

/** One-time keys are bits of columns of 31: the sign bit is left alone because some engines have no unsigned integers. */
const BITS = 31;

export const onceFlag = (key: string): string => `once_${key}`;
export const yearColumn = (key: string): string => `paidThisYear_${key}`;
export const groupColumn = (group: string): string => `paidInGroup_${group}`;

const sortedKeys = (keys: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(keys.filter((key) => key !== undefined))].sort();

function onceColumns(clauses: readonly Clause[]): readonly Fact[] {
  const names: FlagName[] = sortedKeys(clauses.map((clause) => clause.once?.key)).map((key) => {
    const title = clauses.find((clause) => clause.once?.key === key)?.title;
    return {
      name: onceFlag(key),
      label: { zh: `已享受过：${title?.zh ?? key}`, en: `already received: ${title?.en ?? key}` },
    };
  });
  const columns: Fact[] = [];
  for (let at = 0; at < names.length; at += BITS)
    columns.push(history(`paidOnce${at / BITS}`, names.slice(at, at + BITS)));
  return columns;
}

/** The facts of a subject with the history that these clauses (all versions, of any day) need; the order is stable. */
export function registerFor(subject: Subject, clauses: readonly Clause[]): readonly Fact[] {
  const own = clauses.filter((clause) => clause.subject === subject);
  const years = sortedKeys(own.map((clause) => clause.yearlyCap?.key));
  const groups = sortedKeys(
    own.map((clause) => (clause.overlap?.rule === 'topUp' ? clause.overlap.group : undefined)),
  );
  return [
    ...factsOf[subject],
    ...onceColumns(own),
    ...years.map((key) =>
      paidSoFar(yearColumn(key), '本年度同类已兑付', 'paid this year under the same limit'),
    ),
    ...groups.map((key) => paidSoFar(groupColumn(key), '同组已兑付', 'already paid in the group')),
  ];
}
