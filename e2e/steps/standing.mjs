// A round of the standings: formula, frozen figures, published by a second person; and the auditor's check of the log.
import { settled } from '../browser.mjs';

const open = (page, summary) => page.locator('summary', { hasText: summary }).first().click();
export const submit = (page, words) => page.locator('form .button', { hasText: words }).first().click();

/** Makes the usual formula of this name the city's, with its source. */
export async function freezesFormula(page, formula, source) {
  await open(page, '确定计分办法');
  await page.locator('.pick button').first().click();
  await page.locator('[role="option"]', { hasText: formula }).first().click();
  await page.getByLabel('依据文件或来源').fill(source);
  await page.locator('form .button.primary', { hasText: '确定计分办法' }).click();
  await page.waitForSelector(`.standing-formula:has-text("${formula}")`);
}

/** Opens a round and freezes its figures; its path. `how` names formula, plan and day where the first offered are not meant. */
export async function opensRound(page, name, how = {}) {
  await open(page, '新开一轮');
  const form = page.locator('form', { has: page.locator('.button', { hasText: '开轮' }) });
  await form.getByLabel('名称').fill(name);
  for (const [label, words] of Object.entries(how.choose ?? {})) {
    const select = form.getByLabel(label);
    const value = await select.locator('option', { hasText: words }).first().getAttribute('value');
    await select.selectOption(value ?? '');
  }
  if (how.day) await form.getByLabel('数据截至').fill(how.day);
  await submit(page, '开轮');
  await page.waitForURL((url) => /\/standings\/.+/.test(url.pathname));
  await page.waitForSelector('.standing-table tbody tr');
  await submit(page, '冻结数据');
  await page.waitForSelector('.standing-events li:nth-child(2)');
  return new URL(page.url()).pathname;
}

export async function publishes(page) {
  await page.waitForSelector('.standing-table tbody tr');
  await submit(page, '公布');
  await page.waitForSelector('.standing-events li:nth-child(3)');
}

/** Checks the whole log from its page; what is said, and the newest entries. */
export async function verifiesLog(page) {
  await page.waitForSelector('.audit-table tbody tr');
  await page.locator('.button', { hasText: '核验全部日志' }).click();
  await page.waitForSelector('.alert.good');
  await settled(page);
  return {
    said: (await page.locator('.alert.good').first().textContent()) ?? '',
    log: (await page.locator('.audit-table').textContent()) ?? '',
  };
}
