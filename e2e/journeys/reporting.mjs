// A district fills in its figures by typing, pasting and importing: what is refused is named, drafts survive a closed tab, a second
// tab hears of the first. What the lead unit and the inspector decide of them is in the journey "month".
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';
import { cellOf, importsWorkbook, saved, submits } from '../steps/report.mjs';

const place = '/figures?plan=2024';

/** Another window of the same person. */
async function another(page, path) {
  const other = await page.context().newPage();
  other.faults = [];
  other.setDefaultTimeout(60_000);
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
  const text = await importsWorkbook(page, '十一月', [
    ['指标名称', '完成值', '计量单位'],
    ['新增残疾人就业', '66', '人'],
    ['新增认知障碍照护专区床位', '一百', '张'],
    ['没有这个指标', '5', '个'],
  ]);
  expect(/十一月/.test(text) && /B3/.test(text) && /A4/.test(text), `a bad cell is not named: ${text}`);
}

/** Typed on and sent while the text before is still being saved: what was typed last is sent, and nothing is in conflict with itself. */
async function sendsWhileSaving(page) {
  const beds = cellOf(page, '新增认知障碍照护专区床位');
  const late = async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  };
  await page.route('**/api/figures/drafts', late, { times: 1 });
  await beds.fill('6');
  await page.waitForSelector('.save-state:has-text("正在保存")');
  await beds.fill('60');
  await submits(page);
  const sent = page.locator('.figures tbody tr', { hasText: '新增认知障碍照护专区床位' }).first();
  const words = await sent.innerText();
  expect(/\b60\b/.test(words), `sent while it was being saved, it says ${words}`);
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
    await browser.picture('figures', district, false);
    await sendsWhileSaving(district);
    const submitted = await district.locator('.figures tbody a.tag').count();
    expect(submitted >= 3, `only ${submitted} reports left`);
    expectNoFaults(district);

    const small = await signIn(world, 'shangcheng', place, { width: 360, height: 780 });
    await small.waitForSelector('.figures tbody tr');
    const wide = await small.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(!wide, 'the page scrolls sideways at 360 px');
    await browser.picture('figures-360', small, false);
    return `${rows} figures asked, ${submitted} submitted`;
  },
};
