// A district whose figures turn late on an injected day: it gets a reminder, asks for an extension and is refused, is raised to
// listed, answers with evidence, and is closed out.
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const district = '上城区';
/** The day after the tenth, on which figures of August turned late (the default rule gives ten days). */
const lateOn = '2024-09-11';

const json = async (page, path) => page.evaluate(async (at) => (await fetch(at)).json(), path);

async function move(page, action, words, more = {}) {
  await page.locator('.offers').getByRole('button', { name: action, exact: true }).click();
  const form = page.locator('.move-form');
  if (words !== '') await form.locator('textarea').fill(words);
  if (more.day) await form.locator('.day-input').fill(more.day);
  if (more.approval) await form.getByLabel('批准依据').fill(more.approval);
  await form.getByRole('button', { name: `确认${action}` }).click();
}

const stateIs = (page, words) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.notice-line')?.textContent?.includes(wanted),
    words,
  );

const noGraveFaults = async (page, where) => {
  const grave = (await accessFaults(page)).filter((fault) => fault.grave);
  expect(grave.length === 0, `axe on ${where}: ${JSON.stringify(grave)}`);
};

export const supervision = {
  name: 'supervision',
  async run(world) {
    const { browser } = world;
    const office = await signIn(world, 'ducha', `/supervision?plan=2024&asOf=${lateOn}`);
    await office.waitForSelector('.desk-tile');
    await browser.picture('supervision', office);
    await noGraveFaults(office, 'the agenda');
    const { proposals, groups } = await json(office, `/api/agenda?plan=2024&asOf=${lateOn}`);
    const turned = groups.find(({ group }) => group === 'turnedLateToday')?.total ?? 0;
    expect(turned > 0, `nothing turned late on ${lateOn}`);
    await office.getByRole('button', { name: /建议督办/ }).click();
    await office.waitForSelector('.proposal-table');
    await browser.picture('supervision-proposals', office);
    const row = office.locator('.proposal-table tr').filter({ hasText: district });
    await row.getByRole('link', { name: '下发' }).click();
    await settled(office);
    await office.getByLabel('事由').fill('');
    await office.getByRole('button', { name: '下发', exact: true }).click();
    await office.waitForSelector('.issue-form .alert');
    await office.getByLabel('事由').fill('八月数据逾期未报');
    await office.getByLabel('具体要求').fill('八月应报数据逾期未报，请说明原因并补报。');
    await browser.picture('notice-issue', office);
    await office.getByRole('button', { name: '下发', exact: true }).click();
    await office.waitForURL(/\/notices\/[0-9a-f-]{36}/);
    const address = new URL(office.url()).pathname;
    await stateIs(office, '待答复');

    const theirs = await signIn(world, 'shangcheng', address);
    await stateIs(theirs, '待答复');
    const later = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    await move(theirs, '申请延期', '连续降雨，基础施工停工', { day: later });
    await theirs.waitForFunction((day) => document.body.textContent?.includes(`申请延至 ${day}`), later);

    await office.reload();
    await move(office, '不同意延期', '');
    await office.waitForSelector('.move-form .field-fault');
    await office.locator('.move-form textarea').fill('不属于不可抗力，原期限不变');
    await office.getByRole('button', { name: '确认不同意延期' }).click();
    await office.waitForFunction(() => document.querySelector('.steps li b')?.textContent === '不同意延期');
    await move(office, '升级', '');
    await office.waitForFunction(() => document.querySelector('.grade')?.textContent?.includes('督办单'));
    await move(office, '升级', '', { approval: '市政府常务会议纪要（示例）' });
    await office.waitForFunction(() => document.querySelector('.grade')?.textContent?.includes('挂牌督办'));
    await browser.picture('notice-listed', office);

    await theirs.reload();
    await theirs.locator('input[type="file"]').setInputFiles({
      name: '虚假.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html>'),
    });
    await theirs.waitForSelector('[role="alert"].field-fault');
    await theirs.locator('input[type="file"]').setInputFiles({
      name: '整改照片.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 整改'),
    });
    await theirs.waitForSelector('.evidence li');
    await move(theirs, '答复', '已增加两个班组，本区分担部分已完工');
    await stateIs(theirs, '待审核');
    await browser.picture('notice-answered', theirs);

    await office.reload();
    await move(office, '认可答复', '');
    await stateIs(office, '待销号');
    await move(office, '销号', '', { approval: '市政府常务会议纪要（示例）' });
    await stateIs(office, '已销号');
    await noGraveFaults(office, 'a notice');
    await browser.picture('notice-closed', office);
    const steps = await office.locator('.steps > li').count();
    expect(steps === 8, `${steps} steps are shown, eight were made`);

    await office.emulateMedia({ media: 'print' });
    await browser.picture('notice-print', office);
    await office.emulateMedia({ media: 'screen' });
    for (const path of [address, '/notices', `/supervision?plan=2024&asOf=${lateOn}`]) {
      await office.goto(path);
      await settled(office);
      await office.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(office);
      await browser.picture(`supervision-360${path.replace(/\W.*/, '')}-${path.length}`, office);
      await office.setViewportSize({ width: 1440, height: 900 });
    }
    expectNoFaults(office);
    expectNoFaults(theirs);
    return `${turned} turned late on ${lateOn}, ${proposals.length} proposed; ${steps} steps to the close-out`;
  },
};
