// The whole screen in English, remembered; and the search that finds things from anywhere.
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { screensOf } from '../screens.mjs';

export const english = {
  name: 'english',
  async run({ browser, server }) {
    const page = await browser.visit('/');
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.reload();
    await settled(page);
    expect((await page.getAttribute('html', 'lang')) === 'en', '<html lang> is not en');
    const chinese = [];
    for (const { name, path } of await screensOf(server)) {
      await page.goto(path);
      await settled(page);
      // Names that documents give to things stay as they are printed, and are marked as Chinese.
      const words = await page.locator('nav, h2, thead, .page-tools, .filters .chips').evaluateAll((all) =>
        all
          .filter((one) => one.closest('[lang="zh-CN"]:not(html)') === null)
          .map((one) => {
            const rest = one.cloneNode(true);
            for (const printed of rest.querySelectorAll('[lang="zh-CN"]')) printed.remove();
            return rest.textContent ?? '';
          }),
      );
      const own = words.filter((word) => /[\u4e00-\u9fff]/.test(word.replaceAll('中文', '')));
      if (name !== 'livelihood' && own.length > 0) chinese.push(`${name}: ${own[0].slice(0, 40)}`);
      if (name === 'overview' || name === 'review')
        await browser.picture(`${name}-en`, page, name === 'overview');
    }
    expect(chinese.length === 0, `Chinese words remain: ${chinese.join(' | ')}`);
    expectNoFaults(page);
    return 'all screens';
  },
};

export const find = {
  name: 'search',
  async run({ browser }) {
    const page = await browser.visit('/');
    await page.keyboard.press('Control+k');
    await page.locator('[role="dialog"] input').fill('生产总值');
    await page.waitForSelector('.find-hit');
    await browser.picture('search', page, false);
    const hits = await page.locator('.find-hit').count();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(commitments|documents|tasks)/);
    await settled(page);
    expectNoFaults(page);
    return `${hits} hits for 生产总值`;
  },
};
