#!/usr/bin/env node
// Prints the generated files from their truth: table types from the migrated database, openapi.json from the routes.
// With --check nothing is written; a file that differs fails.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** Types of columns that the database cannot know; they stand in server/store/json.ts. */
const columns = {
  'account_secret.failures': 'Counted',
  'account_secret.locked_until': 'OptionalMoment',
  'account_secret.must_change': 'Switch',
  'account_secret.password': 'Secret',
  'account_secret.password_set_at': 'SetMoment',
  'account_secret.totp': 'SecretBytes',
  'account_secret.totp_offered': 'SecretBytes',
  'account_secret.totp_step': 'Step',
  'invitation.ends_on': 'OptionalDayColumn',
  'invitation.expires_at': 'SetMoment',
  'invitation.role': 'RoleColumn',
  'oidc_flow.expires_at': 'SetMoment',
  'org_unit.kind': 'UnitKindColumn',
  'session.proved_until': 'SetMoment',
  'amendment.targets': 'TargetsColumn',
  'clause_draft.saved_at': 'SetMoment',
  'clause_draft.version': 'Counted',
  'clause_proposal_event.action': 'ProposalActionColumn',
  'clause_proposal_event.state': 'ProposalStateColumn',
  'commitment.force': 'ForceColumn',
  'commitment.kind': 'CommitmentKindColumn',
  'commitment.support_units': 'TextsColumn',
  'commitment_carried.decision': 'CarriedColumn',
  'commitment_now.id': 'KeptText',
  'commitment_now.jurisdiction_id': 'KeptText',
  'commitment_now.support_units': 'TextsColumn',
  'commitment_owner.support_units': 'TextsColumn',
  'commitment.targets': 'TargetsColumn',
  'commitment_source.targets': 'TargetsColumn',
  'decision.decision': 'DecisionColumn',
  'decision.edit': 'EditColumn',
  'document.checks': 'ChecksColumn',
  'document.issued_on': 'OptionalDayColumn',
  'document.headings': 'HeadingsColumn',
  'document.kind': 'DocumentKindColumn',
  'document.reading': 'ReadingColumn',
  'document.unread': 'UnreadColumn',
  'item.body': 'ItemColumn',
  'item.family': 'ItemFamilyColumn',
  'item.kind': 'ItemKindColumn',
  'inspection.commitment_ids': 'TextsColumn',
  'inspection.kind': 'InspectionKindColumn',
  'inspection.methods': 'InspectionMethodsColumn',
  'inspection_event.action': 'InspectionActionColumn',
  'inspection_event.received_at': 'SetMoment',
  'inspection_event.state': 'InspectionStateColumn',
  'inspection_event.team': 'TextsColumn',
  'inspection_finding.outcome': 'FindingOutcomeColumn',
  'inspection.papers': 'TextsColumn',
  'inspection_arrangement.ends_on': 'OptionalDayColumn',
  'inspection_arrangement.members': 'TextsColumn',
  'inspection_arrangement.starts_on': 'OptionalDayColumn',
  'inspection_arrangement.what': 'ArrangementColumn',
  'inspection_arrangement.with_ids': 'TextsColumn',
  'inspection_event.decision': 'ReviewDecisionColumn',
  'inspection_event.due_on': 'OptionalDayColumn',
  'inspection_event.unit_received_on': 'OptionalDayColumn',
  'inspection_evidence.side': 'EvidenceSideColumn',
  'inspection_year.action': 'YearPlanActionColumn',
  'inspection_year.lines': 'YearPlanLinesColumn',
  'inspection_year.state': 'YearPlanStateColumn',
  'commitment_comment.kind': 'CommentKindColumn',
  'commitment_confidence.word': 'ConfidenceWordColumn',
  'named_day.day': 'OptionalDayColumn',
  'inspector.certificate_until': 'OptionalDayColumn',
  'inspector.ends_on': 'OptionalDayColumn',
  'inspector.fields': 'TextsColumn',
  'inspector.interests': 'TextsColumn',
  'inspector.services': 'ServicesColumn',
  'notice_event.action': 'NoticeActionColumn',
  'notice_event.extend_to': 'OptionalDayColumn',
  'notice_event.grade': 'NoticeGradeColumn',
  'notice_event.reasons': 'NoticeReasonsColumn',
  'notice_event.received_at': 'SetMoment',
  'notice_event.state': 'NoticeStateColumn',
  'observation.nature': 'NatureColumn',
  'place.kind': 'PlaceKindColumn',
  'plan_revision.act': 'ActColumn',
  'place.tile': 'TileColumn',
  'request_key.answer': 'AnswerColumn',
  'report_draft.saved_at': 'SetMoment',
  'report_draft.version': 'Counted',
  'report_event.action': 'ReportActionColumn',
  'report_event.received_at': 'SetMoment',
  'report_event.state': 'ReportStateColumn',
  'report_figure.nature': 'NatureColumn',
  'role_grant.ends_on': 'OptionalDayColumn',
  'role_grant.role': 'RoleColumn',
  'session.awaits_factor': 'OptionalSwitch',
  'session.ended_at': 'OptionalMoment',
  'session.expires_at': 'SetMoment',
  'session.scopes': 'ScopesColumn',
  'session.seen_at': 'SetMoment',
  'session.started_at': 'SetMoment',
  'setting.value': 'AnswerColumn',
  'map_outline.rings': 'OutlinesColumn',
  'standing_fact.ranked': 'RankedColumn',
  'standing_formula.body': 'FormulaColumn',
  'standing_frozen.members': 'MembersColumn',
  'standing_frozen.standing': 'StandingColumn',
  'standing_round_event.action': 'RoundActionColumn',
  'standing_round_event.state': 'RoundStateColumn',
  'monitor_indicator.aliases': 'TextsColumn',
  'monitor_indicator.good_way': 'GoodWayColumn',
  'monitor_indicator.headline': 'SeriesMeasureColumn',
  'monitor_indicator.merged_spring': 'Switch',
  'monitor_place.level': 'MonitorLevelColumn',
  'monitor_import.format': 'TableFormatColumn',
  'monitor_import.is_demonstration': 'Switch',
  'monitor_figure.measure': 'SeriesMeasureColumn',
  'monitor_figure.nature': 'NatureColumn',
  'five_year_target.kind': 'FiveYearKindColumn',
  'five_year_target.force': 'ForceColumn',
  'five_year_target.is_demonstration': 'Switch',
  'five_year_figure.role': 'FiveYearRoleColumn',
  'five_year_figure.is_demonstration': 'Switch',
  'exchange_package.side': 'PackageSideColumn',
  'exchange_package.partner_level': 'LevelColumn',
  'exchange_package.body': 'PackageColumn',
  'exchange_package.is_demonstration': 'Switch',
  'consultation.is_demonstration': 'Switch',
  'consultation_event.action': 'LetterActionColumn',
  'consultation_event.state': 'LetterStateColumn',
  'verdict_override.overruled': 'VerdictStatusColumn',
  'verdict_override.status': 'VerdictStatusColumn',
  'site_check.outcome': 'CheckOutcomeColumn',
  'site_event.action': 'SiteActionColumn',
  'site_event.state': 'SiteStateColumn',
  'site_lead_event.action': 'LeadActionColumn',
  'site_lead_event.state': 'LeadStateColumn',
  'told.audience': 'AudienceColumn',
  'told.detail': 'DetailColumn',
  'told.told_at': 'SetMoment',
  'mail_server.security': 'MailSecurityColumn',
  'message_wish.language': 'LanguageColumn',
  'message_wish.muted': 'WishTopicsColumn',
  'message_wish.pace': 'PaceColumn',
  'message_wish.quiet_from': 'OptionalNumber',
  'message_wish.quiet_until': 'OptionalNumber',
  'verdict_noted.status': 'VerdictStatusColumn',
  'webhook.format': 'HookFormatColumn',
  'webhook.topics': 'TopicsColumn',
  'webhook_attempt.outcome': 'AttemptOutcomeColumn',
  'webhook_attempt.tried_at': 'SetMoment',
  'webhook_open.due_at': 'OptionalMoment',
  'webhook_open.told_at': 'SetMoment',
  'webhook_pace.failing_since': 'OptionalMoment',
  'webhook_pace.not_before': 'SetMoment',
  'site_upkeep.ends_on': 'OptionalDayColumn',
};

/** A database of its own, migrated: the one DATABASE_URL names a server for, or an embedded one in a temporary folder. */
async function withMigratedDatabase(work) {
  const { openCluster } = await import('../dist/server/store/cluster/cluster.js');
  const { migrate } = await import('../dist/server/store/migrate.js');
  const data = mkdtempSync(join(tmpdir(), 'bihuan-generate-'));
  chmodSync(data, 0o755);
  const cluster = await openCluster({ data, log: () => {}, fsync: false });
  try {
    const connection = { ...cluster.connection, database: 'postgres' };
    await migrate(connection);
    return await work(
      `postgresql://${connection.user}@/postgres?host=${encodeURIComponent(connection.host)}`,
    );
  } finally {
    await cluster.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

function tableTypes(url, file) {
  const program = join(dirname(require.resolve('kysely-codegen/package.json')), 'dist/cli/bin.js');
  const argv = [
    program,
    ...['--dialect', 'postgres', '--url', url, '--out-file', file, '--log-level', 'error'],
    ...['--include-pattern', 'public.*', '--exclude-pattern', 'public.migration'],
    ...[
      '--date-parser',
      'string',
      '--numeric-parser',
      'string',
      '--type-mapping',
      '{"timestamptz":"Moment","date":"DayColumn"}',
    ],
    ...['--overrides', JSON.stringify({ columns })],
  ];
  const done = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`kysely-codegen failed\n${done.stderr}${done.stdout}`);
  const imported = ['DayColumn', 'Moment', ...new Set(Object.values(columns))].sort();
  return `// Table types, generated from the migrated database by tools/generate.mjs; do not edit.
import type { ${imported.join(', ')} } from './json.ts';
${readFileSync(file, 'utf8').replace(/^\/\*\*[\s\S]*?\*\/\n/, '')}`;
}

const generators = {
  'server/store/database.ts': () =>
    withMigratedDatabase((url) => {
      const folder = mkdtempSync(join(tmpdir(), 'bihuan-types-'));
      try {
        return tableTypes(url, join(folder, 'database.ts'));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
  'openapi.json': async () => {
    const { openApi } = await import('../dist/server/http/openapi.js');
    return `${JSON.stringify(openApi(), null, 2)}\n`;
  },
};

async function main() {
  const check = process.argv.includes('--check');
  await build('server', (line) => console.error(line));
  const differing = [];
  for (const [file, generate] of Object.entries(generators)) {
    const wanted = await generate();
    const path = join(root, file);
    if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
    differing.push(file);
    if (!check) writeFileSync(path, wanted);
  }
  if (differing.length === 0) console.error('generated files are up to date');
  else if (check)
    console.error(`out of date: ${differing.join(', ')}; run \`npm run generate\` and commit them`);
  else console.error(`written: ${differing.join(', ')}`);
  return check && differing.length > 0 ? 1 : 0;
}

process.exitCode = await main();
