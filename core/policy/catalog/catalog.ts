// The clauses a city starts with: what can be computed of 杭政函〔2024〕16号 and 杭政办函〔2024〕3号.
import type { Clause } from '../clause.ts';
import { industryClauses } from './industry.ts';
import { researchClauses } from './research.ts';
import { smallFirmClauses } from './small-firms.ts';
import { technologyClauses } from './technology.ts';

export const catalog: readonly Clause[] = [
  ...industryClauses,
  ...researchClauses,
  ...technologyClauses,
  ...smallFirmClauses,
];
