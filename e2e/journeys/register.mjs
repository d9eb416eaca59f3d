// The register: an office finds a firm, sees what it gets and why, takes in a file with bad rows, and shows personal data only with a reason.
import {
  accessFaults,
  expect,
  expectNoFaults,
  expectNoSidewaysScroll,
  settled,
  widths,
} from '../browser.mjs';
import { signIn } from '../session.mjs';

const firm = '）恒远精密机械';

async function look({ browser }, page, name) {
  await settled(page);
  await browser.picture(name, page);
  const grave = (await accessFaults(page)).filter((fault) => fault.grave);
  expect(grave.length === 0, `${name}: ${grave.map(({ id, where }) => `${id} ${where}`).join('; ')}`);
}

async function findFirm(world) {
  const page = await signIn(world, 'caizheng', '/register');
  await page.waitForSelector('table.lined tbody tr');
  await look(world, page, 'register');
  await page.fill('input[type="search"]', firm);
  await page.waitForFunction(() => document.querySelectorAll('table.lined tbody tr').length === 1);
  await page.locator('table.lined tbody a').first().click();
  await page.waitForSelector('#gets');
  await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}?asOf=2024-06-30`);
  await page.waitForSelector('.policy-yes');
  const yes = await page.locator('.policy-yes').count();
  expect(yes >= 3, `the firm gets ${yes} awards`);
  const masked = await page.locator('section[aria-labelledby="contact"]').innerText();
  expect(/演\*/.test(masked) && !/演\d/.test(masked), `the name is not masked: ${masked}`);
  await look(world, page, 'enterprise');
  await page.locator('section[aria-labelledby="contact"] summary').click();
  await page.fill('section[aria-labelledby="contact"] input', '核对申报材料');
  await page.locator('section[aria-labelledby="contact"] button[type="submit"]').click();
  await page.waitForFunction(() =>
    /演\d/.test(document.querySelector('section[aria-labelledby="contact"]')?.textContent ?? ''),
  );
  expectNoFaults(page);
  return new URL(page.url()).pathname;
}

async function takeIn(world) {
  const page = await signIn(world, 'caizheng', '/register/imports');
  const section = 'section[aria-labelledby="register-import"]';
  // Who is signed in is known later than what the page asked for: the page must show it all the same.
  await page.route('**/api/me', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.reload();
  await page.waitForSelector(section);
  await page.unroute('**/api/me');
  await page.locator(`${section} input`).nth(1).fill('市场监管局（演示）');
  await page.setInputFiles(`${section} input[type="file"]`, {
    name: '变更.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `统一社会信用代码,企业名称,职工人数,成立日期,星座\n91350100M000100Y43,（示例）新进企业,${20 + (Date.now() % 900)},2019-03-01,\n91350100M000100Y44,错码企业,5,,\n91350100M000100Y43,重复,5,2月30日,\n`,
    ),
  });
  await page.locator(`${section} button[type="submit"]`).click();
  await page.waitForSelector('text=退回原因', { timeout: 60_000 });
  // Outcome and bad cells come with two answers.
  for (const cell of ['A3', 'D4', '星座'])
    await page.locator('.enterprise-grid', { hasText: cell }).first().waitFor();
  const said = await page.locator('.enterprise-grid').innerText();
  expect(/接受 1，退回 2/.test(said), `the outcome says: ${said.slice(0, 400)}`);
  expect(/A3/.test(said) && /D4/.test(said) && /星座/.test(said), 'the bad cells are not named');
  await look(world, page, 'register-import');
  expectNoFaults(page);
}

async function onPhone(world, path) {
  const page = await signIn(world, 'qiye', path, { width: widths.small, height: 760 });
  await page.waitForSelector('#gets');
  await settled(page);
  await expectNoSidewaysScroll(page);
  await look(world, page, 'enterprise-360');
  expectNoFaults(page);
}

export const register = {
  name: 'register',
  async run(world) {
    const path = await findFirm(world);
    await takeIn(world);
    await onPhone(world, `${path}?asOf=2024-06-30`);
    return 'a firm found, its awards and its masks seen, a file with bad rows taken in, on a phone';
  },
};
