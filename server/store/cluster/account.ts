// Which system account runs PostgreSQL: it refuses to run as root, so root hands it to an unprivileged account.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** In this order; PostgreSQL needs an account that has a name. */
const candidates = ['postgres', 'nobody'];

/** The account to run as (the owner of existing data first), or null where the server is unprivileged itself. */
export function databaseAccount(ownerOfData?: number): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
  const owner = accounts.find(({ uid }) => uid > 0 && uid === ownerOfData);
  if (owner) return owner;
  for (const wanted of candidates) {
    const account = accounts.find(({ name, uid }) => name === wanted && uid > 0);
    if (account) return account;
  }
  throw new Error(
    '以 root 启动时，数据库需要一个非特权账户（postgres 或 nobody），系统中没有。\n' +
      'Started by root, the database needs an unprivileged account (postgres or nobody); there is none.',
  );
}

export const asAccount = (account: Account | null): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {};

/** Whether the account can run a program, or enter a directory, at this path. Asked of the system, not worked out. */
export function canReach(account: Account | null, what: 'run' | 'enter', path: string): boolean {
  const asked =
    what === 'run'
      ? spawnSync(path, ['--version'], { ...asAccount(account), cwd: '/', stdio: 'ignore' })
      : spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], {
          ...asAccount(account),
          cwd: '/',
          stdio: 'ignore',
        });
  return asked.status === 0;
}
