// Every enterprise of the register with what clauses ask of it on a day, one row after the other, whatever their number.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Schema } from '../../../core/policy/engine/form.ts';
import type { Facts, Row } from '../../../core/policy/row.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import type { Rules } from '../clause/rules-on.ts';
import { nurturedFacts } from '../nurture/columns.ts';
import { cityOf } from '../register/city-of.ts';

export interface RosterRow {
  readonly code: string;
  readonly placeId: string;
  readonly row: Row;
}

/** After so many rows others get their turn. */
const stretch = 1000;

/** Writes the words of the nurturing office over what the figures say. */
function overlay(schema: Schema): (row: Row, facts: Facts) => void {
  const placeOf = (name: string): number => schema.findIndex((column) => column.name === name);
  const [scaleYear, yearsInScale] = [placeOf('scaleYear'), placeOf('yearsInScale')];
  const flags = schema.findIndex(({ bits }) => bits?.includes('nurturing'));
  const mask = 2 ** (schema[flags]?.bits?.indexOf('nurturing') ?? 0);
  const known = placeOf(schema[flags]?.known ?? '');
  const setBit = (row: Row, at: number, is: boolean) => {
    const value = row[at] ?? 0;
    const has = Math.floor(value / mask) % 2 === 1;
    if (has !== is) row[at] = is ? value + mask : value - mask;
  };
  return (row, facts) => {
    row[scaleYear] = Number(facts.scaleYear);
    row[yearsInScale] = facts.yearsInScale === null ? Number.NaN : Number(facts.yearsInScale);
    setBit(row, flags, facts.nurturing === true);
    if (known >= 0) setBit(row, known, true);
  };
}

export async function* roster(
  context: Context,
  rules: Pick<Rules, 'compiled' | 'clauses'>,
  day: IsoDate,
): AsyncGenerator<RosterRow> {
  const loaded = await cityOf(context, { day, clauses: rules.clauses });
  const nurtured = await nurturedFacts(context, day);
  const { schema } = rules.compiled.ruleSet;
  const write = overlay(schema);
  const { register } = loaded.city;
  const columns = schema.map((column) => register.values(column));
  for (let at = 0; at < loaded.rows; at += 1) {
    if (at % stretch === stretch - 1) await breathe();
    const row = Float64Array.from(columns, (values) => values[at] ?? Number.NaN);
    const code = loaded.codeAt(at);
    const facts = nurtured.get(code);
    if (facts) write(row, facts);
    yield { code, placeId: loaded.placeAt(at), row };
  }
}

/** The facts of a row by name, flags by their own names: what a logged decision keeps. */
export function factsFrom(schema: Schema, row: Row): Facts {
  const facts: Record<string, number | boolean> = {};
  const at = new Map(schema.map((column, index) => [column.name, index]));
  const numberOf = (name: string): number => row[at.get(name) ?? -1] ?? 0;
  const twins = new Set(schema.map(({ known }) => known).filter((name) => typeof name === 'string'));
  for (const { name, bits, known } of schema) {
    if (twins.has(name)) continue;
    const value = numberOf(name);
    if (bits) {
      const isKnown = typeof known === 'string' ? numberOf(known) : 0xffffffff;
      bits.forEach((bit, place) => {
        const mask = 2 ** place;
        const is = Math.floor(value / mask) % 2 === 1;
        // History is known bit by bit without a twin: what is not set is not worth a line.
        if (Math.floor(isKnown / mask) % 2 === 1 && (is || typeof known === 'string')) facts[bit] = is;
      });
    } else if (!Number.isNaN(value)) facts[name] = value;
  }
  return facts;
}
