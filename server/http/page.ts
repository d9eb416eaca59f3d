// Serves the built screen from dist/web; an address of the screen itself gets the page, which finds its own way.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';

const yearInSeconds = 365 * 24 * 60 * 60;

/** Names under assets/ carry a hash of the content, so they may be kept for ever; the page itself may not. */
const cacheFor = (path: string): string =>
  /[/\\]assets[/\\]/.test(path) && /-[\w-]{8,}\.\w+$/.test(basename(path))
    ? `public, max-age=${yearInSeconds}, immutable`
    : 'no-cache';

const isScreenAddress = (url: string): boolean => {
  const path = url.split('?')[0] ?? '';
  return !/^\/(api|assets)(\/|$)/.test(path) && !/\.\w{1,8}$/.test(path);
};

export async function servePage(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(folder);
  if (isBuilt)
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (reply, path) => reply.setHeader('cache-control', cacheFor(path)),
    });
  app.setNotFoundHandler((request, reply) => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && isScreenAddress(request.url);
    if (isBuilt && isPage) return reply.sendFile('index.html');
    return sendProblem(request, reply, { code: 'route.notFound' });
  });
}
