// Table types, generated from the migrated database by tools/generate.mjs; do not edit.
import type { ActColumn, AnswerColumn, AttemptOutcomeColumn, AudienceColumn, CheckOutcomeColumn, ChecksColumn, CommitmentKindColumn, Counted, DayColumn, DecisionColumn, DetailColumn, DocumentKindColumn, EditColumn, FindingOutcomeColumn, ForceColumn, FormulaColumn, HeadingsColumn, HookFormatColumn, InspectionActionColumn, InspectionKindColumn, InspectionMethodsColumn, InspectionStateColumn, ItemColumn, ItemFamilyColumn, ItemKindColumn, LanguageColumn, LeadActionColumn, LeadStateColumn, MailSecurityColumn, MembersColumn, Moment, NatureColumn, NoticeActionColumn, NoticeGradeColumn, NoticeReasonsColumn, NoticeStateColumn, OptionalDayColumn, OptionalMoment, OptionalNumber, OptionalSwitch, OutlinesColumn, PaceColumn, PlaceKindColumn, RankedColumn, ReadingColumn, ReportActionColumn, ReportStateColumn, RoleColumn, RoundActionColumn, RoundStateColumn, ScopesColumn, Secret, SecretBytes, ServicesColumn, SetMoment, SiteActionColumn, SiteStateColumn, StandingColumn, Step, Switch, TargetsColumn, TextsColumn, TileColumn, TopicsColumn, UnitKindColumn, UnreadColumn, VerdictStatusColumn, WishTopicsColumn } from './json.ts';

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<string, bigint | number | string, bigint | number | string>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export interface Account {
  id: string;
  is_sample: boolean;
  jurisdiction_id: string;
  login: string;
  mail: string;
  name: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface AccountIdentity {
  account_id: string;
  issuer: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  subject: string;
}

export interface AccountSecret {
  account_id: string;
  failures: Counted;
  jurisdiction_id: string;
  locked_until: OptionalMoment;
  must_change: Switch;
  password: Secret;
  password_set_at: SetMoment;
  totp: SecretBytes;
  totp_offered: SecretBytes;
  totp_step: Step;
}

export interface AccountState {
  account_id: string;
  id: string;
  jurisdiction_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: string;
}

export interface Amendment {
  commitment_id: string;
  document_id: string | null;
  effective_on: DayColumn;
  id: string;
  jurisdiction_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
  targets: TargetsColumn;
}

export interface Announcement {
  amount: Numeric | null;
  area: string;
  document: string;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  ref: string;
  year: number;
}

export interface AuditEntry {
  account_id: string | null;
  act: string;
  at: Moment;
  detail: string;
  hash: string;
  jurisdiction_id: string;
  number: Int8;
  object_id: string;
  object_kind: string;
  previous_hash: string;
}

export interface BudgetEntry {
  amount: Numeric;
  day: DayColumn;
  document_id: string | null;
  explanation: string;
  jurisdiction_id: string;
  line_id: string;
  number: number;
  quote: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  resolution_id: string | null;
  span_end: number | null;
  span_start: number | null;
  special_transfer: boolean;
  version: string;
}

export interface BudgetLine {
  basic: boolean;
  book: string;
  economic_code: string | null;
  function_code: string | null;
  id: string;
  jurisdiction_id: string;
  key: string;
  level: string;
  name: string;
  parent_id: string | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sample: Generated<boolean>;
  side: string;
  year: number;
}

export interface BudgetResolution {
  adopted_on: DayColumn;
  body: string;
  id: string;
  jurisdiction_id: string;
  number: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface BudgetStatement {
  basis: string;
  book: string;
  decision: string;
  document_id: string;
  jurisdiction_id: string;
  level: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  year: number;
}

export interface CalendarKey {
  account_id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  token_sha256: string;
}

export interface ClauseDraft {
  account_id: string;
  base: number;
  clause_id: string;
  content: string;
  document: string;
  jurisdiction_id: string;
  reason: string;
  saved_at: Moment;
  starts_on: string;
  version: number;
}

export interface ClauseProposal {
  base: number;
  clause_id: string;
  content: string;
  document: string;
  id: string;
  jurisdiction_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
  starts_on: DayColumn;
}

export interface ClauseProposalEvent {
  action: string;
  jurisdiction_id: string;
  number: number;
  proposal_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: string;
}

export interface ClauseVersion {
  clause_id: string;
  content: string;
  document: string;
  jurisdiction_id: string;
  number: number;
  proposal_id: string | null;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
  starts_on: DayColumn;
}

export interface Commitment {
  due_on: DayColumn;
  field: string;
  force: ForceColumn;
  id: string;
  jurisdiction_id: string;
  kind: CommitmentKindColumn;
  lead_unit: string | null;
  number: string;
  official: string | null;
  plan_id: string;
  position: number;
  recorded_at: Generated<Moment>;
  starts_on: DayColumn;
  support_units: TextsColumn;
  targets: TargetsColumn;
  title: string;
}

export interface CommitmentSource {
  commitment_id: string;
  document_id: string;
  id: string;
  item_id: string | null;
  jurisdiction_id: string;
  metric: string;
  printed: string;
  quote: string;
  recorded_at: Generated<Moment>;
  span_end: number;
  span_start: number;
  targets: TargetsColumn;
}

export interface DebtFigure {
  amount: Numeric;
  document_id: string | null;
  explanation: string;
  jurisdiction_id: string;
  kind: string;
  level: string;
  name: string;
  number: number;
  purpose: string;
  quote: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  span_end: number | null;
  span_start: number | null;
  year: number;
}

export interface Decision {
  commitment_id: string | null;
  decision: DecisionColumn;
  edit: EditColumn;
  item_id: string;
  jurisdiction_id: string;
  plan_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
}

export interface Document {
  bytes: Buffer;
  characters: number;
  checks: ChecksColumn;
  file_name: string;
  findings: number;
  headings: HeadingsColumn;
  id: string;
  issued_on: OptionalDayColumn;
  issuer: string;
  jurisdiction_id: string;
  kind: DocumentKindColumn;
  media_type: string;
  number: string;
  quantities: number;
  reading: ReadingColumn;
  recorded_at: Generated<Moment>;
  replaces: string | null;
  sha256: string;
  tables: number;
  text: string;
  title: string;
  unread: UnreadColumn;
}

export interface Follow {
  account_id: string;
  commitment_id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
}

export interface Inspection {
  by_unit: string;
  commitment_ids: TextsColumn;
  ends_on: DayColumn;
  id: string;
  jurisdiction_id: string;
  kind: InspectionKindColumn;
  methods: InspectionMethodsColumn;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  starts_on: DayColumn;
  subject: string;
  unit: string;
}

export interface InspectionEvent {
  action: InspectionActionColumn;
  approval: string;
  inspection_id: string;
  jurisdiction_id: string;
  number: number;
  received_at: SetMoment;
  received_on: DayColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: InspectionStateColumn;
  team: TextsColumn;
  words: string;
}

export interface InspectionFinding {
  commitment_id: string | null;
  id: string;
  inspection_id: string;
  jurisdiction_id: string;
  method: string;
  outcome: FindingOutcomeColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
}

export interface Inspector {
  account_id: string;
  ends_on: OptionalDayColumn;
  fields: TextsColumn;
  id: string;
  interests: TextsColumn;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  services: ServicesColumn;
  starts_on: DayColumn;
}

export interface Invitation {
  code_sha256: string;
  ends_on: OptionalDayColumn;
  expires_at: SetMoment;
  id: string;
  jurisdiction_id: string;
  mail: string;
  name: string;
  place_id: string | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  role: RoleColumn;
  starts_on: DayColumn;
  unit: string | null;
}

export interface InvitationEnd {
  account_id: string | null;
  invitation_id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface Item {
  body: ItemColumn;
  document_id: string;
  family: ItemFamilyColumn;
  id: string;
  jurisdiction_id: string;
  kind: ItemKindColumn;
  position: number;
  recorded_at: Generated<Moment>;
}

export interface Jurisdiction {
  jurisdiction_id: string;
  name: string;
  name_en: string;
  recorded_at: Generated<Moment>;
}

export interface Mail {
  account_id: string;
  address: string;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
}

export interface MailMessage {
  jurisdiction_id: string;
  mail_id: string | null;
  message_id: string;
  recorded_at: Generated<Moment>;
}

export interface MailSent {
  jurisdiction_id: string;
  mail_id: string;
  recorded_at: Generated<Moment>;
}

export interface MailServer {
  host: string;
  jurisdiction_id: string;
  login: string;
  password: string;
  port: number;
  security: MailSecurityColumn;
  sender: string;
}

export interface MapOutline {
  approval: string;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  rings: OutlinesColumn;
}

export interface Message {
  account_id: string;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  told_id: string;
}

export interface MessageRead {
  jurisdiction_id: string;
  message_id: string;
  recorded_at: Generated<Moment>;
}

export interface MessageWish {
  account_id: string;
  jurisdiction_id: string;
  language: LanguageColumn;
  muted: WishTopicsColumn;
  pace: PaceColumn;
  quiet_from: OptionalNumber;
  quiet_until: OptionalNumber;
}

export interface MoneyLink {
  amount: Numeric | null;
  decision: string;
  jurisdiction_id: string;
  number: number;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  source_id: string;
  source_kind: string;
  target_id: string;
  target_kind: string;
}

export interface Notice {
  commitment_id: string | null;
  id: string;
  jurisdiction_id: string;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  site_id: string | null;
  title: string;
  unit: string;
}

export interface NoticeEvent {
  action: NoticeActionColumn;
  answer_by: DayColumn;
  approval: string;
  extend_to: OptionalDayColumn;
  grade: NoticeGradeColumn;
  jurisdiction_id: string;
  notice_id: string;
  number: number;
  reasons: NoticeReasonsColumn;
  received_at: SetMoment;
  received_on: DayColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  remedy_by: DayColumn;
  state: NoticeStateColumn;
  words: string;
}

export interface NoticeEvidence {
  bytes: Buffer;
  file_name: string;
  id: string;
  jurisdiction_id: string;
  media_type: string;
  notice_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
}

export interface Observation {
  amount: Numeric | null;
  commitment_id: string;
  compares: boolean;
  document_id: string | null;
  id: string;
  item_id: string | null;
  jurisdiction_id: string;
  metric: string;
  nature: NatureColumn;
  period: string;
  period_end: DayColumn;
  period_start: DayColumn;
  place: string;
  quote: string;
  recorded_at: Generated<Moment>;
  report_id: string | null;
  span_end: number | null;
  span_start: number | null;
  statement: string;
  unit: string;
}

export interface OidcFlow {
  account_id: string | null;
  browser_sha256: string;
  expires_at: SetMoment;
  jurisdiction_id: string;
  nonce: string;
  return_to: string;
  state_sha256: string;
  verifier: string;
}

export interface OrgUnit {
  id: string;
  jurisdiction_id: string;
  kind: UnitKindColumn;
  name: string;
  parent_id: string | null;
  place_id: string | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface Place {
  id: string;
  jurisdiction_id: string;
  kind: PlaceKindColumn;
  name: string;
  name_en: string;
  position: number;
  recorded_at: Generated<Moment>;
  tile: TileColumn;
}

export interface PlaceParent {
  jurisdiction_id: string;
  parent_id: string;
  place_id: string;
  recorded_at: Generated<Moment>;
}

export interface Plan {
  ends_on: DayColumn;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  starts_on: DayColumn;
  title: string;
  year: number;
}

export interface PlanRevision {
  act: ActColumn;
  jurisdiction_id: string;
  number: number;
  plan_id: string;
  recorded_at: Generated<Moment>;
}

export interface PolicyDecision {
  facts: Json;
  id: string;
  jurisdiction_id: string;
  purpose: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  reference: string;
  result: Json;
  rule_set_id: string;
  sha256: string;
  subject_id: string;
  total: Numeric;
}

export interface Post {
  id: string;
  jurisdiction_id: string;
  leads: boolean;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  title: string;
  unit_id: string;
}

export interface PostHolder {
  account_id: string;
  id: string;
  jurisdiction_id: string;
  post_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  starts_on: DayColumn;
}

export interface PostHolderEnd {
  ends_on: DayColumn;
  holder_id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface RecoveryCode {
  account_id: string;
  code_sha256: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
}

export interface Report {
  commitment_id: string;
  due_on: DayColumn;
  id: string;
  jurisdiction_id: string;
  period: string;
  period_end: DayColumn;
  period_start: DayColumn;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface ReportDraft {
  commitment_id: string;
  jurisdiction_id: string;
  metric: string;
  period: string;
  place_id: string;
  saved_at: SetMoment;
  saved_by: string | null;
  statement: string;
  unit: string;
  value: string;
  version: Counted;
}

export interface ReportEvent {
  action: ReportActionColumn;
  jurisdiction_id: string;
  number: number;
  reason: string;
  received_at: SetMoment;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  report_id: string;
  state: ReportStateColumn;
}

export interface ReportFigure {
  amount: Numeric | null;
  corrects: string | null;
  event_number: number;
  id: string;
  jurisdiction_id: string;
  metric: string;
  nature: NatureColumn;
  recorded_at: Generated<Moment>;
  report_id: string;
  statement: string;
  typed: string;
  unit: string;
}

export interface RequestKey {
  account_id: string;
  answer: AnswerColumn;
  body_sha256: string;
  jurisdiction_id: string;
  key: string;
  recorded_at: Generated<Moment>;
}

export interface RoleGrant {
  account_id: string;
  ends_on: OptionalDayColumn;
  id: string;
  jurisdiction_id: string;
  place_id: string | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  role: RoleColumn;
  starts_on: DayColumn;
  unit: string | null;
}

export interface RoleWithdrawal {
  grant_id: string;
  jurisdiction_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface RuleSet {
  day: DayColumn;
  hash: string;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  subject: string;
  versions: Json;
}

export interface Session {
  account_id: string;
  agent: string;
  awaits_factor: OptionalSwitch;
  ended_at: OptionalMoment;
  expires_at: SetMoment;
  id: string;
  idle_minutes: number;
  jurisdiction_id: string;
  label: string;
  means: string;
  proved_until: SetMoment;
  scopes: ScopesColumn;
  seen_at: SetMoment;
  started_at: SetMoment;
  token_sha256: string;
}

export interface Setting {
  id: string;
  jurisdiction_id: string;
  key: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  value: AnswerColumn;
}

export interface Site {
  code: string;
  commitment_id: string;
  id: string;
  jurisdiction_id: string;
  metric: string;
  name: string;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  share: Numeric;
  unit: string;
}

export interface SiteCheck {
  checked_on: DayColumn;
  jurisdiction_id: string;
  number: number;
  outcome: CheckOutcomeColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  site_id: string;
  words: string;
}

export interface SiteDetail {
  acceptance: string;
  address: string;
  due_on: DayColumn;
  jurisdiction_id: string;
  latitude: number | null;
  longitude: number | null;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  responsible: string;
  site_id: string;
  standard: string;
}

export interface SiteEvent {
  action: SiteActionColumn;
  amendment: string;
  happened_on: DayColumn;
  jurisdiction_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  site_id: string;
  state: SiteStateColumn;
  words: string;
}

export interface SiteLeadEvent {
  action: LeadActionColumn;
  jurisdiction_id: string;
  number: number;
  rating_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: LeadStateColumn;
  words: string;
}

export interface SitePhoto {
  bytes: Buffer;
  id: string;
  jurisdiction_id: string;
  media_type: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
  site_id: string;
}

export interface SiteRating {
  browser_sha256: string;
  given_on: DayColumn;
  id: string;
  is_lead: boolean;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  score: number;
  site_id: string;
  words: string;
}

export interface SiteUpkeep {
  duty: string;
  ends_on: OptionalDayColumn;
  jurisdiction_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  site_id: string;
  starts_on: DayColumn;
  unit: string;
}

export interface StandingFact {
  as_of: DayColumn;
  base: Numeric | null;
  id: string;
  jurisdiction_id: string;
  member_id: string;
  part_id: string;
  plan_id: string;
  ranked: RankedColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  source: string;
  value: Numeric | null;
}

export interface StandingFormula {
  body: FormulaColumn;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  version: number;
}

export interface StandingFrozen {
  jurisdiction_id: string;
  members: MembersColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  round_id: string;
  sha256: string;
  standing: StandingColumn;
}

export interface StandingRound {
  as_of: DayColumn;
  formula_id: string;
  id: string;
  jurisdiction_id: string;
  name: string;
  plan_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  version: number;
}

export interface StandingRoundEvent {
  action: RoundActionColumn;
  jurisdiction_id: string;
  number: number;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  round_id: string;
  state: RoundStateColumn;
}

export interface Told {
  audience: AudienceColumn;
  commitment_id: string | null;
  detail: DetailColumn;
  id: string;
  jurisdiction_id: string;
  kind: string;
  object_id: string;
  object_kind: string;
  once_key: string | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  title: string;
  told_at: SetMoment;
}

export interface ToldSpread {
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  told_id: string;
}

export interface UnitAlias {
  alias: string;
  jurisdiction_id: string;
  name: string;
  recorded_at: Generated<Moment>;
}

export interface VerdictNoted {
  commitment_id: string;
  judged_on: DayColumn;
  jurisdiction_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  status: VerdictStatusColumn;
}

export interface VerdictOverride {
  commitment_id: string;
  ends_on: DayColumn;
  id: string;
  jurisdiction_id: string;
  number: number;
  overruled: VerdictStatusColumn;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  starts_on: DayColumn;
  status: VerdictStatusColumn;
  withdraws: string | null;
}

export interface Webhook {
  format: HookFormatColumn;
  id: string;
  jurisdiction_id: string;
  name: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  topics: TopicsColumn;
  url: string;
}

export interface WebhookAttempt {
  delivery_id: string;
  jurisdiction_id: string;
  number: number;
  outcome: AttemptOutcomeColumn;
  recorded_at: Generated<Moment>;
  status: number | null;
  tried_at: SetMoment;
}

export interface WebhookDelivery {
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  told_id: string;
  webhook_id: string;
}

export interface WebhookEnd {
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  webhook_id: string;
}

export interface WebhookSecret {
  jurisdiction_id: string;
  secret: string;
  webhook_id: string;
}

export interface WonFund {
  amount: Numeric;
  batch: string;
  day: DayColumn;
  explanation: string;
  jurisdiction_id: string;
  kind: string;
  number: number;
  printed_share: Numeric | null;
  province: Numeric | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  source: string;
  used: Numeric | null;
  year: number;
}

export interface WonStock {
  jurisdiction_id: string;
  kind: string;
  number: number;
  projects: number | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  source: string;
  wanted: Numeric | null;
  year: number;
}

export interface DB {
  account: Account;
  account_identity: AccountIdentity;
  account_secret: AccountSecret;
  account_state: AccountState;
  amendment: Amendment;
  announcement: Announcement;
  audit_entry: AuditEntry;
  budget_entry: BudgetEntry;
  budget_line: BudgetLine;
  budget_resolution: BudgetResolution;
  budget_statement: BudgetStatement;
  calendar_key: CalendarKey;
  clause_draft: ClauseDraft;
  clause_proposal: ClauseProposal;
  clause_proposal_event: ClauseProposalEvent;
  clause_version: ClauseVersion;
  commitment: Commitment;
  commitment_source: CommitmentSource;
  debt_figure: DebtFigure;
  decision: Decision;
  document: Document;
  follow: Follow;
  inspection: Inspection;
  inspection_event: InspectionEvent;
  inspection_finding: InspectionFinding;
  inspector: Inspector;
  invitation: Invitation;
  invitation_end: InvitationEnd;
  item: Item;
  jurisdiction: Jurisdiction;
  mail: Mail;
  mail_message: MailMessage;
  mail_sent: MailSent;
  mail_server: MailServer;
  map_outline: MapOutline;
  message: Message;
  message_read: MessageRead;
  message_wish: MessageWish;
  money_link: MoneyLink;
  notice: Notice;
  notice_event: NoticeEvent;
  notice_evidence: NoticeEvidence;
  observation: Observation;
  oidc_flow: OidcFlow;
  org_unit: OrgUnit;
  place: Place;
  place_parent: PlaceParent;
  plan: Plan;
  plan_revision: PlanRevision;
  policy_decision: PolicyDecision;
  post: Post;
  post_holder: PostHolder;
  post_holder_end: PostHolderEnd;
  recovery_code: RecoveryCode;
  report: Report;
  report_draft: ReportDraft;
  report_event: ReportEvent;
  report_figure: ReportFigure;
  request_key: RequestKey;
  role_grant: RoleGrant;
  role_withdrawal: RoleWithdrawal;
  rule_set: RuleSet;
  session: Session;
  setting: Setting;
  site: Site;
  site_check: SiteCheck;
  site_detail: SiteDetail;
  site_event: SiteEvent;
  site_lead_event: SiteLeadEvent;
  site_photo: SitePhoto;
  site_rating: SiteRating;
  site_upkeep: SiteUpkeep;
  standing_fact: StandingFact;
  standing_formula: StandingFormula;
  standing_frozen: StandingFrozen;
  standing_round: StandingRound;
  standing_round_event: StandingRoundEvent;
  told: Told;
  told_spread: ToldSpread;
  unit_alias: UnitAlias;
  verdict_noted: VerdictNoted;
  verdict_override: VerdictOverride;
  webhook: Webhook;
  webhook_attempt: WebhookAttempt;
  webhook_delivery: WebhookDelivery;
  webhook_end: WebhookEnd;
  webhook_secret: WebhookSecret;
  won_fund: WonFund;
  won_stock: WonStock;
}
