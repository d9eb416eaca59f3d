// Links between real documents against the answers made by hand; says so where the documents are absent.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read/read-document.ts';
import type { Span } from '../read/reading.ts';
import { linkReadings } from './link.ts';

const shared = `${import.meta.dirname}/../../../shared`;
const seeds = `${shared}/seeds`;

interface Answer {
  readonly target: Span & { readonly doc: string; readonly quote: string };
  readonly outcome: (Span & { readonly doc: string; readonly quote: string | null }) | null;
  readonly verdict: string;
  readonly set: string;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

describe.skipIf(!existsSync(seeds))(
  'links between real documents (skipped where ../shared/seeds is absent)',
  () => {
    const load = (number: string) => {
      const name = readdirSync(seeds).find((file) => file.startsWith(number)) ?? '';
      const source = readFileSync(`${seeds}/${name}`, 'utf8');
      return { name, source, reading: readDocument(source) };
    };

    it('plan of 2024 → report of 2025: finds 9 of 10 decided pairs and links nothing that was not reported', () => {
      const answers: Answer[] = JSON.parse(readFileSync(`${shared}/gold/links.json`, 'utf8'));
      const [a, b] = [load('001'), load('002')];
      const { links } = linkReadings(a.reading, a.source, b.reading, b.source);
      const of = answers.filter(
        (answer) => answer.set.startsWith('2024->2025') && answer.target.doc === a.name,
      );
      const pairs = of.filter((answer) => answer.outcome?.quote && answer.outcome.doc === b.name);
      const found = (answer: Answer) =>
        links.find(
          (link) =>
            answer.outcome && overlaps(link.promise, answer.target) && overlaps(link.outcome, answer.outcome),
        );
      const decided = pairs.filter((answer) => answer.verdict === 'met' || answer.verdict === 'missed');
      const hit = decided.filter((answer) => found(answer));
      const verdicts = hit.filter((answer) => found(answer)?.verdict === answer.verdict);
      const all = pairs.filter((answer) => found(answer));
      const unreported = of.filter((answer) => !answer.outcome?.quote);
      const wrong = unreported.filter((answer) =>
        links.some((link) => overlaps(link.promise, answer.target)),
      );
      process.stdout.write(
        `links 001→002: decided pairs ${hit.length}/${decided.length} (verdict right ${verdicts.length}), all pairs ${all.length}/${pairs.length}, ` +
          `wrong among not reported ${wrong.length}/${unreported.length}, proposed ${links.length}\n`,
      );
      expect(hit.length / decided.length).toBeGreaterThanOrEqual(0.9);
      expect(verdicts.length).toBe(hit.length);
      expect(wrong.map((answer) => answer.target.quote)).toEqual([]);
    });
  },
);
