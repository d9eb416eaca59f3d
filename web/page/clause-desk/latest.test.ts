// However fast somebody types and however slow the answers come, the last question is answered last and nothing is asked twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestOnly } from './latest.ts';

describe('the latest question', () => {
  it('is always answered, in order, one at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
        async (s, gaps) => {
          const [asked, told]: [number[], number[]] = [[], []];
          let running = 0;
          let most = 0;
          const channel = latestOnly<number, number>(
            async (question) => {
              asked.push(question);
              running += 1;
              most = Math.max(most, running);
              await s.schedule(Promise.resolve());
              running -= 1;
              return question * 10;
            },
            (found) => told.push('answer' in found ? found.answer : -1),
          );
          for (const [at, gap] of gaps.entries()) {
            channel.ask(at);
            for (let step = 0; step < gap && s.count() > 0; step++) await s.waitOne();
          }
          await s.waitIdle();
          expect(most).toBe(1);
          expect(told).toEqual(asked.map((question) => question * 10));
          expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b));
          expect(told.at(-1)).toBe((gaps.length - 1) * 10);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a failure is told, and the next question is asked all the same', async () => {
    const told: string[] = [];
    const channel = latestOnly<number, number>(
      async (question) => {
        if (question === 1) throw new Error('lost');
        return question;
      },
      (found) => told.push('answer' in found ? `${found.answer}` : 'failed'),
    );
    channel.ask(1);
    channel.ask(2);
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual(['failed', '2']);
  });

  it('tells nothing after the screen is closed', async () => {
    const told: number[] = [];
    const channel = latestOnly<number, number>(
      async (question) => question,
      (found) => told.push(found.question),
    );
    channel.ask(1);
    channel.close();
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual([]);
  });
});
