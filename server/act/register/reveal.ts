// Shows personal data unmasked: an act of its own, in the audit log with its reason, before anything is shown.
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { getContact } from '../../store/register/enterprise.ts';
import type { Contact, Vault } from '../../store/register/vault.ts';
import { type Actor, perform } from '../perform.ts';

export async function revealContact(
  context: Context,
  { caller }: Actor,
  vault: Vault | null,
  code: string,
  reason: string,
): Promise<Result<Contact, ProblemCode>> {
  // Under no request key: the answer would be kept there, and personal data is kept in one place only.
  return perform<Contact, ProblemCode>(context, { caller, key: null }, async (inside, note) => {
    const contact = await getContact(inside.db, inside.jurisdiction, code, vault);
    if (!contact) return fail('enterprise.noContact');
    if (contact === 'sealed') return fail('enterprise.contactSealed');
    note({ act: 'enterprise.reveal', objectKind: 'enterprise', objectId: code, detail: { reason } });
    return succeed(contact);
  });
}
