// Takes a package of another level: shape, version, hash and addressee checked, differences shown, then kept; the same text twice is one.
import { randomUUID } from 'node:crypto';
import { PlanPackageFile } from '../../../core/contract/exchange.ts';
import { mayOn } from '../../../core/contract/permission.ts';
import {
  directionFits,
  type Party,
  type PlanPackage,
  packageVersion,
} from '../../../core/plan/exchange/package.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { loadPlan } from '../../judge/plan-facts.ts';
import { addPackage, getAbove, listPackages } from '../../store/exchange/package.ts';
import { listPlaces } from '../../store/jurisdiction.ts';
import { type Actor, type Deed, perform } from '../perform.ts';
import { hashOf, scopeOf } from './make-package.ts';
import { ownParty } from './plan-lines.ts';

function parse(bytes: Buffer): Result<unknown, 'package.notJson'> {
  try {
    return succeed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    return fail('package.notJson', { detail: error instanceof Error ? error.message.slice(0, 120) : '' });
  }
}

const versionIn = (read: unknown): unknown =>
  typeof read === 'object' && read !== null && 'version' in read ? read.version : undefined;

export interface ReadPackage {
  readonly body: PlanPackage;
  readonly sha256: string;
}

/** Strict: an unknown key, another version, a changed byte are refused, each by its own name. */
export function readPackage(bytes: Buffer): Result<ReadPackage, ProblemCode> {
  const json = parse(bytes);
  if (!json.ok) return json;
  const version = versionIn(json.value);
  if (version !== undefined && version !== packageVersion)
    return fail('package.version', { version: String(version).slice(0, 20), known: `${packageVersion}` });
  const read = PlanPackageFile.safeParse(json.value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = [...(issue?.path ?? [])].join('.') || '/';
    return fail('package.shape', { path, detail: issue?.message ?? '' });
  }
  const { sha256, ...rest } = read.data;
  const lines = rest.lines.map((line) => ({
    ...line,
    figure: line.figure && { ...line.figure, periodEnd: isoDate(line.figure.periodEnd) },
  }));
  const body: PlanPackage = { ...rest, issuedOn: isoDate(rest.issuedOn), lines };
  return hashOf(body) === sha256 ? succeed({ body, sha256 }) : fail('package.hash');
}

/** The sender must be the level directly above, or a place directly below; whoever uploads must stand for it. */
async function checkParties(
  context: Context,
  actor: Actor,
  { from, to, direction }: PlanPackage,
  own: Party,
): Promise<Result<true, ProblemCode>> {
  const { db, jurisdiction } = context;
  const names = { id: from.id, name: from.name };
  if (to.id !== own.id) return fail('package.notForUs', { id: to.id, name: to.name });
  if (to.level !== own.level || !directionFits({ direction, from, to }))
    return fail('package.direction', { from: from.level, to: to.level });
  const above = direction === 'down';
  if (!mayOn(actor.caller, 'exchange.send', scopeOf(from, above))) return fail('permission.denied');
  if (above) {
    const known = await getAbove(db, jurisdiction);
    return known && known.partnerId !== from.id ? fail('package.partnerUnknown', names) : succeed(true);
  }
  const places = await listPlaces(db, jurisdiction);
  return places.some(({ id }) => id === from.id) ? succeed(true) : fail('package.partnerUnknown', names);
}

export interface TakenPackage extends ReadPackage {
  readonly known: boolean;
  readonly taken: boolean;
}

export interface TakeWish {
  readonly mode: 'check' | 'take';
  readonly plan: string | undefined;
  readonly isDemonstration?: boolean;
  readonly documentId?: string;
}

/** A package that was read: held against our plan's place in the order of levels, and kept where that was asked for. */
export async function keepPackage(
  context: Context,
  actor: Actor,
  { mode, plan, isDemonstration = false, documentId }: TakeWish,
  { body, sha256 }: ReadPackage,
  note: (deed: Deed) => void,
): Promise<Result<TakenPackage, ProblemCode>> {
  const { db, jurisdiction } = context;
  const facts = await loadPlan(context, { plan });
  if (!facts.ok) return facts;
  const checked = await checkParties(context, actor, body, ownParty(context, facts.value));
  if (!checked.ok) return checked;
  const { from } = body;
  const before = await listPackages(db, jurisdiction, body.year, from.id);
  const known = before.some((row) => row.side === 'received' && row.sha256 === sha256);
  if (mode === 'check' || known) return succeed({ body, sha256, known, taken: false });
  const taken = await addPackage(db, jurisdiction, {
    ...{ id: randomUUID(), sha256, side: 'received', body, isDemonstration },
    documentId: documentId ?? null,
    ...{ partnerId: from.id, partnerName: from.name, partnerLevel: from.level },
    recordedBy: actor.caller.accountId,
  });
  const detail = { sha256, lines: body.lines.length };
  note({ act: 'exchange.receive', objectKind: 'partner', objectId: from.id, detail });
  return succeed({ body, sha256, known: !taken, taken });
}

export function takePackage(
  context: Context,
  actor: Actor,
  wish: TakeWish,
  bytes: Buffer,
): Promise<Result<TakenPackage, ProblemCode>> {
  const unkeyed = { caller: actor.caller, key: null };
  return perform<TakenPackage, ProblemCode>(context, unkeyed, async (inside, note) => {
    const read = readPackage(bytes);
    return read.ok ? keepPackage(inside, actor, wish, read.value, note) : read;
  });
}
