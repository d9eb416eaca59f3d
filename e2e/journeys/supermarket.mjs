// The policy supermarket in one piece: a firm sees three awards and why a fourth fails and by how much; an official raises a
// threshold, sees the new total and another publishes it from today; the batch runs by it; ledger and plan move.
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const clauseId = 'hz-2024-16-14-large-growth';
const parameter = 'increase';
/** The year whose plan promises the two shares. */
const planDay = '2024-12-20';

/** YYYY-MM-DD so many days from now, by the clock of the city. */
const dayIn = (days) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

const facts = {
  ...{ industry: '3911', employees: '120', scaleYear: '2023', revenue: '21000', research: '900' },
  ...{ researchBefore: '700', littleGiantYear: '2024', newEagleYear: '2024' },
};

async function looks(world) {
  const page = await world.browser.visit('/policies?asOf=2024-06-30');
  await page.getByRole('button', { name: /再显示/ }).click();
  for (const [name, text] of Object.entries(facts)) await page.fill(`#fact-${name}`, text);
  await page.getByRole('button', { name: '计算', exact: true }).click();
  await page.waitForSelector('.policy-results li');
  const yes = await page.locator('.policy-results > .policy-yes').count();
  const near = page.locator('.policy-results > .policy-no').filter({ hasText: /差|再增|超出/ });
  expect(yes >= 3, `${yes} awards, at least three should pay`);
  const why = ((await near.first().locator('li').first().textContent()) ?? '').trim();
  expect(why !== '', 'nothing says by how much it fails');
  expectNoFaults(page);
  return { yes, why: why.slice(0, 60) };
}

const total = (page) =>
  page.locator('.clause-total:not(.stale) .big').getAttribute('data-total', { timeout: 60_000 });

async function raises(world) {
  const page = await signIn(world, 'caizheng', `/clause-desk/${clauseId}`);
  await page.waitForSelector('.clause-tests li');
  const field = page.locator('.page-tools .day');
  await field.fill(dayIn(0));
  await field.press('Enter');
  const area = page.locator('.clause-lines textarea');
  const clause = JSON.parse(await area.inputValue());
  clause.valid.to = dayIn(400);
  clause.review = dayIn(400);
  await area.fill(`${JSON.stringify(clause, null, 2)}\n`);
  await page.waitForSelector('.clause-sound');
  const before = await total(page);
  const slider = page
    .locator('.clause-slider', { has: page.locator('code', { hasText: new RegExp(`^${parameter}$`) }) })
    .locator('input');
  await slider.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await page.waitForFunction(
    (was) =>
      (document.querySelector('.clause-total:not(.stale) .big')?.getAttribute('data-total') ?? was) !== was,
    before,
  );
  const after = await total(page);
  await page.waitForSelector('.clause-saving.saved');
  await page.getByLabel('批准文件').fill('示例会议纪要〔2026〕10号');
  await page.getByLabel('修改理由').fill('按会议纪要提高研发增量门槛');
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await page.waitForURL(/\/clause-proposals\/.+/);
  const path = new URL(page.url()).pathname;
  const second = await signIn(world, 'fagai', path);
  await second.getByRole('button', { name: '公布' }).click();
  await second.waitForFunction(() => document.querySelector('.tag.mark')?.textContent === '已公布');
  return { finance: page, second, before: Number(before), after: Number(after) };
}

const says = (page, selector, words) =>
  page.waitForFunction(
    ([where, wanted]) => document.querySelector(where)?.textContent?.includes(wanted),
    [selector, words],
  );

async function move(page, action) {
  await page.locator('.award-offers').getByRole('button', { name: action, exact: true }).click();
  await page.locator('.award-offers form').getByRole('button').click();
}

const awarded = async (page) => {
  const found = await page.evaluate(async () => (await fetch('/api/ledger')).json());
  return found.totals.awarded;
};

async function runs(world, { finance, second }) {
  const proposer = await signIn(world, 'keji', '/batches');
  await proposer.getByRole('button', { name: '开始计算' }).click();
  await proposer.waitForURL(/\/batches\/[0-9a-f-]{36}/);
  const address = new URL(proposer.url()).pathname;
  await second.goto(address);
  await settled(second);
  await move(second, '复核');
  await says(second, '.batch-state', '已复核');
  const before = await awarded(finance);
  await finance.goto(address);
  await settled(finance);
  await move(finance, '批准');
  await says(finance, '.batch-state', '已批准');
  await world.browser.picture('supermarket-batch', finance, false);
  return { before, after: await awarded(finance) };
}

const verdict = async (page) => {
  const found = await page.evaluate(async () => {
    const words = encodeURIComponent('政策超市');
    return (await fetch(`/api/commitments?plan=2024&asOf=2024-12-31&search=${words}&limit=5`)).json();
  });
  return found.rows[0]?.verdict.status;
};

async function pushes(world, page) {
  const before = await verdict(page);
  await page.goto(`/ledger?asOf=${planDay}`);
  await settled(page);
  await page.getByRole('button', { name: '向符合的企业推送' }).click();
  await says(page, '.measure-done', '新推送');
  await page.getByRole('button', { name: '记入计划' }).click();
  await says(page, '.measure-done', '已记入 2 个指标');
  await world.browser.picture('measures', page, false);
  return { before, after: await verdict(page) };
}

export const supermarket = {
  name: 'supermarket',
  async run(world) {
    const { yes, why } = await looks(world);
    const raised = await raises(world);
    expect(raised.after < raised.before, `the total went from ${raised.before} to ${raised.after}`);
    const paid = await runs(world, raised);
    expect(paid.after > paid.before, `the ledger stayed at ${paid.before}`);
    const indicator = await pushes(world, raised.second);
    expect(
      indicator.before === 'behind' && indicator.after !== 'behind',
      `the plan went from ${indicator.before} to ${indicator.after}`,
    );
    expectNoFaults(raised.finance);
    expectNoFaults(raised.second);
    const wan = (fen) => `${fen / 1e6}万元`;
    return `${yes} awards; “${why}”; ${wan(raised.before)} → ${wan(raised.after)}; awarded ${wan(paid.before)} → ${wan(paid.after)}; ${indicator.before} → ${indicator.after}`;
  },
};
