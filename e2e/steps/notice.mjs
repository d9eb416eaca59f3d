// A notice from the proposal to the close-out: one step a function, each waits for the words that its reader would see.
import { settled } from '../browser.mjs';

export async function move(page, action, words, more = {}) {
  // The form of the step before stays until all that it changed is shown; a second press on the same step would close it.
  await page.locator('.move-form').waitFor({ state: 'detached' });
  await page.locator('.offers').getByRole('button', { name: action, exact: true }).click();
  const form = page.locator('.move-form');
  if (words !== '') await form.locator('textarea').fill(words);
  if (more.day) await form.locator('.day-input').fill(more.day);
  if (more.approval) await form.getByLabel('批准依据').fill(more.approval);
  await form.getByRole('button', { name: `确认${action}` }).click();
}

export const stateIs = (page, words) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.notice-line')?.textContent?.includes(wanted),
    words,
  );

export const gradeIs = (page, words) =>
  page.waitForFunction((wanted) => document.querySelector('.grade')?.textContent?.includes(wanted), words);

export const lastStepIs = (page, words) =>
  page.waitForFunction(
    (wanted) => [...document.querySelectorAll('.steps li b')].some((step) => step.textContent === wanted),
    words,
  );

/** Opens what the rules propose on the supervision screen, and the form of the notice for one place. */
export async function openProposal(page, district) {
  await page.getByRole('button', { name: /建议督办/ }).click();
  await page.waitForSelector('.proposal-table');
  const row = page.locator('.proposal-table tr').filter({ hasText: district }).first();
  await row.getByRole('link', { name: '下发' }).click();
  await settled(page);
}

/** Issues the notice whose form is open; its address. */
export async function issue(page, title, words) {
  await page.getByLabel('事由').fill(title);
  await page.getByLabel('具体要求').fill(words);
  await page.getByRole('button', { name: '下发', exact: true }).click();
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}/);
  await stateIs(page, '待答复');
  return new URL(page.url()).pathname;
}

export async function addEvidence(page, name, words) {
  await page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4 ${words}`),
  });
  await page.waitForSelector('.evidence li');
}
