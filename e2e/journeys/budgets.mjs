// A budget revised by resolution and its execution re-based; identities that lead to their sentences; debt over its ceiling asked
// about and warned of; the money quadrant of the livelihood projects, and a proposal that a person accepts.
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const words = async (page, selector = 'main') => (await page.locator(selector).textContent()) ?? '';
const save = (page) => page.locator('form .button.primary', { hasText: '保存' }).last().click();

async function revises(page) {
  await page.waitForSelector('.budget-table tbody tr');
  await page.locator('a', { hasText: '公共充电桩建设补助（演示）' }).first().click();
  await page.waitForSelector('#add-version');
  const form = page.locator('section', { has: page.locator('#add-version') });
  await form.getByLabel('金额').fill('0.75');
  await form.getByLabel('日期').first().fill('2024-09-30');
  await save(page);
  await page.waitForSelector('[role="alert"]');
  const refusal = await words(page, '[role="alert"]');
  expect(
    /0\.9/.test(refusal) && /0\.75/.test(refusal) && /决议/.test(refusal),
    `not refused by both numbers: ${refusal}`,
  );
  await form.getByLabel('决议名称或文号').fill('市十四届人大常委会第二十次会议（演示）');
  await form.getByLabel('通过日期').fill('2024-09-29');
  await save(page);
  await page.waitForSelector('.budget-rebased');
  const rebased = await words(page, '.budget-rebased');
  expect(/100%/.test(rebased) && /120%/.test(rebased), `the execution was not re-based: ${rebased}`);
}

/** 万元 for 亿元 is named with both numbers; put right, the correction stands with its source, and the first number stays on record. */
async function corrects(page) {
  const card = page.locator('section.card', { has: page.locator('.budget-tiles') }).first();
  await card.locator('summary', { hasText: '录入或更正' }).click();
  const form = card.locator('form');
  await form.getByLabel('录入哪一项').selectOption({ label: '扩大有效投资' });
  await form.getByLabel('公布数').fill('1771000');
  await form.getByLabel('依据').fill('更正说明（演示）');
  await form.locator('.button.primary').click();
  await page.waitForSelector('[role="alert"]');
  const asked = await words(page, '[role="alert"]');
  expect(/1771000/.test(asked) && /177\.1/.test(asked), `the wrong unit is not named: ${asked}`);
  await form.getByLabel('公布数').fill('178.1');
  await form.locator('.button.primary').click();
  await page.waitForSelector('text=第 1 次更正');
  expect(
    /570/.test((await card.locator('.budget-tiles').textContent()) ?? ''),
    'the areas together did not follow the correction',
  );
}

/** A bond is linked to a project by hand; the link names both kinds and leads to the project. */
async function bonds(page) {
  await page.locator('summary', { hasText: '手工建立对应' }).click();
  const form = page
    .locator('section', { has: page.locator('#links-in-force') })
    .locator('form')
    .last();
  const pick = async (label, start) => {
    const select = form.getByLabel(label);
    const options = await select.locator('option').allTextContents();
    const option = options.find((each) => each.startsWith(start));
    expect(option !== undefined, `${label} offers no ${start}`);
    await select.selectOption({ label: option });
  };
  await pick('资金来源', '债券');
  await pick('对应承诺', '项目');
  await form.locator('.button.primary').click();
  const row = page.locator('section:has(#links-in-force) .money-proposal', {
    has: page.locator('.tag', { hasText: '债券' }),
  });
  await row.locator('a[href^="/projects/"]').first().click();
  await page.waitForSelector('section[aria-labelledby="linked-money"] tbody tr');
  expect(
    /债券/.test(await words(page, 'section[aria-labelledby="linked-money"]')),
    'the project does not show its bond',
  );
  await page.goto('/money?plan=2024&view=links');
  await page.waitForSelector('.chip');
}

async function owes(page) {
  await page.goto('/debt');
  await page.waitForSelector('.debt-year');
  await page.locator('summary', { hasText: '录入债务数据' }).click();
  const form = page.locator('section', { has: page.locator('#enter-debt') });
  await form.getByLabel('年度').fill('2024');
  await form.getByLabel('债务限额 · 政府债务').fill('4126.4');
  await form.getByLabel('债务余额 · 政府债务').fill('4130');
  await save(page);
  await page.waitForSelector('[role="alert"]');
  const asked = await words(page, '[role="alert"]');
  expect(/4130/.test(asked) && /4126\.4/.test(asked), `the balance is not named with its ceiling: ${asked}`);
  await form.getByLabel('理由').fill('演示：再融资债券跨年到账');
  await save(page);
  await page.waitForSelector('.debt-bar.over');
  await page.locator('.debt-year').first().scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 0));
}

export const budgets = {
  name: 'budgets',
  async run(world) {
    const { browser } = world;
    const finance = await signIn(world, 'caizheng', '/budgets?at=2023');
    await finance.waitForSelector('.budget-documents li');
    expect(/97 项成立，6 项由脚注说明/.test(await words(finance)), 'the identities are not counted');
    await browser.picture('budgets', finance, false);
    await finance.locator('.budget-documents .button', { hasText: '核对平衡关系' }).first().click();
    await finance.waitForSelector('.chips .chip');
    await finance.locator('.chip', { hasText: '脚注已说明' }).click();
    expect((await finance.locator('tbody tr').count()) === 6, 'not six explained identities');
    await browser.picture('budget-identities', finance, false);
    await finance.locator('tbody a', { hasText: '脚注' }).first().click();
    await finance.waitForURL((url) => url.pathname.startsWith('/documents/') && url.searchParams.has('at'));

    await finance.waitForSelector('.review-head a[href^="/budget-review/"]');
    await finance.goto('/budgets/2023/governmentFunds/ownLevel');
    await finance.waitForSelector('.budget-sankey a');
    await finance.locator('.budget-sankey a').first().focus();
    expect(
      /调整预算的 78\.32%/.test(await words(finance)),
      'execution is not held against the revised budget',
    );
    await settled(finance);
    await browser.picture('budget-book', finance);
    await finance.goto('/budgets/2024/generalPublic/ownLevel');
    await revises(finance);
    await browser.picture('budget-revised', finance, false);
    await owes(finance);
    await browser.picture('debt-warning', finance, false);
    expectNoFaults(finance);

    await finance.goto('/money?plan=2024&view=links');
    await finance.waitForSelector('.money-proposal');
    await browser.picture('money-links', finance, false);
    const proposal = finance.locator('.money-proposal', { hasText: '二次供水' }).first();
    await proposal.locator('.button.primary').click();
    await finance.waitForSelector('section:has(#links-in-force) :text("二次供水")');
    await bonds(finance);
    await finance.locator('.chip', { hasText: '四象限' }).click();
    await finance.waitForSelector('.quadrant.goalOnly li');
    expect(
      /二次供水/.test(await words(finance, '.quadrant.goalOnly')),
      'the accepted money is in no quadrant',
    );
    await browser.picture('money-quadrants', finance, false);
    await finance.locator('.chip', { hasText: '公布资金' }).click();
    await finance.waitForSelector('.budget-tiles');
    const announced = await words(finance);
    expect(
      /569/.test(announced) && /490/.test(announced) && /79/.test(announced),
      'gross, net and overlap are not told',
    );
    await corrects(finance);
    await browser.picture('money-announced', finance, false);
    expectNoFaults(finance);

    const visitor = await browser.visit('/won', { width: 390, height: 844 });
    await visitor.waitForSelector('.won-table tbody tr');
    await browser.picture('won-390', visitor, false);
    for (const path of ['/budgets', '/budgets/2023/generalPublic/cityWide', '/debt', '/money?plan=2024']) {
      await visitor.goto(path);
      await visitor.waitForSelector('.card');
      await settled(visitor);
      const wide = await visitor.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(!wide, `${path} scrolls sideways at 390 px`);
    }
    await visitor.goto('/budgets/2023/generalPublic/cityWide');
    await visitor.waitForSelector('.budget-sankey a');
    await browser.picture('budget-book-390', visitor);
    expectNoFaults(visitor);
    return 'a revision re-based, a ceiling passed and explained, a proposal accepted, a number corrected';
  },
};
