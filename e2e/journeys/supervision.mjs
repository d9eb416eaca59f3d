// A month of one late promise: proposed on an injected day, a district gets a reminder, asks for an extension and is refused,
// is raised to listed, answers with evidence, and is closed out once the figures say it is put right.
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const district = '上城区';
/** A day of the plan on which the promise was late; figures of later days show that it was kept. */
const lateOn = '2024-09-15';

const json = async (page, path) => page.evaluate(async (at) => (await fetch(at)).json(), path);

/** A promise that the rules propose a notice for on that day, and that the newest figures say is kept. */
async function lateThenKept(page) {
  const { rows } = await json(page, '/api/commitments?plan=2024&status=achieved&limit=500');
  const { proposals } = await json(page, `/api/agenda?plan=2024&asOf=${lateOn}`);
  const kept = new Set(rows.map(({ id }) => id));
  return { proposals, found: proposals.find(({ commitmentId }) => kept.has(commitmentId)) };
}

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
    const { proposals, found } = await lateThenKept(office);
    expect(proposals.length > 0, 'nothing deserves a notice on the late day');
    expect(found !== undefined, `none of ${proposals.length} late promises was kept in the end`);
    await office.getByRole('button', { name: /建议督办/ }).click();
    await office.waitForSelector('.proposal-table');
    await browser.picture('supervision-proposals', office);

    await office.goto(`/notices/new?commitment=${found.commitmentId}&grade=reminder&reasons=behindSchedule`);
    await settled(office);
    await office.getByLabel('单位', { exact: true }).fill('');
    await office.getByRole('button', { name: '下发' }).click();
    await office.waitForSelector('.issue-form .alert');
    await office.locator('.issue-form .pick button').first().click();
    await office.getByRole('option', { name: district }).click();
    await office.getByLabel('具体要求').fill('本区分担部分进度滞后，请说明原因并提出赶工安排。');
    await browser.picture('notice-issue', office);
    await office.getByRole('button', { name: '下发' }).click();
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
    return `${proposals.length} proposed on ${lateOn}; ${steps} steps to the close-out`;
  },
};
