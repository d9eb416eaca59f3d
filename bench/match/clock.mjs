// Times of alternatives taken in turn, so that whatever else the machine does slows all of them alike.
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
export const least = (numbers) => Math.min(...numbers);

/** Milliseconds of each piece of work: `rounds` rounds of one run each, after `warm` rounds that do not count. */
export async function inTurn(works, rounds, warm = 3) {
  const times = works.map(() => []);
  for (let round = -warm; round < rounds; round++) {
    for (const [at, work] of works.entries()) {
      const began = performance.now();
      await work();
      if (round >= 0) times[at].push(performance.now() - began);
    }
  }
  return times;
}

/** Milliseconds of one run. */
export async function once(work) {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

/** Milliseconds of processor time of one run: what other work on the machine hardly lengthens. */
export function processorMs(work, runs) {
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}

/** Microseconds a piece: `work` handles `pieces`; the median of several runs, each of at least 50 ms, after warming up. */
export function microseconds(work, pieces, rounds = 15) {
  const run = () => {
    const began = performance.now();
    let times = 0;
    do {
      work();
      times++;
    } while (performance.now() - began < 50);
    return ((performance.now() - began) * 1000) / (times * pieces);
  };
  for (let warm = 0; warm < 10; warm++) run();
  return median(Array.from({ length: rounds }, run));
}

export const rounded = (number, places = 2) => Number(number.toFixed(places));
export const peakMegabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);
