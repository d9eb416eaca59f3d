// An official raises a threshold and sees what the city would pay, saves, and proposes; another publishes it from a day; from that
// day on the catalogue says the new words, and before it the old ones.
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const clauseId = 'hz-2024-3-7-rent';
const parameter = 'space';
const unit = '平方米';

/** YYYY-MM-DD so many days from now, by the clock of the city. */
const dayIn = (days) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** The text is typed anew where the clause would have ended by then: years go by, the journey stays. */
async function extend(page, until) {
  const area = page.locator('.clause-lines textarea');
  const clause = JSON.parse(await area.inputValue());
  if (clause.valid.to >= until) return;
  clause.valid.to = until;
  clause.review = until;
  await area.fill(`${JSON.stringify(clause, null, 2)}\n`);
}

const sliderOf = (page) =>
  page
    .locator('.clause-slider', { has: page.locator('code', { hasText: new RegExp(`^${parameter}$`) }) })
    .locator('input');
const totalOf = async (page) =>
  Number(await page.locator('.clause-total:not(.stale) .big').getAttribute('data-total'));
const priced = (page) => page.waitForSelector('.clause-total:not(.stale) .big', { timeout: 60_000 });

/** Breaks the text and sees the line that says so; puts it back. */
async function seesMistakes(page) {
  const area = page.locator('.clause-lines textarea');
  const text = await area.inputValue();
  const line = text.split('\n').findIndex((each) => each.includes('"subject"')) + 1;
  await area.fill(text.replace('"subject"', '"subjekt"'));
  await page.waitForSelector('.clause-problems li');
  const told = (await page.locator('.clause-problems').textContent()) ?? '';
  expect(
    told.includes(`第 ${line} 行`) && told.includes('subjekt'),
    `the mistake is not told with its line ${line}: ${told}`,
  );
  await area.fill(text);
  await page.waitForSelector('.clause-sound');
}

async function raises(page) {
  await priced(page);
  const before = await totalOf(page);
  const slider = sliderOf(page);
  const asked = await slider.inputValue();
  await slider.focus();
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight');
  await page.waitForFunction(
    ([selector, was]) => Number(document.querySelector(selector)?.getAttribute('data-total') ?? was) !== was,
    ['.clause-total:not(.stale) .big', before],
  );
  const now = Number(await slider.inputValue());
  expect(now > Number(asked), 'the slider did not move');
  return { before, after: await totalOf(page), value: `${now}` };
}

export const clause = {
  name: 'clause',
  async run(world) {
    const { browser } = world;
    // Reckoned at once: midnight may pass on the way.
    const [eve, startsOn] = [dayIn(19), dayIn(20)];
    const author = await signIn(world, 'caizheng', '/clause-desk');
    await author.waitForSelector('.clause-table tbody tr');
    await browser.picture('clause-desk', author, false);
    await author.goto(`/clause-desk/${clauseId}`);
    await author.waitForSelector('.clause-tests li');
    const field = author.locator('.page-tools .day');
    await field.fill(startsOn);
    await field.press('Enter');
    await extend(author, dayIn(400));
    await seesMistakes(author);
    const { before, after, value } = await raises(author);
    await author.waitForSelector('.clause-saving.saved');
    const text = await author.locator('.clause-lines textarea').inputValue();
    expect(
      text.includes(`"from": "${startsOn}"`) && text.includes(`"${value}${unit}"`),
      'the text did not take the new value',
    );
    await author.reload();
    await author.waitForSelector('.clause-tests li');
    expect((await author.locator('.clause-lines textarea').inputValue()) === text, 'the draft was lost');
    await author.getByRole('button', { name: '开始对比' }).click();
    await author.waitForSelector('.clause-comparison');
    await author.getByLabel('批准文件').fill('示例会议纪要〔2026〕9号');
    await author.getByLabel('修改理由').fill('按会议纪要提高租用面积门槛');
    await browser.picture('clause-editor', author);
    const grave = (await accessFaults(author)).filter((fault) => fault.grave);
    expect(grave.length === 0, `axe: ${JSON.stringify(grave)}`);
    await author.setViewportSize({ width: 390, height: 800 });
    await expectNoSidewaysScroll(author);
    await browser.picture('clause-editor-small', author);
    await author.setViewportSize({ width: 1440, height: 900 });
    await author.getByRole('button', { name: '送审', exact: true }).click();
    await author.waitForURL(/\/clause-proposals\/.+/);
    await settled(author);
    const path = new URL(author.url()).pathname;
    expect((await author.getByRole('button', { name: '公布' }).count()) === 0, 'an author may publish');
    expectNoFaults(author);

    const second = await signIn(world, 'fagai', path);
    await second.waitForSelector('.clause-diff .added');
    await browser.picture('clause-review', second);
    await second.getByRole('button', { name: '公布' }).click();
    await second.waitForFunction(() => document.querySelector('.tag.mark')?.textContent === '已公布');
    expectNoFaults(second);

    const read = async (day) => {
      const visitor = await browser.visit(`/policies/${clauseId}?asOf=${day}`);
      await visitor.waitForSelector('#terms');
      const words = (await visitor.locator('section[aria-labelledby="terms"]').textContent()) ?? '';
      expectNoFaults(visitor);
      return { visitor, words };
    };
    const [old, fresh] = [await read(eve), await read(startsOn)];
    expect(!old.words.includes(`${value}${unit}`), `the day before already says ${old.words}`);
    expect(fresh.words.includes(`${value}${unit}`), `the catalogue still says ${fresh.words}`);
    await browser.picture('clause-published', fresh.visitor, false);
    return `${before / 1e6}万元 → ${after / 1e6}万元, ${value}${unit} from ${startsOn}`;
  },
};
