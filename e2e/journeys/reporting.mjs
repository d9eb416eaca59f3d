// One month of reporting: a district types and imports its figures, the lead unit returns one and accepts one, the inspector
// verifies; drafts survive a closed tab, a second tab hears of the first, and what is verified is seen on the item's page.
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const serverRequire = createRequire(new URL('../../server/package.json', import.meta.url));
const { default: writeExcelFile } = await import(
  pathToFileURL(serverRequire.resolve('write-excel-file/node')).href
).then((module) => (typeof module.default === 'function' ? module : module.default));

const place = '/figures?plan=2024';
const cellOf = (page, name) => page.locator(`input[data-field="value"][aria-label^="${name}"]`).first();
const saved = (page) => page.waitForSelector('.save-state:has-text("已保存")');

/** Another window of the same person. */
async function another(page, path) {
  const other = await page.context().newPage();
  other.faults = [];
  other.setDefaultTimeout(15_000);
  await other.goto(path);
  await settled(other);
  return other;
}

async function typesAndKeeps(page) {
  const meals = '新增老年助餐服务点';
  await cellOf(page, meals).fill('正常进行中');
  await saved(page);
  await page.waitForSelector('.figure-findings .refuses');
  await cellOf(page, meals).fill('9');
  await page.waitForFunction(() => document.querySelector('.figure-findings .refuses') === null);
  await saved(page);
  const second = await another(page, place);
  expect((await cellOf(second, meals).inputValue()) === '9', 'a draft is lost with its tab');
  await cellOf(page, meals).fill('10');
  await saved(page);
  await page.waitForFunction(() => document.querySelector('.save-state')?.textContent?.includes('已保存'));
  await cellOf(second, meals).fill('8');
  await second.waitForSelector('.conflict-pair');
  expect(
    /10/.test((await second.locator('.conflict-pair').textContent()) ?? ''),
    'the difference does not show the other text',
  );
  await second.locator('.conflict-pair button').nth(1).click();
  await second.waitForFunction(() => document.querySelector('.conflict-pair') === null);
  await second.close();
}

async function pastes(page) {
  await page.evaluate(() => {
    const fields = document.querySelectorAll('input[data-field="value"]');
    const data = new DataTransfer();
    data.setData('text/plain', '11\n约三\n7.5');
    fields[0]?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.waitForSelector('.refused-cells');
  const text = (await page.locator('.refused-cells').textContent()) ?? '';
  expect(/A2/.test(text) && /约三/.test(text), `the bad cell is not named: ${text}`);
  await page.locator('.alert .button:not(.primary)').first().click();
}

/** A workbook with one good row and two bad ones. */
async function imports(page) {
  const file = join(mkdtempSync(join(tmpdir(), 'bihuan-e2e-')), '填报.xlsx');
  const rows = [
    ['指标名称', '完成值', '计量单位'],
    ['新增残疾人就业', '66', '人'],
    ['新增认知障碍照护专区床位', '一百', '张'],
    ['没有这个指标', '5', '个'],
  ];
  await writeExcelFile(
    rows.map((cells) => cells.map((value) => ({ value, type: String }))),
    { sheet: '十一月' },
  ).toFile(file);
  await page.setInputFiles('input[type="file"]', file);
  await page.waitForSelector('.refused-cells');
  const text = (await page.locator('.refused-cells').textContent()) ?? '';
  expect(/十一月/.test(text) && /B3/.test(text) && /A4/.test(text), `a bad cell is not named: ${text}`);
  await page.locator('.alert .button.primary').click();
  await page.waitForFunction(() => document.querySelector('.refused-cells') === null);
  await saved(page);
}

async function decides(page, action, chosen, reason) {
  await page.waitForSelector('.reports tbody tr');
  await page.locator(`.reports tbody tr:has-text("${chosen}") input[type="checkbox"]`).first().check();
  await page.locator('.figures-foot .button', { hasText: action }).first().click();
  if (reason !== undefined) {
    await page.fill('.decide-reason input', reason);
    await page.locator('.figures-foot .button.primary').click();
  }
  await page.waitForSelector('.alert.good');
}

export const reporting = {
  name: 'reporting',
  async run(world) {
    const { browser } = world;
    const district = await signIn(world, 'shangcheng', place);
    await district.waitForSelector('.figures tbody tr');
    const rows = await district.locator('.figures tbody tr').count();
    await typesAndKeeps(district);
    await pastes(district);
    await imports(district);
    await cellOf(district, '新增认知障碍照护专区床位').fill('60');
    await saved(district);
    await browser.picture('figures', district, false);
    await district.locator('.figures-foot .button.primary').click();
    await district.waitForSelector('.figures-foot .tag.good');
    const submitted = await district.locator('.figures tbody a.tag').count();
    expect(submitted >= 3, `only ${submitted} reports left`);
    expectNoFaults(district);

    const lead = await signIn(world, 'minzheng', '/reports?plan=2024');
    await lead.waitForSelector('.reports tbody tr');
    await browser.picture('reports', lead, false);
    const waiting = await lead.locator('.reports tbody tr').count();
    await decides(lead, '退回', '上城区', '请附点位清单');
    if (waiting > 1) await decides(lead, '审核通过', '上城区');
    expectNoFaults(lead);

    const inspector = await signIn(world, 'duchayuan', '/reports?plan=2024');
    if (waiting > 1) {
      await decides(inspector, '核验通过', '上城区');
      await inspector.goto('/reports?plan=2024&view=all');
      await settled(inspector);
      await inspector.locator('.reports tbody tr:has-text("已核验") th a').first().click();
      await inspector.waitForSelector('.report-events li:nth-child(3)');
      await browser.picture('report', inspector, false);
    }
    expectNoFaults(inspector);
    const small = await signIn(world, 'shangcheng', place, { width: 360, height: 780 });
    await small.waitForSelector('.figures tbody tr');
    const wide = await small.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(!wide, 'the page scrolls sideways at 360 px');
    await browser.picture('figures-360', small, false);
    return `${rows} figures asked, ${submitted} submitted, ${waiting} with one lead unit`;
  },
};
