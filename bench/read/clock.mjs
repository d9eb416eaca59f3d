// Median speed of several timed runs after warming up, each run long enough for the clock.
const SECONDS_A_RUN = 0.15;
/** Work that takes longer than this once is run fewer times. */
const SLOW_SECONDS = 0.5;

/** The last result, kept where the compiler can see it: work whose result is dropped may be dropped itself. */
export let kept;

const seconds = (work, times) => {
  const began = process.hrtime.bigint();
  for (let i = 0; i < times; i++) kept = work();
  return Number(process.hrtime.bigint() - began) / 1e9;
};

const timesFor = (once) => Math.max(1, Math.ceil(SECONDS_A_RUN / once));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Characters of `length` a second that `work` handles. */
export function charsPerSecond(work, length) {
  const first = seconds(work, 1);
  const slow = first > SLOW_SECONDS;
  const times = timesFor(first);
  for (let i = 0; i < (slow ? 1 : 12); i++) seconds(work, times);
  const settled = timesFor(seconds(work, times) / times);
  const each = Array.from({ length: slow ? 3 : 9 }, () => seconds(work, settled) / settled);
  return length / median(each);
}
