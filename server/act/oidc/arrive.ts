// Takes a browser back from the other house: the same browser, once, with an answer that the house signed for us. Who that is,
// is said by issuer and subject alone, never by an e-mail address (the usual way accounts are taken over).
import { timingSafeEqual } from 'node:crypto';
import { authorizationCodeGrant } from 'openid-client';
import { visitor } from '../../../core/contract/permission.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { getAccountState } from '../../store/people/account.ts';
import { addIdentity, type Departure, findIdentity, takeDeparture } from '../../store/people/identity.ts';
import { openSession, type SignedIn } from '../account/sign-in.ts';
import { perform } from '../perform.ts';
import { arrivalPath, hashOf } from './depart.ts';
import type { House, Houses } from './house.ts';

export interface Arriving {
  readonly origin: string;
  /** What stood after the question mark. */
  readonly query: string;
  readonly browser: string | null;
  readonly agent: string;
  /** The account that is signed in now; a link is made for the one that left only while it still is. */
  readonly accountId: string | null;
}

export interface Arrived {
  readonly session: SignedIn | null;
  readonly returnTo: string;
}

type Problem =
  | 'oidc.none'
  | 'oidc.unreachable'
  | 'oidc.refused'
  | 'oidc.unknownPerson'
  | 'oidc.linkedElsewhere';

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

async function subjectOf(
  { configuration }: House,
  { origin, query }: Arriving,
  { nonce, verifier }: Departure,
  state: string,
): Promise<string | null> {
  const tokens = await authorizationCodeGrant(configuration, new URL(`${origin}${arrivalPath}?${query}`), {
    ...{ expectedNonce: nonce, expectedState: state, pkceCodeVerifier: verifier },
    idTokenExpected: true,
  });
  return tokens.claims()?.sub ?? null;
}

async function link(
  context: Context,
  accountId: string,
  identity: { readonly issuer: string; readonly subject: string },
): Promise<Result<true, 'oidc.linkedElsewhere' | 'request.keyMismatch'>> {
  return perform(
    context,
    { caller: { ...visitor, accountId }, key: null },
    async ({ db, jurisdiction }, note) => {
      if (!(await addIdentity(db, jurisdiction, { ...identity, accountId })))
        return fail('oidc.linkedElsewhere');
      note({
        act: 'account.link',
        objectKind: 'account',
        objectId: accountId,
        detail: { issuer: identity.issuer },
      });
      return succeed(true);
    },
  );
}

export async function arrive(
  context: Context,
  houses: Houses,
  arriving: Arriving,
  log: (error: unknown) => void,
): Promise<Result<Arrived, Problem | 'request.keyMismatch'>> {
  const { db, jurisdiction } = context;
  const state = new URLSearchParams(arriving.query).get('state');
  if (state === null || arriving.browser === null) return fail('oidc.refused');
  const departure = await takeDeparture(db, jurisdiction, hashOf(state), context.now());
  if (!departure || !isSame(departure.browserSha256, hashOf(arriving.browser))) return fail('oidc.refused');
  const house = await houses.current();
  if (!house.ok) return house;
  let subject: string | null = null;
  try {
    subject = await subjectOf(house.value, arriving, departure, state);
  } catch (error) {
    log(error);
  }
  if (subject === null) return fail('oidc.refused');
  const identity = { issuer: house.value.issuer, subject };
  if (departure.accountId !== null) {
    if (departure.accountId !== arriving.accountId) return fail('oidc.refused');
    const linked = await link(context, departure.accountId, identity);
    return linked.ok ? succeed({ session: null, returnTo: departure.returnTo }) : linked;
  }
  const accountId = await findIdentity(db, jurisdiction, identity.issuer, subject);
  if (accountId === null || (await getAccountState(db, jurisdiction, accountId)) === 'suspended')
    return fail('oidc.unknownPerson');
  const session = await openSession(context, accountId, 'oidc', arriving.agent);
  return succeed({ session, returnTo: departure.returnTo });
}
