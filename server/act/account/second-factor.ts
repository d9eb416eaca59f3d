// The second factor: offered with a picture to scan, set by its first code, taken away by a proof of both.
import { randomBytes } from 'node:crypto';
import qrcode from 'qrcode-generator';
import type { Caller } from '../../../core/contract/permission.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { getAccount } from '../../store/people/account.ts';
import { getSecret, offerFactor, setFactor } from '../../store/people/secret.ts';
import { freeSessions } from '../../store/people/session.ts';
import { perform } from '../perform.ts';
import { codeHash, type Origin, type Proof, type ProofProblem, prove } from './prove.ts';
import { base32, matchingStep, otpauthUri } from './totp.ts';

/** RFC 4226 4 R6: at least 128 bits, 160 recommended. */
const secretBytes = 20;
const recoveryCodes = 10;

export interface FactorOffer {
  readonly uri: string;
  /** For typing where nothing can be scanned. */
  readonly secret: string;
  /** A picture as a data: address. */
  readonly picture: string;
}

function pictureOf(uri: string): string {
  const code = qrcode(0, 'M');
  code.addData(uri);
  code.make();
  const svg = code.createSvgTag({ scalable: true, margin: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** Offers a new secret; the factor in force stays until a code of the new one was given. */
export async function offerSecondFactor(
  context: Context,
  caller: Caller,
): Promise<Result<FactorOffer, 'session.none'>> {
  const { db, jurisdiction } = context;
  const account =
    caller.accountId === null ? undefined : await getAccount(db, jurisdiction, caller.accountId);
  if (!account) return fail('session.none');
  const secret = randomBytes(secretBytes);
  await offerFactor(db, jurisdiction, account.id, secret);
  const uri = otpauthUri(secret, '闭环', account.login);
  return succeed({ uri, secret: base32(secret), picture: pictureOf(uri) });
}

/** Ten signs of base 32 (50 bits), read out in two groups. */
const aCode = (): string => {
  const text = base32(randomBytes(7)).slice(0, 10).toLowerCase();
  return `${text.slice(0, 5)}-${text.slice(5)}`;
};

export async function setSecondFactor(
  context: Context,
  caller: Caller,
  code: string,
  { address, throttle }: Origin,
): Promise<
  Result<
    { recoveryCodes: string[] },
    'session.none' | 'factor.notOffered' | 'login.codeWrong' | 'login.tooMany'
  >
> {
  const { accountId } = caller;
  if (accountId === null) return fail('session.none');
  const { jurisdiction } = context;
  const now = context.now();
  const admitted = throttle.admit(address, now, 60);
  if (!admitted.ok) return admitted;
  const secret = await getSecret(context.db, jurisdiction, accountId);
  if (!secret?.totp_offered) return fail('factor.notOffered');
  const step = matchingStep(secret.totp_offered, code, now, 0);
  if (step === null) {
    throttle.noteWrong(address, now);
    return fail('login.codeWrong');
  }
  const codes = Array.from({ length: recoveryCodes }, aCode);
  const factor = { secret: secret.totp_offered, step, codeHashes: codes.map(codeHash) };
  await perform(context, { caller, key: null }, async (inside, note) => {
    await setFactor(inside.db, jurisdiction, accountId, factor);
    await freeSessions(inside.db, jurisdiction, accountId);
    note({ act: 'account.setFactor', objectKind: 'account', objectId: accountId });
    return succeed(undefined);
  });
  return succeed({ recoveryCodes: codes });
}

export async function removeSecondFactor(
  context: Context,
  caller: Caller,
  proof: Proof,
  origin: Origin,
): Promise<Result<{ removed: boolean }, ProofProblem | 'session.none'>> {
  const { accountId } = caller;
  if (accountId === null) return fail('session.none');
  const proved = await prove(context, accountId, proof, origin);
  if (!proved.ok) return proved;
  await perform(context, { caller, key: null }, async ({ db, jurisdiction }, note) => {
    await setFactor(db, jurisdiction, accountId, null);
    note({ act: 'account.removeFactor', objectKind: 'account', objectId: accountId });
    return succeed(undefined);
  });
  return succeed({ removed: true });
}
