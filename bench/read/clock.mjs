// Median speed of several timed runs after warming up, each run long enough for the clock. Every reader is measured by the
// same rule: it is called again and again for so many seconds first, until the compiler has done its work, then timed.
const SECONDS_A_RUN = 0.15;
const RUNS = 15;
/** Work that takes longer than this once is run fewer times. */
const SLOW_SECONDS = 0.5;
const SLOW_RUNS = 5;

/** The last result, kept where the compiler can see it: work whose result is dropped may be dropped itself. */
export let kept;

const seconds = (work, times) => {
  const began = process.hrtime.bigint();
  for (let i = 0; i < times; i++) kept = work();
  return Number(process.hrtime.bigint() - began) / 1e9;
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Calls the work for at least so many seconds; gives back how long one call took in the end. */
function warmUp(work, least) {
  let spent = 0;
  let last = 0;
  do {
    last = seconds(work, 1);
    spent += last;
  } while (spent < least);
  return last;
}

/** Characters of `length` a second that `work` handles, warmed up for `warm` seconds and no less than one call. */
export function charsPerSecond(work, length, warm) {
  const once = warmUp(work, warm);
  const times = Math.max(1, Math.ceil(SECONDS_A_RUN / once));
  const runs = once > SLOW_SECONDS ? SLOW_RUNS : RUNS;
  return length / median(Array.from({ length: runs }, () => seconds(work, times) / times));
}
