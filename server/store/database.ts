// Table types, generated from the migrated database by tools/generate.mjs; do not edit.
import type { ActColumn, ChecksColumn, CommitmentKindColumn, DayColumn, DecisionColumn, DocumentKindColumn, EditColumn, ForceColumn, HeadingsColumn, ItemColumn, ItemFamilyColumn, ItemKindColumn, Moment, NatureColumn, OptionalDayColumn, PlaceKindColumn, ReadingColumn, TargetsColumn, TextsColumn, TileColumn, UnreadColumn } from './json.ts';

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Numeric = ColumnType<string, number | string, number | string>;

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
  span_end: number | null;
  span_start: number | null;
  statement: string;
  unit: string;
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

export interface UnitAlias {
  alias: string;
  jurisdiction_id: string;
  name: string;
  recorded_at: Generated<Moment>;
}

export interface DB {
  amendment: Amendment;
  commitment: Commitment;
  commitment_source: CommitmentSource;
  decision: Decision;
  document: Document;
  item: Item;
  jurisdiction: Jurisdiction;
  observation: Observation;
  place: Place;
  plan: Plan;
  plan_revision: PlanRevision;
  unit_alias: UnitAlias;
}
