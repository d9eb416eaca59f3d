// The way in and out: a visitor is asked to sign in where something would change, and comes back to where he was.
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';

export const signIn = {
  name: 'sign-in',
  async run({ browser, server }) {
    const page = await browser.visit('/documents');
    expect((await page.locator('input[type="file"]').count()) === 0, 'a visitor is offered an upload');
    await page.locator('main').getByRole('link', { name: '登录' }).click();
    await page.waitForSelector('.demonstration li');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForSelector('[role="alert"]');
    await page.locator('.demonstration button').first().click();
    await page.fill('input[type="password"]', 'wrong');
    await page.press('input[type="password"]', 'Enter');
    await page.waitForFunction(() => document.querySelector('[role="alert"]')?.textContent?.includes('密码'));
    await browser.picture('sign-in', page);
    const faults = await accessFaults(page);
    expect(
      faults.every(({ grave }) => !grave),
      `axe: ${JSON.stringify(faults)}`,
    );
    await page.fill('input[type="password"]', server.password);
    await page.press('input[type="password"]', 'Enter');
    await page.waitForURL(/\/documents/);
    await page.waitForSelector('input[type="file"]', { state: 'attached' });
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: '退出' }).click();
    await page.locator('header').getByRole('link', { name: '登录' }).waitFor();
    await settled(page);
    expectNoFaults(page);
    return 'refused without and with a wrong password, back at the documents with the right one';
  },
};
