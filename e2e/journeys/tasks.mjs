// The longest list: filtered, searched, sorted, and scrolled without dropping frames.
import { expect, expectNoFaults, framesWhileScrolling, settled } from '../browser.mjs';
import { screensOf } from '../screens.mjs';

const rowsOf = (page) => page.locator('.tasks tbody tr').count();

export const tasks = {
  name: 'tasks',
  async run({ browser, server }) {
    const path = (await screensOf(server)).find(({ name }) => name === 'tasks')?.path;
    const page = await browser.visit(path);
    const all = await rowsOf(page);
    await browser.picture('tasks', page, false);
    const frames = await framesWhileScrolling(page);
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
    return `${all} rows, frames while scrolling: ${frames}`;
  },
};
