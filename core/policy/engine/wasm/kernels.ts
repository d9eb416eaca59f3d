// The kernels a plan needs, each shape once, and the module that holds them.
import type { Leaf, Schema } from '../form.ts';
import type { Group, PlannedClause } from '../plan.ts';
import { amountKernel } from './amount-kernel.ts';
import { type FunctionCode, KERNEL_TYPE, moduleOf } from './binary.ts';
import { type Flag, flagKernel } from './flag-kernel.ts';
import { leafKernel } from './leaf-kernel.ts';
import { clauseKernel, foldKernel, nodeKernel, runFunction } from './set-kernel.ts';
import { lanesOf, Slots } from './slot.ts';
import { recallKernel, rememberKernel } from './stored-kernel.ts';

/** A kernel by the text of its shape; emitted only when no module holds it yet. */
export interface Kernel {
  readonly shape: string;
  readonly emit: () => FunctionCode;
}

export function kernelOfLeaf(leaf: Leaf, schema: Schema): { kernel: Kernel; slots: Slots } {
  const slots = new Slots(schema);
  const test = slots.leaf(leaf);
  const lanes = lanesOf(leaf, schema);
  return {
    slots,
    kernel: { shape: `${lanes} ${JSON.stringify(test)}`, emit: () => leafKernel(test, slots, lanes) },
  };
}

/** Whether a clause is paid whatever others pay. */
export const isAlone = ({ rule, clauses }: Pick<Group, 'rule' | 'clauses'>): boolean =>
  clauses.length === 1 && rule === 'highest';

export function kernelOfAmount(
  { amount }: Pick<PlannedClause, 'amount'>,
  { rule, paid, clauses }: Pick<Group, 'rule' | 'paid' | 'clauses'>,
  schema: Schema,
): { kernel: Kernel; slots: Slots } {
  const slots = new Slots(schema);
  const shape = {
    amount: slots.term(amount),
    paid: rule === 'topUp' && paid !== null ? slots.term({ op: 'column', column: paid }) : null,
    alone: isAlone({ rule, clauses }),
  };
  return {
    slots,
    kernel: { shape: `amount ${JSON.stringify(shape)}`, emit: () => amountKernel(shape, slots) },
  };
}

export const kernelOfFlags = (flags: readonly Flag[], hasTwin: boolean): Kernel => ({
  shape: `flags ${hasTwin} ${flags.map(({ op, bit }) => `${op} ${bit}`).join(' ')}`,
  emit: () => flagKernel(flags, hasTwin),
});
export const kernelOfNode = (op: 'all' | 'any', inputs: number): Kernel => ({
  shape: `node ${op} ${inputs}`,
  emit: () => nodeKernel(op, inputs),
});
export const kernelOfClause = (inputs: number): Kernel => ({
  shape: `clause ${inputs}`,
  emit: () => clauseKernel(inputs, KERNEL_TYPE),
});
export const kernelOfFold: Kernel = { shape: 'fold', emit: foldKernel };
export const kernelOfRecall: Kernel = { shape: 'recall', emit: recallKernel };
export const kernelOfRemember: Kernel = { shape: 'remember', emit: rememberKernel };

/** Kernels in an order that depends on nothing but their shapes. */
export class KernelTable {
  readonly #kernels = new Map<string, Kernel>();

  add(kernel: Kernel): string {
    if (!this.#kernels.has(kernel.shape)) this.#kernels.set(kernel.shape, kernel);
    return kernel.shape;
  }

  #sorted(): string[] {
    return [...this.#kernels.keys()].sort();
  }

  /** Equal keys mean equal modules: two versions of a rule set that differ in figures share one. */
  key(): string {
    return this.#sorted().join('\n');
  }

  positions(): ReadonlyMap<string, number> {
    return new Map(this.#sorted().map((shape, position) => [shape, position]));
  }

  /** The module; it exports `run`. */
  emit(): Uint8Array {
    const kernels = this.#sorted().map((shape) => this.#emitOne(shape));
    return moduleOf([...kernels, runFunction(KERNEL_TYPE)], { run: kernels.length });
  }

  #emitOne(shape: string): FunctionCode {
    const kernel = this.#kernels.get(shape);
    if (kernel === undefined) throw new Error(`no kernel ${shape}`);
    return kernel.emit();
  }
}
