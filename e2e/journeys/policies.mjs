// A firm looks what it gets: awards with amounts and clauses, why another fails and by how much, and what is missing.
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';

const facts = {
  industry: '3911',
  employees: '120',
  scaleYear: '2023',
  revenue: '21000',
  research: '900',
  researchBefore: '700',
};

export const policies = {
  name: 'policies',
  async run({ browser }) {
    const page = await browser.visit('/policies?asOf=2024-06-30');
    await page.getByRole('button', { name: /再显示/ }).click();
    for (const [name, text] of Object.entries({ ...facts, littleGiantYear: '2024', newEagleYear: '2024' }))
      await page.fill(`#fact-${name}`, text);
    await page.fill('#fact-assets', '2月30日');
    await page.getByRole('button', { name: '计算', exact: true }).click();
    await page.waitForSelector('.policy-results li');
    const yes = await page.locator('.policy-results > .policy-yes').count();
    const no = await page.locator('.policy-results > .policy-no').count();
    const total = (await page.locator('.policy-total b').textContent()) ?? '';
    expect(yes >= 3, `${yes} clauses pay, at least three should`);
    expect(no >= 1, 'no clause says why it does not pay');
    expect(
      (await page.locator('.policy-answers .alert').count()) === 1,
      'a day typed as an amount is not named',
    );
    await browser.picture('policies', page);
    const faults = await accessFaults(page);
    expect(
      faults.every(({ grave }) => !grave),
      `axe: ${JSON.stringify(faults)}`,
    );
    await page.locator('.policy-results > .policy-yes a').first().click();
    await page.waitForURL(/\/policies\/.+/);
    await settled(page);
    await page.waitForSelector('.policy-examples li');
    await browser.picture('policy-clause', page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.goto('/policies?asOf=2024-06-30');
    await settled(page);
    await expectNoSidewaysScroll(page);
    expectNoFaults(page);
    return `${yes} pay ${total}, ${no} do not and say why`;
  },
};
