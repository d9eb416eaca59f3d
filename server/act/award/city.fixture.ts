// A city for tests of awards: offices, the clauses of the catalogue, and enterprises with figures of one year.

import { sql } from 'kysely';
import type { Caller } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import { creditCheckSign } from '../../../core/policy/register/credit-code.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import type { Db } from '../../store/open.ts';
import { addAccount } from '../../store/people/account.ts';
import { loadCatalogue } from '../clause/load-catalogue.ts';
import { type Example, openExample } from '../example.fixture.ts';
import type { Actor } from '../perform.ts';

export const lead = '市经信局';
export const district = 'east';

/** 913301 and so on, with the check sign that the standard asks for. */
export function aCode(number: number): string {
  const body = `91330100MA${String(number).padStart(7, '0')}`;
  return body + (creditCheckSign(body) ?? '');
}

export type Figures = Readonly<Record<string, number>>;

export interface Firm {
  readonly code: string;
  readonly name: string;
  readonly figures: Figures;
}

/** Enterprises typed in by the office, with figures of the year; a flag is 0 or 1. */
export async function addFirms(
  db: Db,
  jurisdiction: string,
  year: number,
  firms: readonly Firm[],
): Promise<void> {
  const { rows: before } = await sql<{ name: string; position: number }>`
    SELECT name, position FROM register_fact WHERE jurisdiction_id = ${jurisdiction}`.execute(db);
  const layout = new Map(before.map(({ name, position }) => [name, position]));
  for (const name of firms.flatMap(({ figures }) => Object.keys(figures)))
    if (!layout.has(name)) {
      const position = layout.size + 1;
      layout.set(name, position);
      await sql`INSERT INTO register_fact (jurisdiction_id, position, name)
                VALUES (${jurisdiction}, ${position}, ${name})`.execute(db);
    }
  for (const { code, name, figures } of firms) {
    const array = Array.from({ length: layout.size }, () => 'NULL');
    for (const [fact, value] of Object.entries(figures)) array[(layout.get(fact) ?? 1) - 1] = String(value);
    await sql`INSERT INTO enterprise (jurisdiction_id, code, number, name, place_id)
              VALUES (${jurisdiction}, ${code}, 1, ${name}, ${district})`.execute(db);
    await sql`INSERT INTO enterprise_figures (jurisdiction_id, code, year, number, figures, line)
              VALUES (${jurisdiction}, ${code}, ${year}, 1, ${`{${array.join(',')}}`}::bigint[], 0)`.execute(
      db,
    );
    await sql`INSERT INTO enterprise_current (jurisdiction_id, code, name, place_id, detail, year, industry, employees, revenue)
              VALUES (${jurisdiction}, ${code}, ${name}, ${district}, 1, ${year}, -1, -1, -1)`.execute(db);
  }
}

export interface AwardCity {
  readonly example: Example;
  readonly context: Context;
  /** proposer and reviewer are of the lead unit and the plan office. */
  readonly actors: Readonly<Record<'lead' | 'plan' | 'finance' | 'district' | 'enterprise', Actor>>;
  on(day: string): Context;
}

const accounts = {
  lead: '5f1c1a52-7c1e-4f27-9b1a-2f4f3f0a9d01',
  plan: '5f1c1a52-7c1e-4f27-9b1a-2f4f3f0a9d02',
  finance: '5f1c1a52-7c1e-4f27-9b1a-2f4f3f0a9d03',
  district: '5f1c1a52-7c1e-4f27-9b1a-2f4f3f0a9d04',
  enterprise: '5f1c1a52-7c1e-4f27-9b1a-2f4f3f0a9d05',
} as const;

const actorOf = (
  role: Role,
  accountId: string,
  held: Partial<Record<'unit' | 'place', string>> = {},
): Actor => {
  const grant = {
    role,
    place: held.place ?? null,
    unit: held.unit ?? null,
    from: isoDate('2020-01-01'),
    to: null,
  };
  const caller: Caller = { accountId, name: role, scopes: null, grants: [grant] };
  return { caller, key: null };
};

export async function openAwardCity(): Promise<AwardCity> {
  const example = await openExample();
  const { context } = example;
  const { db, jurisdiction } = context;
  const place = {
    id: district,
    name: '东区',
    nameEn: 'East',
    kind: 'district',
    tile: null,
    in: null,
  } as const;
  await addPlaces(db, jurisdiction, [place]);
  for (const [login, id] of Object.entries(accounts))
    await addAccount(db, jurisdiction, {
      id,
      login,
      name: login,
      mail: '',
      isSample: true,
      recordedBy: null,
    });
  await loadCatalogue(context);
  return {
    ...{ example, context },
    actors: {
      lead: actorOf('leadUnit', accounts.lead, { unit: lead }),
      plan: actorOf('planOffice', accounts.plan),
      finance: actorOf('finance', accounts.finance),
      district: actorOf('district', accounts.district, { place: district }),
      enterprise: actorOf('enterprise', accounts.enterprise),
    },
    on: (day) => ({
      ...context,
      today: () => isoDate(day),
      now: () => new Date(`${day}T09:00:00+08:00`),
    }),
  };
}

/** The account of the enterprise acts for the firm. */
export const actFor = async ({ context }: AwardCity, code: string): Promise<void> => {
  await sql`INSERT INTO enterprise_holder (jurisdiction_id, code, number, account_id)
            VALUES (${context.jurisdiction}, ${code}, 1, ${accounts.enterprise})`.execute(context.db);
};
