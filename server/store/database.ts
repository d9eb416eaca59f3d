// Table types, generated from the migrated database by tools/generate.mjs; do not edit.
import type { ActColumn, AnswerColumn, ArrangementColumn, AttemptOutcomeColumn, AudienceColumn, CarriedColumn, CheckOutcomeColumn, ChecksColumn, CommentKindColumn, CommitmentKindColumn, ConfidenceWordColumn, Counted, DayColumn, DecisionColumn, DetailColumn, DocumentKindColumn, EditColumn, EvidenceSideColumn, FindingOutcomeColumn, FiveYearKindColumn, FiveYearRoleColumn, ForceColumn, FormulaColumn, GoodWayColumn, HeadingsColumn, HookFormatColumn, InspectionActionColumn, InspectionKindColumn, InspectionMethodsColumn, InspectionStateColumn, ItemColumn, ItemFamilyColumn, ItemKindColumn, KeptText, LanguageColumn, LeadActionColumn, LeadStateColumn, LetterActionColumn, LetterStateColumn, LevelColumn, MailSecurityColumn, MembersColumn, Moment, MonitorLevelColumn, NatureColumn, NoticeActionColumn, NoticeGradeColumn, NoticeReasonsColumn, NoticeStateColumn, OptionalDayColumn, OptionalMoment, OptionalNumber, OptionalSwitch, OutlinesColumn, PaceColumn, PackageColumn, PackageSideColumn, PlaceKindColumn, ProposalActionColumn, ProposalStateColumn, RankedColumn, ReadingColumn, ReportActionColumn, ReportStateColumn, ReviewDecisionColumn, RoleColumn, RoundActionColumn, RoundStateColumn, ScopesColumn, Secret, SecretBytes, SeriesMeasureColumn, ServicesColumn, SetMoment, SiteActionColumn, SiteStateColumn, StandingColumn, Step, Switch, TableFormatColumn, TargetsColumn, TextsColumn, TileColumn, TopicsColumn, UnitKindColumn, UnreadColumn, VerdictStatusColumn, WishTopicsColumn, YearPlanActionColumn, YearPlanLinesColumn, YearPlanStateColumn } from './json.ts';

import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

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
  explanation: Generated<string>;
  id: string;
  jurisdiction_id: string;
  position: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  ref: string;
  source: Generated<string>;
  year: number;
}

export interface AnnouncementCorrection {
  amount: Numeric | null;
  announcement_id: string;
  explanation: string;
  jurisdiction_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  ref: string;
  source: string;
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

export interface Award {
  amount: Int8;
  area: string;
  batch_id: string | null;
  claim_id: string | null;
  clause_id: string;
  day: DayColumn;
  id: string;
  jurisdiction_id: string;
  key: string;
  line: number | null;
  part: number;
  pay_by: DayColumn | null;
  period: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  subject: string;
  subject_name: string;
}

export interface AwardBatch {
  day: DayColumn;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  rule_set_hash: string;
  subjects: number;
  unit: string;
}

export interface AwardBatchEvent {
  action: string;
  batch_id: string;
  jurisdiction_id: string;
  notice_from: DayColumn | null;
  notice_to: DayColumn | null;
  number: number;
  received_at: Moment;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: string;
  words: string;
}

export interface AwardGap {
  batch_id: string;
  clause_id: string;
  examples: Json;
  jurisdiction_id: string;
  missing: string;
  recorded_at: Generated<Moment>;
  subjects: number;
}

export interface AwardLine {
  amount: Int8;
  area: string;
  batch_id: string;
  beaten_by: string | null;
  clause_id: string;
  decision_id: string;
  jurisdiction_id: string;
  key: string;
  number: number;
  outcome: string;
  place_id: string;
  recorded_at: Generated<Moment>;
  subject: string;
  subject_name: string;
}

export interface AwardObjection {
  batch_id: string;
  id: string;
  jurisdiction_id: string;
  line: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
}

export interface AwardObjectionAnswer {
  jurisdiction_id: string;
  objection_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  upheld: boolean;
  words: string;
}

export interface AwardRemoval {
  batch_id: string;
  jurisdiction_id: string;
  line: number;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface AwardReturn {
  award_id: string;
  jurisdiction_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface BudgetCut {
  base: Numeric | null;
  commitment_id: string | null;
  explanation: Generated<string>;
  id: string;
  jurisdiction_id: string;
  line_id: string | null;
  metric: string;
  percent: Numeric;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sample: Generated<boolean>;
  source: string;
  year: number;
}

export interface BudgetCutCorrection {
  base: Numeric | null;
  cut_id: string;
  explanation: string;
  jurisdiction_id: string;
  line_id: string | null;
  number: number;
  percent: Numeric;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  source: string;
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

export interface Claim {
  clause_id: string;
  id: string;
  jurisdiction_id: string;
  owner_id: string;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  subject: string;
  subject_name: string;
  unit: string;
}

export interface ClaimDraft {
  claim_id: string;
  given: Json;
  jurisdiction_id: string;
  saved_at: Moment;
  version: number;
}

export interface ClaimEvent {
  action: string;
  amount: Int8 | null;
  answer: Json | null;
  claim_id: string;
  due_on: DayColumn | null;
  jurisdiction_id: string;
  number: number;
  received_at: Moment;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  rule_set_hash: string;
  state: string;
  words: string;
}

export interface ClaimEvidence {
  bytes: Buffer;
  claim_id: string;
  fact: string;
  file_name: string;
  id: string;
  jurisdiction_id: string;
  media_type: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
}

export interface ClaimFact {
  claim_id: string;
  event_number: number;
  fact: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  typed: string;
  value: Json;
}

export interface ClauseDraft {
  account_id: string;
  base: number;
  clause_id: string;
  content: string;
  document: string;
  jurisdiction_id: string;
  reason: string;
  saved_at: SetMoment;
  starts_on: string;
  version: Counted;
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
  action: ProposalActionColumn;
  jurisdiction_id: string;
  number: number;
  proposal_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: ProposalStateColumn;
}

export interface ClauseVersion {
  clause_id: string;
  content: string;
  document: string;
  jurisdiction_id: string;
  number: number;
  place: number;
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

export interface CommitmentApplicability {
  applies: boolean;
  commitment_id: string;
  jurisdiction_id: string;
  metric: string;
  number: number;
  place_id: string;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  starts_on: DayColumn;
}

export interface CommitmentCarried {
  commitment_id: string;
  decision: CarriedColumn;
  jurisdiction_id: string;
  next_id: string | null;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface CommitmentComment {
  commitment_id: string;
  id: string;
  jurisdiction_id: string;
  kind: CommentKindColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  said_on: DayColumn;
  words: string;
}

export interface CommitmentCommentEnd {
  closed_on: DayColumn;
  comment_id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
}

export interface CommitmentConfidence {
  commitment_id: string;
  jurisdiction_id: string;
  note: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  said_on: DayColumn;
  word: ConfidenceWordColumn;
}

export interface CommitmentNow {
  id: KeptText;
  jurisdiction_id: KeptText;
  kind: string | null;
  lead_unit: string | null;
  number: string | null;
  plan_id: string | null;
  support_units: TextsColumn;
  title: string | null;
}

export interface CommitmentOwner {
  batch_id: string;
  commitment_id: string;
  jurisdiction_id: string;
  lead_unit: string | null;
  number: number;
  official: string | null;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  support_units: TextsColumn;
  task_force: string;
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

export interface CommitmentStep {
  commitment_id: string;
  due_on: DayColumn;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  title: string;
  unit: string;
}

export interface CommitmentStepEvent {
  action: string;
  due_on: DayColumn | null;
  jurisdiction_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  step_id: string;
  words: string;
}

export interface Consultation {
  due_on: DayColumn;
  id: string;
  is_demonstration: Switch;
  jurisdiction_id: string;
  plan_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  title: string;
}

export interface ConsultationEvent {
  action: LetterActionColumn;
  jurisdiction_id: string;
  letter_id: string;
  number: number;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: LetterStateColumn;
}

export interface ConsultationLetter {
  consultation_id: string;
  id: string;
  jurisdiction_id: string;
  place_id: string;
  recorded_at: Generated<Moment>;
}

export interface ConsultationLine {
  commitment_id: string;
  consultation_id: string;
  goal: Numeric | null;
  id: string;
  jurisdiction_id: string;
  metric: string;
  position: number;
  printed: string;
  recorded_at: Generated<Moment>;
  unit: string;
}

export interface ConsultationRemark {
  jurisdiction_id: string;
  letter_id: string;
  line_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  wanted: Numeric | null;
  words: string;
}

export interface ConsultationShare {
  jurisdiction_id: string;
  line_id: string;
  number: number;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  value: Numeric | null;
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

export interface Disbursement {
  amount: Int8;
  award_id: string;
  jurisdiction_id: string;
  paid_on: DayColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
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

export interface Enterprise {
  code: string;
  import_id: string | null;
  jurisdiction_id: string;
  name: string;
  number: number;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface EnterpriseAward {
  awarded_on: DayColumn;
  batch: string;
  clause_id: string;
  code: string;
  fen: Int8;
  group_key: string;
  jurisdiction_id: string;
  once_key: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  year: number;
  year_key: string;
}

export interface EnterpriseCertificate {
  certificate: string;
  code: string;
  ends_on: DayColumn | null;
  import_id: string | null;
  jurisdiction_id: string;
  kind: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  starts_on: DayColumn;
  withdrawn: boolean;
}

export interface EnterpriseConsent {
  action: string;
  code: string;
  given_by: string;
  groups: string[];
  jurisdiction_id: string;
  number: number;
  proof: string;
  purposes: string[];
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  until_day: DayColumn | null;
}

export interface EnterpriseContact {
  code: string;
  id_number: string | null;
  import_id: string | null;
  jurisdiction_id: string;
  number: number;
  phone: string | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  representative: string | null;
  sealed: Buffer | null;
}

export interface EnterpriseCurrent {
  code: string;
  detail: number;
  employees: Int8;
  industry: number;
  jurisdiction_id: string;
  name: string;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  revenue: Int8;
  year: number;
}

export interface EnterpriseFigures {
  code: string;
  figures: ArrayType<Int8>;
  import_id: string | null;
  jurisdiction_id: string;
  line: number;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  replaces: number | null;
  year: number;
}

export interface EnterpriseHolder {
  account_id: string | null;
  code: string;
  jurisdiction_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface ExchangePackage {
  body: PackageColumn;
  document_id: string | null;
  id: string;
  is_demonstration: Switch;
  jurisdiction_id: string;
  partner_id: string;
  partner_level: LevelColumn;
  partner_name: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
  side: PackageSideColumn;
  year: number;
}

export interface FiveYearFigure {
  is_demonstration: Switch;
  jurisdiction_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  role: FiveYearRoleColumn;
  source: string;
  target_id: string;
  value: Numeric;
  year: number;
}

export interface FiveYearTarget {
  baseline: Numeric | null;
  force: ForceColumn;
  from_year: number;
  id: string;
  is_demonstration: Switch;
  jurisdiction_id: string;
  kind: FiveYearKindColumn;
  metric: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  source: string;
  target: Numeric;
  to_year: number;
  unit: string;
}

export interface Follow {
  account_id: string;
  commitment_id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
}

export interface Inspection {
  assignment: string | null;
  by_unit: string;
  commitment_ids: TextsColumn;
  ends_on: DayColumn;
  field: string;
  id: string;
  jurisdiction_id: string;
  kind: InspectionKindColumn;
  methods: InspectionMethodsColumn;
  papers: TextsColumn;
  place_id: string;
  plan_year: number | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  starts_on: DayColumn;
  subject: string;
  unannounced: Generated<boolean>;
  unit: string;
}

export interface InspectionAnswer {
  inspection_id: string;
  jurisdiction_id: string;
  number: number;
  received_on: DayColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
}

export interface InspectionArrangement {
  approval: string;
  ends_on: OptionalDayColumn;
  inspection_id: string;
  jurisdiction_id: string;
  members: TextsColumn;
  number: number;
  reason: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  starts_on: OptionalDayColumn;
  what: ArrangementColumn;
  with_ids: TextsColumn;
}

export interface InspectionEvent {
  action: InspectionActionColumn;
  approval: string;
  decision: ReviewDecisionColumn;
  due_on: OptionalDayColumn;
  inspection_id: string;
  jurisdiction_id: string;
  number: number;
  received_at: SetMoment;
  received_on: DayColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: InspectionStateColumn;
  team: TextsColumn;
  unit_received_on: OptionalDayColumn;
  words: string;
}

export interface InspectionEvidence {
  bytes: Buffer;
  file_name: string;
  id: string;
  inspection_id: string;
  jurisdiction_id: string;
  media_type: string;
  paper: number | null;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
  side: EvidenceSideColumn;
}

export interface InspectionFinding {
  again: Generated<boolean>;
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

export interface InspectionYear {
  action: YearPlanActionColumn;
  approval: string;
  jurisdiction_id: string;
  lines: YearPlanLinesColumn;
  number: number;
  received_on: DayColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: YearPlanStateColumn;
  words: string;
  year: number;
}

export interface Inspector {
  account_id: string;
  certificate: string;
  certificate_until: OptionalDayColumn;
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

export interface LedgerEntry {
  account: string;
  amount: Int8;
  jurisdiction_id: string;
  line: number;
  posting: Int8;
  recorded_at: Generated<Moment>;
}

export interface LedgerPosting {
  day: DayColumn;
  jurisdiction_id: string;
  key: string;
  kind: string;
  number: Int8;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  reference: string;
  reverses: Int8 | null;
  words: string;
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

export interface MonitorFigure {
  cell: string;
  id: string;
  import_id: string;
  indicator: string;
  jurisdiction_id: string;
  measure: SeriesMeasureColumn;
  nature: NatureColumn;
  number: number;
  period_end: DayColumn;
  period_start: DayColumn;
  place_id: string;
  printed: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  revises: string | null;
  sheet: string;
  value: Numeric;
}

export interface MonitorImport {
  file_name: string;
  format: TableFormatColumn;
  id: string;
  is_demonstration: Switch;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
  source: string;
}

export interface MonitorIndicator {
  aliases: TextsColumn;
  code: string;
  good_way: GoodWayColumn;
  headline: SeriesMeasureColumn;
  jurisdiction_id: string;
  merged_spring: Switch;
  name: string;
  name_en: Generated<string>;
  plan_metric: Generated<string>;
  position: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  step: number;
  unit: string;
}

export interface MonitorPlace {
  id: string;
  jurisdiction_id: string;
  level: MonitorLevelColumn;
  name: string;
  name_en: Generated<string>;
  position: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface NamedDay {
  day: OptionalDayColumn;
  jurisdiction_id: string;
  name: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
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

export interface Nurture {
  above_scale_on: DayColumn;
  id: string;
  industry: number | null;
  jurisdiction_id: string;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  subject: string;
  subject_name: string;
  unit: string;
}

export interface NurtureEvent {
  action: string;
  companion: string;
  is_above_scale: boolean | null;
  jurisdiction_id: string;
  number: number;
  nurture_id: string;
  received_at: Moment;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: string;
  words: string;
  year: number | null;
}

export interface Observation {
  amount: Numeric | null;
  commitment_id: string;
  compares: boolean;
  document_id: string | null;
  id: string;
  item_id: string | null;
  jurisdiction_id: string;
  measure_id: string | null;
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

export interface PlanClose {
  jurisdiction_id: string;
  plan_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
}

export interface PlanRevision {
  act: ActColumn;
  jurisdiction_id: string;
  number: number;
  plan_id: string;
  recorded_at: Generated<Moment>;
}

export interface PolicyAnswer {
  jurisdiction_id: string;
  question_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
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

export interface PolicyMeasure {
  commitment_id: string | null;
  ends_on: DayColumn;
  id: string;
  jurisdiction_id: string;
  kind: string;
  part: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  rule_set_hash: string;
  starts_on: DayColumn;
  whole: number;
}

export interface PolicyPush {
  amount: Int8;
  clause_id: string;
  jurisdiction_id: string;
  pushed_on: DayColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  subject: string;
  valid_from: DayColumn;
}

export interface PolicyQuestion {
  answer_by: DayColumn | null;
  clause_id: string;
  id: string;
  jurisdiction_id: string;
  owner_id: string;
  place_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  subject: string;
  subject_name: string;
  unit: string;
  words: string;
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

export interface Project {
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface ProjectBlocker {
  id: string;
  jurisdiction_id: string;
  kind: string;
  project_id: string;
  raised_on: DayColumn;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
}

export interface ProjectBlockerEvent {
  action: string;
  blocker_id: string;
  due_on: DayColumn | null;
  happened_on: DayColumn;
  jurisdiction_id: string;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  state: string;
  unit: string;
  words: string;
}

export interface ProjectCode {
  code: string;
  jurisdiction_id: string;
  project_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface ProjectEntry {
  annual_plan: Numeric | null;
  approved_on: DayColumn | null;
  asked: Json;
  before_year: Numeric | null;
  code: string | null;
  content: string;
  design_estimate: Numeric | null;
  explanation: string;
  feasibility: Numeric | null;
  field: string;
  financing: Json;
  government_funded: boolean;
  jurisdiction_id: string;
  kind: string;
  lead_unit: string | null;
  levels: Json;
  lists: Json;
  name: string;
  number: number;
  owner_unit: string;
  place_ids: Json;
  planned_on: Json;
  project_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  total: Numeric | null;
  year: number;
}

export interface ProjectEvidence {
  activity: string;
  id: string;
  jurisdiction_id: string;
  kind: string;
  observed_on: DayColumn;
  physical: Numeric | null;
  project_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  source: string;
  words: string;
}

export interface ProjectGate {
  asked: Json;
  gate: string;
  jurisdiction_id: string;
  number: number;
  passed_on: DayColumn | null;
  project_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
}

export interface ProjectGuarantee {
  amount: Numeric;
  day: DayColumn;
  factor: string;
  id: string;
  jurisdiction_id: string;
  kind: string;
  project_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  source: string;
  unit: string;
}

export interface ProjectInvestment {
  asked: Json;
  building: boolean;
  explanation: string;
  jurisdiction_id: string;
  number: number;
  period_end: DayColumn;
  physical: Numeric | null;
  picture: string;
  project_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  since_january: Numeric;
}

export interface ProjectNote {
  confidence: string | null;
  id: string;
  jurisdiction_id: string;
  kind: string;
  project_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  words: string;
}

export interface ProjectTable {
  asked: Json;
  caption: string;
  document_id: string;
  explanation: string;
  grouped_by: string;
  id: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  rows: Json;
  year: number;
}

export interface RecoveryCode {
  account_id: string;
  code_sha256: string;
  jurisdiction_id: string;
  recorded_at: Generated<Moment>;
}

export interface RegisterChange {
  code: string | null;
  jurisdiction_id: string;
  number: Int8;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  what: string;
}

export interface RegisterFact {
  jurisdiction_id: string;
  name: string;
  position: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
}

export interface RegisterImport {
  basis: string;
  bytes: Int8;
  consent_until: DayColumn | null;
  file_name: string;
  id: string;
  jurisdiction_id: string;
  proof: string;
  purposes: string[];
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sha256: string;
  source: string;
  year: number;
}

export interface RegisterImportEnd {
  accepted: number;
  added: number;
  changed: number;
  enterprises: number;
  import_id: string;
  jurisdiction_id: string;
  milliseconds: number;
  params: Json;
  problem: string;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  rejected: number;
  state: string;
  total: number;
  unchanged: number;
  unknown_columns: string[];
}

export interface RegisterRejected {
  cells: string[];
  faults: Json;
  import_id: string;
  jurisdiction_id: string;
  line: number;
  number: number;
  recorded_at: Generated<Moment>;
  recorded_by: string | null;
  sheet: string;
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

export interface WebhookOpen {
  delivery_id: string;
  due_at: OptionalMoment;
  jurisdiction_id: string;
  object_id: string;
  object_kind: string;
  told_at: SetMoment;
  webhook_id: string;
}

export interface WebhookPace {
  failed: number;
  failing_since: OptionalMoment;
  jurisdiction_id: string;
  not_before: SetMoment;
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
  announcement_correction: AnnouncementCorrection;
  audit_entry: AuditEntry;
  award: Award;
  award_batch: AwardBatch;
  award_batch_event: AwardBatchEvent;
  award_gap: AwardGap;
  award_line: AwardLine;
  award_objection: AwardObjection;
  award_objection_answer: AwardObjectionAnswer;
  award_removal: AwardRemoval;
  award_return: AwardReturn;
  budget_cut: BudgetCut;
  budget_cut_correction: BudgetCutCorrection;
  budget_entry: BudgetEntry;
  budget_line: BudgetLine;
  budget_resolution: BudgetResolution;
  budget_statement: BudgetStatement;
  calendar_key: CalendarKey;
  claim: Claim;
  claim_draft: ClaimDraft;
  claim_event: ClaimEvent;
  claim_evidence: ClaimEvidence;
  claim_fact: ClaimFact;
  clause_draft: ClauseDraft;
  clause_proposal: ClauseProposal;
  clause_proposal_event: ClauseProposalEvent;
  clause_version: ClauseVersion;
  commitment: Commitment;
  commitment_applicability: CommitmentApplicability;
  commitment_carried: CommitmentCarried;
  commitment_comment: CommitmentComment;
  commitment_comment_end: CommitmentCommentEnd;
  commitment_confidence: CommitmentConfidence;
  commitment_now: CommitmentNow;
  commitment_owner: CommitmentOwner;
  commitment_source: CommitmentSource;
  commitment_step: CommitmentStep;
  commitment_step_event: CommitmentStepEvent;
  consultation: Consultation;
  consultation_event: ConsultationEvent;
  consultation_letter: ConsultationLetter;
  consultation_line: ConsultationLine;
  consultation_remark: ConsultationRemark;
  consultation_share: ConsultationShare;
  debt_figure: DebtFigure;
  decision: Decision;
  disbursement: Disbursement;
  document: Document;
  enterprise: Enterprise;
  enterprise_award: EnterpriseAward;
  enterprise_certificate: EnterpriseCertificate;
  enterprise_consent: EnterpriseConsent;
  enterprise_contact: EnterpriseContact;
  enterprise_current: EnterpriseCurrent;
  enterprise_figures: EnterpriseFigures;
  enterprise_holder: EnterpriseHolder;
  exchange_package: ExchangePackage;
  five_year_figure: FiveYearFigure;
  five_year_target: FiveYearTarget;
  follow: Follow;
  inspection: Inspection;
  inspection_answer: InspectionAnswer;
  inspection_arrangement: InspectionArrangement;
  inspection_event: InspectionEvent;
  inspection_evidence: InspectionEvidence;
  inspection_finding: InspectionFinding;
  inspection_year: InspectionYear;
  inspector: Inspector;
  invitation: Invitation;
  invitation_end: InvitationEnd;
  item: Item;
  jurisdiction: Jurisdiction;
  ledger_entry: LedgerEntry;
  ledger_posting: LedgerPosting;
  mail: Mail;
  mail_message: MailMessage;
  mail_sent: MailSent;
  mail_server: MailServer;
  map_outline: MapOutline;
  message: Message;
  message_read: MessageRead;
  message_wish: MessageWish;
  money_link: MoneyLink;
  monitor_figure: MonitorFigure;
  monitor_import: MonitorImport;
  monitor_indicator: MonitorIndicator;
  monitor_place: MonitorPlace;
  named_day: NamedDay;
  notice: Notice;
  notice_event: NoticeEvent;
  notice_evidence: NoticeEvidence;
  nurture: Nurture;
  nurture_event: NurtureEvent;
  observation: Observation;
  oidc_flow: OidcFlow;
  org_unit: OrgUnit;
  place: Place;
  place_parent: PlaceParent;
  plan: Plan;
  plan_close: PlanClose;
  plan_revision: PlanRevision;
  policy_answer: PolicyAnswer;
  policy_decision: PolicyDecision;
  policy_measure: PolicyMeasure;
  policy_push: PolicyPush;
  policy_question: PolicyQuestion;
  post: Post;
  post_holder: PostHolder;
  post_holder_end: PostHolderEnd;
  project: Project;
  project_blocker: ProjectBlocker;
  project_blocker_event: ProjectBlockerEvent;
  project_code: ProjectCode;
  project_entry: ProjectEntry;
  project_evidence: ProjectEvidence;
  project_gate: ProjectGate;
  project_guarantee: ProjectGuarantee;
  project_investment: ProjectInvestment;
  project_note: ProjectNote;
  project_table: ProjectTable;
  recovery_code: RecoveryCode;
  register_change: RegisterChange;
  register_fact: RegisterFact;
  register_import: RegisterImport;
  register_import_end: RegisterImportEnd;
  register_rejected: RegisterRejected;
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
  webhook_open: WebhookOpen;
  webhook_pace: WebhookPace;
  webhook_secret: WebhookSecret;
  won_fund: WonFund;
  won_stock: WonStock;
}
