// bihuan link: which promise of one document a later one reports on, with both printed wordings.
import type { LinkReport } from '../../../core/assess/link.ts';
import { cut, quote } from '../print.ts';
import { fill, type Voice } from '../terminal.ts';
import { words } from '../words.ts';

export function showLinks(
  report: LinkReport,
  sources: readonly [string, string],
  voice: Voice,
  width: number,
): string[] {
  const { paint } = voice;
  const signs = { met: paint.green('✓'), missed: paint.red('✗'), unclear: paint.dim('?') };
  const count = (verdict: keyof typeof signs) =>
    String(report.links.filter((link) => link.verdict === verdict).length);
  return [
    ...report.links.flatMap((link) => [
      `${signs[link.verdict]} ${cut(link.promise.metric, width - 24)} ${paint.dim(`${voice.say(words[link.verdict])} ${link.score.toFixed(2)}`)}`,
      `    A ${quote(sources[0], link.promise, width - 8)}`,
      `    B ${quote(sources[1], link.outcome, width - 8)}`,
    ]),
    fill(voice.say(words.linked), {
      links: String(report.links.length),
      promises: String(report.promises),
      met: count('met'),
      missed: count('missed'),
      unclear: count('unclear'),
    }),
  ];
}
