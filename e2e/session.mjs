// Signing in through the screen, as one of the sample city's posts.
import { settled } from './browser.mjs';

/** Opens the page at `path` as the account of this login. */
export async function signIn({ browser, server }, login, path = '/', options = {}) {
  const page = await browser.visit(`/sign-in?back=${encodeURIComponent(path)}`, options);
  await page.fill('input[autocomplete="username"]', login);
  await page.fill('input[type="password"]', server.password);
  await page.press('input[type="password"]', 'Enter');
  await page.waitForSelector('.who');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await settled(page);
  return page;
}
