// What --help says: examples before grammar, the exit codes, and commander's own words in Chinese.
import type { Language } from './terminal.ts';

type Texts = Readonly<Record<Language, string>>;

export const descriptions = {
  program: {
    zh: '闭环：从已公布的计划文件到逐项研判',
    en: 'Bihuan: from published plan documents to a judged plan',
  },
  read: {
    zh: '读出文件中的每一项承诺、数量和表格',
    en: 'read every promise, quantity and table of a document',
  },
  audit: { zh: '找出文件中前后不一致的数字', en: 'find numbers of a document that contradict each other' },
  judge: {
    zh: '按规则重判文件中的指标表，与文件所述对照',
    en: 'judge the indicator tables of a document again and compare',
  },
  link: {
    zh: '把前一份文件的承诺与后一份文件的结果对上',
    en: 'join the promises of one document with the results of a later one',
  },
  import: { zh: '把文件导入运行中的闭环', en: 'import a document into the running Bihuan' },
  backup: {
    zh: '备份全部数据（服务运行中也可），或用 --check 检验一份备份；个人信息的密钥（数据目录中的 personal-key）不在备份中，请另存',
    en: 'back up all data (while the server runs too), or check a backup with --check; the key of personal columns (personal-key in the data directory) is not in it: keep a copy apart',
  },
  restore: {
    zh: '把备份恢复到空的数据目录；要看到个人信息，还须放入原来的 personal-key',
    en: 'restore a backup into an empty data directory; personal columns also need the personal-key of the old one',
  },
  verifyAudit: {
    zh: '验证审计日志：改动、缺失、截断、重写、回退',
    en: 'verify the audit log: changed, missing, cut, rewritten or set back entries',
  },
  registerMake: {
    zh: '生成演示用的企业名录文件（同一种子，同一内容）',
    en: 'make an invented register file (the same for the same seed)',
  },
  registerImport: {
    zh: '把企业名录文件导入运行中的闭环，并显示进度',
    en: 'import a register file into the running Bihuan and follow it',
  },
  serve: { zh: '启动闭环（网页与接口）', en: 'start Bihuan (pages and interface)' },
} as const satisfies Record<string, Texts>;

export const examples: Readonly<Record<keyof typeof descriptions, Texts>> = {
  program: {
    zh: '  bihuan read 政府工作报告.docx            读出文件里的事项\n  bihuan audit 预算报告.pdf                核对合计与平衡\n  bihuan judge 计划执行情况.txt            重判指标完成情况\n  bihuan link 上年报告.txt 今年报告.txt     承诺与结果对照\n  bihuan serve                             打开网页',
    en: '  bihuan read report.docx             list what the document promises\n  bihuan audit budget.pdf             check sums and balances\n  bihuan judge execution.txt          judge the indicators again\n  bihuan link last-year.txt this-year.txt\n  bihuan serve                        open the pages',
  },
  read: {
    zh: '  bihuan read 报告.docx\n  bihuan read 报告.pdf 附件.xlsx --all\n  bihuan read 报告.txt --json | jq .items\n  bihuan read 旧网页.txt --encoding gb18030\n  bihuan read 报告.pdf --text > 报告.txt      只要解码后的文字\n  curl -s https://… | bihuan read -',
    en: '  bihuan read report.docx\n  bihuan read report.pdf annex.xlsx --all\n  bihuan read report.txt --json | jq .items\n  bihuan read old.txt --encoding gb18030\n  bihuan read report.pdf --text > report.txt   only the decoded text\n  curl -s https://… | bihuan read -',
  },
  audit: {
    zh: '  bihuan audit 预算报告.docx\n  bihuan audit *.pdf --json',
    en: '  bihuan audit budget.docx\n  bihuan audit *.pdf --json',
  },
  judge: {
    zh: '  bihuan judge 上半年执行情况.txt\n  bihuan judge 公报.pdf --json | jq .agree',
    en: '  bihuan judge half-year.txt\n  bihuan judge gazette.pdf --json | jq .agree',
  },
  link: {
    zh: '  bihuan link 2024年报告.docx 2025年报告.docx',
    en: '  bihuan link report-2024.docx report-2025.docx',
  },
  import: {
    zh: '  BIHUAN_TOKEN=… bihuan import 报告.docx          访问令牌在“我的账号”里申请\n  BIHUAN_TOKEN=… bihuan import 报告.docx --server http://127.0.0.1:4870',
    en: '  BIHUAN_TOKEN=… bihuan import report.docx       make an access token under "My account"\n  BIHUAN_TOKEN=… bihuan import report.docx --server http://127.0.0.1:4870',
  },
  backup: {
    zh: '  bihuan backup /备份/bihuan-2026-11-22.gz\n  bihuan backup --check /备份/bihuan-2026-11-22.gz',
    en: '  bihuan backup /backups/bihuan-2026-11-22.gz\n  bihuan backup --check /backups/bihuan-2026-11-22.gz',
  },
  restore: {
    zh: '  BIHUAN_DATA=/新目录 bihuan restore /备份/bihuan-2026-11-22.gz\n  cp /密钥/personal-key /新目录/personal-key',
    en: '  BIHUAN_DATA=/new/place bihuan restore /backups/bihuan-2026-11-22.gz\n  cp /keys/personal-key /new/place/personal-key',
  },
  verifyAudit: {
    zh: '  bihuan verify-audit\n  bihuan verify-audit --checkpoints /异地/audit-checkpoints --json',
    en: '  bihuan verify-audit\n  bihuan verify-audit --checkpoints /elsewhere/audit-checkpoints --json',
  },
  registerMake: {
    zh: '  bihuan register make 名录.csv --rows 1000000\n  bihuan register make 名录.parquet --rows 50000 --seed 7 --bad-every 1000',
    en: '  bihuan register make register.csv --rows 1000000\n  bihuan register make register.parquet --rows 50000 --seed 7 --bad-every 1000',
  },
  registerImport: {
    zh: '  BIHUAN_TOKEN=… bihuan register import 名录.csv --year 2023 --source 市场监管登记',
    en: '  BIHUAN_TOKEN=… bihuan register import register.csv --year 2023 --source "business registry"',
  },
  serve: { zh: '  bihuan serve\n  PORT=8080 bihuan serve', en: '  bihuan serve\n  PORT=8080 bihuan serve' },
};

export const optionTexts = {
  json: { zh: '输出一个 JSON 文档', en: 'print one JSON document' },
  lang: { zh: '语言：zh 或 en（默认按 LANG）', en: 'language: zh or en (default from LANG)' },
  noColor: { zh: '不用颜色', en: 'no colour' },
  all: { zh: '全部列出', en: 'list everything' },
  text: { zh: '只输出解码后的文字', en: 'print only the decoded text' },
  encoding: { zh: '文本或网页的编码', en: 'encoding of a text or HTML file' },
  server: { zh: '运行中的闭环的地址', en: 'address of the running Bihuan' },
  file: { zh: '文件，- 表示标准输入', en: 'file, - for standard input' },
  files: { zh: '一个或多个文件，- 表示标准输入', en: 'one or more files, - for standard input' },
  earlier: { zh: '作出承诺的文件', en: 'document with the promises' },
  later: { zh: '报告结果的文件', en: 'document with the results' },
  backupFile: { zh: '备份文件', en: 'backup file' },
  check: { zh: '只检验这份备份，不备份', en: 'only check this backup, take none' },
  checkpoints: {
    zh: '库外留存的校验点（默认在数据目录中）',
    en: 'checkpoints kept outside the database (default: in the data directory)',
  },
  registerFile: { zh: '名录文件（.csv、.xlsx、.parquet）', en: 'register file (.csv, .xlsx, .parquet)' },
  rows: { zh: '行数', en: 'number of rows' },
  seed: { zh: '种子', en: 'seed' },
  year: { zh: '数据年度', en: 'year of the figures' },
  places: { zh: '区县名称，用逗号分隔', en: 'names of districts, separated by commas' },
  badEvery: { zh: '每多少行有一个错格', en: 'one row in so many has a bad cell' },
  source: { zh: '数据来源', en: 'where the data come from' },
  basis: {
    zh: '使用依据：duty 法定职责，consent 同意，public 已公开',
    en: 'ground for use: duty, consent, public',
  },
  purposes: { zh: '用途：matching,push,statistics', en: 'purposes: matching,push,statistics' },
  until: { zh: '授权截止日（依据为 consent 时）', en: 'last day of the consent (with consent)' },
  proof: { zh: '授权书编号（依据为 consent 时）', en: 'number of the paper (with consent)' },
  help: { zh: '显示帮助', en: 'show help' },
  version: { zh: '显示版本', en: 'show the version' },
} as const satisfies Record<string, Texts>;

const exitTexts: Texts = {
  zh: '退出码：0 正常，1 有发现（不一致、判定不符），2 用法错误，3 文件无法读取',
  en: 'Exit codes: 0 fine, 1 findings (contradictions, verdicts that differ), 2 usage, 3 a file cannot be read',
};

export const exampleTitle: Texts = { zh: '示例：', en: 'Examples:' };
export const afterHelp = (language: Language): string => `\n${exitTexts[language]}`;

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};
export const titleIn = (language: Language, title: string): string =>
  language === 'zh' ? (titles[title] ?? title) : title;

export const choicesIn = (language: Language, text: string): string =>
  language === 'zh' ? text.replace(/\(choices: (.*)\)/, '（可选：$1）').replaceAll('"', '') : text;

const errors: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/m, '错误：没有命令“$1”'],
  [/^error: unknown option '(.*)'/m, '错误：没有选项“$1”'],
  [/^error: missing required argument '(.*)'/m, '错误：缺少参数 $1'],
  [/^error: option '(.*)' argument missing/m, '错误：选项 $1 缺少取值'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./m,
    '错误：选项 $1 的取值“$2”不对，可用：$3',
  ],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./m,
    '错误：$1 的参数多了，应为 $2 个，现为 $3 个',
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '（是不是想输入 $1？）'],
];

/** Commander speaks English; its few messages are put into Chinese here. */
export const errorIn = (language: Language, message: string): string =>
  language === 'zh'
    ? errors.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), message)
    : message;
