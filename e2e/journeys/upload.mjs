// From a file to a changed plan: upload, watch, review by keyboard, send; and what happens when things go wrong.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectNoFaults, framesWhileScrolling, settled } from '../browser.mjs';
import { root } from '../server.mjs';
import { signIn } from '../session.mjs';
import { choose, send, uploadAndOpen } from '../steps/plan.mjs';

const year = 2031;
const document = `示范市${year}年国民经济和社会发展主要指标
示政发〔${year}〕3号
发布日期：${year}年1月20日

表1 示范市${year}年主要指标

序号\t指标名称\t单位\t${year}年目标\t责任单位
1\t地区生产总值\t%\t增长5.5左右\t市发改委
2\t规上工业增加值\t%\t增长6以上\t市经信局
3\t城镇新增就业\t万人\t25\t市人力社保局
4\t城镇调查失业率\t%\t5以内\t市人力社保局
`;

const seeds = join(root, '../shared/seeds');

/** The longest real document that is at hand: a seed where the seeds are there, else one of the sample city. */
function longest() {
  const folder = existsSync(seeds) ? seeds : join(root, 'samples/hangzhou');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const bytes = files.map((name) => readFileSync(join(folder, name)));
  return bytes.sort((a, b) => b.length - a.length)[0];
}

export const badFile = {
  name: 'bad-file',
  async run(world) {
    const { browser } = world;
    const page = await signIn(world, 'ducha', '/documents');
    await choose(page, '报告.docx', 'this is no office file');
    await page.waitForSelector('.upload .alert[role="alert"]');
    const refused = (await page.locator('.upload .alert').first().textContent()) ?? '';
    await browser.picture('bad-file', page, false);
    const text = new TextEncoder().encode('一、经济运行\n地区生产总值增长5%。\n');
    await choose(page, '编码.txt', Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x81, 0xff])]));
    await page.waitForFunction(() => document.querySelectorAll('.upload .alert[role="alert"]').length === 2);
    const encoding = (await page.locator('.upload .alert').first().textContent()) ?? '';
    await browser.picture('bad-encoding', page, false);
    expectNoFaults(page);
    return `${refused.slice(0, 44)}… · ${encoding.slice(0, 36)}…`;
  },
};

export const review = {
  name: 'review',
  async run(world) {
    const { browser } = world;
    const page = await signIn(world, 'ducha', '/documents');
    await uploadAndOpen(page, `示范市${year}.txt`, document);
    await browser.picture('review', page, false);
    const items = await page.locator('.item').count();
    expect(items >= 4, `${items} items were read, 4 are printed`);

    await page.keyboard.press('?');
    await page.waitForSelector('.key-help');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.key-help', { state: 'detached' });

    await page.keyboard.press('a');
    await page.waitForSelector('.item .tag.good');
    await page.keyboard.press('u');
    await page.waitForSelector('.item .tag.good', { state: 'detached' });
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    await page.locator('.item-form input').fill('与第 1 项重复');
    await page.reload();
    await settled(page);
    await page.waitForSelector('.item');
    const kept = await page.locator('.item .tag.good').count();
    expect(kept === 1, 'the decision is lost after a reload');
    const typed = page.locator('.item-form input');
    await typed.waitFor();
    expect((await typed.inputValue()) === '与第 1 项重复', 'what was typed is lost after a reload');
    await typed.press('Enter');
    await page.getByRole('button', { name: /采纳全部/ }).click();

    await page.route('**/decisions', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: /提交 \d+ 项决定/ }).click();
    await page.waitForSelector('.send-bar .alert');
    expect((await page.locator('.item .tag.good').count()) > 1, 'decisions are lost when sending fails');
    const words = await send(page);
    await browser.picture('changed', page, false);
    await page.locator('.changed a.button').click();
    await page.waitForURL(/\/\?.*plan=/);
    await settled(page);
    const title = (await page.locator('.page-head p').textContent()) ?? '';
    expect(title.includes(String(year)), `the overview shows “${title}”, not the plan of ${year}`);
    const rows = await page.locator('.indicator-column tbody tr:not(.group)').count();
    expect(rows === items - 1, `${rows} indicators in the overview, ${items - 1} were adopted`);
    await browser.picture('overview-adopted', page);

    const again = await signIn(world, 'ducha', '/documents');
    await choose(again, `示范市${year}.txt`, document);
    await again.waitForSelector('.upload .alert.good p');
    const here = (await again.locator('.upload .alert.good').textContent()) ?? '';
    expect(here.includes('已读过'), `the same bytes were read again: ${here}`);
    const revised = await signIn(world, 'ducha', '/documents');
    await uploadAndOpen(revised, `示范市${year}（修订）.txt`, document.replace('增长6以上', '增长7以上'));
    const changed = await revised.locator('.item .tag.mark').allTextContents();
    await browser.picture('review-changed', revised, false);
    expect(changed.length === 1, `${changed.length} items are marked as changed, one was`);
    page.faults = page.faults.filter((fault) => !/ERR_FAILED/.test(fault));
    expectNoFaults(page);
    return `${items} items · ${words}`;
  },
};

export const large = {
  name: 'large',
  async run(world) {
    const { browser } = world;
    const page = await signIn(world, 'ducha', '/documents');
    const bytes = longest();
    // a line of our own makes it a new document, whatever was loaded before
    await uploadAndOpen(
      page,
      '长文件.txt',
      Buffer.concat([bytes, Buffer.from(`\n（上传于${Date.now()}）\n`)]),
    );
    const items = await page.locator('.item').count();
    await browser.picture('review-large', page, false);
    const delay = await page.evaluate(async () => {
      const gaps = [];
      for (let step = 0; step < 20; step += 1) {
        const began = performance.now();
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        gaps.push(performance.now() - began);
      }
      return gaps.sort((a, b) => a - b)[10];
    });
    const frames = await framesWhileScrolling(page, '.source-text');
    expectNoFaults(page);
    return `${bytes.length} bytes, ${items} items; next item drawn in ${delay.toFixed(0)} ms; frames while scrolling: ${frames}`;
  },
};

export const trouble = {
  name: 'trouble',
  async run(world) {
    const { browser } = world;
    const page = await signIn(world, 'ducha', '/commitments/00000000-0000-4000-8000-000000000000');
    await page.waitForSelector('[role="alert"]');
    await browser.picture('not-found', page, false);
    await page.route('**/api/overview*', (route) => route.abort());
    await page.goto('/');
    await page.waitForSelector('[role="alert"] button');
    await page.unroute('**/api/overview*');
    await page.locator('[role="alert"] button').click();
    await page.waitForSelector('.totals');
    await page.route('**/api/overview*', (route) =>
      route.fulfill({
        status: 404,
        json: {
          code: 'plan.none',
          message: { zh: '还没有计划，请先上传一份计划文件', en: 'There is no plan yet' },
          params: {},
          fields: [],
          requestId: 'r',
        },
      }),
    );
    await page.goto('/');
    await page.locator('.blank a[href^="/documents"]').click();
    await page.waitForSelector('.drop');
    return 'unknown commitment, server away and back, no plan yet';
  },
};
