// Reporting a month: the cells of "my figures", a workbook, sending, and what the lead and the inspector decide.
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const serverRequire = createRequire(new URL('../../server/package.json', import.meta.url));
const { default: writeExcelFile } = await import(
  pathToFileURL(serverRequire.resolve('write-excel-file/node')).href
).then((module) => (typeof module.default === 'function' ? module : module.default));

export const cellOf = (page, name) =>
  page.locator(`input[data-field="value"][aria-label^="${name}"]`).first();

export const saved = (page) => page.waitForSelector('.save-state:has-text("已保存")');

/** Offers a filled-in workbook and answers what is said of its bad cells; the good ones are then put into the table. */
export async function importsWorkbook(page, sheet, rows) {
  const file = join(mkdtempSync(join(tmpdir(), 'bihuan-e2e-')), '填报.xlsx');
  await writeExcelFile(
    rows.map((cells) => cells.map((value) => ({ value, type: String }))),
    { sheet },
  ).toFile(file);
  await page.setInputFiles('input[type="file"]', file);
  await page.waitForSelector('.refused-cells');
  const said = await page.locator('.alert', { has: page.locator('.refused-cells') }).innerText();
  await page.locator('.alert .button.primary').click();
  await page.waitForFunction(() => document.querySelector('.refused-cells') === null);
  await saved(page);
  return said;
}

/** Sends what is filled in; how many figures are said to have left. */
export async function submits(page) {
  await page.locator('.figures-foot .button.primary').click();
  const said = page.locator('.figures-foot .tag.good');
  await said.waitFor();
  return (await said.textContent()) ?? '';
}

/** One decision over the report whose row carries these words. */
export async function decides(page, action, chosen, reason) {
  await page.waitForSelector('.reports tbody tr');
  await page.locator(`.reports tbody tr:has-text("${chosen}") input[type="checkbox"]`).first().check();
  await page.locator('.figures-foot .button', { hasText: action }).first().click();
  if (reason !== undefined) {
    await page.fill('.decide-reason input', reason);
    await page.locator('.figures-foot .button.primary').click();
  }
  await page.waitForSelector('.alert.good');
}
