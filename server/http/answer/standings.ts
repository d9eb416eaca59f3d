// Answers of standings routes: formulas, typed outcomes, rounds and their reasons.

import type { standingRoutes } from '../../../core/contract/standings.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { succeed } from '../../../core/result.ts';
import { addFacts } from '../../act/standing/add-facts.ts';
import { addFormulaVersion } from '../../act/standing/add-formula.ts';
import { moveRound } from '../../act/standing/move-round.ts';
import { openRound } from '../../act/standing/open-round.ts';
import { overruleVerdict, withdrawOverride } from '../../act/standing/overrule.ts';
import type { Context } from '../../context.ts';
import { getPlacePage, getRoundPage, listStandings } from '../../view/standing/rounds.ts';
import type { HandlersOf } from '../handler.ts';

export function answerStandings(context: Context): HandlersOf<typeof standingRoutes> {
  return {
    'GET /api/standings': async ({ caller }) => succeed(await listStandings(context, caller)),
    'POST /api/standings/formulas': ({ body, caller, key }) =>
      addFormulaVersion(context, { caller, key }, { ...body, inForceFrom: isoDate(body.inForceFrom) }),
    'POST /api/standings/facts': ({ body, caller, key }) =>
      addFacts(context, { caller, key }, { ...body, asOf: isoDate(body.asOf) }),
    'POST /api/standings/rounds': ({ body, caller, key }) =>
      openRound(context, { caller, key }, { ...body, asOf: isoDate(body.asOf) }),
    'GET /api/standings/rounds/:roundId': ({ params, caller }) =>
      getRoundPage(context, caller, params.roundId),
    'POST /api/standings/rounds/:roundId/moves': ({ params, body, caller, key }) =>
      moveRound(context, { caller, key }, params.roundId, body),
    'GET /api/standings/rounds/:roundId/members/:memberId': ({ params, caller }) =>
      getPlacePage(context, caller, params.roundId, params.memberId),
    'POST /api/commitments/:commitmentId/overrides': ({ params, body, caller, key }) =>
      overruleVerdict(context, { caller, key }, params.commitmentId, {
        ...body,
        from: isoDate(body.from),
        until: isoDate(body.until),
      }),
    'POST /api/commitments/:commitmentId/overrides/:overrideId/withdrawal': ({ params, body, caller, key }) =>
      withdrawOverride(context, { caller, key }, params, body.reason),
  };
}
