// The chain of gates, and the start rates that are due, as a line of text that an office can read and change.
import { decimal, parseDecimal } from '../quantity/decimal.ts';
import { printed } from './money.ts';
import { chainProblems, type Gate, type GateChain, type ProjectSettings } from './settings.ts';

/** Names of the gates of the default chain; whoever uses these names keeps their meaning (开工 is the start of the start rate). */
const known: Readonly<Record<string, string>> = {
  签约: 'signed',
  供地: 'land',
  开工: 'started',
  竣工: 'completed',
  投产: 'producing',
  达产: 'fullCapacity',
};
const knownStuck: Readonly<Record<string, string>> = {
  签约未供地: 'signedNoLand',
  供地未开工: 'landNotStarted',
  开工未竣工: 'startedNotCompleted',
  竣工未投产: 'completedNotProducing',
  投产未达产: 'producingNotFull',
};
const knownRates: Readonly<Record<string, string>> = {
  供地率: 'landRate',
  开工率: 'startRate',
  竣工率: 'completionRate',
  投产率: 'productionRate',
  达产率: 'capacityRate',
};

const idOf = (table: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(table, name) ? (table[name] ?? name) : name;

const nameOf = (table: Readonly<Record<string, string>>, id: string): string =>
  Object.entries(table).find(([, value]) => value === id)?.[0] ?? id;

const gateShape = /^([^（）()，,]+)[（(]([^（）()，,]+)[，,]([^（）()，,]+)(?:[，,](\d{1,4})天)?[）)]$/;

function readGate(text: string): Gate | null {
  const parts = gateShape.exec(text);
  if (!parts) return null;
  const [, gate = '', stuck = '', rate = '', days] = parts.map((part) => part?.trim());
  const isKnown =
    Object.hasOwn(known, gate) && Object.hasOwn(knownStuck, stuck) && Object.hasOwn(knownRates, rate);
  return {
    id: idOf(known, gate),
    stuckId: idOf(knownStuck, stuck),
    rateId: idOf(knownRates, rate),
    dueAfterDays: days === undefined ? null : Number(days),
    ...(isKnown ? {} : { words: { gate, stuck, rate } }),
  };
}

/** 签约 → 供地（签约未供地，供地率） → 开工（供地未开工，开工率，180天）. Null where it cannot be read, or is no chain. */
export function readChain(text: string): GateChain | null {
  const [first = '', ...rest] = text.split(/→|->/).map((part) => part.trim());
  const gates = rest.flatMap((part) => readGate(part) ?? []);
  if (first === '' || gates.length < rest.length) return null;
  const chain = { first: idOf(known, first), gates };
  return chainProblems(chain).length === 0 ? chain : null;
}

export function printChain({ first, gates }: GateChain): string {
  const parts = gates.map(({ id, stuckId, rateId, dueAfterDays, words }) => {
    const name = words?.gate ?? nameOf(known, id);
    const inside = [words?.stuck ?? nameOf(knownStuck, stuckId), words?.rate ?? nameOf(knownRates, rateId)];
    if (dueAfterDays !== null) inside.push(`${dueAfterDays}天`);
    return `${name}（${inside.join('，')}）`;
  });
  return [nameOf(known, first), ...parts].join(' → ');
}

type StartDue = ProjectSettings['startDue']['value'];

/** 6月80%；12月100%. Null where it cannot be read. */
export function readStartDue(text: string): StartDue | null {
  const due: Record<number, StartDue[number]> = {};
  for (const part of text.split(/[；;]/).filter((each) => each.trim() !== '')) {
    const [, month, percent = ''] = /^\s*(\d{1,2})月\s*(\d{1,3}(?:\.\d+)?)[%％]\s*$/.exec(part) ?? [];
    const at = Number(month);
    if (!(at >= 1 && at <= 12) || !parseDecimal(percent)) return null;
    due[at] = decimal(percent);
  }
  return due;
}

export const printStartDue = (due: StartDue): string =>
  Object.entries(due)
    .map(([month, percent]) => `${month}月${printed(percent)}%`)
    .join('；');
