// Sealed personal data: opens under its key for its firm alone, says nothing in clear, and a changed byte or a lost key is seen.
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newVaultKey, openVault, quickHmac, vaultOf } from './vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-vault-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contact = { representative: '演100', phone: '0571-00000000', idNumber: '000000197001011234' };
const owner = 'hangzhou 91339900MA0000001X';

it('opens what it sealed, for the same firm, and says it alike twice', () => {
  const vault = vaultOf([newVaultKey()]);
  const sealed = vault.seal(owner, contact);
  expect(vault.open(owner, sealed)).toEqual(contact);
  expect(vault.seal(owner, contact)).toEqual(sealed);
  expect(vault.seal(owner, { ...contact, phone: '0571-00000001' })).not.toEqual(sealed);
  expect(vault.open('hangzhou 91339900MA0000002Y', sealed)).toBeNull();
  expect(sealed.toString('utf8')).not.toMatch(/演|0571|0000001970/);
});

it('does not open where any byte is another, or the key is not here', () => {
  const vault = vaultOf([newVaultKey()]);
  const sealed = vault.seal(owner, contact);
  for (let at = 0; at < sealed.length; at++) {
    const bent = Buffer.from(sealed);
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(vault.open(owner, bent), String(at)).toBeNull();
  }
  for (let length = 0; length < sealed.length; length += 7)
    expect(vault.open(owner, sealed.subarray(0, length))).toBeNull();
  expect(vaultOf([newVaultKey()]).open(owner, sealed)).toBeNull();
});

it('seals with the newest key and opens with the older ones', () => {
  const [old, newer] = [newVaultKey(), newVaultKey()];
  const sealed = vaultOf([old]).seal(owner, contact);
  const both = vaultOf([newer, old]);
  expect(both.open(owner, sealed)).toEqual(contact);
  expect(vaultOf([newer]).open(owner, both.seal(owner, contact))).toEqual(contact);
});

it('makes its key once, for its owner alone, and refuses a damaged one', async () => {
  const file = join(folder, 'data', 'personal-key');
  const first = await openVault(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await openVault(file)).keys).toEqual(first.keys);
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -5));
  await expect(openVault(file)).rejects.toThrow(/damaged/);
});

it('makes nonces by HMAC as the library does', () => {
  const key = randomBytes(32);
  for (const text of ['', '甲', 'a'.repeat(200)])
    expect(quickHmac(key)(text)).toEqual(createHmac('sha256', key).update(text).digest());
});
