// Types of columns that the database cannot know: what jsonb holds, and the words that checks allow.
import type { ColumnType } from 'kysely';
import type { Formula, Member, RoundAction, RoundState } from '../../core/assess/standing/formula.ts';
import type { Standing } from '../../core/assess/standing/rank.ts';
import type { VerdictStatus } from '../../core/assess/verdict.ts';
import type { FiveYearKind } from '../../core/budget/five-year.ts';
import type { SeriesMeasure } from '../../core/budget/monitor/figure.ts';
import type { TableFormat } from '../../core/budget/monitor/table.ts';
import type { CommentKind } from '../../core/observe/comment.ts';
import type { ConfidenceWord } from '../../core/observe/confidence.ts';
import type { ReportAction, ReportState } from '../../core/observe/report.ts';
import type { LeadAction, LeadState } from '../../core/observe/site-lead.ts';
import type { UnitKind } from '../../core/place/org-unit.ts';
import type { Role } from '../../core/place/role.ts';
import type { CommitmentKind, Force, GoodWay, Target } from '../../core/plan/commitment.ts';
import type { ConsultationAction, ConsultationState } from '../../core/plan/consultation.ts';
import type { Level, PlanPackage } from '../../core/plan/exchange/package.ts';
import type { SiteAction, SiteState } from '../../core/plan/site.ts';
import type { ProposalAction, ProposalState } from '../../core/policy/author/proposal.ts';
import type { Audience, Detail, Topic } from '../../core/publish/event.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import type { DocumentKind, Item, ItemFamily, ItemKind, Reading } from '../../core/read/reading.ts';

import type {
  InspectionAction,
  InspectionKind,
  InspectionMethod,
  InspectionState,
} from '../../core/supervise/inspection.ts';
import type { Service } from '../../core/supervise/inspector.ts';
import type { NoticeAction, NoticeGrade, NoticeReason, NoticeState } from '../../core/supervise/notice.ts';
import type { YearPlanAction, YearPlanState } from '../../core/supervise/year-plan.ts';

/** Read as a value, written as JSON text, never updated. */
type Json<T> = ColumnType<T, string, never>;

/** A moment is read as ISO text in UTC; the database itself writes it. */
export type Moment = ColumnType<string, never, never>;

/** A moment that the application sets, by its own clock. */
export type SetMoment = ColumnType<string, string | undefined, string>;
export type OptionalMoment = ColumnType<string | null, string | null | undefined, string | null>;

/** A day is read as YYYY-MM-DD: the database holds none that does not exist. */
export type DayColumn = ColumnType<IsoDate, string, never>;
export type OptionalDayColumn = ColumnType<IsoDate | null, string | null, never>;

/** What a person changed before adopting an item; the printed words stay with the item. */
export interface ItemEdit {
  readonly title?: string | undefined;
  readonly leadUnit?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly printed?: string | undefined;
  readonly unit?: string | undefined;
}

export type TargetsColumn = Json<readonly Target[]>;
export type TextsColumn = Json<readonly string[]>;
/** A column of a view: never written, and there whenever its table's is. */
export type KeptText = ColumnType<string, never, never>;
export type CarriedColumn = ColumnType<'adopt' | 'drop', 'adopt' | 'drop', never>;
export type ItemColumn = Json<Item>;
export type EditColumn = ColumnType<ItemEdit | null, string | null, never>;
export type TileColumn = ColumnType<readonly [number, number] | null, string | null, never>;
export type HeadingsColumn = Json<Reading['headings']>;
export type ChecksColumn = Json<Reading['checks']>;
export type UnreadColumn = Json<Reading['unread']>;
export type ReadingColumn = Json<Omit<Reading, 'items'>>;

export type CommitmentKindColumn = CommitmentKind;
export type ForceColumn = Force | null;
export type DocumentKindColumn = DocumentKind;
export type ItemFamilyColumn = ItemFamily;
export type ItemKindColumn = ItemKind;
export type ActColumn = 'decide' | 'amend' | 'report' | 'overrule';
export type DecisionColumn = 'adopt' | 'merge' | 'reject';
export type NatureColumn = 'reported' | 'preliminary' | 'estimated' | 'revised' | 'final';
export type PlaceKindColumn = 'district' | 'county' | 'zone' | 'street';
export type RoleColumn = Role;
export type AnswerColumn = ColumnType<unknown, string, string>;
export type ScopesColumn = ColumnType<readonly string[] | null, string | null, never>;
export type Counted = ColumnType<number, number | undefined, number>;
export type ReportActionColumn = ReportAction;
export type ReportStateColumn = ReportState;
export type Switch = ColumnType<boolean, boolean, boolean>;
export type Secret = ColumnType<string | null, string | null, string | null>;
export type SecretBytes = ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
/** A bigint comes as text. */
export type Step = ColumnType<string, number | undefined, number>;
export type UnitKindColumn = UnitKind;
export type OptionalSwitch = ColumnType<boolean, boolean | undefined, boolean>;
export type InspectionKindColumn = InspectionKind;
export type InspectionMethodsColumn = Json<readonly InspectionMethod[]>;
export type InspectionActionColumn = InspectionAction | 'plan';
export type InspectionStateColumn = InspectionState;
export type FindingOutcomeColumn = 'confirmed' | 'contradicted' | 'undecided';
export type ReviewDecisionColumn = 'upheld' | 'changed' | null;
export type ArrangementColumn = 'days' | 'team' | 'exception';
export type EvidenceSideColumn = 'team' | 'unit';
/** An inspection of the yearly plan with the days it had when the plan was moved. */
export interface YearPlanLine {
  readonly inspectionId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}
export type YearPlanLinesColumn = Json<readonly YearPlanLine[]>;
export type YearPlanActionColumn = YearPlanAction;
export type YearPlanStateColumn = YearPlanState;
export type CommentKindColumn = CommentKind;
export type ConfidenceWordColumn = ConfidenceWord;
export type ServicesColumn = Json<readonly Service[]>;
export type NoticeActionColumn = NoticeAction;
export type NoticeGradeColumn = NoticeGrade;
export type NoticeReasonsColumn = Json<readonly NoticeReason[]>;
export type NoticeStateColumn = NoticeState;
export type SiteActionColumn = SiteAction;
export type SiteStateColumn = SiteState;
export type CheckOutcomeColumn = 'confirmed' | 'refuted';
export type LeadActionColumn = LeadAction;
export type LeadStateColumn = LeadState;
/** Outlines of the city's own map: a place and its rings of [longitude, latitude]. */
export interface Outline {
  readonly placeId: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}
export type OutlinesColumn = Json<readonly Outline[]>;
export type RankedColumn = Formula['of'];
export type FormulaColumn = Json<Formula>;
export type MembersColumn = Json<readonly Member[]>;
export type StandingColumn = Json<Standing>;
export type RoundActionColumn = RoundAction | 'draft';
export type RoundStateColumn = RoundState;
export type VerdictStatusColumn = VerdictStatus;
export type DetailColumn = Json<Detail>;
export type AudienceColumn = Json<Audience>;
export type TopicsColumn = Json<readonly Topic[]>;
export type WishTopicsColumn = ColumnType<readonly Topic[], string, string>;
export type OptionalNumber = ColumnType<number | null, number | null, number | null>;
export type PaceColumn = 'atOnce' | 'daily' | 'weekly' | 'never';
export type LanguageColumn = 'zh' | 'en';
export type HookFormatColumn = 'generic' | 'dingtalk' | 'wecom' | 'feishu';
export type MailSecurityColumn = 'tls' | 'startTls' | 'none';
export type AttemptOutcomeColumn = 'delivered' | 'failed' | 'givenUp' | 'again';
export type ProposalActionColumn = ProposalAction | 'propose';
export type ProposalStateColumn = ProposalState;
export type GoodWayColumn = GoodWay;
export type SeriesMeasureColumn = SeriesMeasure;
export type MonitorLevelColumn = 'nation' | 'province' | 'peer';
export type TableFormatColumn = TableFormat;
export type FiveYearKindColumn = FiveYearKind;
export type FiveYearRoleColumn = 'figure' | 'annual';
export type PackageSideColumn = 'sent' | 'received';
export type LevelColumn = Level;
export type PackageColumn = Json<PlanPackage>;
export type LetterActionColumn = ConsultationAction | 'send';
export type LetterStateColumn = ConsultationState;
