// What can be wrong with a report, a figure, a paste, a correction, a role or a tree of places, and why a move is refused.
import type { Words } from './words.ts';

export const reportProblems = {
  'move.unknown': { zh: '没有这个操作', en: 'There is no such action' },
  'move.notFromHere': {
    zh: '当前状态下不能这样操作，请刷新后查看最新状态',
    en: 'That cannot be done in its present state; reload to see the state',
  },
  'report.notFound': { zh: '未找到该报送', en: 'No such report' },
  'report.periodClosed': {
    zh: '该报告期已关闭，请申请更正',
    en: 'The period is closed; ask for a correction',
  },
  'report.empty': { zh: '还没有填写数据', en: 'No figure has been entered' },
  'report.cellsRefused': {
    zh: '有 {count} 个单元格需要修改后才能提交',
    en: '{count} cells must be corrected before it can be submitted',
  },
  'report.notYours': { zh: '只有填报人本人可以这样操作', en: 'Only the person who entered it may do that' },
  'report.ownReport': {
    zh: '不能审核自己填报的数据，请由他人审核',
    en: 'Nobody may pass a report of his own; ask somebody else',
  },
  'report.ownAcceptance': {
    zh: '审核人不能同时核验，请由他人核验',
    en: 'Whoever accepted it may not verify it; ask somebody else',
  },
  'report.notAccepted': { zh: '牵头单位尚未审核', en: 'The lead unit has not accepted it yet' },
  'report.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'figure.empty': { zh: '请填写数据或进展', en: 'Enter a figure or a statement' },
  'figure.numberInvalid': {
    zh: '“{text}”不是数字；请填写阿拉伯数字，不加“约”等字',
    en: '"{text}" is not a number; enter digits alone, without "about"',
  },
  'figure.unitMismatch': {
    zh: '单位“{unit}”与要求的“{asked}”不同，无法换算',
    en: 'The unit "{unit}" cannot be converted to "{asked}"',
  },
  'figure.periodInvalid': { zh: '“{text}”不是有效的期间', en: '"{text}" is not a period' },
  'figure.periodAhead': {
    zh: '期间 {period} 在 {today} 还没有结束；预计数请注明“预计”',
    en: 'The period {period} is not over on {today}; mark an estimate as such',
  },
  'figure.periodNotAsked': { zh: '没有要求报送“{text}”的数据', en: 'Nothing is asked for "{text}"' },
  'figure.outOfRange': {
    zh: '{value}{unit} 超出 {least} 到 {most} 的范围',
    en: '{value}{unit} is outside {least} to {most}',
  },
  'figure.notWhole': { zh: '{value}{unit} 应为整数', en: '{value}{unit} should be a whole number' },
  'figure.belowLast': {
    zh: '累计数 {value}{unit} 低于 {period} 的 {last}{unit}，请说明原因',
    en: 'The running total {value}{unit} is below {last}{unit} of {period}; say why',
  },
  'figure.jump': {
    zh: '{value}{unit} 与 {period} 的 {last}{unit} 相差千倍以上，请核对单位（万、亿）并说明',
    en: '{value}{unit} is a thousand times off {last}{unit} of {period}; check the unit and say why',
  },
  'figure.sameAsLast': {
    zh: '与 {period} 的 {last}{unit} 相同（{value}{unit}）',
    en: 'The same as {last}{unit} of {period} ({value}{unit})',
  },
  'figure.saysNothing': {
    zh: '“{text}”没有说明进展，请填写数据或具体完成的事项',
    en: '"{text}" tells nothing; give a figure or what was done',
  },
  'figure.needsNumber': { zh: '“{metric}”须填写数字：{text}', en: '"{metric}" needs a number: {text}' },
  'paste.outsideTable': { zh: '{cell}：粘贴内容超出表格', en: '{cell}: outside the table' },
  'paste.notAsked': { zh: '{cell}：此格不需要填报', en: '{cell}: nothing is asked for here' },
  'paste.quoteOpen': { zh: '{cell}：引号没有配对', en: '{cell}: a quote is never closed' },
  'rows.noHeading': {
    zh: '没有找到表头（至少要有“指标名称”和“完成值”，点位表要有“点位名称”和“区县”）',
    en: 'There is no heading row (at least "metric" and "value", or "site" and "district")',
  },
  'rows.headingTwice': { zh: '{cell}：表头重复', en: '{cell}: this heading stands twice' },
  'rows.figureUnknown': {
    zh: '{cell}：没有要求“{place}”报送“{metric}”',
    en: '{cell}: "{metric}" is not asked of "{place}"',
  },
  'rows.figureTwice': {
    zh: '{cell}：“{metric}”在表中出现两次',
    en: '{cell}: "{metric}" stands in the table twice',
  },
  'correction.figureUnknown': { zh: '未找到要更正的数据', en: 'The figure to correct is not known' },
  'correction.notApproved': {
    zh: '该数据还没有核验，直接修改即可',
    en: 'The figure is not verified yet; simply change it',
  },
  'correction.alreadyCorrected': {
    zh: '{period} 的数据已被更正，请更正最新的一条',
    en: 'The figure of {period} was corrected already; correct the latest one',
  },
  'correction.otherFigure': {
    zh: '更正须针对同一数据（{metric}，{period}）',
    en: 'A correction must be of the same figure ({metric}, {period})',
  },
  'correction.nothingChanged': { zh: '更正内容与原数据相同', en: 'The correction changes nothing' },
  'correction.needsReason': { zh: '请说明更正原因', en: 'Say why it is corrected' },
  'confidence.needsNote': {
    zh: '请说明困难和需要的支持',
    en: 'Say what is difficult and what help is needed',
  },
  'override.needsReason': { zh: '请说明改判理由', en: 'Give the reason for overruling' },
  'override.sameStatus': { zh: '与系统判断相同，无需改判', en: 'The computed verdict is the same' },
  'override.datesInvalid': {
    zh: '截止日 {until} 早于起始日',
    en: 'It would end on {until}, before it begins',
  },
  'override.notFound': { zh: '未找到这条改判，或已撤回', en: 'No such overruling, or it was taken back' },
  'override.ownCommitment': {
    zh: '不能改判本单位的事项',
    en: 'Nobody overrules the verdict of the own unit',
  },
  'clock.holidaysUnknown': {
    zh: '还没有录入 {year} 年的节假日安排，无法计算工作日',
    en: 'The holidays of {year} have not been entered; working days cannot be counted',
  },
  'clock.termInvalid': { zh: '期限“{count}”无效', en: 'The term "{count}" is not valid' },
  'role.needsPlace': { zh: '该角色须指定地区', en: 'This role is held for a place' },
  'role.needsUnit': { zh: '该角色须指定单位', en: 'This role is held for a unit' },
  'role.endsBeforeStart': { zh: '结束日早于开始日', en: 'It ends before it begins' },
  'role.unknown': { zh: '没有这个角色', en: 'There is no such role' },
  'place.twice': { zh: '“{place}”重复', en: '"{place}" stands twice' },
  'place.noRoot': { zh: '缺少最上级地区', en: 'No place stands at the top' },
  'place.severalRoots': { zh: '有多个最上级地区：{places}', en: 'Several places stand at the top: {places}' },
  'place.parentUnknown': { zh: '“{place}”的上级不存在', en: 'The parent of "{place}" is not known' },
  'place.circle': { zh: '“{place}”的上级关系成环', en: '"{place}" lies inside itself' },
  'place.kindUnderKind': { zh: '“{place}”不能设在其上级之下', en: '"{place}" cannot lie in its parent' },
  'place.nameTwice': { zh: '同一上级下有两个“{place}”', en: 'Two places of one parent are called "{place}"' },
} as const satisfies Readonly<Record<string, Words>>;
