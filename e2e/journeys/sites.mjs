// Sites from the table to the lead: a bad row sent back, a site rated low on a phone by a visitor, seen by the office.
// What the inspector finds at a site is in the journey "month".
import {
  accessFaults,
  expect,
  expectNoFaults,
  expectNoSidewaysScroll,
  settled,
  widths,
} from '../browser.mjs';
import { signIn } from '../session.mjs';
import { finishSite, importSites, rateSite } from '../steps/site.mjs';

const name = `journey site ${Date.now()}`;
const rows = [
  `${name},上城区,示例路1号,120.19,30.26,不少于二十座,现场查验`,
  '没有这个区,无名区,示例路2号,120.19,30.26,,',
  '经纬度颠倒,上城区,示例路3号,30.26,120.19,,',
];

async function importTable(world) {
  const page = await signIn(world, 'minzheng', '/sites');
  const said = await importSites(page, rows);
  expect(/正确 1 行，退回 2 行，共 3 行/.test(said), `the outcome says: ${said}`);
  expect(/B3/.test(said) && /D4/.test(said), `the bad cells are not named: ${said}`);
  await finishSite(page, name);
  expectNoFaults(page);
  return page.getByRole('link', { name: '公众页面' }).getAttribute('href');
}

async function rate({ browser }, address) {
  const page = await browser.visit(address, { width: widths.small, height: 760 });
  await expectNoSidewaysScroll(page);
  expect((await page.locator('nav').count()) === 0, 'the public page shows the navigation');
  await rateSite(page, 2);
  await page.waitForSelector('.alert');
  await rateSite(page, 2, '午餐送到时已经凉了');
  await page.waitForSelector('.public-thanks');
  await browser.picture('site-public-360', page);
  await page.goto(`${address.split('?')[0]}/sign`);
  await settled(page);
  expect((await page.locator('.public-sign svg path').count()) === 1, 'the sign has no code');
  await browser.picture('site-sign-360', page);
  expectNoFaults(page);
}

async function lead(world) {
  const page = await signIn(world, 'ducha', '/sites/leads');
  const card = page.locator('.site-log > li', { hasText: name });
  expect(/午餐送到时已经凉了/.test(await card.innerText()), 'the office does not see the lead');
  await card.locator('button[type="submit"]').click();
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.site-log > li')].some(
        (one) => one.textContent?.includes(wanted) && one.textContent.includes('已交办'),
      ),
    name,
  );
  expectNoFaults(page);
  return page;
}

async function look({ browser }, page) {
  for (const path of ['/sites', '/sites/upkeep', '/sites/leads']) {
    await page.goto(path);
    await settled(page);
    await browser.picture(`sites${path.slice(6).replace('/', '-')}`, page);
    const grave = (await accessFaults(page)).filter((fault) => fault.grave);
    expect(grave.length === 0, `${path}: ${grave.map(({ id, where }) => `${id} ${where}`).join('; ')}`);
  }
  await page.goto('/sites');
  await settled(page);
  await page.locator('.site-map [role="button"]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => new URL(location.href).searchParams.has('place'));
  await browser.picture('sites-district', page);
  expectNoFaults(page);
}

export const sites = {
  name: 'sites',
  async run(world) {
    const address = await importTable(world);
    await rate(world, address);
    const page = await lead(world);
    await look(world, page);
    return '1 of 3 rows taken, rated 2 on a phone, lead passed on';
  },
};
