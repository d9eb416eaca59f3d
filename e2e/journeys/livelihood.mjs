// Milestones and the matrix of districts: walked with the arrow keys, head and first column always in view.
import { expect, expectNoFaults, widths } from '../browser.mjs';
import { screensOf } from '../screens.mjs';

const focused = (page) =>
  page.evaluate(() => {
    const cell = document.activeElement;
    const row = cell?.closest('tr');
    return row ? [row.rowIndex, Number(cell?.dataset.column)] : null;
  });

export const livelihood = {
  name: 'livelihood',
  async run({ browser, server }) {
    const path = (await screensOf(server)).find(({ name }) => name === 'livelihood')?.path;
    const page = await browser.visit(path);
    await browser.picture('livelihood', page);
    const lines = await page.locator('.matrix tbody tr').count();
    const places = await page.locator('.matrix thead th').count();
    expect(lines > 5, `only ${lines} lines in the matrix`);
    await page.locator('.matrix td[tabindex="0"]').focus();
    const from = await focused(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const to = await focused(page);
    expect(to?.[0] === from[0] + 1 && to[1] === from[1] + 1, `arrows led from ${from} to ${to}`);
    await page.keyboard.press('End');
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowDown');
    const fixed = await page.evaluate(() => {
      const box = document.querySelector('.matrix-box');
      const head = document.querySelector('.matrix thead th');
      return Math.abs(head.getBoundingClientRect().top - box.getBoundingClientRect().top) < 3;
    });
    expect(fixed, 'the head of the matrix scrolled away');
    const phone = await browser.visit(path, { width: widths.phone, height: 800 });
    expect(
      (await phone.locator('.one-place li').count()) === lines,
      'the phone shows other lines than the matrix',
    );
    await browser.picture('livelihood-390', phone);
    await page.locator('.matrix thead th a').first().click();
    await page.waitForSelector('.sheet-cover');
    expect((await page.locator('.sheet-table tbody tr').count()) > 5, 'the sheet of the district is empty');
    await browser.picture('sheet-place', page);
    await page.locator('.sheet-table th a').first().click();
    await page.waitForSelector('#places');
    const tiles = await page.locator('.places .tile').count();
    expect(tiles > 5, `only ${tiles} districts on the map of the promise`);
    expectNoFaults(page);
    expectNoFaults(phone);
    return `${lines} lines × ${places - 4} places`;
  },
};
