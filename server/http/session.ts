// Who is asking: the session cookie or an access token, looked up for many requests in one question.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, isPermission, visitor } from '../../core/contract/permission.ts';
import { isHeldOn } from '../../core/place/role.ts';
import { tokenStart } from '../act/account/access-token.ts';
import { tokenHash } from '../act/account/sign-in.ts';
import type { Context } from '../context.ts';
import { type FoundSession, findSessions, touchSessions } from '../store/people/session.ts';

/**
 * Under TLS the name itself binds a cookie to this host, this path and TLS (RFC 6265bis, 4.1.3); a page on this machine
 * without TLS cannot have that.
 */
const isSecure = (origin: string): boolean => origin.startsWith('https:');
const sessionCookie = (origin: string): string => `${isSecure(origin) ? '__Host-' : ''}bihuan_session`;
/** A session's last use is noted once a minute at most: a write for every click would cost more than the click. */
const touchMs = 60_000;

const cookieOf = ({ headers }: FastifyRequest, wanted: string): string | null => {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name = '', value = ''] = pair.trim().split('=');
    if (name === wanted && /^[\w-]{20,200}$/.test(value)) return value;
  }
  return null;
};

/** An access token is known by its beginning: it counts only as a bearer, and a session only as a cookie. */
export function tokenOf(request: FastifyRequest, origin: string): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer.startsWith(tokenStart) ? bearer : 'none';
  const cookie = cookieOf(request, sessionCookie(origin));
  return cookie?.startsWith(tokenStart) ? 'none' : cookie;
}

/** Not readable by scripts, not sent by other sites' forms; Secure where the page itself came by TLS. */
export function setSessionCookie(reply: FastifyReply, origin: string, token: string | null): void {
  const secure = isSecure(origin) ? '; Secure' : '';
  const life = token === null ? '; Max-Age=0' : '';
  reply.header(
    'set-cookie',
    `${sessionCookie(origin)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${life}`,
  );
}

/** It goes to one path only, so its name can bind it to TLS but not to the host. */
const browserCookie = (origin: string): string => `${isSecure(origin) ? '__Secure-' : ''}bihuan_away`;

/** A secret of this browser while a sign-in is away at the other house: who comes back must be who left. */
export const browserOf = (request: FastifyRequest, origin: string): string | null =>
  cookieOf(request, browserCookie(origin));

export function setBrowserCookie(reply: FastifyReply, origin: string, secret: string | null): void {
  const secure = isSecure(origin) ? '; Secure' : '';
  const life = secret === null ? 0 : 600;
  reply.header(
    'set-cookie',
    `${browserCookie(origin)}=${secret ?? ''}; Path=/api/oidc; HttpOnly; SameSite=Lax; Max-Age=${life}${secure}`,
  );
}

export interface Known {
  readonly caller: Caller;
  readonly session: FoundSession | null;
}

const unknown: Known = { caller: visitor, session: null };

export interface Sessions {
  /** Who is behind a token now; roles and suspensions of this moment, never remembered ones. */
  find(token: string | null): Promise<Known>;
}

export function openSessions(context: Context, log: (error: unknown) => void): Sessions {
  type Waiting = { readonly hash: string; resolve(known: Known): void; reject(error: unknown): void };
  let waiting: Waiting[] = [];
  let asking = false;

  const knownOf = (session: FoundSession): Known => {
    const today = context.today();
    const grants = session.grants.filter((grant) => isHeldOn(grant, today));
    const scopes = session.scopes?.filter(isPermission) ?? null;
    return { caller: { accountId: session.accountId, name: session.name, grants, scopes }, session };
  };
  let touching = false;
  /** One note at a time, in one order: two at once over the same sessions would wait for each other. */
  const touch = (found: readonly FoundSession[], now: Date): void => {
    const isStale = ({ seenAt }: FoundSession): boolean => now.getTime() - Date.parse(seenAt) > touchMs;
    const stale = touching ? [] : found.filter(isStale).map(({ tokenSha256 }) => tokenSha256);
    if (stale.length === 0) return;
    touching = true;
    touchSessions(context.db, context.jurisdiction, stale.sort(), now)
      .catch(log)
      .finally(() => {
        touching = false;
      });
  };
  const lookUp = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    try {
      const { db, jurisdiction } = context;
      const now = context.now();
      const hashes = [...new Set(asked.map(({ hash }) => hash))];
      const found = await findSessions(db, jurisdiction, hashes, now);
      const byHash = new Map(found.map((session) => [session.tokenSha256, session]));
      for (const { hash, resolve } of asked) {
        const session = byHash.get(hash);
        resolve(session ? knownOf(session) : unknown);
      }
      touch(found, now);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  /** One question at a time: whoever comes meanwhile is in the next one, so a rush asks few questions about many. */
  const lookUpAll = async (): Promise<void> => {
    while (waiting.length > 0) await lookUp();
    asking = false;
  };
  return {
    find: (token) => {
      if (token === null) return Promise.resolve(unknown);
      return new Promise((resolve, reject) => {
        waiting.push({ hash: tokenHash(token), resolve, reject });
        if (!asking) {
          asking = true;
          setImmediate(() => void lookUpAll());
        }
      });
    },
  };
}
