// What can be wrong with a file that somebody wants read.
import type { Words } from './words.ts';

export const documentProblems = {
  'document.empty': { zh: '文件是空的，请重新选择文件', en: 'The file is empty; choose it again' },
  'document.tooLarge': {
    zh: '文件超过 {limit}，请拆分后上传',
    en: 'The file is larger than {limit}; split it and upload again',
  },
  'document.typeUnknown': {
    zh: '无法识别的文件类型“{name}”，可上传 txt、html、docx、pdf、xlsx、ofd',
    en: 'Unknown file type "{name}"; upload txt, html, docx, pdf, xlsx or ofd',
  },
  'document.typeMismatch': {
    zh: '文件扩展名是 {extension}，内容却是 {content}，请确认后改名上传',
    en: 'The name says {extension} but the content is {content}; check it and rename it',
  },
  'document.damaged': {
    zh: '文件已损坏（{place}），请重新导出后上传',
    en: 'The file is damaged ({place}); export it again',
  },
  'document.encrypted': {
    zh: '文件已加密，请去除密码后上传',
    en: 'The file is encrypted; remove the password and upload it again',
  },
  'document.scanned': {
    zh: '{place}没有文字层，应为扫描件，请先做文字识别（OCR）',
    en: '{place} has no text layer, probably a scan; run text recognition (OCR) first',
  },
  'document.encodingUnknown': {
    zh: '第 {offset} 字节无法按 {encoding} 解码，请指定编码（UTF-8、GB18030、Big5、UTF-16）',
    en: 'Byte {offset} cannot be decoded as {encoding}; choose the encoding (UTF-8, GB18030, Big5, UTF-16)',
  },
  'document.archiveTooLarge': {
    zh: '解压后过大（{place}），可能是压缩炸弹，已拒绝',
    en: 'It unpacks to too much ({place}), possibly a zip bomb; refused',
  },
  'document.entityForbidden': {
    zh: '文件含有外部实体（{place}），已拒绝',
    en: 'It declares XML entities ({place}); refused',
  },
  'document.tooSlow': {
    zh: '读取超过 {seconds} 秒已中止，请拆分文件',
    en: 'Reading took more than {seconds} s and was stopped; split the file',
  },
  'document.outOfMemory': {
    zh: '读取所需内存超限，请拆分文件',
    en: 'Reading needs more memory than allowed; split the file',
  },
  'document.tooManyCells': {
    zh: '文件的表格共有 {cells} 个单元格（约 {rows} 行），一次最多读 {limit} 个；请按年度或类别拆分后上传',
    en: 'Its tables hold {cells} cells (about {rows} rows), at most {limit} are read at once; split it by year or kind',
  },
  'document.noText': { zh: '文件中没有可读的文字', en: 'There is no text in the file' },
  'document.notFound': { zh: '未找到该文件', en: 'No such document' },
  'reading.notFound': { zh: '未找到该次读取，请重新上传', en: 'No such reading; upload the file again' },
} as const satisfies Readonly<Record<string, Words>>;
