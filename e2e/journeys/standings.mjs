// A round of departments from formula to publication by two people, the reasons of the second place, a verdict overruled and
// both seen, and the auditor's check of the log.
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const open = (page, summary) => page.locator('summary', { hasText: summary }).first().click();
const submit = (page, words) => page.locator('form .button', { hasText: words }).first().click();

async function prepares(page) {
  await open(page, '确定计分办法');
  await page.locator('.pick button').first().click();
  await page.locator('[role="option"]', { hasText: '市级部门晾晒' }).first().click();
  await page.getByLabel('依据文件或来源').fill('示例市政办〔2024〕1号');
  await page.locator('form .button.primary', { hasText: '确定计分办法' }).click();
  await page.waitForSelector('.standing-formula');
  await open(page, '新开一轮');
  await page.getByLabel('名称').last().fill('年度晾晒');
  await submit(page, '开轮');
  await page.waitForURL((url) => /\/standings\/.+/.test(url.pathname));
  await page.waitForSelector('.standing-table tbody tr');
  await submit(page, '冻结数据');
  await page.waitForSelector('.standing-events li:nth-child(2)');
  return new URL(page.url()).pathname;
}

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
    const path = await prepares(office);
    expectNoFaults(office);

    const plans = await signIn(world, 'fagai', path);
    await plans.waitForSelector('.standing-table tbody tr');
    await submit(plans, '公布');
    await plans.waitForSelector('.standing-events li:nth-child(3)');
    expectNoFaults(plans);

    const visitor = await browser.visit(path);
    await visitor.waitForSelector('.standing-table tbody tr');
    const ranked = await visitor.locator('.standing-table tbody tr').count();
    await browser.picture('standing', visitor, false);
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

    const auditor = await signIn(world, 'shenji', '/audit');
    await auditor.waitForSelector('.audit-table tbody tr');
    await auditor.locator('.button', { hasText: '核验全部日志' }).click();
    await auditor.waitForSelector('.alert.good');
    const log = (await auditor.locator('.audit-table').textContent()) ?? '';
    expect(/verdict\.overrule/.test(log) && /standing\.publish/.test(log), 'the log does not tell the acts');
    await browser.picture('audit', auditor, false);
    expectNoFaults(auditor);

    const small = await browser.visit(path, { width: 360, height: 780 });
    await small.waitForSelector('.standing-table tbody tr');
    await settled(small);
    const wide = await small.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(!wide, 'the round scrolls sideways at 360 px');
    return `${ranked} departments ranked, ${late.title} overruled`;
  },
};
