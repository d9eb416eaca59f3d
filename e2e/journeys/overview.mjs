// The judged plan at a glance, and from one of its numbers to the sentence it comes from.
import { expect, expectNoFaults, settled, widths } from '../browser.mjs';

export const overview = {
  name: 'overview',
  async run({ browser }) {
    const page = await browser.visit('/');
    await browser.picture('overview', page);
    const plans = await page.evaluate(async () => (await (await fetch('/api/plans')).json()).plans);
    const seen = [];
    for (const plan of plans) {
      await page.goto(`/?plan=${plan.id}`);
      await settled(page);
      const answer = await page.evaluate(
        async (id) => (await fetch(`/api/overview?plan=${id}`)).json(),
        plan.id,
      );
      const rows = await page.locator('.indicator-column tbody tr:not(.group)').count();
      expect(
        rows === answer.indicators.length,
        `${plan.year}: ${rows} rows of ${answer.indicators.length} indicators`,
      );
      const tiles = await page.locator('.total').count();
      expect(tiles === answer.tiles.length, `${plan.year}: ${tiles} tiles of ${answer.tiles.length}`);
      await browser.picture(`overview-${plan.year}`, page);
      seen.push(`${plan.year}: ${rows}`);
    }
    await page.locator('.chips .chip').nth(1).click();
    await page.waitForURL(/status=/);
    await page.locator('.chips .chip').first().click();
    const day = page.locator('.page-tools .day');
    const earlier = (await day.inputValue()).replace(/-\d\d-\d\d$/, '-03-31');
    await day.fill(earlier);
    await day.blur();
    await page.waitForURL(new RegExp(`asOf=${earlier}`));
    await page.waitForFunction((text) => document.querySelector('.page-tools .day')?.value === text, earlier);
    await page.locator('.page-tools button.link').click();
    await page.waitForFunction(() => !location.search.includes('asOf'));
    expectNoFaults(page);
    const phone = await browser.visit('/', { width: widths.phone, height: 800 });
    await browser.picture('overview-390', phone);
    return `indicators ${seen.join(', ')}`;
  },
};

export const source = {
  name: 'source',
  async run({ browser }) {
    const page = await browser.visit('/indicators');
    const link = page.locator('td.figure a').first();
    const figure = (await link.textContent()) ?? '';
    const name = (await page.locator('tr', { has: link }).locator('th a').first().textContent()) ?? '';
    await page.locator('tr', { has: link }).locator('th a').first().click();
    await page.waitForURL(/\/commitments\//);
    await settled(page);
    await browser.picture('commitment', page);
    expect(
      (await page.locator('h1').textContent())?.includes(name),
      `the page of “${name}” has another name`,
    );
    expect((await page.locator('.rule').count()) === 1, 'the rule is not on the page');
    const quote = page.locator('.sources blockquote a').first();
    const printed = (await quote.textContent()) ?? '';
    await quote.click();
    await page.waitForURL(/\/documents\/.*at=/);
    await page.waitForSelector('mark.spot');
    const marked = await page.evaluate(() =>
      [...document.querySelectorAll('mark.spot')].map((mark) => mark.textContent).join(''),
    );
    expect(
      marked.includes(printed.slice(0, 20)),
      `the document shows “${marked.slice(0, 40)}”, not “${printed.slice(0, 40)}”`,
    );
    const inView = await page.evaluate(() => {
      const box = document.querySelector('mark.spot')?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    expect(inView, 'the sentence is not in view');
    await browser.picture('source', page, false);
    expectNoFaults(page);
    return `“${name}” ${figure} → “${marked.slice(0, 24)}…”`;
  },
};
