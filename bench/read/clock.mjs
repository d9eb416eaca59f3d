// Median speed of several timed runs after warming up, each run long enough for the clock. Every reader is measured by the
// same rule: it is called again and again for so many seconds first, until the compiler has done its work, then timed.
const SECONDS_A_RUN = 0.15;
const RUNS = 15;
/** Work that takes longer than this once is run fewer times. */
const SLOW_SECONDS = 0.5;
const SLOW_RUNS = 5;

/** The last result, kept where the compiler can see it: work whose result is dropped may be dropped itself. */
export let kept;

/** Seconds on the wall, and of the processor in all threads of this process: other work lengthens these far less. */
const seconds = (work, times) => {
  const before = process.cpuUsage();
  const began = process.hrtime.bigint();
  for (let i = 0; i < times; i++) kept = work();
  const wall = Number(process.hrtime.bigint() - began) / 1e9;
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1e6 };
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Calls the work for at least so many seconds; gives back how long one call took in the end. */
function warmUp(work, least) {
  let spent = 0;
  let last = 0;
  do {
    const { wall, processor } = seconds(work, 1);
    last = wall;
    // On a busy machine a second on the wall warms little.
    spent += Math.min(wall, processor);
  } while (spent < least);
  return last;
}

/** Characters of `length` that `work` handles in a second, warmed up for `warm` seconds and no less than one call. */
export function speedOf(work, length, warm) {
  const once = warmUp(work, warm);
  const times = Math.max(1, Math.ceil(SECONDS_A_RUN / once));
  const runs = once > SLOW_SECONDS ? SLOW_RUNS : RUNS;
  const timed = Array.from({ length: runs }, () => seconds(work, times));
  const perSecond = (clock) => (length * times) / median(timed.map((run) => run[clock]));
  return { wall: perSecond('wall'), processor: perSecond('processor') };
}
