// A district whose figures turn late on an injected day, and what the screens refuse: a notice without words, a file that is not what
// it says, a refusal without a reason; printed and on a phone. The way to the close-out is in the journey "month".
import { accessFaults, expect, expectNoFaults, expectNoSidewaysScroll, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';
import { issue, move, openProposal, stateIs } from '../steps/notice.mjs';

const district = '上城区';
/** The day after the tenth, on which figures of August turned late (the default rule gives ten days). */
const lateOn = '2024-09-11';

const json = async (page, path) => page.evaluate(async (at) => (await fetch(at)).json(), path);

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
    await openProposal(office, district);
    await office.getByLabel('事由').fill('');
    await office.getByRole('button', { name: '下发', exact: true }).click();
    await office.waitForSelector('.issue-form .alert');
    await browser.picture('notice-issue', office);
    const address = await issue(office, '八月数据逾期未报', '八月应报数据逾期未报，请说明原因并补报。');

    const theirs = await signIn(world, 'shangcheng', address);
    await stateIs(theirs, '待答复');
    const later = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    await move(theirs, '申请延期', '连续降雨，基础施工停工', { day: later });
    await theirs.waitForFunction((day) => document.body.textContent?.includes(`申请延至 ${day}`), later);
    await theirs.locator('input[type="file"]').setInputFiles({
      name: '虚假.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html>'),
    });
    await theirs.waitForSelector('[role="alert"].field-fault');

    await office.reload();
    await move(office, '不同意延期', '');
    await office.waitForSelector('.move-form .field-fault');
    await noGraveFaults(office, 'a notice');

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
    return `${turned} turned late on ${lateOn}, ${proposals.length} proposed`;
  },
};
