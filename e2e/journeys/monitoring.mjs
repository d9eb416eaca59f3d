// Monitoring and the exchange of levels: a bureau's table with a bad cell and a revision, a warning that appears, a series with its
// revision, five years, a district's package whose difference is shown, shares that run over, a comment answered and agreed.
import { createHash } from 'node:crypto';
import { expect, expectNoFaults, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const csv = (name, lines) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.map((cells) => cells.join(',')).join('\n')),
});
const textOf = async (page, where = 'main') => (await page.locator(where).first().textContent()) ?? '';

async function imports(world) {
  const page = await signIn(world, 'fagai', '/monitoring/import');
  await page.getByLabel('数据来源').fill('演示：统计月报');
  await page.setInputFiles(
    'input[type="file"]',
    csv('月报.csv', [
      ['杭州市2025年1-5月主要经济指标', '', '', ''],
      ['指标', '单位', '1-5月累计', '同比增长(%)'],
      ['城镇新增就业', '万人', '9', ''],
      ['货物贸易出口额', '亿元', '', '六点一'],
      ['规模以上工业增加值', '亿元', '', '6.4'],
      ['社零总额', '亿元', '', '5.8'],
    ]),
  );
  await page.locator('form .button.primary').click();
  await page.waitForSelector('.monitor-outcome');
  const said = await textOf(page, '.monitor-outcome');
  expect(/D4/.test(said) && /不是数字/.test(said), `the bad cell is not named: ${said}`);
  expect(/C3/.test(said) && /请核对/.test(said), 'a total that falls is not asked about');
  expect(/替换原值/.test(said), 'no revision is shown before it is taken');
  await world.browser.picture('monitoring-import', page, false);
  await page.locator('.monitor-outcome .button.primary').click();
  await page.waitForSelector('.alert.good');
  expectNoFaults(page);
  return page;
}

async function warns(world, page) {
  await page.goto('/monitoring');
  await page.waitForSelector('.monitor-table tbody tr');
  const warned = await textOf(page, '.monitor-warnings');
  expect(/连续 3 期走弱/.test(warned), `no indicator is said to fall three times: ${warned}`);
  expect(/距目标/.test(warned), 'nothing is said to fall short of its target');
  await world.browser.picture('monitoring', page, false);
  await page.goto('/monitoring/RETAIL');
  await page.waitForSelector('.monitor-before');
  await page.locator('.monitor-revisions summary').first().click();
  expect(/原值/.test(await textOf(page, '.monitor-revisions')), 'the value before is not shown');
  await world.browser.picture('monitoring-series', page, false);
  const exported = await page.request.get('/api/monitoring/sdmx.csv?version=2&indicator=RETAIL');
  expect(
    (await exported.text()).startsWith('STRUCTURE,STRUCTURE_ID,ACTION,FREQ'),
    'the export is no SDMX-CSV',
  );
  await takesSdmx(page, await exported.text());
  expectNoFaults(page);
}

/** What was exported comes back as a file: one observation with another value replaces its own, all others are known already. */
async function takesSdmx(page, text) {
  const lines = text.trimEnd().split(/\r?\n/);
  const value = (lines[0] ?? '').split(',').indexOf('OBS_VALUE');
  const cells = (lines.at(-1) ?? '').split(',');
  const before = Number(cells[value]);
  expect(value > 0 && Number.isFinite(before), `no value to change in ${lines.at(-1)}`);
  cells[value] = (before + 0.1).toFixed(1);
  const changed = [...lines.slice(0, -1), cells.join(',')].join('\n');
  await page.goto('/monitoring/import');
  await page.getByLabel('数据来源').fill('演示：SDMX 回传');
  await page.setInputFiles('input[type="file"]', {
    name: 'retail.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(changed),
  });
  await page.locator('form .button.primary').click();
  await page.waitForSelector('.monitor-outcome');
  const said = await textOf(page, '.monitor-outcome');
  expect(/替换原值/.test(said) && said.includes(cells[value]), `the revision is not shown: ${said}`);
  await page.locator('.monitor-outcome .button.primary').click();
  await page.waitForSelector('.alert.good');
}

async function fiveYears(world, page) {
  await page.goto('/five-year');
  await page.waitForSelector('.five-years');
  expect(/落后参考进度/.test(await textOf(page)) && /中期评估/.test(await textOf(page)), 'nothing is judged');
  await world.browser.picture('five-year', page, false);
  expectNoFaults(page);
}

/** The same text that core makes: keys in order, no spaces. */
const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
          .join(',')}}`
      : JSON.stringify(value);

function packageOf(place, id, metric, value) {
  const line = {
    kind: 'indicator',
    number: '',
    title: metric,
    metric,
    unit: '%',
    comparator: 'approx',
    values: [value],
  };
  const body = {
    ...{
      format: 'bihuan.plan',
      version: 1,
      direction: 'up',
      year: 2025,
      title: `${place}2025年计划（演示）`,
    },
    from: { level: 'district', id, name: place },
    to: { level: 'city', id: '330100', name: '杭州市' },
    issuedOn: '2025-03-01',
    lines: [{ ...line, measure: 'rate', printed: `增长${value}%`, share: null, figure: null }],
  };
  const sha256 = createHash('sha256').update(canonical(body)).digest('hex');
  return {
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...body, sha256 })),
  };
}

async function exchanges(world) {
  const district = await signIn(world, 'gongshu', '/exchange?plan=2025');
  await district.waitForSelector('#take-package');
  const seen = await district
    .locator('#partners')
    .locator('xpath=ancestor::section')
    .locator('tbody tr')
    .count();
  expect(seen === 1, `a district sees ${seen} partners, not only itself`);
  await district.setInputFiles('input[type="file"]', packageOf('拱墅区', '330105', '地区生产总值', '5.8'));
  await district.waitForSelector('.difference-table');
  expect(/\+0\.3/.test(await textOf(district, '.difference-table')), 'the difference has no number');
  await district.locator('.button.primary', { hasText: '确认收下' }).click();
  await district.waitForSelector('.alert.good');
  expectNoFaults(district);
  const office = await signIn(world, 'fagai', '/exchange/330114?plan=2025');
  await office.waitForSelector('.difference-table');
  const rows = await textOf(office, '.difference-table');
  expect(
    /分解数不一致/.test(rows) && /目标不一致/.test(rows),
    'the published plan of the district does not differ',
  );
  await world.browser.picture('exchange-partner', office, false);
  await sendsRead(office);
  await office.goto('/exchange?plan=2025');
  await office.waitForSelector('.letter-states a');
  await world.browser.picture('exchange', office, false);
  return { office, district };
}

const countyPlan = `桐庐县2025年国民经济和社会发展计划（旅程示例）

二、2025年经济社会发展主要目标
2025年主要预期目标:地区生产总值增长5.7%左右,社会消费品零售总额增长6%,城镇新增就业2万人以上。
`;

/** A county's published plan is read, and becomes its package from the page of the document. */
async function sendsRead(office) {
  const documentId = await office.evaluate(async (body) => {
    const started = await fetch('/api/documents?name=tonglu.txt', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body,
    });
    const { readingId } = await started.json();
    for (let tries = 0; tries < 200; tries += 1) {
      const reading = await (await fetch(`/api/readings/${readingId}`)).json();
      if (reading.documentId !== null || reading.problem !== null) return reading.documentId;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return null;
  }, countyPlan);
  expect(documentId !== null, 'the plan of the county was not read');
  await office.goto(`/documents/${documentId}`);
  await office.locator('a', { hasText: '作为区县计划上报' }).click();
  await office.locator('.button.primary', { hasText: '读入并看差异' }).click();
  await office.waitForSelector('.difference-table');
  expect(
    /\+0\.2/.test(await textOf(office, '.difference-table')),
    'the difference to the city has no number',
  );
  await office.locator('.button.primary', { hasText: '确认收下' }).click();
  await office.waitForSelector('.alert.good');
  await office.locator('a', { hasText: '查看与该区县的逐行核对' }).click();
  await office.waitForSelector('text=自文件读出');
  expectNoFaults(office);
}

async function consults(world, { office, district }) {
  await office.locator('a', { hasText: '征求意见（演示）' }).first().click();
  await office.waitForSelector('.shares-table tbody tr');
  const cell = office.locator('.shares-table tbody tr').first().locator('input').nth(1);
  await cell.fill('4');
  await cell.press('Enter');
  await office.waitForFunction(() => /超出/.test(document.querySelector('.cap-badge')?.textContent ?? ''));
  await world.browser.picture('consultation', office, false);
  await district.goto('/exchange?plan=2025');
  await district.locator('.letter-states a').first().click();
  await district.waitForSelector('.letter-line');
  await district.locator('.letter-line').first().locator('input').fill('2.4');
  await district.locator('.letter-line').first().locator('textarea').fill('按区计划安排');
  await district.locator('.button.primary', { hasText: '提意见' }).click();
  await district.waitForSelector('text=已提意见，待答复');
  const address = new URL(district.url()).pathname;
  await office.goto(address);
  await office.waitForSelector('.letter-line');
  await office.locator('.letter-line').first().locator('input').fill('2.4');
  await office.locator('.letter-line').first().locator('textarea').fill('同意');
  await office.locator('.button.primary', { hasText: '答复' }).click();
  await office.waitForSelector('text=已答复，待确认');
  await world.browser.picture('letter', office, false);
  await district.reload();
  await district.locator('.button.primary', { hasText: /^同意$/ }).click();
  await district.waitForFunction(() =>
    /✓ 同意/.test(document.querySelector('.page-head')?.textContent ?? ''),
  );
  expectNoFaults(office);
  expectNoFaults(district);
}

export const monitoring = {
  name: 'monitoring',
  async run(world) {
    const page = await imports(world);
    await warns(world, page);
    await fiveYears(world, page);
    await consults(world, await exchanges(world));
    for (const [path, ready] of [
      ['/monitoring', '.monitor-table'],
      ['/monitoring/RETAIL', '.monitor-before'],
      ['/five-year', '.five-years'],
    ]) {
      const small = await world.browser.visit(path, { width: 390, height: 800 });
      await small.waitForSelector(ready);
      await settled(small);
      await world.browser.picture(`${path.slice(1).replace('/', '-').toLowerCase()}-390`, small, false);
      const wide = await small.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(!wide, `${path} scrolls sideways at 390 px`);
    }
    return 'a bad cell named, a revision kept, a warning, a difference shown, a read plan sent, a letter agreed';
  },
};
