// Says on a terminal's standard error that work goes on, once it takes longer than a person waits without wondering.
import type { Terminal } from './terminal.ts';

const patienceMs = 700;

/** Starts waiting; the function it gives back ends it and clears what was written. */
export function startProgress(terminal: Terminal, label: string): () => void {
  if (!terminal.errIsTty || terminal.env.TERM === 'dumb') return () => {};
  const began = performance.now();
  let shown = false;
  const clock = setInterval(() => {
    const elapsed = performance.now() - began;
    if (elapsed < patienceMs) return;
    shown = true;
    terminal.err(`\r\x1b[K${label} ${(elapsed / 1000).toFixed(0)} s`);
  }, 250);
  clock.unref();
  return () => {
    clearInterval(clock);
    if (shown) terminal.err('\r\x1b[K');
  };
}
