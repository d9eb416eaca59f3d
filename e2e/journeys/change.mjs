// Changing what is there: a target by an approving document, what was known on a day, an item merged with a chosen promise.
import { expect, expectNoFaults, expectNoSidewaysScroll, settled, widths } from '../browser.mjs';
import { signIn } from '../session.mjs';

const json = async (server, path) => (await fetch(server.address + path)).json();

async function planOf(server, year) {
  const { plans } = await json(server, '/api/plans');
  return plans.find((plan) => plan.year === year);
}

/** The indicator of this name in a year's plan. */
async function indicatorOf(server, plan, name) {
  const { rows } = await json(server, `/api/commitments?plan=${plan.id}&kind=indicator&limit=200`);
  const found = rows.find((row) => row.title.startsWith(name));
  expect(found !== undefined, `no indicator ${name} in the plan of ${plan.year}`);
  return found;
}

export const amend = {
  name: 'amend',
  async run(world) {
    const { browser, server } = world;
    const plan = await planOf(server, 2024);
    const { id } = await indicatorOf(server, plan, '新增高新技术企业');
    const page = await signIn(world, 'fagai', `/commitments/${id}`);
    await page.getByRole('button', { name: '调整目标' }).click();
    await page.getByRole('button', { name: '录入调整' }).click();
    await page.waitForSelector('.amend .alert');
    const faults = await page.locator('.amend .alert li').count();
    expect(faults === 2, `${faults} faults are listed, target and reason are missing`);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'));
    expect(focused === 'true', 'the first wrong field has not the focus');
    await browser.picture('amend-faults', page);

    await page.locator('.amend-pair input').first().fill('2600');
    await page.locator('.amend textarea').fill('上级下达的任务数调整');
    await page.getByLabel('生效日').fill('2031-01-01');
    await page.reload();
    await settled(page);
    const kept = await page.locator('.amend textarea').inputValue();
    expect(kept === '上级下达的任务数调整', 'what was typed is lost after a reload');
    await page.getByRole('button', { name: '录入调整' }).click();
    await page.waitForSelector('.amend .field-fault');
    const refused = (await page.locator('.amend .field-fault').first().textContent()) ?? '';
    expect(refused.includes('2024-12-31'), `a day outside the plan is refused with “${refused}”`);
    await page.getByLabel('生效日').fill('2024-10-01');
    await page.getByRole('button', { name: '录入调整' }).click();
    await page.waitForSelector('.amend-sent');
    const changed = (await page.locator('section[aria-labelledby="amendments"]').textContent()) ?? '';
    expect(changed.includes('2600') && changed.includes('2024 年 10 月 1 日'), 'the amendment is not shown');
    expect(
      (await page.locator('section[aria-labelledby="amendments"] del').count()) === 1,
      'the old target is gone',
    );
    await browser.picture('amended', page);
    expectNoFaults(page);
    return refused.slice(0, 40);
  },
};

export const known = {
  name: 'known',
  async run({ browser, server }) {
    const plan = await planOf(server, 2024);
    const page = await browser.visit(`/?plan=${plan.id}`);
    await page.getByRole('button', { name: '按录入日回看' }).click();
    const field = page.getByLabel('只含此日前录入');
    await field.fill('2099-01-01');
    await field.press('Enter');
    await page.waitForSelector('.looking-back');
    expect(page.url().includes('knownOn=2099-01-01'), 'the day does not stand in the address');
    await browser.picture('looking-back', page, false);
    await page.goto(`/indicators?plan=${plan.id}&knownOn=2001-01-01`);
    await page.waitForSelector('.blank h2');
    const words = (await page.locator('.blank h2').textContent()) ?? '';
    expect(words.includes('2001'), `before anything was recorded the page says “${words}”`);
    await page.getByRole('button', { name: '显示全部' }).click();
    await settled(page);
    expect(!page.url().includes('knownOn'), 'the way back to everything is missing');
    await page.setViewportSize({ width: widths.small, height: 800 });
    await page.goto(`/?plan=${plan.id}&knownOn=2099-01-01`);
    await settled(page);
    await expectNoSidewaysScroll(page);
    expectNoFaults(page);
    return words;
  },
};

export const series = {
  name: 'series',
  async run({ browser, server }) {
    const plan = await planOf(server, 2025);
    const { id, trend } = await indicatorOf(server, plan, '地区生产总值');
    const years = trend.map(({ periodEnd }) => periodEnd.slice(0, 4));
    expect(years.join() === '2023,2024,2025', `the line holds ${years.join()}`);
    const page = await browser.visit(`/commitments/${id}`);
    const drawn = await page.locator('.chart-year').allTextContents();
    expect(drawn.join() === '2023,2024,2025', `the chart shows ${drawn.join()}`);
    expect((await page.locator('.chart-goal').count()) === 3, 'a year is without its target');
    const verdicts = await page.locator('section[aria-labelledby="verdicts"] .timeline > li').count();
    expect(verdicts >= 3, `${verdicts} verdicts are shown for three years`);
    await browser.picture('series', page);
    expectNoFaults(page);
    return `${trend.length} figures, ${verdicts} verdicts`;
  },
};

const report = `示范市2024年补充任务
示政发〔2024〕88号
发布日期：2024年6月20日

表1 示范市2024年补充指标

序号\t指标名称\t单位\t2024年目标\t责任单位
1\t科技型企业净增数\t家\t2500\t市科技局
2\t研发费用占比\t%\t3.9\t市科技局
3\t专利授权\t件\t9000\t市科技局
`;

export const merge = {
  name: 'merge',
  async run(world) {
    const { browser, server } = world;
    const plan = await planOf(server, 2024);
    const { id } = await indicatorOf(server, plan, '新增高新技术企业');
    const page = await signIn(world, 'ducha', '/documents');
    await page.setInputFiles('input[type="file"]', {
      name: '补充任务.txt',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(report),
    });
    await page.locator('.upload .alert.good a').first().click();
    await page.waitForSelector('.item');
    await page.getByRole('button', { name: /合并到其他事项/ }).click();
    await page.locator('.item-form input[type="search"]').fill('高新技术企业');
    const hit = page.locator('.merge-choice', { hasText: '新增高新技术企业' }).first();
    await hit.waitFor();
    await browser.picture('merge', page, false);
    await hit.click();
    await page.waitForSelector('.item .tag.good');
    const into = (await page.locator('.item', { hasText: '合并到' }).first().textContent()) ?? '';
    expect(into.includes('新增高新技术企业'), `the item says “${into.slice(0, 60)}”`);
    await page.getByRole('button', { name: /提交 1 项决定/ }).click();
    await page.waitForSelector('.changed');
    const { sources } = await json(server, `/api/commitments/${id}`);
    expect(
      sources.some(({ documentNumber }) => documentNumber.includes('88')),
      'the commitment has no source in the new document',
    );
    expectNoFaults(page);
    return `${sources.length} sources`;
  },
};
