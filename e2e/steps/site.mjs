// A site of a livelihood project: taken from a table, finished, verified, rated by a visitor.
import { expect } from '../browser.mjs';

const header = '点位名称,区县,地址,经度,纬度,建设标准,验收要求';

export const submitIn = (page, section) =>
  page.locator(`section[aria-labelledby="${section}"] button[type="submit"]`).click();

/** Takes a table of sites for one project (the first offered, where none is named); what is said of its rows. */
export async function importSites(page, rows, project) {
  const select = (place) => page.locator(`section[aria-labelledby="site-import"] select >> nth=${place}`);
  if (project !== undefined) {
    const option = select(0).locator('option', { hasText: project });
    await select(0).selectOption((await option.getAttribute('value')) ?? '');
  }
  await select(1).selectOption('gcj02');
  await select(2).selectOption('take');
  await page.setInputFiles('section[aria-labelledby="site-import"] input[type="file"]', {
    name: 'sites.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...rows].join('\n')),
  });
  await submitIn(page, 'site-import');
  await page.waitForSelector('.site-outcome');
  return page.locator('.site-outcome').innerText();
}

/** Opens the site of this name and reports it finished; the path of its page. */
export async function finishSite(page, name) {
  await page.fill('search input[type="search"]', name);
  await page.locator('.site-row a', { hasText: name }).click();
  await page.waitForSelector('.site-three');
  await page.locator('section[aria-labelledby="next"] select').selectOption('finish');
  await submitIn(page, 'next');
  await page.waitForSelector('.site-log li');
  return new URL(page.url()).pathname;
}

/** Writes what was found on the spot; the address of the public page. */
export async function verifySite(page, finding) {
  await page.fill('section[aria-labelledby="check"] input[type="text"]', finding);
  await submitIn(page, 'check');
  await page.waitForFunction(() => document.querySelector('.site-three')?.textContent?.includes('核验通过'));
  const address = await page.getByRole('link', { name: '公众页面' }).getAttribute('href');
  expect(address !== null, 'a verified site has no public page');
  return address;
}

/** Gives this many points on the public page, with what is wrong where it asks for it. */
export async function rateSite(page, points, wrong) {
  await page
    .locator('.public-scores label')
    .nth(points - 1)
    .click();
  if (wrong !== undefined) await page.fill('#wrong', wrong);
  await page.locator('.public-site button[type="submit"]').click();
}
