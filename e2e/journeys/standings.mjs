// A round of departments published by two people, the reasons of the second place, a verdict overruled and both seen. The
// auditor's check of the log is in the journey "month".
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';
import { freezesFormula, opensRound, publishes } from '../steps/standing.mjs';

async function overrules(page, commitment) {
  await page.goto(`/commitments/${commitment}`);
  await page.locator('.button', { hasText: /^改判$/ }).click();
  const form = page.locator('.overrule-form');
  await form.locator('select').selectOption('achieved');
  await form.getByLabel('理由').fill('验收资料已报，待系统补录');
  await form.locator('.button.primary').click();
  await page.waitForSelector('.overrules li');
  const head = (await page.locator('.judgement .card-head').textContent()) ?? '';
  expect(/人工改判/.test(head) && /按规则/.test(head), `the page does not show both verdicts: ${head}`);
}

export const standings = {
  name: 'standings',
  async run(world) {
    const { browser, server } = world;
    const office = await signIn(world, 'ducha', '/standings');
    await freezesFormula(office, '市级部门晾晒', '示例市政办〔2024〕1号');
    const path = await opensRound(office, '年度晾晒', {
      choose: { 计分办法: '市级部门晾晒', 年度计划: '2025' },
      day: '2025-06-30',
    });
    expectNoFaults(office);

    const plans = await signIn(world, 'fagai', path);
    await publishes(plans);
    expectNoFaults(plans);

    const visitor = await browser.visit(path);
    await visitor.waitForSelector('.standing-table tbody tr');
    const ranked = await visitor.locator('.standing-table tbody tr').count();
    await browser.picture('standing', visitor, false);
    const gains = await visitor
      .locator('section:has(#gains) tbody tr, section:has(#next-moves) tbody tr')
      .count();
    expect(gains > 1, 'the round does not say where most is to gain');
    await visitor.locator('.standing-table tbody tr').nth(1).locator('th a').click();
    await visitor.waitForSelector('#one-up');
    const reasons = (await visitor.locator('main').textContent()) ?? '';
    expect(/再进一位/.test(reasons) && /与中位数之差/.test(reasons), 'the reasons of the place are not told');
    await browser.picture('standing-place', visitor, false);
    expectNoFaults(visitor);

    const { rows } = await (
      await fetch(`${server.address}/api/commitments?plan=2024&kind=task&sort=status`)
    ).json();
    const late = rows.find(({ verdict }) => verdict.status !== 'achieved');
    await overrules(office, late.id);
    await browser.picture('overruled', office, false);
    await visitor.goto(`/tasks?plan=2024&search=${encodeURIComponent(late.title)}`);
    await visitor.waitForSelector('.overruled');
    expectNoFaults(office);

    const small = await browser.visit(path, { width: 360, height: 780 });
    await small.waitForSelector('.standing-table tbody tr');
    await settled(small);
    const wide = await small.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(!wide, 'the round scrolls sideways at 360 px');
    return `${ranked} departments ranked, ${late.title} overruled`;
  },
};
