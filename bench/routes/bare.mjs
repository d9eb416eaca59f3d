#!/usr/bin/env node
// The limit of a route: bare Fastify over the same store question and the same database, without guard, caller, contract or view.
// Reads {data, jurisdiction, account} from standard input, prints the port it listens on.
import { createRequire } from 'node:module';

const root = new URL('../../', import.meta.url);
const { default: fastify } = await import(
  createRequire(new URL('server/package.json', root)).resolve('fastify')
);
const dist = (path) => import(new URL(`dist/server/${path}`, root).href);
const [{ withDatabase }, { openStore }, { listPlans }, document, { countUnread }, { listFollowed }] =
  await Promise.all([
    dist('store/reach.js'),
    dist('store/open.js'),
    dist('store/plan.js'),
    dist('store/document.js'),
    dist('store/message/message.js'),
    dist('store/message/wish.js'),
  ]);

let order = '';
for await (const chunk of process.stdin) order += chunk;
const { data, jurisdiction, account } = JSON.parse(order);

await withDatabase({ data, databaseUrl: null }, async (connection) => {
  const { db } = openStore(connection, () => {});
  const app = fastify();
  app.get('/api/plans', async () => ({ plans: await listPlans(db, jurisdiction, null) }));
  app.get('/api/documents', async () => ({ documents: await document.listDocuments(db, jurisdiction) }));
  app.get('/api/documents/:id/text', async ({ params }) =>
    document.getDocumentText(db, jurisdiction, params.id),
  );
  app.get('/api/messages/unread', async () => ({ unread: await countUnread(db, jurisdiction, account) }));
  app.get('/api/me/follows', async () => ({ follows: await listFollowed(db, jurisdiction, account) }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  console.log(app.server.address().port);
  await new Promise((resolve) => process.once('SIGTERM', resolve));
});
process.exit(0);
