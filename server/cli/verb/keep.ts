// bihuan backup, restore, verify-audit: what keeps the data, run beside a running server or without one.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, checkpointFile, personalKeyFile, projectRoot, readConfig } from '../../config.ts';
import { readCheckpoints } from '../../store/audit/checkpoint.ts';
import { verifyAudit } from '../../store/audit/verify.ts';
import { DamagedBackup, type Seal } from '../../store/backup/format.ts';
import { checkBackup } from '../../store/backup/read-backup.ts';
import { restoreBackup } from '../../store/backup/restore.ts';
import { takeBackup } from '../../store/backup/take.ts';
import { withDatabase } from '../../store/reach.ts';
import { exitCode } from '../input.ts';
import { fill, type Terminal, type Voice } from '../terminal.ts';
import { showAudit } from './verify-audit.ts';

interface Call {
  readonly terminal: Terminal;
  readonly voice: Voice;
  readonly options: { readonly json?: boolean; readonly check?: boolean; readonly checkpoints?: string };
}

const configOf = ({ env }: Terminal): Config =>
  readConfig({ env, isRoot: process.getuid?.() === 0, root: projectRoot() });

const words = {
  taken: {
    zh: '已备份到 {file}：{tables} 张表，{rows} 行',
    en: 'backed up to {file}: {tables} tables, {rows} rows',
  },
  intact: {
    zh: '备份完好：{tables} 张表，{rows} 行',
    en: 'the backup is intact: {tables} tables, {rows} rows',
  },
  restored: {
    zh: '已恢复并逐表核对：{tables} 张表，{rows} 行',
    en: 'restored and compared table by table: {tables} tables, {rows} rows',
  },
  keyApart: {
    zh: '其中个人信息（法定代表人姓名、电话、证件号）是密文，密钥不在备份中：{key}。请与备份分开另存一份，恢复后要用它才能看到这些内容',
    en: 'Personal columns in it (name, telephone and identity number of representatives) are sealed, and the key is not in the backup: {key}. Keep a copy of that file apart from the backup; after a restore these columns open with nothing else',
  },
  keyMissing: {
    zh: '个人信息仍是密文：启动服务前，请把原系统的密钥文件放到 {key}；没有它，其余内容照常，这些内容无法再打开',
    en: 'Personal columns are still sealed: before the server starts, put the key file of the old system at {key}; without it everything else works and these columns cannot be opened',
  },
  keyPresent: {
    zh: '打开个人信息的密钥：{key}。如备份来自另一套系统，请把那套系统的密钥加在该文件的下一行',
    en: 'Personal columns open with the key in {key}. If the backup is of another system, add its key on a line below',
  },
};

const totals = (counts: Seal['sealed'], file: string) => ({
  file,
  tables: String(Object.keys(counts).length),
  rows: String(Object.values(counts).reduce((sum, { rows }) => sum + rows, 0)),
});

/** A backup that is damaged, or a place that is not free, is told and leaves everything as it was. */
async function told({ terminal, voice, options }: Call, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    terminal.err(`${voice.paint.red('✗')} ${error.message}\n`);
    const code = error instanceof DamagedBackup ? 'backup.damaged' : 'failed';
    if (options.json) terminal.out(`${JSON.stringify({ problem: { code, message: error.message } })}\n`);
    return exitCode.unreadable;
  }
}

type Counted = 'taken' | 'intact' | 'restored';

/** A backup that is only checked may be of anywhere; the others name the key that its personal columns need. */
function keyLine({ terminal, voice }: Call, what: Counted): string {
  if (what === 'intact') return '';
  const key = personalKeyFile(configOf(terminal));
  const about = what === 'taken' ? words.keyApart : existsSync(key) ? words.keyPresent : words.keyMissing;
  return `${fill(voice.say(about), { key })}\n`;
}

function tell(call: Call, what: Counted, counts: Seal['sealed'], file: string): number {
  const personalKey = personalKeyFile(configOf(call.terminal));
  const told = what === 'intact' ? {} : { personalKey, personalKeyIsHere: existsSync(personalKey) };
  if (call.options.json) call.terminal.out(`${JSON.stringify({ file, tables: counts, ...told })}\n`);
  else
    call.terminal.out(`${fill(call.voice.say(words[what]), totals(counts, file))}\n${keyLine(call, what)}`);
  return exitCode.fine;
}

export const backup = (given: string, call: Call): Promise<number> =>
  told(call, async () => {
    const file = resolve(given);
    if (call.options.check) return tell(call, 'intact', await checkBackup(file), file);
    const counts = await withDatabase(configOf(call.terminal), (connection) =>
      takeBackup(connection, file, new Date()),
    );
    return tell(call, 'taken', counts, file);
  });

export const restore = (given: string, call: Call): Promise<number> =>
  told(call, async () => {
    const file = resolve(given);
    await checkBackup(file); // before a database is made for it
    const counts = await withDatabase(configOf(call.terminal), (connection) =>
      restoreBackup(connection, file),
    );
    return tell(call, 'restored', counts, file);
  });

export const verify = (call: Call): Promise<number> =>
  told(call, async () => {
    const config = configOf(call.terminal);
    const checkpoints = await readCheckpoints(call.options.checkpoints ?? checkpointFile(config));
    const report = await withDatabase(config, (connection) => verifyAudit(connection, checkpoints));
    if (call.options.json) call.terminal.out(`${JSON.stringify(report)}\n`);
    else call.terminal.out(`${showAudit(report, call.voice).join('\n')}\n`);
    return report.faults.length > 0 ? exitCode.findings : exitCode.fine;
  });
