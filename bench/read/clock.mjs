// Median speed of several timed runs after warming up, each run long enough for the clock.
const SECONDS_A_RUN = 0.15;

const seconds = (work, times) => {
  const began = process.hrtime.bigint();
  for (let i = 0; i < times; i++) kept = work();
  return Number(process.hrtime.bigint() - began) / 1e9;
};

/** The last result, kept where the compiler can see it: work whose result is dropped may be dropped itself. */
export let kept;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Characters of `length` a second that `work` handles; `warm` and `runs` fix the number of runs for slow work. */
export function charsPerSecond(work, length, { warm, runs } = {}) {
  const first = seconds(work, 1);
  const times = warm === undefined ? Math.max(1, Math.ceil(SECONDS_A_RUN / first)) : 1;
  for (let i = 0; i < (warm ?? 6); i++) seconds(work, times);
  const settled =
    warm === undefined ? Math.max(1, Math.ceil(SECONDS_A_RUN / (seconds(work, times) / times))) : 1;
  const each = Array.from({ length: runs ?? 9 }, () => seconds(work, settled) / settled);
  return length / median(each);
}
