// What can be wrong with a project, its investment series, blockers, guarantees and settings; both numbers are named.
import type { Words } from './words.ts';

export const projectProblems = {
  'project.codeMissing': {
    zh: '“{name}”没有项目代码，请填写在线平台赋码或说明原因',
    en: '"{name}" has no code of the online platform; enter it or say why',
  },
  'project.codeShape': {
    zh: '项目代码“{code}”不是“时间-地区-部门-类型-编码”的格式',
    en: 'The project code "{code}" is not time-region-department-type-number',
  },
  'project.codeTwice': {
    zh: '项目代码 {code} 被 {count} 个项目使用：“{first}”“{second}”',
    en: 'The code {code} is used by {count} projects: "{first}", "{second}"',
  },
  'project.nameMissing': { zh: '缺少项目名称', en: 'The project has no name' },
  'project.placeMissing': { zh: '缺少项目所在地区', en: 'The project lies in no place' },
  'project.annualOverTotal': {
    zh: '年度计划投资 {annual} 亿元大于总投资 {total} 亿元',
    en: 'The annual plan of {annual} is more than the total of {total} (100 million yuan)',
  },
  'project.unitJump': {
    zh: '{field}填报 {value} 亿元，与 {beside} 亿元相差过大（约一万倍），请核对是否误将万元当作亿元；确属无误的请写明理由',
    en: '{field}: {value} is about ten thousand times away from {beside}: check the unit (10,000 against 100 million yuan), or give a reason',
  },
  'project.moneyNegative': { zh: '{field} 不能为负：{text}', en: '{field} cannot be negative: {text}' },
  'project.moneyUnreadable': { zh: '{field}“{text}”不是数字', en: '{field}: "{text}" is not a number' },
  'project.financingGap': {
    zh: '资金来源合计 {sum} 亿元不等于总投资 {total} 亿元',
    en: 'The sources add up to {sum}, the total is {total} (100 million yuan)',
  },
  'project.startBeforeApproval': {
    zh: '“{name}”开工日 {started} 早于批准日 {approved}',
    en: '"{name}" started on {started}, before its approval on {approved}',
  },
  'project.sourceMissing': {
    zh: '政府投资项目须列明资金来源（政府投资条例第十六条）',
    en: 'A government-funded project names its sources of money (Regulation on Government Investment, §16)',
  },
  'project.estimateOver': {
    zh: '初步设计概算 {design} 亿元比可研估算 {feasibility} 亿元高 {percent}%，须向投资主管部门报告（政府投资条例第十二条）',
    en: 'The design estimate of {design} is {percent}% above the {feasibility} of the feasibility study and must be reported (Regulation on Government Investment, §12)',
  },
  'project.listOfKind': {
    zh: '{kind}类项目列入了{list}，请核对',
    en: 'A project of kind {kind} stands on the list {list}; check it',
  },
  'gate.outOfOrder': {
    zh: '{gate}（{day}）早于上一环节 {before}（{beforeDay}）',
    en: '{gate} on {day} lies before the gate {before} on {beforeDay}',
  },
  'gate.skipped': {
    zh: '已通过 {passed}，但没有 {gate} 的日期',
    en: '{passed} is passed, but {gate} has no day',
  },
  'gate.ahead': {
    zh: '{gate} 的日期 {day} 晚于今天 {today}',
    en: 'The day of {gate}, {day}, lies after today, {today}',
  },
  'investment.unreadable': { zh: '投资额“{text}”不是数字', en: 'The investment "{text}" is not a number' },
  'investment.negative': { zh: '投资额不能为负：{value}', en: 'The investment cannot be negative: {value}' },
  'investment.belowLast': {
    zh: '本月累计 {value} 亿元小于上月（{lastMonth}）累计 {last} 亿元，请核对或说明',
    en: 'The total of {value} is less than the {last} reported for {lastMonth}; check or explain',
  },
  'investment.overTotal': {
    zh: '累计完成 {value} 亿元超过总投资 {total} 亿元，请核对或说明',
    en: '{value} is more than the whole project, {total}; check or explain',
  },
  'investment.overAnnual': {
    zh: '累计完成 {value} 亿元，为年度计划 {annual} 亿元的 {percent}%',
    en: '{value} is {percent}% of the annual plan of {annual}',
  },
  'investment.beforeApproval': {
    zh: '{month} 已报投资 {value} 亿元，但项目 {approved} 才批准',
    en: '{value} is reported for {month}, before the approval on {approved}',
  },
  'investment.beforeStart': {
    zh: '{month} 已报投资 {value} 亿元，项目 {started} 才开工（前期费用）',
    en: '{value} is reported for {month}, before the start on {started} (preparation)',
  },
  'investment.wrongUnit': {
    zh: '{value} 亿元与 {beside} 亿元相差约一万倍，是否把万元填成了亿元（或相反）？',
    en: '{value} and {beside} differ by about 10,000 times: is one of them in 10,000 yuan?',
  },
  'investment.monthLarge': {
    zh: '单月完成 {month} 亿元（{last} → {value}），超过年度计划 {annual} 亿元的设定比例，请核对',
    en: 'One month brings {month} ({last} → {value}), beyond the set share of the annual plan of {annual}; check it',
  },
  'investment.sameAsLast': {
    zh: '累计 {value} 亿元与上月（{lastMonth}）的 {last} 亿元相同',
    en: '{value} is the same as the {last} of {lastMonth}',
  },
  'investment.monthMissing': {
    zh: '{lastMonth}（{last} 亿元）与 {month}（{value} 亿元）之间缺少月份',
    en: 'A month is missing between {lastMonth} ({last}) and {month} ({value})',
  },
  'blocker.needsUnit': { zh: '请选择交办单位', en: 'Choose the unit it is assigned to' },
  'blocker.needsDay': { zh: '请填写解决时限', en: 'Set the day by which it is to be solved' },
  'blocker.dayPast': { zh: '时限 {day} 早于今天 {today}', en: 'The day {day} lies before today, {today}' },
  'blocker.needsSolution': { zh: '请写明如何解决', en: 'Say how it was solved' },
  'blocker.ownSolution': { zh: '报解决的人不能验收', en: 'Whoever reported it solved may not accept it' },
  'blocker.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'guarantee.unreadable': { zh: '“{text}”不是数量', en: '"{text}" is not an amount' },
  'guarantee.unitOfFactor': { zh: '“{unit}”不是 {factor} 的计量单位', en: '"{unit}" is no unit of {factor}' },
  'guarantee.unitsDiffer': {
    zh: '{factor} 有 {count} 笔保障的单位不能换算为“{unit}”，未计入',
    en: '{count} grants of {factor} cannot be converted to "{unit}" and are not counted',
  },
  'guarantee.grantNeedsSource': {
    zh: '{factor} 的保障须注明文件依据',
    en: 'Name the document that grants the {factor}',
  },
  'guarantee.overAsked': {
    zh: '{factor} 已保障 {granted}{unit}，多于需求 {asked}{unit}',
    en: '{factor}: granted {granted} {unit}, more than the {asked} {unit} asked for',
  },
  'projectSettings.gateTwice': { zh: '环节“{at}”重复', en: 'The gate "{at}" stands twice' },
  'projectSettings.chainEmpty': { zh: '环节链为空', en: 'The chain has no gates' },
  'projectSettings.dueInvalid': {
    zh: '环节“{at}”的天数应为正数',
    en: 'The days of the gate "{at}" must be positive',
  },
  'projectRows.wordUnknown': {
    zh: '{cell}“{text}”不在可用的词中：{known}',
    en: '{cell}: "{text}" is none of the words that may stand here: {known}',
  },
  'projectRows.placeUnknown': {
    zh: '{cell}“{text}”不是本市的地区（市本级项目填“市本级”）',
    en: '{cell}: "{text}" is no place of this city, nor its own level',
  },
  'projectRows.dayInvalid': {
    zh: '{cell}“{text}”不是日期，请按 2025-06-30 填写',
    en: '{cell}: "{text}" is no day; write it like 2025-06-30',
  },
  'projectRows.numberInvalid': { zh: '{cell}“{text}”不是数字', en: '{cell}: "{text}" is not a number' },
  'projectRows.twice': {
    zh: '{cell}“{text}”在本表中出现两次',
    en: '{cell}: "{text}" stands twice in this table',
  },
  'projectRows.alreadyThere': {
    zh: '{cell}“{text}”已在该年度项目库中，请在项目页面修改',
    en: '{cell}: "{text}" is in the register of the year already; change it on its page',
  },
  'projectRows.notYours': {
    zh: '{cell}“{text}”不在您可填写的范围内',
    en: '{cell}: "{text}" is not among the projects you may write',
  },
  'projectRows.projectUnknown': {
    zh: '{cell}“{text}”没有对应的在库项目',
    en: '{cell}: no project of the register answers to "{text}"',
  },
  'projectRows.monthInvalid': {
    zh: '{cell}“{text}”不是月份，请按 2025-06 填写',
    en: '{cell}: "{text}" is no month; write it like 2025-06',
  },
  'project.noRows': { zh: '表中没有可读取的行', en: 'The table holds no rows' },
  'project.codeTaken': {
    zh: '项目代码 {code} 已用于“{name}”；同一项目请在该项目下登记，不同项目请核对代码',
    en: 'The code {code} belongs to "{name}" already; enter it there, or check the code',
  },
  'project.yearMissing': {
    zh: '该年度项目库中没有这个项目',
    en: 'The register of that year does not hold this project',
  },
  'project.tableUnknown': {
    zh: '该文件中没有这张项目表',
    en: 'The document holds no such table of projects',
  },
  'project.tableTwice': { zh: '这张表已采用', en: 'The table was adopted already' },
  'project.tableAsked': {
    zh: '表中有 {count} 处数字不一致，请核对并说明后采用',
    en: '{count} numbers of the table disagree; look at them and explain before adopting it',
  },
  'gate.unknown': { zh: '没有“{gate}”这一环节', en: 'There is no gate "{gate}"' },
  'gate.notPassed': { zh: '“{gate}”没有已记录的日期', en: 'No day is recorded for the gate "{gate}"' },
  'investment.monthAhead': {
    zh: '{month} 尚未结束，今天是 {today}',
    en: '{month} is not over, today is {today}',
  },
  'investment.physicalInvalid': {
    zh: '形象进度“{text}”应为 0 到 100 之间的数字',
    en: 'Progress "{text}" must be a number from 0 to 100',
  },
  'investment.notMonthEnd': { zh: '“{text}”不是月末日期', en: '"{text}" is not the last day of a month' },
  'evidence.dayAhead': {
    zh: '观察日 {day} 晚于今天 {today}',
    en: 'The day of the observation, {day}, lies after today, {today}',
  },
} as const satisfies Readonly<Record<string, Words>>;
