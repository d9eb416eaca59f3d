// Compiled modules, kept by the shapes in them: a new version of a clause that only moves figures compiles nothing.
import type { KernelTable } from '../../core/policy/engine/wasm/kernels.ts';

/** Compiled modules that are kept; the one that lay unused longest goes first. */
const KEPT_MODULES = 64;

/** First record, first block, end block, rows, working area. */
export type RunProgram = (program: number, first: number, end: number, rows: number, area: number) => void;

const modules = new Map<string, WebAssembly.Module>();

export function moduleFor(kernels: KernelTable): WebAssembly.Module {
  const key = kernels.key();
  const module = modules.get(key) ?? new WebAssembly.Module(kernels.emit());
  modules.delete(key);
  modules.set(key, module);
  for (const oldest of modules.keys()) {
    if (modules.size <= KEPT_MODULES) break;
    modules.delete(oldest);
  }
  return module;
}

const isRun = (value: unknown): value is RunProgram => typeof value === 'function';

const instances = new WeakMap<WebAssembly.Module, WeakMap<WebAssembly.Memory, RunProgram>>();

/** The module's `run` on a memory; made once for each of them. */
export function runOf(module: WebAssembly.Module, memory: WebAssembly.Memory): RunProgram {
  const known = instances.get(module) ?? new WeakMap<WebAssembly.Memory, RunProgram>();
  instances.set(module, known);
  const found = known.get(memory);
  if (found !== undefined) return found;
  const { run } = new WebAssembly.Instance(module, { host: { memory } }).exports;
  if (!isRun(run)) throw new Error('the module has no run');
  known.set(memory, run);
  return run;
}
