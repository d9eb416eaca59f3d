// From a file to an adopted plan: upload, wait for the reading, adopt everything, send.
import { expect } from '../browser.mjs';

export const choose = (page, name, bytes) =>
  page.setInputFiles('input[type="file"]', {
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });

/** Uploads on the documents page and follows to the review. */
export async function uploadAndOpen(page, name, bytes) {
  await choose(page, name, bytes);
  const end = page.locator('.upload .alert').first();
  await end.waitFor({ timeout: 60_000 });
  const words = (await end.textContent()) ?? '';
  expect((await page.locator('.upload .alert.good').count()) > 0, `${name} was refused: ${words}`);
  await page.locator('.upload .alert.good a').first().click();
  await page.waitForURL(/\/documents\/.+/);
  await page.waitForSelector('.item');
}

/** Sends the decisions that are made; what changed, in words. */
export async function send(page) {
  await page.getByRole('button', { name: /提交 \d+ 项决定/ }).click();
  await page.waitForSelector('.changed');
  return (await page.locator('.changed p').first().textContent()) ?? '';
}
