// Seals contacts that an older version left in clear. The facts stay what they are; only how they lie on the disk changes, which
// the application itself may not do: it is done by the owner of the tables, before the server takes requests.
import { Client } from 'pg';
import { type Connection, poolConfig } from '../open.ts';
import type { Vault } from './vault.ts';

const portion = 2_000;

interface Clear {
  readonly jurisdiction: string;
  readonly code: string;
  readonly number: number;
  readonly representative: string;
  readonly phone: string;
  readonly idNumber: string;
}

async function sealPortion(client: Client, vault: Vault): Promise<number> {
  const { rows } = await client.query<Clear>(
    `SELECT jurisdiction_id AS jurisdiction, code, number, representative, phone, id_number AS "idNumber"
     FROM enterprise_contact WHERE sealed IS NULL ORDER BY jurisdiction_id, code, number LIMIT ${portion}`,
  );
  const sealed = rows.map((row) => vault.seal(`${row.jurisdiction} ${row.code}`, row));
  await client.query(
    `UPDATE enterprise_contact AS kept SET representative = NULL, phone = NULL, id_number = NULL, sealed = given.sealed
     FROM unnest($1::text[], $2::text[], $3::integer[], $4::bytea[]) AS given(jurisdiction_id, code, number, sealed)
     WHERE kept.jurisdiction_id = given.jurisdiction_id AND kept.code = given.code AND kept.number = given.number`,
    [rows.map((row) => row.jurisdiction), rows.map((row) => row.code), rows.map((row) => row.number), sealed],
  );
  return rows.length;
}

/** How many were in clear; afterwards none is, and the pages that held them are overwritten in time. */
export async function sealClearContacts(owner: Connection, vault: Vault): Promise<number> {
  const client = new Client(poolConfig(owner));
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM enterprise_contact WHERE sealed IS NULL LIMIT 1');
    if (rowCount === 0) return 0;
    let count = 0;
    await client.query('BEGIN');
    await client.query('ALTER TABLE enterprise_contact DISABLE TRIGGER enterprise_contact_stays');
    for (let done = -1; done !== 0; count += done) done = await sealPortion(client, vault);
    await client.query('ALTER TABLE enterprise_contact ENABLE TRIGGER enterprise_contact_stays');
    await client.query('COMMIT');
    await client.query('VACUUM enterprise_contact');
    return count;
  } finally {
    await client.end();
  }
}
