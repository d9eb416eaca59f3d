// What can be wrong with a budget's lines, versions, sums and debt; both numbers are named.
import type { Words } from './words.ts';

export const budgetProblems = {
  'line.codeShape': {
    zh: '“{name}”的科目编码 {code} 不是类、款、项（3、5、7 位）',
    en: 'The code {code} of "{name}" is not class, type or item (3, 5, 7 digits)',
  },
  'line.codeSide': {
    zh: '“{name}”的编码 {code} 与收支方向不符（收入 1 开头，支出 2 开头）',
    en: 'The code {code} of "{name}" is of the other side (income begins with 1, expenditure with 2)',
  },
  'line.codeNotUnderParent': {
    zh: '“{name}”的编码 {code} 不在上级 {parent} 之下',
    en: 'The code {code} of "{name}" does not lie under {parent}',
  },
  'line.economicShape': {
    zh: '“{name}”的经济分类编码 {code} 不正确',
    en: 'The economic code {code} of "{name}" is not one',
  },
  'line.needsItemCode': {
    zh: '“{name}”（{code}）未编列到项（预算法第三十二条）',
    en: '"{name}" ({code}) is not listed to the item (Budget Law, §32)',
  },
  'line.needsEconomicCode': {
    zh: '基本支出“{name}”须按经济性质编列到款（预算法第三十二条）',
    en: 'Basic expenditure "{name}" is listed to the type of its economic kind (Budget Law, §32)',
  },
  'line.parentUnknown': { zh: '“{name}”的上级科目不存在', en: 'The line above "{name}" is not there' },
  'line.parentOfAnotherBook': {
    zh: '“{name}”与上级“{parent}”不属同一本预算、同一级次、同一年度',
    en: '"{name}" and "{parent}" above it are not of one book, level, side and year',
  },
  'line.circle': { zh: '“{name}”的上级关系成环', en: 'The lines above "{name}" go in a circle' },
  'version.unreadable': { zh: '金额“{text}”不是数字', en: 'The amount "{text}" is not a number' },
  'version.approvedNeedsResolution': {
    zh: '年初预算须注明人民代表大会的批准决议',
    en: 'Name the resolution of the congress that approved the budget',
  },
  'version.revisedNeedsResolution': {
    zh: '预算由 {approved} 亿元调整为 {amount} 亿元，须注明人大常委会的批准决议（预算法第六十九条）',
    en: 'From {approved} to {amount}: name the resolution of the standing committee (Budget Law, §69)',
  },
  'version.revisedNeedsApproved': {
    zh: '还没有年初预算，不能录入调整预算 {amount} 亿元',
    en: 'There is no approved budget yet that {amount} could revise',
  },
  'version.revisedByCongress': {
    zh: '调整由代表大会决议 {number} 批准，请确认不是年初预算',
    en: 'The revision rests on the resolution {number} of the congress; make sure it is not the approved budget',
  },
  'version.resolutionLater': {
    zh: '决议通过日 {adopted} 晚于调整生效日 {day}',
    en: 'The resolution was adopted on {adopted}, after the revision took effect on {day}',
  },
  'version.executedBelowLast': {
    zh: '累计执行 {value} 亿元小于 {lastDay} 的 {last} 亿元，请核对或说明',
    en: 'Executed {value} is less than the {last} of {lastDay}; check or explain',
  },
  'version.finalDiffers': {
    zh: '决算 {final} 亿元与执行数 {executed} 亿元相差 {difference} 亿元',
    en: 'The final accounts say {final}, the execution {executed}: {difference} apart',
  },
  'version.transferReported': {
    zh: '专项转移支付增加到 {amount} 亿元，不属预算调整，须报告（预算法第七十一条）',
    en: 'A special transfer raises it to {amount}: no adjustment, but to be reported (Budget Law, §71)',
  },
  'identity.broken': {
    zh: '{left} 应为 {right}：算得 {found}，印为 {printed}，相差 {residual}（四舍五入可解释 {width}）',
    en: '{left} should be {right}: {found} against {printed} as printed, {residual} apart (rounding explains {width})',
  },
  'identity.explained': {
    zh: '{left} 与 {right}：算得 {found}，印为 {printed}，相差 {residual}（四舍五入可解释 {width}）；脚注说明：{footnote}',
    en: '{left} and {right}: {found} against {printed} as printed, {residual} apart (rounding explains {width}); footnote: {footnote}',
  },
  'parts.gap': {
    zh: '“{name}”的分项合计 {sum}，总数 {whole}，相差 {residual}（四舍五入可解释 {width}）',
    en: 'The parts of "{name}" add up to {sum}, the whole is {whole}: {residual} apart (rounding explains {width})',
  },
  'parts.incomplete': {
    zh: '“{name}”的 {of} 个分项只有 {known} 个有数',
    en: 'Only {known} of the {of} parts of "{name}" have a number',
  },
  'debt.overCeiling': {
    zh: '{kind}余额 {balance} 亿元超过限额 {ceiling} 亿元（余地 {room} 亿元）',
    en: 'The balance of {kind} debt, {balance}, is over its ceiling of {ceiling} (room {room})',
  },
  'debt.partsGap': {
    zh: '{name}：一般与专项合计 {sum}，总数 {total}，相差 {residual}（四舍五入可解释 {width}）',
    en: '{name}: general and special add up to {sum}, the whole is {total}, {residual} apart (rounding explains {width})',
  },
  'debt.interestHigh': {
    zh: '{kind}付息 {interest} 亿元，占支出 {expenditure} 亿元的 {percent}%，超过 {limit}%',
    en: 'Interest of {kind} debt, {interest}, is {percent}% of {expenditure}, over {limit}%',
  },
  'debt.roomNarrow': {
    zh: '{kind}余额 {balance} 亿元，已用限额 {ceiling} 亿元的 {percent}%，余地 {room} 亿元',
    en: 'The balance of {kind} debt, {balance}, uses {percent}% of its ceiling of {ceiling}; room {room}',
  },
  'debt.balanceGap': {
    zh: '上年余额加新增和再融资减偿还为 {found}，年末余额 {balance}，相差 {residual}（四舍五入可解释 {width}）',
    en: 'Last balance plus new and refinancing bonds minus repayment is {found}, the balance {balance}: {residual} apart (rounding explains {width})',
  },
  'announced.overLine': {
    zh: '{count} 项公布资金共 {announced} 亿元都由“{line}”安排，超过其预算 {budget} 亿元，多出 {over} 亿元',
    en: '{count} announcements of {announced} together count on "{line}", whose budget is {budget}: {over} too much',
  },
  'announced.unlinked': {
    zh: '“{area}”公布的 {amount} 亿元还没有对应的预算科目',
    en: 'The {amount} announced for "{area}" are not linked to a budget line yet',
  },
  'announced.noAmount': { zh: '“{area}”公布的资金没有数额', en: 'No amount is announced for "{area}"' },
  'announced.needsArea': {
    zh: '请填写领域名称；净额不填领域',
    en: 'Name the area; the net total has none',
  },
  'announced.netOverAreas': {
    zh: '净额 {net} 亿元大于各领域合计 {sum} 亿元，请核对是否漏录领域；确属无误的请写明理由',
    en: 'The net total {net} is more than the areas together, {sum}: is an area missing? Check, or give a reason',
  },
  'announced.areaOverNet': {
    zh: '“{area}”公布 {amount} 亿元，大于整份文件的净额 {net} 亿元，请核对；确属无误的请写明理由',
    en: '{amount} for "{area}" is more than the net total {net} of the document: check, or give a reason',
  },
  'announced.unitJump': {
    zh: '“{name}”填报 {value} 亿元，与 {beside} 亿元相差约一万倍，请核对是否误将万元当作亿元；确属无误的请写明理由',
    en: '{value} for "{name}" is about ten thousand times away from {beside}: check the unit (10,000 against 100 million yuan), or give a reason',
  },
  'cut.unitJump': {
    zh: '“{name}”的基数填报 {value} 亿元，与 {beside} 亿元相差约一万倍，请核对是否误将万元当作亿元；确属无误的请写明理由',
    en: 'The base of "{name}", {value}, is about ten thousand times away from {beside}: check the unit (10,000 against 100 million yuan), or give a reason',
  },
  'cut.percent': {
    zh: '压减比例 {percent}% 大于 100%',
    en: 'A cut of {percent}% is more than the whole',
  },
  'entry.unitJump': {
    zh: '“{name}”填报 {value} 亿元，与已有的 {beside} 亿元相差约一万倍，请核对是否误将万元当作亿元；确属无误的请写明理由',
    en: '{value} for "{name}" is about ten thousand times away from {beside}: check the unit (10,000 against 100 million yuan), or give a reason',
  },
  'entry.dayOutside': {
    zh: '日期 {day} 不在 {year} 预算年度内（预算法第十八条）',
    en: '{day} does not lie in the budget year {year} (Budget Law, §18)',
  },
  'entry.needsReason': {
    zh: '数据有疑问，请写明理由后再报送',
    en: 'Something is asked about: give a reason and send again',
  },
  'budget.notFound': { zh: '没有这本预算', en: 'There is no such budget' },
  'budgetLine.notFound': { zh: '没有这条预算科目', en: 'There is no such line' },
  'budgetLine.twice': { zh: '“{name}”已经在这本预算里', en: '"{name}" is in this book already' },
  'statement.notFound': {
    zh: '这份文件里没有读出这张收支表',
    en: 'No such statement was read from this document',
  },
  'statement.levelUnknown': {
    zh: '“{level}”不是全市或市本级，不能并入本市预算',
    en: '"{level}" is neither the whole city nor its own level',
  },
  'statement.needsResolution': {
    zh: '{what}须注明批准的决议名称和通过日期',
    en: '{what}: name the resolution and the day on which it was adopted',
  },
  'statement.conflict': {
    zh: '{name}印有两个数：{first} 与 {second}，请写明采用第一个数的理由',
    en: '{name} is printed as {first} and as {second}: give the reason to take the first',
  },
  'statement.decided': { zh: '这张收支表已有人处理', en: 'Somebody has decided on this statement already' },
  'lineRows.nameMissing': { zh: '{cell}：缺科目名称', en: '{cell}: the line has no name' },
  'lineRows.twice': { zh: '{cell}：“{text}”在表中重复', en: '{cell}: "{text}" stands in the table twice' },
  'lineRows.codeShape': {
    zh: '{cell}：科目编码“{text}”不是 3、5、7 或 9 位数字',
    en: '{cell}: the code "{text}" has not 3, 5, 7 or 9 digits',
  },
  'lineRows.sideUnknown': {
    zh: '{cell}：“{text}”看不出是收入还是支出（编码 1 开头为收入，2 开头为支出，无编码须填“收支”列）',
    en: '{cell}: "{text}" tells neither income nor expenditure (codes begin with 1 or 2; without a code fill the column)',
  },
  'lineRows.economicShape': {
    zh: '{cell}：经济分类编码“{text}”不正确',
    en: '{cell}: "{text}" is no economic code',
  },
  'lineRows.notNumber': { zh: '{cell}：“{text}”不是数字', en: '{cell}: "{text}" is not a number' },
  'lineRows.negative': { zh: '{cell}：金额 {text} 小于零', en: '{cell}: the amount {text} is below zero' },
  'lineRows.noAmount': {
    zh: '{cell}：这一行没有任何金额',
    en: '{cell}: the row has no amount at all',
  },
  'lineRows.revisedNeedsResolution': {
    zh: '{cell}：“{name}”由 {approved} 调整为 {amount}，须注明人大常委会的批准决议（预算法第六十九条）',
    en: '{cell}: "{name}" goes from {approved} to {amount}: name the resolution (Budget Law, §69)',
  },
  'lineRows.needsReason': {
    zh: '{count} 处数据有疑问（见下表），请核对；确属无误的请写明理由后再导入',
    en: '{count} cells are asked about (see below): check them, or give a reason and send again',
  },
  'lineRows.empty': { zh: '表里没有可导入的科目', en: 'The table has no line to take' },
  'debt.unreadable': { zh: '金额“{text}”不是数字', en: 'The amount "{text}" is not a number' },
  'debt.nothing': { zh: '没有填写任何数字', en: 'No number was filled in' },
  'debt.unitJump': {
    zh: '{name}填报 {value} 亿元，与上次的 {beside} 亿元相差约一万倍，请核对是否误将万元当作亿元；确属无误的请写明理由',
    en: '{name}: {value} is about ten thousand times away from {beside}: check the unit (10,000 against 100 million yuan), or give a reason',
  },
  'won.needsSource': { zh: '请注明来源文件', en: 'Name the document it comes from' },
  'won.unitJump': {
    zh: '“{name}”填报 {value} 亿元，与上次的 {beside} 亿元相差约一万倍，请核对是否误将万元当作亿元；确属无误的请写明理由',
    en: '{value} for "{name}" is about ten thousand times away from {beside}: check the unit (10,000 against 100 million yuan), or give a reason',
  },
  'won.overProvince': {
    zh: '争取到 {amount} 亿元，多于全省的 {province} 亿元',
    en: '{amount} is more than the {province} of the whole province',
  },
  'won.overAmount': {
    zh: '已使用 {used} 亿元，多于争取到的 {amount} 亿元，请写明理由',
    en: '{used} was used of {amount}: give a reason',
  },
  'link.notFound': { zh: '没有这笔资金或这项承诺', en: 'There is no such money or promise' },
  'link.notFromHere': {
    zh: '这条关联现在不能这样处理，请刷新后再看',
    en: 'The link is not where this decision could follow; load it anew',
  },
  'link.needsReason': { zh: '不采纳或撤销须写明理由', en: 'Give the reason to turn it down or take it back' },
} as const satisfies Readonly<Record<string, Words>>;
