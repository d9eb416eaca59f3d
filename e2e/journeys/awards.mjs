// From the rules to the money with every hand in it: a batch computed, reviewed, approved and posted; a claim made on a phone, taken in, decided and paid; a firm on its three years.
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const day = '2024-12-20';

const noGraveFaults = async (page, where) => {
  const grave = (await accessFaults(page)).filter((fault) => fault.grave);
  expect(grave.length === 0, `axe on ${where}: ${JSON.stringify(grave)}`);
};

const says = (page, selector, words) =>
  page.waitForFunction(
    ([where, wanted]) => document.querySelector(where)?.textContent?.includes(wanted),
    [selector, words],
  );

async function move(page, action, words = '') {
  await page.locator('.award-offers').getByRole('button', { name: action, exact: true }).click();
  const form = page.locator('.award-offers form');
  if (words !== '') await form.locator('input').last().fill(words);
  const consent = form.locator('input[type="checkbox"]');
  if (await consent.count()) await consent.check();
  await form.getByRole('button').click();
}

const totalOf = async (page, label) =>
  (await page.locator('.ledger-totals div', { hasText: label }).locator('dd').textContent()) ?? '';

async function batch(world) {
  const { browser } = world;
  const proposer = await signIn(world, 'keji', '/batches');
  await proposer.getByRole('textbox', { name: /哪一天/ }).fill(day);
  await proposer.keyboard.press('Tab');
  await proposer.getByRole('button', { name: '开始计算' }).click();
  await proposer.waitForURL(/\/batches\/[0-9a-f-]{36}/);
  await settled(proposer);
  const address = new URL(proposer.url()).pathname;
  expect(
    await proposer.getByRole('button', { name: '复核', exact: true }).isDisabled(),
    'own batch can be reviewed',
  );
  await proposer.getByRole('button', { name: /缺数据，不兑付/ }).click();
  await proposer.waitForSelector('td[data-label="缺少的数据"]');
  await browser.picture('batch-unknown', proposer);
  const reviewer = await signIn(world, 'fagai', address);
  await reviewer.getByRole('button', { name: '移出', exact: true }).first().click();
  await reviewer.getByLabel('移出理由').fill('企业已迁出，待核实');
  await reviewer.locator('td form').getByRole('button', { name: '移出' }).click();
  await reviewer.getByRole('button', { name: /已移出 1/ }).waitFor();
  await move(reviewer, '复核');
  await says(reviewer, '.batch-state', '已复核');
  const finance = await signIn(world, 'caizheng', '/ledger');
  const before = await totalOf(finance, '已核定');
  await finance.goto(address);
  await settled(finance);
  await move(finance, '批准');
  await says(finance, '.batch-state', '已批准');
  await browser.picture('batch', finance);
  await noGraveFaults(finance, 'a batch');
  await finance.goto('/ledger');
  await settled(finance);
  const after = await totalOf(finance, '已核定');
  expect(after !== before, `the ledger did not move: ${before}`);
  expect((await totalOf(finance, '借贷差额')).includes('借贷平衡'), 'the ledger does not balance');
  await browser.picture('ledger', finance);
  await noGraveFaults(finance, 'the ledger');
  return { finance, reviewer, before, after, address };
}

async function claim(world, finance) {
  const { browser } = world;
  const firm = await signIn(world, 'qiye', '/claims');
  await firm.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(firm);
  await browser.picture('claims-390', firm);
  await noGraveFaults(firm, 'claims');
  // of those that can be claimed today, the one that the office that signs in below decides
  const rent = firm.locator('.cards-list li').filter({ hasText: '租金补贴' });
  const apply = rent.getByRole('button', { name: '申报', exact: true });
  if ((await apply.count()) === 0) return 'no clause can be claimed today';
  await apply.first().click();
  await firm.waitForURL(/\/claims\/[0-9a-f-]{36}/);
  await settled(firm);
  const address = new URL(firm.url()).pathname;
  await firm
    .locator('input[type="file"]')
    .last()
    .setInputFiles({
      ...{ name: '租赁合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 合同') },
    });
  await firm.getByRole('link', { name: '租赁合同.pdf' }).waitFor();
  await move(firm, '申报');
  await says(firm, '.claim-line', '已申报');
  await expectNoSidewaysScroll(firm);
  await browser.picture('claim-390', firm);
  const office = await signIn(world, 'jingxin', address);
  await move(office, '退回补充', '请补充租金支付凭证');
  await says(office, '.claim-line', '退回补充');
  await firm.reload();
  await settled(firm);
  await move(firm, '申报');
  await says(firm, '.claim-line', '已申报');
  await office.reload();
  await move(office, '受理');
  await says(office, '.claim-line', '已受理');
  expect(
    await office.getByRole('button', { name: '核定', exact: true }).isDisabled(),
    'one hand accepts and awards',
  );
  const district = await signIn(world, 'yuhang', address);
  await move(district, '核定');
  await says(district, '.claim-line', '已核定');
  await browser.picture('claim', district);
  await finance.goto('/ledger');
  await settled(finance);
  await finance.getByRole('button', { name: '兑付申报' }).click();
  await finance.waitForFunction(() => !document.body.textContent?.includes('兑付申报'));
  await firm.reload();
  await says(firm, '.claim-line', '已兑付');
  expectNoFaults(firm);
  return 'a claim was made on a phone, decided by two and paid';
}

async function nurture(world) {
  const office = await signIn(world, 'jingxin', '/nurture');
  await world.browser.picture('nurture', office);
  await noGraveFaults(office, 'nurturing');
  await office.locator('.nurture-table tr', { hasText: '待核查' }).first().getByRole('link').click();
  await office.waitForURL(/\/nurture\/[0-9a-f-]{36}/);
  await settled(office);
  // As many years as are over since the firm came: each new year asks for one more.
  const due = office.locator('section[aria-labelledby="checks"] .tag.warn');
  const years = await due.count();
  for (let left = years; left > 0; left -= 1) {
    await office.locator('.award-offers').getByRole('button', { name: '登记年度核查', exact: true }).click();
    await office.locator('.award-offers form').getByRole('button').click();
    await due.nth(left - 1).waitFor({ state: 'detached' });
    await office.locator('.award-offers form').waitFor({ state: 'detached' });
  }
  await says(office, '.award-facts', `${years} 年`);
  await world.browser.picture('nurture-firm', office);
  expectNoFaults(office);
}

export const awards = {
  name: 'awards',
  async run(world) {
    const { finance, reviewer, before, after, address } = await batch(world);
    const claimed = await claim(world, finance);
    await nurture(world);
    const visitor = await world.browser.visit('/award-notices');
    await settled(visitor);
    await visitor.waitForSelector('td.figure');
    await world.browser.picture('award-notices', visitor);
    for (const path of [address, '/ledger', '/batches', '/nurture', '/claims/questions']) {
      await finance.goto(path);
      await settled(finance);
      await finance.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(finance);
      await finance.setViewportSize({ width: 1440, height: 900 });
    }
    expectNoFaults(finance);
    expectNoFaults(reviewer);
    return `awarded ${before.trim()} → ${after.trim()}; ${claimed}`;
  },
};
