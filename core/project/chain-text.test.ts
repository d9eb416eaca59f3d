// Chains and due rates as a line of text: read back as they were printed, refused where they are none.
import { describe, expect, it } from 'vitest';
import { printChain, printStartDue, readChain, readStartDue } from './chain-text.ts';
import { defaultProjectSettings } from './settings.ts';

const { chain, startDue } = defaultProjectSettings;

describe('a chain as text', () => {
  it('is read back as it was printed', () => {
    expect(readChain(printChain(chain.value))).toEqual(chain.value);
    expect(readStartDue(printStartDue(startDue.value))).toEqual(startDue.value);
  });

  it('may be of a city of its own: other names stay names, days are clocks', () => {
    const own = readChain('签约 → 落地（签约未落地，落地率，90天） -> 开工（供地未开工，开工率）');
    expect(own?.gates).toEqual([
      {
        id: '落地',
        stuckId: '签约未落地',
        rateId: '落地率',
        dueAfterDays: 90,
        words: { gate: '落地', stuck: '签约未落地', rate: '落地率' },
      },
      { id: 'started', stuckId: 'landNotStarted', rateId: 'startRate', dueAfterDays: null },
    ]);
  });

  it.each([
    ['a gate without its state and rate', '签约 → 供地'],
    ['nothing after the first gate', '签约'],
    ['one gate twice', '签约 → 签约（甲未乙，甲率）'],
    ['a clock of no days', '签约 → 供地（签约未供地，供地率，0天）'],
  ])('%s is refused', (_why, text) => expect(readChain(text)).toBeNull());

  it.each([['13月80%'], ['6月'], ['六月80%']])('%s is no due rate', (text) =>
    expect(readStartDue(text)).toBeNull(),
  );
});
