// bihuan backup, restore, verify-audit: what keeps the data, run beside a running server or without one.
import { resolve } from 'node:path';
import { type Config, checkpointFile, projectRoot, readConfig } from '../../config.ts';
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

function tell(call: Call, what: keyof typeof words, counts: Seal['sealed'], file: string): number {
  if (call.options.json) call.terminal.out(`${JSON.stringify({ file, tables: counts })}\n`);
  else call.terminal.out(`${fill(call.voice.say(words[what]), totals(counts, file))}\n`);
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
