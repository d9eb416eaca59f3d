// One month of one livelihood project and one indicator, from the plan to the rating: adopted by the office, sites from the lead
// unit, two districts report, one is accepted and verified, the other turns late and is supervised until it is closed out, the
// round is published, the log is checked, and the public page takes a rating.
import {
  accessFaults,
  expect,
  expectNoFaults,
  expectNoSidewaysScroll,
  settled,
  widths,
} from '../browser.mjs';
import { signIn } from '../session.mjs';
import { addEvidence, gradeIs, issue, lastStepIs, move, openProposal, stateIs } from '../steps/notice.mjs';
import { send, uploadAndOpen } from '../steps/plan.mjs';
import { cellOf, decides, importsWorkbook, saved, submits } from '../steps/report.mjs';
import { finishSite, importSites, rateSite, verifySite } from '../steps/site.mjs';
import { freezesFormula, opensRound, publishes, verifiesLog } from '../steps/standing.mjs';

const project = '新建邻里暖心驿站';
const indicator = '邻里互助服务时长';
const site = '示例暖心驿站';
/** The figures of October are due on the tenth; on this day they are late by one. */
const lateOn = '2026-11-11';
const at = `plan=2026&asOf=${lateOn}`;
const approval = '市政府常务会议纪要（示例）';

const document = `示范市2026年民生实事项目和主要指标任务书
示政办〔2026〕9号
发布日期：2026年1月20日

表1 2026年民生实事项目责任清单

序号\t类别\t项目名称\t分管市领导\t牵头单位\t配合单位\t预计完成时间\t进度安排
1\t“邻里相助”\t${project}60个\t社会民生副市长\t市民政局\t市建委\t11月底\t6月底前不少于20个；9月底前不少于45个；11月底前全部建成

表2 2026年民生实事项目区、县(市)任务分解表

序号\t项目名称\t量化目标\t牵头单位\t市本级\t各区、县(市)任务分解\t
\t\t\t\t\t上城区\t拱墅区
1\t${project}60个\t60个\t市民政局\t—\t40个\t20个

表3 2026年主要指标

序号\t指标名称\t单位\t2026年目标\t指标属性\t责任单位
1\t${indicator}\t万小时\t120以上\t预期性\t市民政局
`;

const words = async (page, where = '#page') =>
  (await page.locator(where).first().innerText()).replace(/\s+/g, ' ');

const patienceMs = 120_000;

/** Waits until all of these words stand there together, also while a page is being left for another; what stands there. */
async function says(page, where, ...wanted) {
  const until = Date.now() + patienceMs;
  for (;;) {
    const said = await words(page, where).catch(() => '');
    const missing = wanted.filter((each) => !said.includes(each));
    if (missing.length === 0) return said;
    expect(Date.now() < until, `“${missing[0]}” is not said: ${said.slice(0, 400)}`);
    await page.waitForTimeout(100);
  }
}

async function adopts(world) {
  const office = await signIn(world, 'ducha', '/documents');
  await uploadAndOpen(office, '示范市2026年任务书.txt', document);
  await says(office, '#page', `${project}60个`, indicator, '市民政局');
  await office.getByRole('button', { name: /采纳全部/ }).click();
  const changed = await send(office);
  await says(office, '#page', '采纳 3 · 2026 年计划 事项 0 → 2', '已核对 3 / 3');
  await world.browser.picture('month-adopted', office, false);
  await office.locator('.changed a.button').click();
  await office.waitForURL(/\/\?.*plan=/);
  await settled(office);
  // Which of the two asks for attention depends on the day; that both are there does not.
  await says(office, '#page', '2026', '民生实事 1 项', indicator);
  expectNoFaults(office);
  return { office, changed };
}

/** Who is quicker than the list of plans loses no press: it opens once there is something to pick. */
async function takesSite(world) {
  const lead = await signIn(world, 'minzheng', '/sites', { late: '**/api/plans' });
  const rows = [`${site},上城区,示例路8号,120.19,30.26,不少于一百平方米,现场查验`];
  await lead.locator('.page-tools .pick button').click();
  await lead.locator('[role="option"]', { hasText: '2026' }).click();
  await lead.waitForURL(/plan=/);
  await settled(lead);
  const said = await importSites(lead, rows, project);
  expect(/正确 1 行，退回 0 行，共 1 行/.test(said), `the outcome says: ${said}`);
  const path = await finishSite(lead, site);
  await says(lead, '.site-three', '已完工');
  expectNoFaults(lead);
  return { lead, path };
}

async function report(world, login, fill) {
  const page = await signIn(world, login, `/figures?${at}`);
  await page.waitForSelector('.figures tbody tr');
  await says(page, '.figures tbody', project, '逾期 1 天');
  await fill(page);
  const said = await submits(page);
  expect(/已报送 1 项/.test(said), `what left is told as ${said}`);
  expectNoFaults(page);
  return page;
}

async function twoDistrictsReport(world) {
  await report(world, 'shangcheng', async (page) => {
    await cellOf(page, project).fill('36');
    await saved(page);
  });
  const other = await report(world, 'gongshu', async (page) => {
    const said = await importsWorkbook(page, '十月', [
      ['指标名称', '完成值', '计量单位'],
      [project, '11', '个'],
      ['没有这个指标', '5', '个'],
    ]);
    expect(/十月/.test(said) && /A3/.test(said), `the bad cell is not named: ${said}`);
    await world.browser.picture('month-workbook', page, false);
    expect(
      (await cellOf(page, project).inputValue()) === '11',
      'the good row of the workbook is not in the table',
    );
  });
  return other;
}

/** The lead unit answers for the indicator itself: its figure goes to the inspector without a step between. */
async function leadReports(lead) {
  await lead.goto(`/figures?${at}&at=2026-10-31`);
  await lead.waitForSelector('.figures tbody tr');
  await says(lead, '.figures tbody', indicator, '万小时', '逾期 32 天');
  await cellOf(lead, indicator).fill('98');
  await saved(lead);
  await submits(lead);
}

async function leadDecides(world, lead) {
  await lead.goto('/reports?plan=2026');
  await lead.waitForSelector('.reports tbody tr');
  await says(
    lead,
    '.reports',
    '上城区',
    '36',
    '上城区政府办',
    '拱墅区',
    '11',
    '拱墅区政府办',
    '已提交，待牵头单位审核',
  );
  await world.browser.picture('reports', lead, false);
  await decides(lead, '退回', '拱墅区', '请附驿站清单');
  await decides(lead, '审核通过', '上城区');
  await lead.goto('/reports?plan=2026&view=all');
  await lead.waitForSelector('.reports tbody tr');
  const rows = lead.locator('.reports tbody tr');
  const row = (place) => rows.filter({ hasText: place }).innerText();
  expect(/已退回/.test(await row('拱墅区')), 'the list does not show what was returned');
  expect(/牵头单位已审核，待核验/.test(await row('上城区')), 'the list does not show what was accepted');
  expectNoFaults(lead);
}

async function inspectorVerifies(world, path) {
  const inspector = await signIn(world, 'duchayuan', '/reports?plan=2026');
  await decides(inspector, '核验通过', indicator);
  await decides(inspector, '核验通过', '上城区');
  await inspector.goto('/reports?plan=2026&view=all');
  await inspector.locator('.reports tbody tr:has-text("上城区"):has-text("已核验") th a').first().click();
  await inspector.waitForSelector('.report-events li:nth-child(3)');
  await says(inspector, '.report-events', '上城区政府办', '市民政局', '督查专员（一组）');
  await world.browser.picture('month-verified', inspector, false);
  await inspector.goto(path);
  const address = await verifySite(inspector, '现场已建成，面积一百二十平方米');
  expectNoFaults(inspector);
  return { inspector, address };
}

/** The returned figures are not reported: on the day after the tenth the district turns late. */
async function turnsLate(world, office, late) {
  await late.goto(`/figures?${at}`);
  await late.waitForSelector('.figures tbody tr');
  await says(late, '.figures tbody', '退回：请附驿站清单', '逾期 1 天');
  await office.goto(`/supervision?${at}&group=turnedLateToday`);
  await office.waitForSelector('.agenda-table tbody tr');
  await says(office, '.agenda-table', '拱墅区', '逾期 1 天');
  const rows = await office.locator('.agenda-table tbody tr').allInnerTexts();
  expect(!rows.some((row) => /上城区/.test(row)), `the district that reported is late: ${rows.join(' | ')}`);
  await world.browser.picture('month-late', office);
  await openProposal(office, '拱墅区');
  const notice = await issue(office, '十月数据逾期未报', '十月应报数据退回后未补报，请说明原因并补报。');
  await says(office, '#page', '提示单', '拱墅区', '十月数据逾期未报');
  return notice;
}

/** What was returned is reported anew, accepted and verified: the answer to the notice can be believed. */
async function reportsAgain(late, lead, inspector) {
  await late.goto(`/figures?${at}`);
  await late.waitForSelector('.figures tbody tr');
  await cellOf(late, project).fill('14');
  await saved(late);
  await submits(late);
  await lead.goto('/reports?plan=2026');
  await says(lead, '.reports', '拱墅区', '14');
  await decides(lead, '审核通过', '拱墅区');
  await inspector.goto('/reports?plan=2026');
  await decides(inspector, '核验通过', '拱墅区');
}

async function supervised(world, { office, late, lead, inspector }, notice) {
  await late.goto(notice);
  await stateIs(late, '待答复');
  const later = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await move(late, '申请延期', '驿站清单仍在核对', { day: later });
  await late.waitForFunction((day) => document.body.textContent?.includes(`申请延至 ${day}`), later);

  await office.reload();
  await move(office, '不同意延期', '不属于不可抗力，原期限不变');
  await lastStepIs(office, '不同意延期');
  await move(office, '升级', '');
  await gradeIs(office, '督办单');
  await move(office, '升级', '', { approval });
  await gradeIs(office, '挂牌督办');
  await world.browser.picture('month-listed', office);

  await reportsAgain(late, lead, inspector);
  await late.goto(notice);
  await gradeIs(late, '挂牌督办');
  await addEvidence(late, '驿站清单.pdf', '清单');
  await move(late, '答复', '清单已核对，十月数据已补报');
  await stateIs(late, '待审核');

  await office.reload();
  await says(office, '#page', '驿站清单.pdf', '清单已核对，十月数据已补报');
  await move(office, '认可答复', '');
  await stateIs(office, '待销号');
  await move(office, '销号', '', { approval });
  await stateIs(office, '已销号');
  const steps = await office.locator('.steps > li').count();
  expect(steps === 8, `${steps} steps are shown, eight were made`);
  await says(office, '.steps', '拱墅区政府办', '市政府督查室');
  await world.browser.picture('month-closed', office);
  expectNoFaults(late);
  return steps;
}

async function round(world, office) {
  await office.goto('/standings');
  await settled(office);
  await freezesFormula(office, '区县（市）晾晒', '示政办〔2026〕12号（示例）');
  const path = await opensRound(office, '十月区县晾晒', {
    choose: { 计分办法: '区县（市）晾晒', 年度计划: '2026' },
    day: lateOn,
  });
  expectNoFaults(office);
  const plans = await signIn(world, 'fagai', path);
  await publishes(plans);
  await says(plans, '.standing-events', '市政府督查室', '市发改委计划处');
  expectNoFaults(plans);
  const visitor = await world.browser.visit(path);
  await visitor.waitForSelector('.standing-table tbody tr');
  await says(visitor, '#page', '十月区县晾晒', '已公布', '2026 年 11 月 11 日');
  const places = await visitor.locator('.standing-table tbody tr').allInnerTexts();
  const [first = '', second = ''] = places.map((row) => row.replace(/\s+/g, ' '));
  expect(/^1 上城区 73\.33 /.test(first), `the first place: ${first}`);
  expect(/^2 拱墅区 /.test(second), `the second place: ${second}`);
  await world.browser.picture('month-round', visitor, false);
  expectNoFaults(visitor);
  return `${first.slice(0, 12)}, ${second.slice(0, 12)}`;
}

async function audited(world) {
  const auditor = await signIn(world, 'shenji', '/audit');
  const { said, log } = await verifiesLog(auditor);
  expect(
    /standing\.publish/.test(log) && /notice\.closeOut/.test(log),
    `the log does not tell the acts: ${log}`,
  );
  await world.browser.picture('month-audit', auditor, false);
  expectNoFaults(auditor);
  return said;
}

async function rated({ browser }, address) {
  const phone = await browser.visit(address, { width: widths.phone, height: 844 });
  await says(phone, '.public-site', site, project, '上城区', '市民政局', '核验通过');
  await rateSite(phone, 5);
  await phone.waitForSelector('.public-thanks');
  await says(phone, '.public-site', '1');
  await expectNoSidewaysScroll(phone);
  const grave = (await accessFaults(phone)).filter((fault) => fault.grave);
  expect(grave.length === 0, grave.map(({ id, where }) => `${id} ${where}`).join('; '));
  await browser.picture('month-public', phone);
  expectNoFaults(phone);
  return words(phone, '.public-facts');
}

export const month = {
  name: 'month',
  async run(world) {
    const { office, changed } = await adopts(world);
    const { lead, path } = await takesSite(world);
    const late = await twoDistrictsReport(world);
    await leadReports(lead);
    await leadDecides(world, lead);
    const { inspector, address } = await inspectorVerifies(world, path);
    const notice = await turnsLate(world, office, late);
    const steps = await supervised(world, { office, late, lead, inspector }, notice);
    const table = await round(world, office);
    const log = await audited(world);
    const felt = await rated(world, address);
    return [changed, `${steps} steps of the notice`, table, log.trim(), felt].join(' · ');
  },
};
