// A real browser whose every page reports what must not happen: errors, broken policy, failed requests, sideways scroll.
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { findProgram } from '../tools/ensure-browser.mjs';
import { pictures } from './server.mjs';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** BIHUAN_SLOW=1500: every answer of the server comes up to so many milliseconds late, each by another; what does not wait fails. */
const slowMs = Number(process.env.BIHUAN_SLOW ?? 0);
const delay = (some) => async (route) => {
  await new Promise((resolve) => setTimeout(resolve, some()));
  await route.continue().catch(() => undefined);
};

export const widths = { wide: 1440, middle: 1280, phone: 390, small: 360 };

export async function openBrowser(address) {
  const executablePath = findProgram(names);
  if (!executablePath)
    throw new Error('no Chromium; install it with: apt-get install -y chromium fonts-noto-cjk');
  const chrome = await chromium.launch({ executablePath, args: flags });
  const contexts = [];
  const pages = [];
  return {
    /** A fresh visitor: nothing stored, nothing remembered. Answers under the addresses `late` come later than all others. */
    async visit(path, { width = widths.wide, height = 900, language = 'zh', late } = {}) {
      const context = await chrome.newContext({
        baseURL: address,
        viewport: { width, height },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      contexts.push(context);
      if (slowMs > 0)
        await context.route(
          '**/api/**',
          delay(() => Math.random() * slowMs),
        );
      if (late)
        await context.route(
          late,
          delay(() => 1500),
        );
      const page = await context.newPage();
      pages.push(page);
      page.faults = [];
      page.asked = new Set();
      page.on('request', (request) => request.url().includes('/api/') && page.asked.add(request));
      for (const end of ['requestfinished', 'requestfailed'])
        page.on(end, (request) => page.asked.delete(request));
      page.on('pageerror', (error) => page.faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
          page.faults.push(message.text());
      });
      // Generous: two lanes share a machine that may be busy, and nothing here is about speed.
      page.setDefaultTimeout(120_000);
      if (language === 'en') await page.addInitScript(() => localStorage.setItem('bihuan.language', 'en'));
      await page.goto(path);
      await settled(page);
      return page;
    },
    /** What every open page says, reported and waits for: a log is often all that is left of a failure. */
    async says() {
      const open = pages.filter((page) => !page.isClosed());
      const read = async (page) => {
        const words = await page.evaluate(() => document.querySelector('#page')?.innerText).catch(() => '');
        const said = (words ?? '').replace(/\s+/g, ' ').slice(0, 300);
        const more = [
          ...page.faults.map((fault) => `it reported: ${fault}`),
          ...[...page.asked].map((request) => `it waits for: ${request.method()} ${request.url()}`),
        ];
        return [`${page.url()} says: ${said}`, ...more].join('\n      ');
      };
      return Promise.all(open.map(read));
    },
    async picture(name, page = pages.at(-1), whole = true) {
      if (page && !page.isClosed())
        await page
          .screenshot({ path: join(pictures, `${name}.png`), fullPage: whole })
          .catch(() => undefined);
    },
    async closePages() {
      for (const context of contexts.splice(0)) await context.close();
      pages.length = 0;
    },
    close: () => chrome.close(),
  };
}

/** The answer is on the screen: no grey bars left, and nothing there that answers the question before. */
export async function settled(page) {
  await page.waitForSelector('#page h1, #page .blank');
  await page.waitForFunction(() => document.querySelector('.skeleton, #page[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready);
}

export function expect(holds, message) {
  if (!holds) throw new Error(message);
}

export function expectNoFaults(page) {
  expect(page.faults.length === 0, `the page reported: ${page.faults.join(' | ')}`);
}

export async function expectNoSidewaysScroll(page) {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide <= window, `${page.url()} scrolls sideways: ${wide} px in ${window}`);
}

/** What stands further down a list is drawn by the same part as what stands above: looking at it costs minutes, tells nothing. */
const furtherDown = [
  'tbody > tr:nth-child(n + 25)',
  'ul > li:nth-child(n + 25)',
  'ol > li:nth-child(n + 25)',
];

/** Serious and critical faults of WCAG 2.0 to 2.2, levels A and AA. */
export async function accessFaults(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (exclude) =>
      globalThis.axe.run(
        { exclude },
        {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
          resultTypes: ['violations'],
        },
      ),
    furtherDown.map((place) => [place]),
  );
  return violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    count: nodes.length,
    where: nodes[0]?.target.join(' '),
    grave: impact === 'serious' || impact === 'critical',
  }));
}

/** Milliseconds between frames while a pane (or the page) scrolls from top to bottom. */
export async function framesWhileScrolling(page, pane) {
  const gaps = await page.evaluate(
    (selector) =>
      new Promise((resolve) => {
        const box = selector === undefined ? document.documentElement : document.querySelector(selector);
        box.scrollTop = 0;
        const found = [];
        let before = performance.now();
        const step = () => {
          const now = performance.now();
          found.push(now - before);
          before = now;
          box.scrollTop += 120;
          const end = box.scrollHeight - box.clientHeight - 2;
          if (box.scrollTop >= end || found.length > 400) resolve(found.sort((a, b) => a - b));
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    pane,
  );
  const at = (share) => (gaps[Math.floor((gaps.length - 1) * share)] ?? 0).toFixed(0);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms`;
}
