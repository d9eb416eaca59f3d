#!/usr/bin/env node
import { once } from 'node:events';
// Sends writes at a given rate whatever the answers, in a process of its own, and writes down what was acknowledged.
// Reads one JSON order from standard input, prints one JSON result. A write's time runs from when it was due to be sent.
import { createWriteStream } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { keyOf, orderOf, random, tokenOf, writeOf } from './reporters.mjs';
import { Wire } from './wire.mjs';

/** A second as one bucket: how long answers took in it, and what was refused. */
const secondOf = (began) => Math.floor((performance.now() - began) / 1000);

async function readOrder() {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return JSON.parse(text);
}

async function run(order) {
  const {
    port,
    reporters,
    first = 0,
    month,
    rate,
    tail,
    seconds,
    connections,
    witness,
    seed,
    replayShare,
  } = order;
  const file = createWriteStream(witness, { flags: 'a' });
  const wires = Array.from({ length: connections }, () => new Wire(port));
  const idle = [...wires];
  const turn = orderOf(reporters, seed);
  const nth = new Uint8Array(reporters);
  const busy = new Uint8Array(reporters);
  const chance = random(seed + 1);
  const queue = [];
  let queueAt = 0;
  const result = {
    ...{ sent: 0, acknowledged: 0, saves: 0, submits: 0, replays: 0, replayDiffers: 0 },
    ...{ shed: 0, shedWithoutRetryAfter: 0, serverErrors: 0, refused: 0, broken: 0 },
  };
  const times = { save: [], submit: [], shed: [], shedAnswer: [] };
  const seen = new Map();
  const problems = new Map();
  const began = performance.now();

  const note = (status, body) => {
    const code = /"code":"([^"]+)"/.exec(body)?.[1] ?? '';
    problems.set(`${status} ${code}`, (problems.get(`${status} ${code}`) ?? 0) + 1);
  };
  const bucket = () => {
    const second = secondOf(began);
    const found = seen.get(second) ?? { answered: 0, slow: 0, bad: 0 };
    seen.set(second, found);
    return found;
  };

  async function replay(wire, request, body) {
    const again = await wire.send(request);
    result.replays += 1;
    if (again.status === 503) result.shed += 1;
    else if (!isDeepStrictEqual(JSON.parse(again.body), JSON.parse(body))) result.replayDiffers += 1;
  }

  async function perform(wire, { index, dueAt }) {
    const reporter = first + index;
    const n = nth[index];
    const write = writeOf(reporter, month, n);
    const request = {
      ...write,
      token: tokenOf(reporter),
      key: keyOf(reporter, month, n),
      body: JSON.stringify(write.body),
    };
    result.sent += 1;
    try {
      const sentAt = performance.now();
      const answer = await wire.send(request);
      const took = performance.now() - dueAt;
      const second = bucket();
      second.answered += 1;
      if (took > 1000) second.slow += 1;
      if (answer.status === 200) {
        nth[index] = n + 1;
        result.acknowledged += 1;
        result[write.kind === 'save' ? 'saves' : 'submits'] += 1;
        times[write.kind].push(took);
        file.write(
          `${JSON.stringify([write.kind, reporter, month, write.metric ?? '', write.version ?? 1, write.value ?? ''])}\n`,
        );
        if (chance() < replayShare) await replay(wire, request, answer.body);
      } else {
        second.bad += 1;
        note(answer.status, answer.body);
        if (answer.status === 503 || answer.status === 429) {
          result.shed += 1;
          times.shed.push(took);
          // Without the time that the driver had no connection for it.
          times.shedAnswer.push(performance.now() - sentAt);
          if (answer.retryAfter === null) result.shedWithoutRetryAfter += 1;
        } else if (answer.status >= 500) result.serverErrors += 1;
        else result.refused += 1;
      }
    } catch {
      result.broken += 1;
      bucket().bad += 1;
    }
    free(index);
  }

  let open = 0;
  function pump() {
    while (idle.length > 0 && queueAt < queue.length) {
      const next = queue[queueAt++];
      const wire = idle.pop();
      open += 1;
      perform(wire, next).finally(() => {
        open -= 1;
        idle.push(wire);
        pump();
      });
    }
  }

  /**
   * Which write comes next: in the shuffled order; whose turn it was while an answer was waited for, as soon as it is there. No
   * list is searched: under a flood that would keep the driver busy for seconds, and its own delay would be measured.
   */
  let at = 0;
  const missed = new Uint8Array(reporters);
  const freed = [];
  let freedAt = 0;
  const isLeft = () => at < turn.length || postponed > 0;
  let postponed = 0;
  function free(index) {
    busy[index] = 0;
    if (missed[index] > 0) freed.push(index);
  }
  function nextReporter() {
    while (freedAt < freed.length) {
      const index = freed[freedAt++];
      if (busy[index] || missed[index] === 0) continue;
      missed[index] -= 1;
      postponed -= 1;
      return index;
    }
    while (at < turn.length) {
      const index = turn[at++];
      if (!busy[index]) return index;
      missed[index] += 1;
      postponed += 1;
    }
    return null;
  }

  let due = 0;
  let sending = true;
  const endAt = began + seconds * 1000;
  while (sending) {
    const now = performance.now();
    const wanted = Math.min(((Math.min(now, endAt) - began) / 1000) * rate, turn.length);
    while (due < wanted) {
      const index = nextReporter();
      if (index === null) break;
      busy[index] = 1;
      queue.push({ index, dueAt: began + (due / rate) * 1000 });
      due += 1;
    }
    pump();
    if (now >= endAt || !isLeft()) sending = false;
    else await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const patience = performance.now() + (tail ?? 30) * 1000;
  while ((open > 0 || queueAt < queue.length) && performance.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const unanswered = open + queue.length - queueAt;
  for (const wire of wires) wire.close();
  file.end();
  await once(file, 'finish');
  const took = (performance.now() - began) / 1000;
  return {
    ...result,
    unanswered,
    seconds: took,
    ...figuresOf(times),
    problems: [...problems],
    perSecond: [...seen],
  };
}

function quantile(sorted, share) {
  return sorted.length === 0
    ? null
    : Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] * 10) / 10;
}

function figuresOf(times) {
  const figures = {};
  for (const [kind, list] of Object.entries(times)) {
    list.sort((a, b) => a - b);
    figures[`${kind}P50Ms`] = quantile(list, 0.5);
    figures[`${kind}P95Ms`] = quantile(list, 0.95);
    figures[`${kind}P99Ms`] = quantile(list, 0.99);
    figures[`${kind}MaxMs`] = quantile(list, 1);
  }
  return figures;
}

console.log(JSON.stringify(await run(await readOrder())));
