// How the taking of a register file says no, deep inside: one exception that never leaves this folder.
import type { HeadingProblem } from '../../../core/policy/register/file/row.ts';

export type RegisterFileProblem = HeadingProblem | 'register.noRows';

export class RegisterRefusal extends Error {
  readonly code: RegisterFileProblem;
  readonly params: Readonly<Record<string, string>>;

  constructor(code: RegisterFileProblem, params: Readonly<Record<string, string>>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
