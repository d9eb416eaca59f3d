// The clocks of awards and claims, each with its default and where the default comes from; a city sets its own.
import { type Setting, type Term, workingDays } from '../../quantity/deadline.ts';

export interface PaySettings {
  /** From the request to the answer whether it is taken in. */
  readonly acceptTerm: Setting<Term>;
  /** From taking in to the decision, where a short request is enough (即申即享), and where people judge (评审). */
  readonly decideTerm: Setting<Term>;
  readonly judgeTerm: Setting<Term>;
  /** From the award to the money. */
  readonly payTerm: Setting<Term>;
  /** How long a list of awards is shown to the public before it is paid (公示). */
  readonly noticeTerm: Setting<Term>;
  /** From the question of an enterprise to its answer. */
  readonly answerTerm: Setting<Term>;
}

const own = (count: number): Setting<Term> => ({
  value: workingDays(count),
  basis: 'default',
  source: '软件默认值，未检索到公开规定',
});

export const defaultPaySettings: PaySettings = {
  acceptTerm: own(3),
  decideTerm: own(7),
  judgeTerm: own(30),
  payTerm: {
    value: workingDays(60),
    basis: 'default',
    source: '四川省惠企政策“快申快享”工作规则：原则上 60 个工作日内兑付',
  },
  noticeTerm: own(5),
  answerTerm: own(5),
};
