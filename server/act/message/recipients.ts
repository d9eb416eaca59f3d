// Who is told of what happened: accounts in the seats that an event names, and followers of its promise; never who did it.
import { aliasesOf, unitKey } from '../../../core/place/org-unit.ts';
import type { Audience, Seat } from '../../../core/publish/event.ts';
import type { Context } from '../../context.ts';
import { getJurisdiction, listUnitAliases } from '../../store/jurisdiction.ts';
import { type HeldRole, listActive, listHeldRoles, type Mailbox } from '../../store/message/recipient.ts';
import type { Told } from '../../store/message/told.ts';
import { listFollowers } from '../../store/message/wish.ts';

/** One key for every printing of a unit, so that a role held for 市住保房管局 is told what is addressed to any of its names. */
async function unitKeyReader({ db, jurisdiction }: Context): Promise<(printed: string) => string> {
  const [aliases, city] = await Promise.all([listUnitAliases(db, jurisdiction), getJurisdiction(db)]);
  const units = aliases.map(
    ({ alias, name }) => ({ id: alias, name, kind: 'department', aliases: [alias] }) as const,
  );
  const table = aliasesOf(units, city?.name ?? '');
  const keys = new Map<string, string>();
  return (printed) => {
    const key = keys.get(printed) ?? unitKey(printed, table, city?.name ?? '');
    keys.set(printed, key);
    return key;
  };
}

function isIn(seat: Seat, held: HeldRole, keyOf: (printed: string) => string): boolean {
  if (!seat.roles.includes(held.role)) return false;
  if (seat.unit !== undefined) return held.unit !== null && keyOf(held.unit) === keyOf(seat.unit);
  if (seat.place !== undefined) return held.place === seat.place;
  // An office of one district is not told what the whole city's office is told.
  return seat.anywhere === true || held.place === null;
}

export interface Recipients {
  /** Accounts by the id of what is told. */
  readonly of: ReadonlyMap<string, ReadonlySet<string>>;
  readonly mailboxes: ReadonlyMap<string, Mailbox>;
}

export async function findRecipients(context: Context, told: readonly Told[]): Promise<Recipients> {
  const { db, jurisdiction, today } = context;
  const audienceOf = ({ audience }: Told): Audience => audience;
  const roles = new Set(told.flatMap((each) => audienceOf(each).seats.flatMap((seat) => seat.roles)));
  const followed = told.flatMap(({ audience, commitmentId }) =>
    audience.followers && commitmentId !== null ? [commitmentId] : [],
  );
  const keyOf = await unitKeyReader(context);
  const held = await listHeldRoles(db, jurisdiction, [...roles], today());
  const followers = followed.length === 0 ? [] : await listFollowers(db, jurisdiction, followed);
  const found = new Map(
    told.map((each) => {
      const { seats, accounts } = each.audience;
      const own = new Set([
        ...accounts,
        ...held
          .filter((one) => seats.some((seat) => isIn(seat, one, keyOf)))
          .map(({ accountId }) => accountId),
        ...(each.audience.followers
          ? followers
              .filter(({ commitment_id }) => commitment_id === each.commitmentId)
              .map(({ account_id }) => account_id)
          : []),
      ]);
      if (each.recordedBy !== null) own.delete(each.recordedBy);
      return [each.id, own] as const;
    }),
  );
  const everybody = [...new Set([...found.values()].flatMap((own) => [...own]))];
  const active = await listActive(db, jurisdiction, everybody);
  const mailboxes = new Map(active.map((each) => [each.id, each]));
  const of = new Map(
    [...found].map(([id, own]) => [id, new Set([...own].filter((each) => mailboxes.has(each)))]),
  );
  return { of, mailboxes };
}
