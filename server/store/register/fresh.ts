// Enterprises that the register has never heard of go straight into its tables: there is nothing to compare them with.
import type { Client } from 'pg';
import type { RegisterRow } from '../../../core/policy/register/file/row.ts';
import { copyLines, copyText, figuresText, Lines, none } from './lines.ts';
import type { Import, ListPositions } from './staging.ts';

const columns = {
  enterprise: ['jurisdiction_id', 'code', 'number', 'name', 'place_id', 'import_id', 'recorded_by'],
  enterprise_figures: [
    ...['jurisdiction_id', 'code', 'year', 'number', 'figures', 'import_id', 'line', 'recorded_by'],
  ],
  enterprise_contact: ['jurisdiction_id', 'code', 'number', 'sealed', 'import_id', 'recorded_by'],
  enterprise_certificate: [
    ...['jurisdiction_id', 'code', 'kind', 'starts_on', 'number', 'ends_on', 'certificate', 'withdrawn'],
    ...['import_id', 'recorded_by'],
  ],
  enterprise_current: [
    ...['jurisdiction_id', 'code', 'name', 'place_id', 'detail', 'year', 'industry', 'employees', 'revenue'],
  ],
} as const;

type Table = keyof typeof columns;
const tables: readonly Table[] = [
  ...(['enterprise', 'enterprise_figures', 'enterprise_contact', 'enterprise_certificate'] as const),
  'enterprise_current',
];

const dayMs = 86_400_000;
const dayText = (day: number | null): string =>
  day === null ? none : new Date(day * dayMs).toISOString().slice(0, 10);

export class FreshRows {
  readonly #lines: Readonly<Record<Table, Lines>> = {
    enterprise: new Lines(),
    enterprise_figures: new Lines(),
    enterprise_contact: new Lines(),
    enterprise_certificate: new Lines(),
    enterprise_current: new Lines(),
  };
  readonly #city: string;
  readonly #origin: string;
  readonly #by: string;
  readonly #positions: ListPositions;
  taken = 0;

  constructor({ jurisdiction, id, by }: Import, positions: ListPositions) {
    this.#city = copyText(jurisdiction);
    this.#origin = id;
    this.#by = by ?? none;
    this.#positions = positions;
  }

  add(line: number, row: RegisterRow, sealed: Buffer | null): void {
    const [begins, origin, by] = [`${this.#city}\t${row.code}\t`, this.#origin, this.#by];
    const name = copyText(row.name);
    const lines = this.#lines;
    lines.enterprise.add(`${begins}1\t${name}\t${row.placeId}\t${origin}\t${by}\n`);
    lines.enterprise_figures.add(
      `${begins}${row.year}\t1\t${figuresText(row.figures)}\t${origin}\t${line}\t${by}\n`,
    );
    if (sealed)
      lines.enterprise_contact.add(`${begins}1\t\\\\x${sealed.toString('hex')}\t${origin}\t${by}\n`);
    for (const { kind, startsOn, endsOn } of row.certificates)
      lines.enterprise_certificate.add(
        `${begins}${kind}\t${dayText(startsOn)}\t1\t${dayText(endsOn)}\t\tf\t${origin}\t${by}\n`,
      );
    const { industry, employees, revenue } = this.#positions;
    const at = (position: number): number => row.figures[position - 1] ?? -1;
    lines.enterprise_current.add(
      `${begins}${name}\t${row.placeId}\t1\t${row.year}\t${at(industry)}\t${at(employees)}\t${at(revenue)}\n`,
    );
    this.taken++;
  }

  /** Takes what was gathered now; what is returned copies it, whenever it is called. */
  flush(): (client: Client) => Promise<void> {
    const portions = tables.map((table) => [table, this.#lines[table].take()] as const);
    return async (client) => {
      for (const [table, bytes] of portions) await copyLines(client, table, columns[table], bytes);
    };
  }
}
