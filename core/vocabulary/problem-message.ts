// What can go wrong with messages, their channels and the queue.
import type { Words } from './words.ts';

export const messageProblems = {
  'webhook.urlInvalid': {
    zh: '推送地址无法识别：应以 https:// 或 http:// 开头，不含空格、换行、账号或片段。',
    en: 'The address cannot be read: it begins with https:// or http:// and has no spaces, line breaks, account or fragment.',
  },
  'webhook.targetForbidden': {
    zh: '不能推送到这个地址。内网地址须由部署人员在服务器配置 BIHUAN_INNER_NETWORKS 中放行。',
    en: 'Nothing is sent to this address. Addresses inside the house are admitted by whoever runs the server (BIHUAN_INNER_NETWORKS).',
  },
  'mailServer.none': {
    zh: '还没有设置发信服务器。',
    en: 'No mail server is set yet.',
  },
  'mailServer.hostInvalid': {
    zh: '发信服务器应为主机名或地址，不含空格和端口。',
    en: 'The mail server is a host name or an address, without spaces or a port.',
  },
  'mail.addressMissing': {
    zh: '您的账号没有邮箱地址，请管理员补上。',
    en: 'Your account has no mail address; ask the administrator to add one.',
  },
  'mail.failed': {
    zh: '邮件没有发出。请核对服务器、端口、加密方式、用户名和密码。',
    en: 'The mail did not leave. Check server, port, encryption, user name and password.',
  },
  'job.notFound': {
    zh: '该任务已不在列表中。',
    en: 'The job is no longer in the list.',
  },
  'delivery.notFailed': {
    zh: '这次推送没有失败，或已在重试。',
    en: 'This delivery did not fail, or is being tried again.',
  },
} as const satisfies Readonly<Record<string, Words>>;
