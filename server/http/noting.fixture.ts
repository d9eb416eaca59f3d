// A server whose handlers only note that they were reached: whatever gets there was let through.
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../core/contract/shapes.ts';
import { createApp, furnish } from './app.ts';
import { allRoles } from './caller.fixture.ts';
import { localDoor } from './door.ts';
import type { Handlers } from './handler.ts';

export const someId = '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c11';
export const host = { host: '127.0.0.1:4870' };
export const json = { ...host, 'content-type': 'application/json' };

export interface NotingServer {
  readonly app: FastifyInstance;
  /** Routes whose handler ran since the last request began. */
  readonly reached: string[];
  /** What the handlers throw, if anything. */
  failure: unknown;
  ask(method: 'GET' | 'POST', url: string, body?: string, headers?: Record<string, string>): Promise<Asked>;
}

export interface Asked {
  readonly status: number;
  readonly text: string;
  readonly problem: ReturnType<typeof Problem.parse>;
}

export async function openNotingServer(): Promise<NotingServer> {
  const app = createApp('silent');
  const reached: string[] = [];
  const handlers = new Proxy({} as Handlers, {
    get: (_, name) => async () => {
      reached.push(String(name));
      if (server.failure) throw server.failure;
      return { ok: false, code: 'plan.none', params: {} };
    },
  });
  const server: NotingServer = {
    app,
    reached,
    failure: null,
    ask: async (method, url, body, headers = json) => {
      reached.length = 0;
      const answer = await app.inject({
        method,
        url,
        headers,
        ...(body === undefined ? {} : { payload: body }),
      });
      return { status: answer.statusCode, text: answer.body, problem: Problem.parse(answer.json()) };
    },
  };
  const findScope = async () => ({ places: [], leadUnit: null, units: [], owner: null });
  await furnish(app, {
    handlers,
    sessions: allRoles,
    findScope,
    now: () => new Date(),
    door: localDoor,
    webFolder: '/nowhere',
  });
  return server;
}
