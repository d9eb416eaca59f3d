// Personal data at rest (PIPL art. 51: encryption, de-identification): sealed with AES-256-GCM under a key that lies in the data
// directory, never in the database or its backups. Sealed alike is said alike, so an import can tell what is new without opening.
import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

export interface Contact {
  readonly representative: string;
  readonly phone: string;
  readonly idNumber: string;
}

/** In hexadecimal, the newest first: that one seals, every one opens. */
export type VaultKeys = readonly string[];

/** What stands in the file: a form, the key's mark, the nonce, the tag, and what is sealed. */
const form = 1;
const [markBytes, nonceBytes, tagBytes] = [4, 12, 16];
const headBytes = 1 + markBytes + nonceBytes + tagBytes;
const Told = z.tuple([z.string(), z.string(), z.string()]);

interface Key {
  readonly mark: Buffer;
  readonly secret: Buffer;
  /** Of the nonce: made from what is sealed, so that a nonce never stands beside two different texts. */
  readonly nonceOf: (text: string) => Buffer;
}

const blockBytes = 64;

/** HMAC-SHA-256 (RFC 2104) by two hashes at once: an object for each of a million rows would cost five times as much. */
export function quickHmac(key: Buffer): (text: string) => Buffer {
  const padded = (sign: number): Uint8Array =>
    Buffer.alloc(blockBytes, sign).map((each, at) => each ^ (key[at] ?? 0));
  const [inner, outer] = [padded(0x36), padded(0x5c)];
  const sha256 = (...parts: Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');
  return (text) => sha256(outer, sha256(inner, Buffer.from(text)));
}

function keyOf(text: string): Key {
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new Error('个人信息密钥文件已损坏 / the file of the personal key is damaged');
  const master = Buffer.from(text, 'hex');
  const derived = (use: string): Buffer => createHmac('sha256', master).update(use).digest();
  const mark = hash('sha256', derived('mark'), 'buffer').subarray(0, markBytes);
  return { mark, secret: derived('seal'), nonceOf: quickHmac(derived('nonce')) };
}

export interface Vault {
  readonly keys: VaultKeys;
  /** Bound to its firm: moved to another it does not open. */
  seal(owner: string, contact: Contact): Buffer;
  /** null where the key is not here, or a byte is not as it was sealed. */
  open(owner: string, sealed: Uint8Array): Contact | null;
}

export function vaultOf(keys: VaultKeys): Vault {
  const known = keys.map(keyOf);
  const [newest] = known;
  if (!newest) throw new Error('个人信息密钥文件是空的 / the file of the personal key is empty');
  return {
    keys,
    seal: (owner, { representative, phone, idNumber }) => {
      const text = JSON.stringify([representative, phone, idNumber]);
      const nonce = newest.nonceOf(`${owner}\n${text}`).subarray(0, nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', newest.secret, nonce).setAAD(Buffer.from(owner));
      const sealed = cipher.update(text, 'utf8');
      cipher.final();
      return Buffer.concat([Buffer.of(form), newest.mark, nonce, cipher.getAuthTag(), sealed]);
    },
    open: (owner, bytes) => {
      const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const mark = sealed.subarray(1, 1 + markBytes);
      const key = known.find((each) => each.mark.equals(mark));
      if (!key || sealed.length < headBytes || sealed[0] !== form) return null;
      const nonceAt = 1 + markBytes;
      const tagAt = nonceAt + nonceBytes;
      const cipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(nonceAt, tagAt), {
        authTagLength: tagBytes,
      });
      cipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(tagAt, headBytes));
      try {
        const text = Buffer.concat([cipher.update(sealed.subarray(headBytes)), cipher.final()]).toString(
          'utf8',
        );
        const [representative, phone, idNumber] = Told.parse(JSON.parse(text));
        return { representative, phone, idNumber };
      } catch {
        return null;
      }
    },
  };
}

export const newVaultKey = (): string => randomBytes(32).toString('hex');

const head = `# 个人信息密钥：数据库与备份中的姓名、电话、证件号码只有用它才能读出。请另行妥善保管，勿与备份放在一处。
# Personal key: names, telephone and identity numbers in the database and its backups open with nothing else. Keep a copy apart.
# 更换密钥：把新的一行放在最前，旧的留在后面 / to change the key put a new line first and keep the old ones below it.
`;

/** The keys of the file; made on the first start, readable by its owner alone. */
export async function openVault(file: string): Promise<Vault> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, `${head}${newVaultKey()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  await chmod(file, 0o600);
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  return vaultOf(lines.filter((line) => line !== '' && !line.startsWith('#')));
}
