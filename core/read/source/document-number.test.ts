// Document numbers: every print of them is one number, and nothing else is.
import { describe, expect, it } from 'vitest';
import { documentNumberAt, orderNumberAt } from './document-number.ts';
import { foldText } from './fold-text.ts';

const numberIn = (source: string): string | undefined => {
  const { text } = foldText(source);
  return documentNumberAt(text, text.indexOf('〔'))?.number;
};

describe('document numbers', () => {
  it.each([
    ['as the standard prints it', '临政函〔2024〕16号', '临政函〔2024〕16号'],
    ['of a general office', '国办函〔2026〕12号', '国办函〔2026〕12号'],
    ['with 第', '临政办〔2023〕第7号', '临政办〔2023〕7号'],
    ['full-width digits and square brackets', '临政发［２０２４］３号', '临政发〔2024〕3号'],
    ['spaces inside', '临政 函〔 2024 〕 16 号', '临政函〔2024〕16号'],
    ['the closing bracket lost', '临政函〔202416号', '临政函〔2024〕16号'],
    ['words before it are not its letters', '根据临政函〔2024〕16号', '临政函〔2024〕16号'],
    ['round brackets', '临发改(2025)108号', '临发改〔2025〕108号'],
  ])('%s', (_why, source, number) => expect(numberIn(source)).toBe(number));

  it.each([
    ['a year in brackets', '规划(2024年)'],
    ['a bracket without number', '方案〔2024〕'],
    ['no letters', '〔2024〕3号'],
  ])('%s is none', (_why, source) => expect(numberIn(source)).toBeUndefined());

  it('reads the number of an order', () => {
    const text = '临川省人民政府令第388号';
    expect(orderNumberAt(text, 0, text.length)?.number).toBe(text);
    expect(orderNumberAt('政令畅通第一', 0, 6)).toBeNull();
  });
});
