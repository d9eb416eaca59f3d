// What can be wrong with a request before anybody looks at what it wants, and with the server itself.
import type { Words } from './words.ts';

export const requestProblems = {
  'request.invalid': { zh: '有 {count} 处需要修改', en: '{count} things need correcting' },
  'request.tooLarge': { zh: '提交内容过大', en: 'The request is too large' },
  'request.typeUnknown': { zh: '不支持的内容类型', en: 'Unsupported content type' },
  'request.originForbidden': {
    zh: '请求来源不被允许',
    en: 'The request comes from a place that is not allowed',
  },
  'route.notFound': { zh: '没有这个地址', en: 'There is nothing at this address' },
  'object.notFound': { zh: '未找到，或不在您的权限范围内', en: 'Not found, or not within what you may see' },
  'permission.denied': { zh: '无权限', en: 'Not permitted' },
  'text.invalid': { zh: '第 {position} 个字符不合法', en: 'Character {position} is not valid text' },
  'date.invalid': { zh: '没有“{text}”这一天', en: 'There is no day "{text}"' },
  'number.invalid': { zh: '“{text}”不是数字', en: '"{text}" is not a number' },
  'state.changed': { zh: '内容已被更新，请刷新后重试', en: 'It was changed meanwhile; reload and try again' },
  'server.busy': {
    zh: '正在读取的文件太多，请稍后重试',
    en: 'Too many files are being read; try again shortly',
  },
  'server.overloaded': {
    zh: '当前访问量过大，请 {seconds} 秒后重试，内容未提交',
    en: 'Too many requests right now; nothing was saved, try again in {seconds} seconds',
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
} as const satisfies Readonly<Record<string, Words>>;
