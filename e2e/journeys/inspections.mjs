// An inspection from the office's plan to its close: the guard says whom it repeats before the click, the pool says who stands aside;
// the unit lays its papers ready, reads the conclusion, reports; and a lead unit's word stands beside the computed verdict.
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const dayIn = (days) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

const noGraveFaults = async (page, where) => {
  const grave = (await accessFaults(page)).filter((fault) => fault.grave);
  expect(grave.length === 0, `axe on ${where}: ${JSON.stringify(grave)}`);
};

const stateIs = (page, words) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.notice-line')?.textContent?.includes(wanted),
    words,
  );

async function move(page, action, fields = {}) {
  await page.locator('.move-form').waitFor({ state: 'detached' });
  await page.locator('.offers').getByRole('button', { name: action, exact: true }).click();
  const form = page.locator('.move-form');
  for (const [label, text] of Object.entries(fields))
    await form.getByLabel(label, { exact: true }).fill(text);
  await form.getByRole('button', { name: `确认${action}` }).click();
}

/** The office fills in the form: the guard speaks while it does. */
async function plan(office, browser) {
  await office.goto('/inspections/new');
  await office.waitForSelector('.issue-form');
  await office.getByLabel('督查事项').fill('示例：市建委承办事项专项督查');
  await office.locator('textarea').first().fill('市建委');
  await office.getByLabel('开始日').fill(dayIn(20));
  await office.getByLabel('结束日').fill(dayIn(21));
  await office.waitForSelector('.clashes li');
  await office.waitForSelector('.candidates .stands-aside');
  await browser.picture('inspection-guard', office);
  await office.getByLabel('检查、访谈、暗访').check();
  await office.getByLabel('调阅材料清单').fill('施工许可\n验收记录');
  // Another unit instead: nothing is repeated there, so it may begin today.
  await office.locator('textarea').first().fill(`示例单位${Date.now()}`);
  await office.getByLabel('开始日').fill(dayIn(0));
  await office.getByLabel('结束日').fill(dayIn(0));
  await office.waitForSelector('.guard-free');
  await office.getByRole('button', { name: '新建', exact: true }).click();
  await office.waitForURL(/\/inspections\/[0-9a-f-]{36}/);
  return new URL(office.url()).pathname;
}

async function setTeam(office) {
  await office.getByRole('button', { name: '确定督查组' }).click();
  await office.getByLabel('督查专员（一组）').check();
  await office.getByLabel('督查专员（三组）').check();
  await office.locator('.move-form').getByRole('button', { name: '确定督查组' }).click();
  await office.waitForFunction(() => document.querySelector('.notice-facts')?.textContent?.includes('三组'));
}

async function inspect(team) {
  await move(team, '开始督查');
  await stateIs(team, '督查中');
  await team.getByRole('button', { name: '记录发现' }).click();
  await team.getByLabel('发现的情况').fill('抽查 3 处，1 处未完工');
  await team.getByRole('button', { name: '保存' }).click();
  await team.waitForSelector('.finding-list li');
  await team
    .locator('.box-list input[type="file"]')
    .first()
    .setInputFiles({
      name: '施工许可.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    });
  await team.waitForSelector('.box-list .tag.good');
  await move(team, '形成结论', { 督查结论: '3 处中 1 处未完工' });
  await stateIs(team, '待反馈');
}

/** The lead unit says how sure it is, and writes a risk; words without content are refused. */
async function remark(world) {
  const lead = await signIn(world, 'jianwei', '/tasks?plan=2024&unit=市建委');
  await lead.locator('table a').first().click();
  await lead.waitForURL(/\/commitments\//);
  const send = lead.getByRole('button', { name: '提交', exact: true });
  await lead.getByRole('button', { name: '表态' }).click();
  await send.click();
  await lead.waitForSelector('section .confidence');
  await lead.locator('.item-form').waitFor({ state: 'detached' });
  await lead.getByRole('button', { name: '添加', exact: true }).click();
  await lead.getByRole('button', { name: '风险', exact: true }).click();
  await lead.getByLabel('风险', { exact: true }).fill('各项工作正常推进');
  await send.click();
  await lead.waitForSelector('.field-fault, .alert');
  await lead.getByLabel('风险', { exact: true }).fill('2 处用地未批，可能推迟到 12 月');
  await send.click();
  await lead.waitForSelector('.remarks li');
  await world.browser.picture('remarks', lead);
  await noGraveFaults(lead, 'a commitment with remarks');
  return lead;
}

export const inspections = {
  name: 'inspections',
  async run(world) {
    const { browser } = world;
    const office = await signIn(world, 'ducha', '/inspections');
    await office.waitForSelector('.inspection-table');
    await browser.picture('inspections', office);
    const address = await plan(office, browser);
    await setTeam(office);
    await move(office, '批准', { 批准依据: '示例：市政府领导批示' });
    await stateIs(office, '已批准');
    const team = await signIn(world, 'duchayuan', address);
    await inspect(team);
    await browser.picture('inspection', team);
    await office.reload();
    await move(office, '反馈结论', { 被督查单位收到结论的日期: dayIn(0) });
    await stateIs(office, '结论已反馈');
    const blocked = await office
      .locator('.offers')
      .getByRole('button', { name: '办结', exact: true })
      .isDisabled();
    expect(blocked, 'a conclusion could be closed while its unit may still object');
    await move(office, '要求整改', { 整改要求: '1 处完工后核报' });
    await stateIs(office, '整改中');
    await noGraveFaults(office, 'an inspection');
    await browser.picture('inspection-office', office);
    await office.emulateMedia({ media: 'print' });
    await browser.picture('inspection-print', office);
    await office.emulateMedia({ media: 'screen' });
    const agenda = await office.evaluate(async () => (await fetch('/api/agenda')).json());
    const kinds = new Set(agenda.rows.map(({ kind }) => kind));
    expect(
      ['inspection', 'objection', 'rectification', 'objectionReview'].every((kind) => kinds.has(kind)),
      `the agenda has no clocks of inspections: ${[...kinds].join(' ')}`,
    );
    const year = dayIn(12).slice(0, 4);
    for (const [name, path] of [
      ['inspection-year', `/inspections/plan?at=${year}`],
      ['inspectors', '/inspections/inspectors'],
      ['inspection-new', '/inspections/new'],
      ['inspection-one', address],
      ['inspections', '/inspections'],
    ]) {
      await office.goto(path);
      await settled(office);
      if (name !== 'inspection-one') await browser.picture(name, office);
      if (name !== 'inspection-one') await noGraveFaults(office, path);
      await office.setViewportSize({ width: 390, height: 844 });
      await expectNoSidewaysScroll(office);
      await browser.picture(`${name}-390`, office);
      await office.setViewportSize({ width: 1440, height: 900 });
    }
    const lead = await remark(world);
    expectNoFaults(office);
    expectNoFaults(team);
    expectNoFaults(lead);
    return `${agenda.rows.filter(({ kind }) => ['inspection', 'objection', 'rectification'].includes(kind)).length} clocks of inspections on the agenda`;
  },
};
