// How smooth ten thousand projects are: taking them in, the first rows from the server, and the frames of a browser that scrolls them.
import { loadavg } from 'node:os';
import { openBrowser } from '../../e2e/browser.mjs';
import { startServer } from '../../e2e/server.mjs';
import { signIn } from '../../e2e/session.mjs';
import { build } from '../../tools/build.mjs';

const PROJECTS = 10_000;
const TIMES = 40;
/** A frame longer than this is seen as a jerk. */
const JERK_MS = 50;

const districts =
  '上城区 拱墅区 西湖区 滨江区 萧山区 余杭区 临平区 钱塘区 富阳区 临安区 桐庐县 淳安县 建德市 市本级'.split(
    ' ',
  );
const fields = [
  '先进制造业基地领域',
  '综合交通强省领域',
  '水网提升安澜领域',
  '民生设施领域',
  '城镇有机更新领域',
];
const kinds = ['新开工', '续建', '竣工'];

const day = (from, days) => new Date(from + days * 86_400_000).toISOString().slice(0, 10);

function register(now) {
  const head =
    '项目代码,项目名称,建设性质,领域,区县,牵头单位,总投资(亿元),年度计划投资(亿元),批准日,计划供地,签约日,计划开工,供地日,开工日';
  const rows = Array.from({ length: PROJECTS }, (_, at) => {
    const signed = day(now, -300 - (at % 400));
    const [land, started] = [
      at % 4 > 0 ? day(now, -200 - (at % 90)) : '',
      at % 4 > 1 ? day(now, -90 - (at % 60)) : '',
    ];
    const plans = [day(now, (at % 120) - 60), signed, day(now, (at % 200) - 100), land, started];
    const code = `2401-330100-04-01-${String(100_000 + at)}`;
    const place = districts[at % districts.length];
    const money = [`${10 + (at % 50)}`, `${1 + (at % 7)}`];
    return [
      code,
      `演示·项目${at}`,
      kinds[at % 3],
      fields[at % 5],
      place,
      '市建委',
      ...money,
      day(now, -800),
      ...plans,
    ].join();
  });
  return [head, ...rows].join('\n');
}

function months(now) {
  const month = day(now, -32).slice(0, 7);
  const rows = Array.from({ length: PROJECTS }, (_, at) =>
    [
      `2401-330100-04-01-${String(100_000 + at)}`,
      month,
      `${(((1 + (at % 7)) * (40 + (at % 50))) / 100).toFixed(2)}`,
      '演示',
    ].join(),
  );
  return ['项目代码,月份,本年累计完成投资(亿元),说明', ...rows].join('\n');
}

async function send(page, address, year, what, text) {
  const began = performance.now();
  const outcome = await page.evaluate(
    async ([url, body]) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
      });
      return answer.json();
    },
    [`${address}/api/projects/table?what=${what}&year=${year}&mode=take&name=${what}.csv`, text],
  );
  if (outcome.accepted !== PROJECTS)
    throw new Error(`taken ${outcome.accepted}: ${JSON.stringify(outcome.refused?.[0] ?? outcome)}`);
  return (performance.now() - began) / 1000;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const at99 = (values) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0;

async function timed(url) {
  const began = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return performance.now() - began;
}

/** First rows as they come after something was recorded, and as they are kept; sorts and filters that were not asked for before. */
async function firstRows(address, year) {
  const list = `${address}/api/projects?year=${year}&limit=100`;
  const cold = await timed(list);
  const kept = [];
  for (let at = 0; at < TIMES; at += 1) kept.push(await timed(`${list}&offset=${at * 100}`));
  const sorted = [];
  for (const sort of ['name', 'percent', 'due', 'total'])
    for (let at = 0; at < 5; at += 1) sorted.push(await timed(`${list}&sort=${sort}&search=${at}`));
  const board = await timed(`${address}/api/projects/summary?year=${year}`);
  return {
    coldMs: cold,
    keptMs: median(kept),
    keptMs99: at99(kept),
    sortedMs99: at99(sorted),
    boardMs: board,
  };
}

/** A project is reported on, and the first rows and the board are asked for at once: what a person waits for after an act. */
async function afterActs(page, address, year, periodEnd) {
  const list = `${address}/api/projects?year=${year}&limit=100`;
  const { rows } = await (await fetch(`${list}&sort=name&search=2401-330100-04-01-10`)).json();
  const [times, boards] = [[], []];
  for (const { id } of rows.slice(0, 20)) {
    const kept = await page.evaluate(
      async ([url, body]) => {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return answer.json();
      },
      [
        `${address}/api/projects/${id}/investments`,
        {
          ...{ periodEnd, sinceJanuary: '3.25', picture: '演示', physical: null, building: true },
          ...{ explanation: '按实更正', after: 1 },
        },
      ],
    );
    if (kept.kept !== true) throw new Error(`not kept: ${JSON.stringify(kept)}`);
    times.push(await timed(list));
    boards.push(await timed(`${address}/api/projects/summary?year=${year}`));
  }
  return {
    afterActMs: median(times),
    afterActMsMost: Math.max(...times),
    boardAfterActMs: median(boards),
    boardAfterActMsMost: Math.max(...boards),
  };
}

/** Scrolls by the wheel for some seconds; the time between frames, and the processor time of the longest task of the page. */
async function scroll(page, browser) {
  const box = await page.locator('.pj-window').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    globalThis.frames_ = [];
    let before = performance.now();
    const next = (now) => {
      globalThis.frames_.push(now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  for (let at = 0; at < 150; at += 1) {
    await page.mouse.wheel(0, at % 30 === 29 ? 40_000 : 700);
    await page.waitForTimeout(20);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString());
  const frames = (await page.evaluate(() => globalThis.frames_)).slice(1);
  const tasks = trace.traceEvents.filter(
    ({ name, ph, tdur }) => ph === 'X' && tdur !== undefined && /RunTask|ThreadControllerImpl/.test(name),
  );
  const main = new Map();
  for (const { pid, tid, tdur } of tasks) {
    const key = `${pid} ${tid}`;
    main.set(key, [...(main.get(key) ?? []), tdur / 1000]);
  }
  // The thread that worked most is the one that draws the list.
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const busiest = [...main.values()].sort((a, b) => sum(b) - sum(a))[0] ?? [];
  return {
    frames: frames.length,
    longestFrameMs: Math.max(...frames),
    frameMs99: at99(frames),
    over50: frames.filter((frame) => frame > JERK_MS).length,
    longestTaskCpuMs: Math.max(0, ...busiest),
    tasksOver50Cpu: busiest.filter((task) => task > JERK_MS).length,
  };
}

export async function measure({ say }) {
  await build('server', say);
  await build('web', say);
  const server = await startServer();
  const browser = await openBrowser(server.address);
  try {
    const page = await signIn({ browser, server }, 'fagai', '/projects?view=list');
    const year = new Date().getFullYear();
    const now = Date.now();
    say(`taking ${PROJECTS} projects …`);
    const importSeconds = await send(page, server.address, year, 'register', register(now));
    const monthsSeconds = await send(page, server.address, year, 'months', months(now));
    const rows = await firstRows(server.address, year);
    const month = new Date(`${day(now, -32).slice(0, 7)}-01T00:00:00Z`);
    const periodEnd = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0))
      .toISOString()
      .slice(0, 10);
    const acts = await afterActs(page, server.address, year, periodEnd);
    say('scrolling …');
    await page.goto(`/projects?view=list&year=${year}`);
    await page.waitForSelector('.pj-row a');
    await page.waitForTimeout(1500);
    const frames = await scroll(page, page.context().browser());
    return {
      projects: PROJECTS,
      importSeconds,
      monthsSeconds,
      ...rows,
      ...acts,
      ...frames,
      load: loadavg()[0],
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

export function print(figures) {
  const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  return [
    ['projects', figures.projects],
    ['yearly list taken in', `${figures.importSeconds.toFixed(1)} s`],
    ['monthly figures taken in', `${figures.monthsSeconds.toFixed(1)} s`],
    ['first 100 rows after a table was taken in, all judged', ms(figures.coldMs)],
    [
      'first 100 rows after an act on one project, median / most of 20',
      `${ms(figures.afterActMs)} / ${ms(figures.afterActMsMost)}`,
    ],
    [
      'board after an act, median / most of 20',
      `${ms(figures.boardAfterActMs)} / ${ms(figures.boardAfterActMsMost)}`,
    ],
    ['100 rows, median / 99 % of 40 pages', `${ms(figures.keptMs)} / ${ms(figures.keptMs99)}`],
    ['100 rows sorted and searched anew, 99 %', ms(figures.sortedMs99)],
    ['board with rates', ms(figures.boardMs)],
    ['frames while scrolling', figures.frames],
    ['frame 99 % / longest', `${ms(figures.frameMs99)} / ${ms(figures.longestFrameMs)}`],
    ['frames over 50 ms', figures.over50],
    ['longest task of the page, processor time', ms(figures.longestTaskCpuMs)],
    ['tasks over 50 ms, processor time', figures.tasksOver50Cpu],
    ['load of the machine', figures.load.toFixed(1)],
  ]
    .map(([name, value]) => `${String(name).padEnd(66)} ${value}`)
    .join('\n');
}
