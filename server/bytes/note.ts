// What a byte reader left out or had to assume, said in words; a note never stops a reading.
import type { Words } from '../../core/vocabulary/words.ts';

export type NoteCode =
  | 'encodingGuessed'
  | 'externalIgnored'
  | 'embeddedIgnored'
  | 'hiddenText'
  | 'hiddenSheet'
  | 'errorCell'
  | 'symbolUnknown'
  | 'pageWithoutText'
  | 'pageBlank'
  | 'formIgnored';

export interface Note {
  readonly code: NoteCode;
  readonly place: string;
}

export const noteText: Record<NoteCode, Words> = {
  encodingGuessed: { zh: '按内容判断编码为 {place}', en: 'Encoding {place} was inferred from the content' },
  externalIgnored: { zh: '外部链接内容未读取：{place}', en: 'External content was not fetched: {place}' },
  embeddedIgnored: { zh: '嵌入对象未读取：{place}', en: 'Embedded object was not read: {place}' },
  hiddenText: { zh: '隐藏文字未读取：{place}', en: 'Hidden text was left out: {place}' },
  hiddenSheet: { zh: '隐藏工作表未读取：{place}', en: 'Hidden sheet was left out: {place}' },
  errorCell: { zh: '单元格为错误值：{place}', en: 'Cell holds an error: {place}' },
  symbolUnknown: { zh: '符号无法转为文字：{place}', en: 'Symbol has no text: {place}' },
  pageWithoutText: { zh: '页面只有图像，没有文字层：{place}', en: 'Page is an image without text: {place}' },
  pageBlank: { zh: '空白页：{place}', en: 'Blank page: {place}' },
  formIgnored: { zh: '表单或批注未读取：{place}', en: 'Form or annotation was not read: {place}' },
};

/** A note in both languages. */
export const noteWords = ({ code, place }: Note): Words => ({
  zh: noteText[code].zh.replace('{place}', () => place),
  en: noteText[code].en.replace('{place}', () => place),
});

/** Collects notes without repeating one, and without letting a hostile file pile up thousands. */
export class Notes {
  readonly #seen = new Map<string, Note>();

  add(code: NoteCode, place: string): void {
    if (this.#seen.size < 200) this.#seen.set(`${code} ${place}`, { code, place: place.slice(0, 200) });
  }

  list(): readonly Note[] {
    return [...this.#seen.values()];
  }
}
