// What can be wrong with a register file, a row of it, or what is asked of an enterprise; and how each is mended.
import type { HeadingProblem, RowProblem } from '../policy/register/file/row.ts';
import type { CellProblem } from '../policy/register/read-cell.ts';
import type { Words } from './words.ts';

type Own = Exclude<RowProblem, CellProblem>;

export const registerProblems = {
  'register.noHeading': {
    zh: '没有找到表头：需有“统一社会信用代码”和“企业名称”两列（工作表 {sheet} 前十行内）',
    en: 'No heading found: the columns "统一社会信用代码" and "企业名称" are needed in the first ten rows of sheet {sheet}',
  },
  'register.columnTwice': {
    zh: '{cell}：表头“{text}”与前面一列重复，请删去一列',
    en: '{cell}: the heading "{text}" stands for a column that is there already; remove one',
  },
  'register.noRows': { zh: '表头之后没有数据行', en: 'There are no rows after the heading' },
  'register.interrupted': {
    zh: '导入在服务停止时中断，未写入任何数据，请重新上传',
    en: 'The server stopped during the import; nothing was taken. Upload the file again',
  },
  'register.consentIncomplete': {
    zh: '以“取得同意”为依据的数据，须注明授权截止日和授权书编号',
    en: 'Data that rest on consent need its last day and the number of the paper',
  },
  'register.importNotFound': { zh: '没有这次导入', en: 'There is no such import' },
  'enterprise.notFound': { zh: '名录中没有这家企业', en: 'The register has no such enterprise' },
  'enterprise.noContact': {
    zh: '名录中没有这家企业的联系信息',
    en: 'The register has no contact of this enterprise',
  },
  'enterprise.contactSealed': {
    zh: '联系信息已加密，本机缺少能打开它的密钥（数据目录中的 personal-key）',
    en: 'The contact is sealed, and the key that opens it (personal-key in the data directory) is not on this machine',
  },
  'enterprise.untilOver': { zh: '授权截止日已过', en: 'The last day of the consent is over' },
  'enterprise.certificateEnds': { zh: '证书的截止日早于起始日', en: 'The certificate ends before it begins' },
  'enterprise.nothingToWithdraw': { zh: '没有可撤回的授权', en: 'There is no consent to withdraw' },
  'creditCode.length': { zh: '信用代码应为 18 位', en: 'A credit code has 18 signs' },
  'creditCode.sign': {
    zh: '信用代码含有不允许的字符（只用数字和大写字母，不含 I、O、S、V、Z）',
    en: 'The credit code has a sign that is not allowed (digits and capitals without I, O, S, V, Z)',
  },
  'creditCode.check': {
    zh: '信用代码校验位不符（GB 32100），请核对',
    en: 'The check sign of the credit code is wrong (GB 32100); compare it with the licence',
  },
  'row.missing': { zh: '此格必填', en: 'This cell must be filled' },
  'row.placeUnknown': {
    zh: '没有这个区县，请用系统中的名称',
    en: 'There is no such district; use the name of the system',
  },
  'row.yearInvalid': { zh: '年度请写四位数字，如 2023', en: 'Write the year in four digits, such as 2023' },
  'row.textTooLong': { zh: '文字过长', en: 'The text is too long' },
  'row.phoneInvalid': { zh: '不是电话号码', en: 'Not a telephone number' },
  'row.idInvalid': { zh: '证件号码校验不符', en: 'The identity number does not check' },
  'row.certificateEnds': { zh: '有效期止早于有效期起', en: 'The certificate ends before it begins' },
  'row.codeTwice': {
    zh: '与第 {line} 行是同一家企业同一年度，请保留一行',
    en: 'The same enterprise and year as in row {line}; keep one of them',
  },
} as const satisfies Readonly<
  Record<HeadingProblem | Own | `register.${string}` | `enterprise.${string}`, Words>
>;
