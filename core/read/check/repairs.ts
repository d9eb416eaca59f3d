// What was mended while the text was cut into blocks, said as checks so that no repair is silent.
import type { Check } from '../reading.ts';
import type { Repair } from '../structure.ts';

export const repairChecks = (repairs: readonly Repair[]): readonly Check[] =>
  repairs.map((repair) => ({
    rule: repair.rule.startsWith('repair.') ? repair.rule : `repair.${repair.rule}`,
    ok: true,
    expected: null,
    found: null,
    residual: null,
    rounding: 0,
    what: repair.what,
    start: repair.start,
    end: repair.end,
  }));
