// A notice reaches the inbox of the unit that must answer; it follows the promise, sets its mail, takes a calendar. The
// administrator adds a webhook that is delivered, and one into the house that is refused.
import { accessFaults, expect, expectNoSidewaysScroll, settled } from '../browser.mjs';
import { signIn } from '../session.mjs';

const noGraveFaults = async (page, where) => {
  const grave = (await accessFaults(page)).filter((fault) => fault.grave);
  expect(grave.length === 0, `axe on ${where}: ${JSON.stringify(grave)}`);
};

/** As the page itself would ask; the answer and its status. */
const ask = (page, method, path, body, type = 'application/json') =>
  page.evaluate(
    async ([verb, at, sent, kind]) => {
      const more = sent === null ? {} : { body: sent, headers: { 'content-type': kind } };
      const response = await fetch(at, { method: verb, ...more });
      return { status: response.status, text: await response.text() };
    },
    [method, path, body === null || typeof body === 'string' ? body : JSON.stringify(body), type],
  );

async function noticeFor(world, unit) {
  const office = await signIn(world, 'ducha', '/notices');
  const { text } = await ask(office, 'GET', '/api/commitments?plan=2024&kind=task&limit=200', null);
  const promise = JSON.parse(text).rows.find((row) => row.leadUnit === unit) ?? JSON.parse(text).rows[0];
  const issued = await ask(office, 'POST', '/api/notices', {
    ...{ title: '演示：请报送推进情况', commitmentId: promise.id, placeId: '', unit, grade: 'reminder' },
    ...{ reasons: ['behindSchedule'], words: '演示提示单', approval: '', answerBy: null, remedyBy: null },
  });
  expect(issued.status === 200, `issuing a notice: ${issued.status} ${issued.text}`);
  return promise.id;
}

async function channels(world) {
  const { browser } = world;
  const page = await signIn(world, 'guanli', '/channels');
  await page.getByRole('button', { name: '新增推送' }).click();
  await page.getByLabel('名称').fill('政务群');
  await page.getByLabel('推送地址').fill('http://169.254.169.254/latest');
  await page.getByRole('button', { name: '新增', exact: true }).click();
  await page.getByText('不能推送到这个地址').first().waitFor();
  // A public address on which nobody listens: the delivery is tried and is not the receiver's.
  await page.getByLabel('推送地址').fill('https://192.0.0.9.invalid/hook');
  await page.getByRole('button', { name: '新增', exact: true }).click();
  await page.getByRole('button', { name: '发测试消息' }).click();
  await page.getByText('未送达，稍后重试').waitFor({ timeout: 60_000 });
  await settled(page);
  await browser.picture('channels', page);
  await noGraveFaults(page, 'the channels');
}

export const messages = {
  name: 'messages',
  async run(world) {
    const { browser } = world;
    const promise = await noticeFor(world, '市建委');
    const lead = await signIn(world, 'jianwei', `/commitments/${promise}`);
    await lead.getByRole('button', { name: '关注' }).click();
    await lead.getByRole('button', { name: '已关注' }).waitFor();
    await lead
      .locator('.bell-count')
      .waitFor({ timeout: 10_000 })
      .catch(() => lead.reload());
    await lead.locator('.bell').click();
    await lead.waitForURL(/\/messages/);
    await lead.locator('.message.unread', { hasText: '请报送推进情况' }).first().waitFor();
    await lead.getByLabel('接收方式').selectOption('atOnce');
    await lead.getByRole('button', { name: '保存' }).click();
    await lead.getByText('已保存').waitFor();
    await lead.getByRole('button', { name: '生成订阅地址' }).click();
    const address = await lead.getByLabel(/订阅地址/).inputValue();
    await settled(lead);
    await browser.picture('messages', lead);
    await noGraveFaults(lead, 'the inbox');
    const feed = await fetch(address);
    const text = await feed.text();
    expect(feed.headers.get('content-type')?.startsWith('text/calendar'), 'the feed is no calendar');
    expect(
      text.startsWith('BEGIN:VCALENDAR') && text.includes('关注：'),
      `the feed holds nothing: ${text.slice(0, 300)}`,
    );
    await lead.getByRole('button', { name: '停用' }).click();
    await lead.getByRole('button', { name: '生成订阅地址' }).waitFor();
    expect((await fetch(address)).status === 404, 'an ended calendar still answers');
    await lead.locator('.message.unread a', { hasText: '请报送推进情况' }).first().click();
    await lead.waitForURL(/\/notices\//);
    await lead.goBack();
    await lead.locator('.message:not(.unread)', { hasText: '请报送推进情况' }).first().waitFor();

    const narrow = await signIn(world, 'jianwei', '/messages', { width: 390, height: 800 });
    await narrow.locator('.message').first().waitFor();
    await expectNoSidewaysScroll(narrow);
    await browser.picture('messages-390', narrow);

    // What the screen writes as CSV comes back as CSV.
    const csv = await ask(lead, 'GET', '/api/figures/table.csv', null);
    const back = await ask(
      lead,
      'POST',
      '/api/figures/table?name=a.csv',
      csv.text,
      'application/octet-stream',
    );
    expect(back.status === 200, `a CSV of figures: ${back.status} ${back.text.slice(0, 200)}`);

    await channels(world);
    return 'notice → inbox → read; follow; calendar made and ended; hook into the house refused';
  },
};
