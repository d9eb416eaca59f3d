// The same verdicts as one SQL statement, and the tables it reads: bounds and tolerances worked out beforehand, as in the columns.

/**
 * Codes of rules, statuses and reasons come in as numbers, so that both sides print the same. Steps are subqueries
 * behind OFFSET 0: without it the planner would write every expression out again wherever it is used.
 */
export function statement({ rule, flag, status, reason, noShare, margin, join }) {
  const has = (bit) => `(flags & ${flag[bit]}) <> 0`;
  const late = '(:day > due_on)';
  const flow = `rule = ${rule.flow}`;
  const ceiling = `rule = ${rule.ceiling}`;
  const stock = `rule = ${rule.stock}`;
  const relative = `rule BETWEEN ${rule.sync} AND ${rule.below}`;
  const missed = `CASE WHEN ${late} THEN ${status.overdue} ELSE ${status.behind} END`;
  const reached = `CASE WHEN day >= due_on THEN ${status.achieved} ELSE ${status.onTrack} END`;
  const halfUp = (top, bottom) =>
    `CASE WHEN ${top} < 0 THEN -((-(${top}) * 20000 + ${bottom}) / (2 * ${bottom})) ELSE ((${top}) * 20000 + ${bottom}) / (2 * ${bottom}) END`;
  const elapsed = (from, to) =>
    `CASE WHEN day >= ${to} THEN 10000 WHEN day < ${from} THEN 0
          ELSE ((day - ${from} + 1) * 20000 + (${to} - ${from} + 1)) / (2 * (${to} - ${from} + 1)) END`;
  const scheduled = `CASE WHEN steps THEN coalesce(
            (SELECT p.share FROM step p WHERE p.commitment_id = id AND p.day <= f.day ORDER BY p.day DESC LIMIT 1),
            CASE WHEN day >= to_day THEN 10000 END) ELSE ${elapsed('from_day', 'to_day')} END`;
  const other = `CASE WHEN ${has('ownPast')} THEN base ELSE goal *
             (SELECT p.value FROM series p WHERE p.id = c.series AND p.day <= f.day AND p.until >= f.day
              ORDER BY p.day DESC LIMIT 1) END`;
  // What is done, what is expected, what the other side is.
  const measured = `
SELECT c.id, rule, flags, due_on, to_day, goal, low, high, slack, base, f.day, f.amount, f.said_done,
       CASE WHEN :day < starts_on THEN 1 WHEN day IS NULL THEN CASE WHEN first_due > :day THEN 1 ELSE 2 END
            WHEN ${has('goesStale')} AND ${late} AND day < due_on THEN 3
            WHEN rule > ${rule.below} AND said_done THEN 5 WHEN rule >= ${rule.sync} THEN 4 ELSE 5 END AS way,
       CASE WHEN ${flow} THEN amount * 10000 / goal
            WHEN ${ceiling} THEN CASE WHEN high > 0 AND amount >= 0 THEN (amount * 20000 + high) / (2 * high) END
            WHEN ${stock} AND base < goal THEN ${halfUp('amount - base', '(goal - base)')} END AS done,
       CASE WHEN rule IN (${rule.flow}, ${rule.ceiling}) THEN ${scheduled}
            WHEN ${stock} THEN ${elapsed('starts_on', 'due_on')} END AS expected,
       CASE WHEN ${relative} THEN ${other} END AS other,
       CASE WHEN (low IS NULL OR amount >= low) AND (high IS NULL OR amount <= high)
              THEN CASE WHEN ${has('strict')} AND (amount = low OR amount = high) THEN ${reason.notReached} ELSE ${reason.reached} END
            WHEN NOT ${has('tolerant')} THEN ${reason.notReached}
            WHEN (low IS NULL OR amount + slack >= low) AND (high IS NULL OR amount - slack <= high)
              THEN ${reason.withinTolerance}
            ELSE ${reason.beyondTolerance} END AS meeting
FROM commitment c LEFT JOIN ${join.from} ON ${join.on}
OFFSET 0`;
  // path 0: done; 1: against the number itself; 2: pace of a flow or a stock; 3: of a ceiling; 5: nothing due; 6: no base;
  // 7: the words say it is done where the numbers decide nothing or a trend is promised.
  const routed = `
SELECT *,
  CASE WHEN way < 4 THEN NULL
       WHEN ${flow} THEN CASE WHEN done >= 10000 AND NOT (done = 10000 AND ${has('beyondWhole')}) THEN 0
                              WHEN day >= to_day THEN 1 WHEN expected IS NULL THEN 5 ELSE 2 END
       WHEN ${ceiling} THEN CASE WHEN done IS NULL OR day >= due_on OR done > 10000 THEN 1 ELSE 3 END
       WHEN ${stock} THEN CASE WHEN meeting IN (${reason.reached}, ${reason.withinTolerance}) OR ${late} OR day >= due_on OR NOT ${has('paced')} THEN 1
                               WHEN done IS NULL THEN CASE WHEN said_done THEN 7 ELSE 6 END ELSE 2 END
       WHEN rule > ${rule.below} THEN 7 ELSE 1 END AS path,
  meeting IN (${reason.reached}, ${reason.withinTolerance}) AS good,
  coalesce(expected, 0) AS asked,
  CASE WHEN way <> 4 THEN NULL WHEN ${relative} THEN CASE rule
         WHEN ${rule.sync} THEN CASE WHEN ${has('lower')} THEN amount - slack <= other ELSE amount + slack >= other END
         WHEN ${rule.above} THEN amount > other + low OR (amount = other + low AND NOT ${has('strict')})
         ELSE amount < other - low OR (amount = other - low AND NOT ${has('strict')}) END
       WHEN rule = ${rule.trendStable} THEN abs(amount - base) <= slack
            OR CASE WHEN ${has('lower')} THEN amount <= base ELSE amount >= base END
       WHEN rule = ${rule.trendDown} THEN amount < base
       ELSE amount > base END AS met
FROM (${measured}) d
OFFSET 0`;
  const levelShare = 'CASE WHEN goal > 0 AND amount >= 0 THEN (amount * 20000 + goal) / (2 * goal) END';
  return `
${join.cte === null ? '' : `WITH latest AS (${join.cte})`}
SELECT id,
  CASE way WHEN 1 THEN ${status.notDue} WHEN 2 THEN ${status.noJudgement} WHEN 3 THEN ${status.noJudgement}
    WHEN 4 THEN CASE WHEN met IS NULL THEN ${status.noJudgement} WHEN met THEN ${reached} ELSE ${missed} END
    ELSE CASE path WHEN 0 THEN ${status.achieved} WHEN 7 THEN ${status.achieved}
      WHEN 1 THEN CASE WHEN NOT good THEN ${missed} WHEN said_done THEN ${status.achieved} ELSE ${reached} END
      WHEN 2 THEN CASE WHEN ${late} THEN ${status.overdue} WHEN done >= asked THEN ${status.onTrack}
                       WHEN done + ${margin} >= asked THEN ${status.atRisk} ELSE ${status.behind} END
      WHEN 3 THEN CASE WHEN done <= asked THEN ${status.onTrack} WHEN done <= asked + ${margin} THEN ${status.atRisk}
                       ELSE ${status.behind} END
      WHEN 5 THEN ${status.notDue} ELSE ${status.noJudgement} END END AS status,
  CASE way WHEN 1 THEN ${reason.notDueYet} WHEN 2 THEN ${reason.noFigure} WHEN 3 THEN ${reason.noFigure}
    WHEN 4 THEN CASE
      WHEN rule > ${rule.below} THEN CASE WHEN met IS NULL THEN ${reason.noBase} WHEN met THEN ${reason.reached} ELSE ${reason.notReached} END
      WHEN met IS NULL THEN CASE WHEN ${has('ownPast')} THEN ${reason.noBase} ELSE ${reason.comparatorMissing} END
      WHEN rule = ${rule.sync} THEN CASE WHEN met THEN ${reason.inStepWith} ELSE ${reason.outOfStepWith} END
      WHEN (rule = ${rule.above}) = met THEN ${reason.fasterThan} ELSE ${reason.slowerThan} END
    ELSE CASE path WHEN 0 THEN ${reason.reached} WHEN 7 THEN ${reason.statementSaysDone} WHEN 1 THEN meeting WHEN 6 THEN meeting
      WHEN 2 THEN CASE WHEN done >= asked THEN ${reason.aheadOfSchedule} ELSE ${reason.behindSchedule} END
      WHEN 3 THEN CASE WHEN done <= asked THEN ${reason.aheadOfSchedule} ELSE ${reason.behindSchedule} END
      ELSE ${reason.notDueYet} END END AS reason,
  CASE way WHEN 2 THEN CASE WHEN ${late} THEN ${reason.pastDue} ELSE 0 END WHEN 3 THEN ${reason.pastDue}
    WHEN 5 THEN CASE path WHEN 1 THEN CASE WHEN good AND said_done THEN ${reason.statementSaysDone} ELSE 0 END
      WHEN 2 THEN CASE WHEN ${late} AND ${flow} THEN ${reason.pastDue} ELSE 0 END
      WHEN 6 THEN ${reason.noBase} ELSE 0 END ELSE 0 END AS second,
  coalesce(CASE WHEN way < 5 OR path = 7 THEN NULL WHEN path = 1 THEN CASE WHEN ${has('showsShare')} THEN ${levelShare} END
    WHEN path = 6 THEN ${levelShare} ELSE done END, ${noShare}) AS share,
  CASE WHEN way < 5 OR path IN (1, 6, 7) THEN ${noShare} ELSE asked END AS expected,
  day, amount
FROM (${routed}) r`;
}

/** The figure that counts of each commitment: of the last period up to the day the one recorded last. */
export const latestFigures = `SELECT DISTINCT ON (commitment_id) commitment_id, day, amount, said_done FROM figure WHERE day <= :day
          ORDER BY commitment_id, day DESC, recorded DESC`;

/** Ways to find the figure that counts; the fastest of them is the one compared with. */
export const joins = {
  'index lookup for each commitment': {
    cte: null,
    from: `LATERAL (SELECT g.day, g.amount, g.said_done FROM figure g WHERE g.commitment_id = c.id AND g.day <= :day
             ORDER BY g.day DESC, g.recorded DESC LIMIT 1) f`,
    on: 'true',
  },
  'distinct on, in the order of the index': {
    cte: latestFigures,
    from: 'latest f',
    on: 'f.commitment_id = c.id',
  },
  'hash aggregate of the latest key, then a join': {
    cte: `SELECT g.commitment_id, g.day, g.amount, g.said_done FROM figure g
          JOIN (SELECT commitment_id, max(day::bigint << 32 | recorded) AS newest FROM figure WHERE day <= :day
                GROUP BY commitment_id) n
            ON n.commitment_id = g.commitment_id AND n.newest = (g.day::bigint << 32 | g.recorded)`,
    from: 'latest f',
    on: 'f.commitment_id = c.id',
  },
};

export const tables = `
CREATE UNLOGGED TABLE commitment (
  id integer NOT NULL, rule smallint NOT NULL, flags smallint NOT NULL, series smallint NOT NULL, steps boolean NOT NULL,
  starts_on integer NOT NULL, due_on integer NOT NULL, from_day integer NOT NULL, to_day integer NOT NULL,
  first_due integer NOT NULL, goal bigint NOT NULL, low bigint, high bigint, slack bigint NOT NULL, base bigint);
CREATE UNLOGGED TABLE figure (
  amount bigint NOT NULL, commitment_id integer NOT NULL, day integer NOT NULL, recorded integer NOT NULL, said_done boolean NOT NULL);
CREATE UNLOGGED TABLE step (commitment_id integer NOT NULL, day integer NOT NULL, share integer NOT NULL);
CREATE UNLOGGED TABLE series (id smallint NOT NULL, day integer NOT NULL, until integer NOT NULL, value bigint NOT NULL);`;

export const indexes = `
ALTER TABLE commitment ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX ON figure (commitment_id, day DESC, recorded DESC) INCLUDE (amount, said_done);
CREATE UNIQUE INDEX ON step (commitment_id, day DESC) INCLUDE (share);
CREATE UNIQUE INDEX ON series (id, day DESC) INCLUDE (until, value);`;
