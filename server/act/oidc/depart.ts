// Sends a browser to the other house, and keeps what its return is held against: state, nonce, verifier, the browser itself.
import { createHash, randomBytes } from 'node:crypto';
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { addDeparture } from '../../store/people/identity.ts';
import type { Houses } from './house.ts';

const awayMs = 10 * 60_000;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Only a path of our own: `//host`, `/\host` and anything with a control sign lead elsewhere (CVE-2024-28239). */
export function ownPath(wish: string): string {
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wish)) return '/';
  try {
    const url = new URL(wish, 'http://own.invalid');
    const path = url.pathname + url.search + url.hash; // `/x/..//host` comes out as `//host`
    return url.origin === 'http://own.invalid' && !path.startsWith('//') ? path : '/';
  } catch {
    return '/';
  }
}

export interface Departing {
  /** Where the browser reached us. */
  readonly origin: string;
  readonly returnTo: string;
  /** The account that links itself; null for a sign-in. */
  readonly accountId: string | null;
}

export const arrivalPath = '/oidc';

export async function depart(
  context: Context,
  houses: Houses,
  { origin, returnTo, accountId }: Departing,
): Promise<Result<{ url: string; browser: string }, 'oidc.none' | 'oidc.unreachable'>> {
  const house = await houses.current();
  if (!house.ok) return house;
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const browser = randomBytes(32).toString('base64url');
  await addDeparture(context.db, context.jurisdiction, {
    ...{ stateSha256: hashOf(state), browserSha256: hashOf(browser), nonce, verifier, accountId },
    returnTo: ownPath(returnTo),
    expiresAt: new Date(context.now().getTime() + awayMs),
  });
  const url = buildAuthorizationUrl(house.value.configuration, {
    redirect_uri: `${origin}${arrivalPath}`,
    scope: 'openid',
    ...{ state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier) },
    code_challenge_method: 'S256',
  });
  return succeed({ url: url.href, browser });
}
