// Statements that run a rule set where the register lives: its table, the matches of every clause, the payouts after overlap.
import type { BoundClause, RuleSet, Schema } from '../form.ts';
import { planOf } from '../plan.ts';
import { type DialectName, dialects, quoted } from './dialect.ts';
import { Expressions, sureColumns } from './expression.ts';

export interface Tables {
  /** The register: `id` and a column for each of the schema. */
  readonly register: string;
  /**
   * Subjects that meet a clause's condition: id, clause, grp, fen, paid (what a topped-up group has paid before, else 0). A fen
   * that is NULL or not above 0 does not pay; it is filtered when read, since filtering here would compute it twice.
   */
  readonly matches: string;
}

/** Clauses of one statement: more of them make DuckDB and PostgreSQL plan longer than they run. */
const CLAUSES_A_STATEMENT = 100;

export function registerTable(name: DialectName, schema: Schema, table: string): string {
  const { type, idType, tableEnd } = dialects[name];
  const columns = schema.map((column) => `${quoted(column.name)} ${type(column)}`);
  return `CREATE TABLE ${quoted(table)} (id ${idType}, ${columns.join(', ')})${tableEnd}`;
}

export function matchesTable(name: DialectName, table: string): string {
  const { idType, tableEnd } = dialects[name];
  const [small, money] =
    name === 'clickhouse'
      ? ['Int32', 'Nullable(Int64)']
      : ['int4 NOT NULL', name === 'duckdb' ? 'BIGINT' : 'int8'];
  return `CREATE TABLE ${quoted(table)} (id ${idType}, clause ${small}, grp ${small}, fen ${money}, paid ${money})${tableEnd}`;
}

function matchesOfClause(
  name: DialectName,
  schema: Schema,
  clause: BoundClause,
  places: { clause: number; group: number },
  register: string,
): string {
  const dialect = dialects[name];
  // The condition proves for the amount, never for itself, that a column is there.
  const fen = new Expressions(dialect, schema, sureColumns(clause.when)).amount(clause.amount);
  const toppedUp = clause.rule === 'topUp' && clause.paid !== null;
  const paid = toppedUp ? dialect.widened(clause.paid) : dialect.whole(0);
  // No names are given to what is selected: ClickHouse would take them for columns in the condition.
  const where = new Expressions(dialect, schema).condition(clause.when);
  return `SELECT id, ${places.clause}, ${places.group}, ${fen}, ${paid} FROM ${quoted(register)} WHERE ${where}`;
}

/** One SELECT a clause with its condition as filter, joined by UNION ALL; each statement fills the table of matches. */
export function matchesStatements(name: DialectName, ruleSet: RuleSet, tables: Tables): string[] {
  const groupOf = new Map(
    planOf(ruleSet).groups.flatMap(({ clauses }, group) => clauses.map(({ index }) => [index, group])),
  );
  const selects = ruleSet.clauses.map((clause, index) =>
    matchesOfClause(
      name,
      ruleSet.schema,
      clause,
      { clause: index, group: groupOf.get(index) ?? 0 },
      tables.register,
    ),
  );
  const starts = selects.flatMap((_, at) => (at % CLAUSES_A_STATEMENT === 0 ? [at] : []));
  return starts.map((at) => {
    const all = selects.slice(at, at + CLAUSES_A_STATEMENT).join('\nUNION ALL ');
    return `INSERT INTO ${quoted(tables.matches)} ${all}`;
  });
}

/** What each subject is paid in each group: the best amount, or what it exceeds the money already paid. */
export const payoutsQuery = (tables: Pick<Tables, 'matches'>): string =>
  `SELECT id, grp, max(fen - paid) AS payout FROM ${quoted(tables.matches)} WHERE fen - paid > 0 GROUP BY id, grp`;
