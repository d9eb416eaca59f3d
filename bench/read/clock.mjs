// Median speed of several timed runs after warming up, each run long enough for the clock. Every reader is measured by the
// same rule: it is called again and again first, until that makes it no faster, then timed.
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

/** The work is warm when so many seconds more of it make its fastest call no faster than by this share, or after so many turns. */
const STILL_FASTER = 0.03;
const MOST_TURNS = 6;

/** Calls the work for so many seconds; gives back how long its fastest call took. */
function turn(work, least) {
  let spent = 0;
  let fastest = Infinity;
  do {
    const { wall, processor } = seconds(work, 1);
    fastest = Math.min(fastest, wall);
    // On a busy machine a second on the wall warms little.
    spent += Math.min(wall, processor);
  } while (spent < least);
  return fastest;
}

/**
 * Calls the work for turns of so many seconds until it gets no faster; gives back how long one call took in the end. A fixed
 * time is too short where much is compiled, or where the memory was cleared between and the compiler begins anew.
 */
function warmUp(work, least) {
  let before = turn(work, least);
  for (let turns = 1; turns < MOST_TURNS; turns++) {
    const now = turn(work, least);
    if (now > before * (1 - STILL_FASTER)) return Math.min(now, before);
    before = now;
  }
  return before;
}

/** Characters of `length` that `work` handles in a second, warmed up in turns of `warm` seconds and no less than one call. */
export function speedOf(work, length, warm) {
  const once = warmUp(work, warm);
  const times = Math.max(1, Math.ceil(SECONDS_A_RUN / once));
  const runs = once > SLOW_SECONDS ? SLOW_RUNS : RUNS;
  const timed = Array.from({ length: runs }, () => seconds(work, times));
  const perSecond = (clock) => (length * times) / median(timed.map((run) => run[clock]));
  return { wall: perSecond('wall'), processor: perSecond('processor') };
}

/** The same of work that is warm already and lasts a minute: one call is long enough for the clock. */
export function speedOfOneCall(work, length) {
  const { wall, processor } = seconds(work, 1);
  return { wall: length / wall, processor: length / processor };
}
