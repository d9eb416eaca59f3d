// The longest list: filtered, searched, sorted, and scrolled without dropping frames.
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { screensOf } from '../screens.mjs';

const rowsOf = (page) => page.locator('.tasks tbody tr').count();

/** Milliseconds between frames while the page scrolls from top to bottom. */
async function framesWhileScrolling(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const gaps = [];
        let before = performance.now();
        const step = () => {
          const now = performance.now();
          gaps.push(now - before);
          before = now;
          scrollBy(0, 120);
          const end = document.documentElement.scrollHeight - innerHeight - 2;
          if (scrollY >= end || gaps.length > 600) resolve(gaps.sort((a, b) => a - b));
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
}

export const tasks = {
  name: 'tasks',
  async run({ browser, server }) {
    const path = (await screensOf(server)).find(({ name }) => name === 'tasks')?.path;
    const page = await browser.visit(path);
    const all = await rowsOf(page);
    await browser.picture('tasks', page, false);
    const gaps = await framesWhileScrolling(page);
    const at = (share) => gaps[Math.floor((gaps.length - 1) * share)] ?? 0;
    await page.evaluate(() => scrollTo(0, 0));

    await page.locator('thead .sort').nth(1).click();
    await page.waitForSelector('th[aria-sort="ascending"]');
    await page.locator('thead .sort').nth(1).click();
    await page.waitForSelector('th[aria-sort="descending"]');

    await page.locator('.word-field input').fill('新');
    await page.waitForURL(/search=/);
    await settled(page);
    await page.waitForFunction((before) => document.querySelectorAll('.tasks tbody tr').length < before, all);
    const found = await rowsOf(page);
    await page.reload();
    await settled(page);
    expect((await rowsOf(page)) === found, 'the filter is lost after a reload');
    await page.locator('.filter-line button.link').click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('.tasks tbody tr').length === before,
      all,
    );

    await page.locator('.chips .chip').nth(1).click();
    await page.waitForURL(/status=/);
    await settled(page);
    await page.waitForFunction(() => document.querySelector('.chip[aria-pressed="true"] .status') !== null);
    const words = await page.locator('.filters [role="status"]').textContent();
    const shown = await rowsOf(page);
    expect(words?.includes(String(shown)), `the count says “${words}”, the table has ${shown} rows`);
    await browser.picture('tasks-filtered', page, false);
    expectNoFaults(page);
    return `${all} rows, frames while scrolling: median ${at(0.5).toFixed(1)} ms, 95 % ${at(0.95).toFixed(1)} ms`;
  },
};
