// One person's life with the system: invited, a second factor, signed in with it, suspended; and the screens of administration.
import { createHmac } from 'node:crypto';
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 6238, reckoned apart from the server; `ahead` steps from now. */
function codeOf(secret, ahead = 0) {
  const bits = [...secret].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const password = 'Opening-the-loop-8';

async function checkScreen(page, browser, name) {
  await settled(page);
  const faults = (await accessFaults(page)).filter(({ grave }) => grave);
  expect(faults.length === 0, `axe on ${name}: ${JSON.stringify(faults)}`);
  await browser.picture(name, page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The card under this heading. */
const card = (page, heading) =>
  page.locator('section.card').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

async function invite(office, name) {
  const form = card(office, '邀请新用户');
  await form.getByLabel('岗位名称').fill(name);
  await form.getByLabel('角色').selectOption('street');
  await form.getByLabel('地区').selectOption({ label: '小营街道' });
  await form.getByRole('button', { name: '生成邀请链接' }).click();
  const link = await form.locator('code.invitation-link').textContent();
  return link.slice(link.indexOf('/invitation'));
}

async function setFactor(page) {
  const box = card(page, '动态验证码（第二因素）');
  await box.getByRole('button', { name: '开始设置' }).click();
  const secret = await box.locator('code.factor-secret').textContent();
  await box.getByLabel('六位数字').fill(codeOf(secret));
  await box.getByRole('button', { name: '启用' }).click();
  await box.locator('.recovery-codes li').nth(9).waitFor();
  return secret;
}

export const account = {
  name: 'account',
  async run({ browser, server }) {
    const office = await signIn({ browser, server }, 'guanli', '/accounts');
    await checkScreen(office, browser, 'accounts');
    const login = `xiaoying-${Date.now().toString(36)}`;
    const link = await invite(office, '小营街道办值班岗');

    const person = await browser.visit(link);
    await person.getByLabel('账号名').fill(login);
    await person.getByLabel('密码').fill('short');
    await person.getByRole('button', { name: '开通并登录' }).click();
    await person.locator('[role="alert"]').waitFor();
    await person.getByLabel('账号名').fill(login);
    await person.getByLabel('密码').fill(password);
    await person.getByRole('button', { name: '开通并登录' }).click();
    await person.waitForSelector('.who');
    const second = await browser.visit(link);
    await second.locator('[role="alert"]').waitFor();
    expect((await second.getByLabel('账号名').count()) === 0, 'the link works twice');

    await person.locator('.who-name').click();
    await settled(person);
    const secret = await setFactor(person);
    await checkScreen(person, browser, 'my-account');
    await person.getByRole('button', { name: '退出', exact: true }).first().click();
    await person.goto('/sign-in');
    await person.fill('input[autocomplete="username"]', login);
    await person.fill('input[type="password"]', password);
    await person.press('input[type="password"]', 'Enter');
    const code = person.locator('input[autocomplete="one-time-code"]');
    await code.fill('000000');
    await code.press('Enter');
    await person.locator('[role="alert"]').waitFor();
    await code.fill(codeOf(secret, 1)); // the code of now set the factor, and counts once
    await code.press('Enter');
    await person.waitForSelector('.who');

    await office.reload();
    await settled(office);
    const row = office.locator('tr').filter({ hasText: login });
    await row.getByRole('button', { name: '管理' }).click();
    await office.locator('summary', { hasText: '停用账号' }).click();
    const suspend = office
      .locator('details')
      .filter({ has: office.locator('summary', { hasText: '停用账号' }) });
    await suspend.getByLabel('理由').fill('岗位撤销');
    await suspend.getByRole('button', { name: '停用账号' }).click();
    await row.getByText('已停用').waitFor();
    await person.reload();
    await person.locator('header').getByRole('link', { name: '登录' }).waitFor();

    await office.goto('/settings');
    await checkScreen(office, browser, 'settings');
    const warn = office.locator('tr').filter({ hasText: '到期前几天提醒' }).first();
    await warn.getByRole('button', { name: '修改' }).click();
    await warn.getByLabel('现值').fill('5');
    await warn.getByLabel('理由').fill('督查室通知');
    await warn.getByRole('button', { name: '保存' }).click();
    await warn.getByText('督查室通知').waitFor();
    await office.goto('/organisation');
    await checkScreen(office, browser, 'organisation');
    for (const page of [office, person, second]) expectNoFaults(page);
    return 'invited, second factor, signed in with it, suspended at once; a rule changed with its reason';
  },
};
