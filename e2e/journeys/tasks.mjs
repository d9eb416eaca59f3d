// The longest list: filtered, searched, sorted, and scrolled without dropping frames.
import { expect, expectNoFaults, framesWhileScrolling, settled } from '../browser.mjs';
import { screensOf } from '../screens.mjs';
import { signIn } from '../session.mjs';

const rowsOf = (page) => page.locator('.tasks tbody tr').count();

/** The plan office gives a whole filtered list to a task force: looked at first, then done, then found by it. */
async function givesToTaskForce(world) {
  const page = await signIn(world, 'fagai', `/tasks?plan=2024&unit=${encodeURIComponent('市科技局')}`);
  await page.waitForSelector('.tasks tbody tr');
  const count = await rowsOf(page);
  await page.getByRole('button', { name: `调整这 ${count} 项的责任` }).click();
  await page.getByLabel('归入专班').fill('科技创新专班');
  await page.getByLabel('调整依据').fill('示例市政办〔2024〕2号');
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByRole('button', { name: `确认调整 ${count} 项` }).click();
  await page.waitForSelector('.assign-done');
  await page.goto(`/tasks?plan=2024&taskForce=${encodeURIComponent('科技创新专班')}`);
  await settled(page);
  await page.waitForSelector('.tasks tbody tr');
  expect(
    (await rowsOf(page)) === count,
    `of ${count} given, ${await rowsOf(page)} are found by the task force`,
  );
  expectNoFaults(page);
  return `${count} given to a task force`;
}

/** A step is given to a unit, seen on its own page, and done; a line is said not to apply in a district, and the matrix shows it. */
async function cutsIntoSteps(world) {
  const { server } = world;
  const { projects, plan } = await (await fetch(`${server.address}/api/livelihood?plan=2024`)).json();
  const { row } = projects.find(
    ({ row: { leadUnit }, lines }) =>
      leadUnit === '市民政局' && lines.some(({ cells }) => cells.some(({ value }) => value)),
  );
  const office = await signIn(world, 'fagai', `/commitments/${row.id}`);
  await office.getByRole('button', { name: '添加步骤' }).click();
  await office.getByLabel('做什么').fill('完成选址');
  await office.getByLabel('完成日期').fill('2024-02-30');
  await office.getByRole('button', { name: '保存' }).click();
  await office.getByText('请填写日期').first().waitFor();
  await office.getByLabel('完成日期').fill(`${plan.year}-06-30`);
  await office.getByRole('button', { name: '保存' }).click();
  await office.waitForSelector('.step-mark.late');

  await office.getByRole('button', { name: '看表' }).click();
  await office.getByRole('button', { name: '上城区 不适用…' }).click();
  await office.getByLabel('理由').fill('辖区内没有建设用地');
  await office.locator('form[aria-label^="上城区"]').getByRole('button', { name: '保存' }).click();
  await office.waitForSelector('.away-note');
  await office.goto(`/livelihood?plan=${plan.year}&asOf=${plan.year}-12-31`);
  await office.waitForSelector('td.away');
  expectNoFaults(office);

  const lead = await signIn(world, 'minzheng', `/commitments/${row.id}`);
  await lead.getByRole('button', { name: '标为完成 完成选址' }).click();
  await lead.locator('form[aria-label="标为完成"]').getByRole('button', { name: '标为完成' }).click();
  await lead.waitForSelector('.step-mark.done');
  await lead.goto('/mine');
  await lead.waitForSelector('.work-cards .card');
  expectNoFaults(lead);
  return 'a step done, a district left out with its reason';
}

export const tasks = {
  name: 'tasks',
  async run(world) {
    const { browser, server } = world;
    const path = (await screensOf(server)).find(({ name }) => name === 'tasks')?.path;
    const page = await browser.visit(path);
    const all = await rowsOf(page);
    await browser.picture('tasks', page, false);
    const frames = await framesWhileScrolling(page);
    await page.evaluate(() => scrollTo(0, 0));

    await page.locator('thead .sort').nth(1).click();
    await page.waitForSelector('th[aria-sort="ascending"]');
    await page.locator('thead .sort').nth(1).click();
    await page.waitForSelector('th[aria-sort="descending"]');

    await page.locator('.word-field input').fill('新');
    await page.waitForURL(/search=/);
    await settled(page);
    await page.waitForFunction((before) => document.querySelectorAll('.tasks tbody tr').length < before, all);
    const found = await rowsOf(page);
    await page.reload();
    await settled(page);
    expect((await rowsOf(page)) === found, 'the filter is lost after a reload');
    await page.locator('.filter-line button.link').click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('.tasks tbody tr').length === before,
      all,
    );

    await page.locator('.chips .chip').nth(1).click();
    await page.waitForURL(/status=/);
    await settled(page);
    await page.waitForFunction(() => document.querySelector('.chip[aria-pressed="true"] .status') !== null);
    await page.waitForFunction((before) => document.querySelectorAll('.tasks tbody tr').length < before, all);
    const words = await page.locator('.filters [role="status"]').textContent();
    const shown = await rowsOf(page);
    expect(words?.includes(String(shown)), `the count says “${words}”, the table has ${shown} rows`);
    await browser.picture('tasks-filtered', page, false);

    await page.locator('.page-tools a', { hasText: '打印' }).click();
    await page.waitForSelector('.sheet-cover');
    const cover = (await page.locator('.sheet-cover').textContent()) ?? '';
    expect(
      cover.includes(`${shown} 行`),
      `the cover of the print says “${cover}”, the list has ${shown} rows`,
    );
    await page.emulateMedia({ media: 'print' });
    expect(!(await page.locator('.side').isVisible()), 'the navigation is printed');
    await page.emulateMedia({ media: null });
    expectNoFaults(page);
    const moved = await givesToTaskForce(world);
    expectNoFaults(page);
    const cut = await cutsIntoSteps(world);
    return `${all} rows, frames while scrolling: ${frames}; ${moved}; ${cut}`;
  },
};
