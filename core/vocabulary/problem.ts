// Every problem code in one union, with its words in both languages: what happened, where, and what to do.

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What can be wrong with a file that somebody wants read. */
export type DocumentProblem =
  | 'document.empty'
  | 'document.tooLarge'
  | 'document.typeUnknown'
  | 'document.typeMismatch'
  | 'document.damaged'
  | 'document.encrypted'
  | 'document.scanned'
  | 'document.encodingUnknown'
  | 'document.archiveTooLarge'
  | 'document.entityForbidden'
  | 'document.tooSlow'
  | 'document.outOfMemory'
  | 'document.noText'
  | 'document.notFound'
  | 'reading.notFound';

export type PlanProblem =
  | 'plan.notFound'
  | 'plan.none'
  | 'commitment.notFound'
  | 'item.notFound'
  | 'item.alreadyDecided'
  | 'item.mergeNeedsCommitment'
  | 'item.rejectNeedsReason'
  | 'target.unreadable';

export type RequestProblem =
  | 'request.invalid'
  | 'request.tooLarge'
  | 'request.typeUnknown'
  | 'request.originForbidden'
  | 'route.notFound'
  | 'permission.denied'
  | 'text.invalid'
  | 'date.invalid'
  | 'number.invalid'
  | 'state.changed'
  | 'server.busy'
  | 'database.unavailable'
  | 'storage.full'
  | 'server.bug';

export type ProblemCode = DocumentProblem | PlanProblem | RequestProblem;

export const problemText: Record<ProblemCode, Words> = {
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
  'document.noText': { zh: '文件中没有可读的文字', en: 'There is no text in the file' },
  'document.notFound': { zh: '未找到该文件', en: 'No such document' },
  'reading.notFound': { zh: '未找到该次读取，请重新上传', en: 'No such reading; upload the file again' },
  'plan.notFound': { zh: '未找到计划“{plan}”', en: 'No plan "{plan}"' },
  'plan.none': {
    zh: '还没有计划，请先上传一份计划文件',
    en: 'There is no plan yet; upload a plan document first',
  },
  'commitment.notFound': { zh: '未找到该任务', en: 'No such commitment' },
  'item.notFound': { zh: '该文件中没有这一项', en: 'The document has no such item' },
  'item.alreadyDecided': {
    zh: '该项已由他人处理：{decision}',
    en: 'Somebody already decided on this item: {decision}',
  },
  'item.mergeNeedsCommitment': { zh: '合并须选择已有任务', en: 'Choose the commitment to merge with' },
  'item.rejectNeedsReason': { zh: '不采纳须说明理由', en: 'Give a reason for rejecting' },
  'target.unreadable': { zh: '无法读出目标“{printed}”', en: 'Cannot read a target in "{printed}"' },
  'request.invalid': { zh: '有 {count} 处需要修改', en: '{count} things need correcting' },
  'request.tooLarge': { zh: '提交内容过大', en: 'The request is too large' },
  'request.typeUnknown': { zh: '不支持的内容类型', en: 'Unsupported content type' },
  'request.originForbidden': {
    zh: '请求来源不被允许',
    en: 'The request comes from a place that is not allowed',
  },
  'route.notFound': { zh: '没有这个地址', en: 'There is nothing at this address' },
  'permission.denied': { zh: '无权限', en: 'Not permitted' },
  'text.invalid': { zh: '第 {position} 个字符不合法', en: 'Character {position} is not valid text' },
  'date.invalid': { zh: '没有“{text}”这一天', en: 'There is no day "{text}"' },
  'number.invalid': { zh: '“{text}”不是数字', en: '"{text}" is not a number' },
  'state.changed': { zh: '内容已被更新，请刷新后重试', en: 'It was changed meanwhile; reload and try again' },
  'server.busy': {
    zh: '正在读取的文件太多，请稍后重试',
    en: 'Too many files are being read; try again shortly',
  },
  'database.unavailable': {
    zh: '数据库暂不可用，请稍后重试',
    en: 'The database is not available; try again shortly',
  },
  'storage.full': { zh: '存储空间已满，未保存任何内容', en: 'Storage is full; nothing was saved' },
  'server.bug': {
    zh: '系统出错，编号 {requestId}，内容未保存',
    en: 'Something broke, number {requestId}; nothing was saved',
  },
};
