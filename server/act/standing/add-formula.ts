// Freezes a formula: the next version of its id, once nothing is wrong with it. Earlier versions stay for their rounds.
import { checkFormula } from '../../../core/assess/standing/check-formula.ts';
import type { Formula } from '../../../core/assess/standing/formula.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addFormula, listFormulas } from '../../store/standing/formula.ts';
import { type Actor, perform } from '../perform.ts';

export interface FormulaAdded {
  readonly id: string;
  readonly version: number;
}

export function addFormulaVersion(
  context: Context,
  actor: Actor,
  given: Omit<Formula, 'version'>,
): Promise<Result<FormulaAdded, ProblemCode>> {
  return perform<FormulaAdded, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const { id } = given;
    const versions = (await listFormulas(db, jurisdiction)).filter((each) => each.id === id);
    const last = versions[0];
    // One id is one race: districts and departments are never told apart by the version only.
    if (last && last.body.of !== given.of) return fail('standing.formulaWrong');
    const body: Formula = { ...given, version: (last?.version ?? 0) + 1 };
    const [fault] = checkFormula(body);
    if (fault) return fail(fault.code, fault.params);
    const recordedBy = actor.caller.accountId;
    if (!(await addFormula(db, jurisdiction, { body, recordedBy }))) return fail('state.changed');
    const { version } = body;
    note({ act: 'standing.formula', objectKind: 'formula', objectId: id, detail: { version } });
    return succeed({ id, version });
  });
}
