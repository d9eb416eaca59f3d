// bihuan verify-audit: says whether the audit log is as it was written, and which entry is not.
import type { Words } from '../../../core/vocabulary/words.ts';
import type { AuditFault, AuditReport } from '../../store/audit/verify.ts';
import { fill, type Voice } from '../terminal.ts';

export const faultWords: Record<AuditFault['code'], Words> = {
  changed: { zh: '第 {number} 条内容被改动', en: 'entry {number} was changed' },
  unlinked: { zh: '第 {number} 条与前一条不相连', en: 'entry {number} does not follow the one before it' },
  missing: { zh: '第 {number} 条之前有缺失', en: 'entries before {number} are missing' },
  cut: { zh: '第 {number} 条起被截去', en: 'the log was cut from entry {number} on' },
  rewritten: {
    zh: '第 {number} 条与库外留存的校验点不符，日志被重写或回退',
    en: 'entry {number} differs from the checkpoint kept outside: the log was rewritten or set back',
  },
};

const summary: Record<'good' | 'bad' | 'noCheckpoints', Words> = {
  good: {
    zh: '审计日志完好：{entries} 条，{checkpoints} 个校验点一致',
    en: 'the audit log is intact: {entries} entries, {checkpoints} checkpoints agree',
  },
  bad: { zh: '审计日志有 {faults} 处异常', en: '{faults} faults in the audit log' },
  noCheckpoints: {
    zh: '没有库外校验点：末尾被截去或整体重写无法发现，请用 --checkpoints 指定留存的文件',
    en: 'no checkpoints: a cut end or a full rewrite cannot be seen; name a kept file with --checkpoints',
  },
};

export function showAudit(report: AuditReport, voice: Voice): string[] {
  const { entries, checkpoints, heads, faults } = report;
  const lines = faults.map(
    ({ code, jurisdiction, number }) =>
      `${voice.paint.red('✗')} ${jurisdiction} ${fill(voice.say(faultWords[code]), { number: String(number) })}`,
  );
  const params = {
    entries: String(entries),
    checkpoints: String(checkpoints),
    faults: String(faults.length),
  };
  const end = fill(voice.say(faults.length > 0 ? summary.bad : summary.good), params);
  return [
    ...lines,
    ...heads.map(({ jurisdiction, number, hash }) => `  ${jurisdiction} ${number} ${hash}`),
    ...(checkpoints === 0 ? [voice.say(summary.noCheckpoints)] : []),
    faults.length > 0 ? voice.paint.red(end) : voice.paint.green(end),
  ];
}
