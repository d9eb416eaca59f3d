// Two other houses for tests: a real one (oidc-provider) that lets people in as they ask, and one that signs whatever it is told.
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface OtherHouse {
  readonly issuer: string;
  close(): Promise<void>;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}`;
}

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

export const clientId = 'bihuan';
export const clientSecret = 'a-secret-of-the-test-only-0123456789';

/** Whoever comes is let in as `person()`; consent is given. */
export async function openRealHouse(redirectUri: string, person: () => string): Promise<OtherHouse> {
  const server = createServer();
  const issuer = await listen(server);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
  });
  const answer = provider.callback();
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: person() } });
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id });
    grant.addOIDCScope('openid');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) void interact(request, response);
    else answer(request, response);
  });
  return { issuer, close: () => shut(server) };
}

/** Follows the house's redirects as a browser would, until it sends the browser back to us; gives what stands after the `?`. */
export async function visitHouse(url: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  for (let hop = 0; hop < 12; hop++) {
    if (next.startsWith(redirectUri)) return new URL(next).search.slice(1);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the house answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error('the house never sent the browser back');
}

export interface Token {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** A signature by a key the house does not publish, or none. */
  readonly signature: 'own' | 'foreign' | 'none';
}

export interface LyingHouse extends OtherHouse {
  /** What its next token says; it is given the sound claims. */
  say(change: (sound: Token) => Token): void;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A house whose token endpoint hands out whatever it was told to say, properly signed unless told otherwise. */
export async function openLyingHouse(nonce: () => string): Promise<LyingHouse> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };
  let change = (sound: Token): Token => sound;
  const server = createServer();
  const issuer = await listen(server);
  const token = (): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, sub: 'person-1', aud: clientId, exp: now + 300, iat: now, nonce: nonce() };
    const {
      header,
      claims: said,
      signature,
    } = change({ header: { alg: 'RS256', kid: 'k1' }, claims, signature: 'own' });
    const signed = `${part(header)}.${part(said)}`;
    if (signature === 'none') return `${signed}.`;
    const key = signature === 'own' ? own.privateKey : foreign.privateKey;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
  };
  const answers: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }),
    '/jwks': () => ({ keys: [jwk] }),
    '/token': () => ({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: token() }),
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = answers[request.url ?? ''];
    request.resume();
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  const say = (given: typeof change): void => {
    change = given;
  };
  return { issuer, close: () => shut(server), say };
}
