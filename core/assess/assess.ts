// The judgement: facts, settings and a day in, one verdict with its reasons out. Run again, it says the same.
import type { Target } from '../plan/commitment.ts';
import { bareSeriesName } from '../plan/words/series-name.ts';
import { targetFromWords } from '../plan/words/target-from-words.ts';
import { isOwnPast } from '../plan/words/target-words.ts';
import type { IsoDate } from '../quantity/date.ts';
import { readUnit } from '../quantity/unit.ts';
import type { Facts, FigureFact } from './facts.ts';
import { worst } from './roll-up.ts';
import type { TargetCase } from './rule/case.ts';
import { figureUnit, isSilent } from './rule/figure.ts';
import { judgeNumber } from './rule/number-verdict.ts';
import { reason, verdict } from './rule/reasons.ts';
import { judgeRelative } from './rule/relative-verdict.ts';
import { firstCheckpoint } from './rule/schedule.ts';
import { isTrend, judgeTrend } from './rule/trend-verdict.ts';
import { judgeByWords } from './rule/words-verdict.ts';
import type { JudgingSettings } from './settings.ts';
import type { Reason, Verdict } from './verdict.ts';

/** A growth and a total of one thing are two targets: a figure answers the one that is printed in its unit. */
const inUnitOf = (target: Target, figure: FigureFact): boolean =>
  figure.unit === '' ||
  target.values.length === 0 ||
  readUnit(figure.unit).base === readUnit(figureUnit(target)).base;

/** Figures of one target: all of them where the commitment has one target, else those of its metric. */
function isOf(target: Target, figure: FigureFact, alone: boolean): boolean {
  if (alone) return true;
  const named =
    figure.metric === target.metric || bareSeriesName(figure.metric) === bareSeriesName(target.metric);
  return named && inUnitOf(target, figure);
}

interface Chosen {
  readonly latest: FigureFact | null;
  readonly base: FigureFact | null;
}

/** The latest figure of the plan's own time that speaks, and the last one from before it. */
function choose(target: Target, facts: Facts, asOf: IsoDate): Chosen {
  const alone = facts.targets.length === 1;
  let latest: FigureFact | null = null;
  let base: FigureFact | null = null;
  for (const figure of facts.figures) {
    if (figure.periodEnd > asOf || !isOf(target, figure, alone) || isSilent(figure)) continue;
    if (figure.periodEnd < facts.startsOn) {
      if (!base || figure.periodEnd >= base.periodEnd) base = figure;
    } else if (!latest || figure.periodEnd >= latest.periodEnd) latest = figure;
  }
  return { latest, base };
}

function withoutFigure(target: Target, facts: Facts, asOf: IsoDate): Verdict {
  const first = firstCheckpoint([target]);
  if (first !== null && first > asOf) return verdict('notDue', asOf, [reason('notDueYet', { day: first })]);
  const because: Reason[] = [reason('noFigure', { target: target.printed, day: asOf })];
  if (asOf > facts.dueOn) because.push(reason('pastDue', { due: facts.dueOn }));
  return verdict('noJudgement', asOf, because);
}

/** A rate for June says nothing about December: a rate whose year is over is judged on a figure of its end only. */
function isStale(inCase: TargetCase): boolean {
  const { target, figure, dueOn, asOf } = inCase;
  const level = target.measure === 'rate' || target.measure === 'share';
  return level && asOf > dueOn && figure.periodEnd < dueOn;
}

function judgeCase(inCase: TargetCase): Verdict {
  const { target, figure, dueOn, asOf } = inCase;
  if (isStale(inCase))
    return verdict('noJudgement', asOf, [
      reason('noFigure', { target: target.printed, day: dueOn, last: figure.periodEnd }),
      reason('pastDue', { due: dueOn }),
    ]);
  const byWords = (): Verdict | null => judgeByWords(target, figure.statement, dueOn, figure.periodEnd, asOf);
  const comparesSeries =
    (target.relativeType === 'sync' || target.relativeType === 'above' || target.relativeType === 'below') &&
    !(target.measure === 'text' && isOwnPast(target.relative ?? ''));
  if (comparesSeries) {
    const found = judgeRelative(inCase);
    return found && found.status !== 'noJudgement' ? found : (byWords() ?? found ?? unclear(inCase));
  }
  if (isTrend(target.relativeType)) return byWords() ?? judgeTrend(inCase) ?? unclear(inCase);
  if (target.values.length === 0) return byWords() ?? unclear(inCase);
  const found = judgeNumber(inCase);
  return found && found.status !== 'noJudgement' ? found : (byWords() ?? found ?? unclear(inCase));
}

const unclear = ({ target, figure, asOf }: TargetCase): Verdict =>
  verdict('noJudgement', asOf, [
    reason('targetUnclear', { target: target.printed, statement: figure.statement }),
  ]);

function assessTarget(target: Target, facts: Facts, settings: JudgingSettings, asOf: IsoDate): Verdict {
  const { latest, base } = choose(target, facts, asOf);
  if (!latest) return withoutFigure(target, facts, asOf);
  const { startsOn, dueOn, series } = facts;
  return judgeCase({ target, figure: latest, base, startsOn, dueOn, asOf, series, settings });
}

/** Several parts of one commitment, targets or cuts: the worst that can be judged, and every reason. */
export function together(parts: readonly Verdict[], asOf: IsoDate): Verdict {
  const judged = parts.filter((part) => part.status !== 'noJudgement' && part.status !== 'notDue');
  const [only] = judged;
  const because = parts.flatMap((part) => part.because);
  if (!only) return { ...(parts[0] ?? verdict('noJudgement', asOf, [])), because };
  const status = worst(judged.map((part) => part.status));
  const open = judged.length < parts.length && status === 'achieved' ? 'onTrack' : status;
  const differ = judged.some((part) => part.status !== status) || judged.length < parts.length;
  const lead = judged.find((part) => part.status === status) ?? only;
  return {
    status: open,
    asOf,
    share: parts.length === 1 ? lead.share : null,
    expectedShare: lead.expectedShare,
    because: differ
      ? [...because, reason('partsDisagree', { judged: `${judged.length}`, of: `${parts.length}` })]
      : because,
  };
}

const inWordsOnly = targetFromWords({ metric: '', unit: '', printed: '' });

/** A task without a number is judged by what is said of it; where nothing is said, there is nothing to judge by. */
function withoutTarget(facts: Facts, settings: JudgingSettings, asOf: IsoDate): Verdict {
  const worded = { ...facts, targets: [inWordsOnly] };
  const found = assessTarget(inWordsOnly, worded, settings, asOf);
  return found.status === 'noJudgement' ? verdict('noJudgement', asOf, [reason('noTarget')]) : found;
}

/** Judges a commitment on a day. Pure: the same facts, settings and day give the same verdict. */
export function assess(facts: Facts, settings: JudgingSettings, asOf: IsoDate): Verdict {
  if (asOf < facts.startsOn) return verdict('notDue', asOf, [reason('notDueYet', { day: facts.startsOn })]);
  const [target] = facts.targets;
  if (!target) return withoutTarget(facts, settings, asOf);
  if (facts.targets.length === 1) return assessTarget(target, facts, settings, asOf);
  return together(
    facts.targets.map((each) => assessTarget(each, facts, settings, asOf)),
    asOf,
  );
}
