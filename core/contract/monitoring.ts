// Routes of economic monitoring and of five-year targets: the board, one series, tables in and out, targets over years.
import { z } from 'zod';
import { seriesMeasures } from '../budget/monitor/figure.ts';
import type { RouteTable } from './route.ts';
import { Amount, Day, Id } from './shapes.ts';

const Measure = z.enum(seriesMeasures).meta({ id: 'SeriesMeasure' });
const GoodWay = z.enum(['higher', 'lower', 'around']);
const Code = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/);
const PlaceId = z.string().min(1).max(40);
const Looking = { asOf: Day.optional(), knownOn: Day.optional() };

const Change = z
  .object({ unit: z.enum(['percent', 'percentagePoint']), value: z.string() })
  .meta({ id: 'SeriesChange' });

const Warning = z
  .object({
    rule: z.enum(['fallsInRow', 'turningPoint', 'turnedNegative', 'shortAtPace']),
    params: z.record(z.string(), z.string()),
    /** Periods that the rule looked at. */
    periods: z.array(Day),
  })
  .meta({ id: 'SeriesWarning' });

const Nature = z.enum(['reported', 'preliminary', 'estimated', 'revised', 'final']);

const Point = z
  .object({
    period: z.string(),
    periodEnd: Day,
    value: z.string(),
    nature: Nature,
    isDemonstration: z.boolean(),
    /** How often it was revised. */
    revisions: z.number().int(),
  })
  .meta({ id: 'SeriesPoint' });

const Place = z
  .object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string(),
    level: z.enum(['own', 'district', 'nation', 'province', 'peer']),
  })
  .meta({ id: 'MonitorPlace' });

const Indicator = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    unit: z.string(),
    step: z.union([z.literal(1), z.literal(3)]),
    goodWay: GoodWay,
    headline: Measure,
    mergedSpring: z.boolean(),
  })
  .meta({ id: 'MonitorIndicator' });

/** A target of the plan, with the promise it stands in. */
const PlanTarget = z.object({
  commitmentId: Id,
  year: z.number().int(),
  value: z.string(),
  printed: z.string(),
});

const Line = z
  .object({
    indicator: Indicator,
    measure: Measure,
    unit: z.string(),
    last: Point.nullable(),
    points: z.array(z.object({ periodEnd: Day, value: z.string() })),
    onPeriod: Change.nullable(),
    onYear: z.object({ value: z.string(), printed: z.boolean() }).nullable(),
    beside: z.array(z.object({ placeId: z.string(), value: z.string(), change: Change })),
    /** The middle of the peers that have a figure of the same day; null for fewer than two. */
    peerMedian: z.object({ value: z.string(), of: z.number().int(), change: Change.nullable() }).nullable(),
    target: PlanTarget.nullable(),
    pace: z.object({ projected: z.string(), distance: z.string() }).nullable(),
    warnings: z.array(Warning),
    isDemonstration: z.boolean(),
  })
  .meta({ id: 'MonitorLine' });

const Rules = z
  .object({ fallsInRow: z.number().int(), turnAfter: z.number().int(), paceShort: z.string() })
  .meta({ id: 'WarningRules' });

const FigureRow = Point.extend({
  placeId: z.string(),
  onPeriod: Change.nullable(),
  source: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  cell: z.string(),
  printed: z.string(),
  recordedAt: z.string(),
  /** What it replaced, newest first. */
  earlier: z.array(
    z.object({ value: z.string(), nature: Nature, source: z.string(), recordedAt: z.string() }),
  ),
});

const RefusedCell = z.object({
  sheet: z.string(),
  at: z.string(),
  row: z.number().int(),
  text: z.string(),
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
});

const TakenCell = z.object({
  sheet: z.string(),
  at: z.string(),
  indicator: z.string(),
  place: z.string(),
  measure: Measure,
  period: z.string(),
  value: z.string(),
  unit: z.string(),
  /** The value it replaces. */
  before: z.string().nullable(),
});

const Year = z.number().int().min(1950).max(2200);
const FiveYearKindShape = z.enum(['cumulative', 'endLevel', 'averageGrowth']);

const FiveYearRow = z
  .object({
    id: Id,
    metric: z.string(),
    unit: z.string(),
    kind: FiveYearKindShape,
    fromYear: Year,
    toYear: Year,
    target: z.string(),
    baseline: z.string().nullable(),
    force: z.enum(['binding', 'anticipatory']).nullable(),
    source: z.string(),
    isDemonstration: z.boolean(),
    years: z.array(
      z.object({
        year: Year,
        value: z.string().nullable(),
        source: z.string(),
        isDemonstration: z.boolean(),
        /** Times that the figure was entered; what the next one names as seen. */
        number: z.number().int(),
        /** Sum so far of what adds up; the value itself of anything else. */
        soFar: z.string().nullable(),
        due: z.string().nullable(),
        annual: z.string().nullable(),
        annualNumber: z.number().int(),
        /** What the year's target brings of the whole, in percent. */
        annualShare: z.string().nullable(),
      }),
    ),
    standing: z.object({
      reached: z.string().nullable(),
      share: z.string().nullable(),
      expectedShare: z.string(),
      left: z.string().nullable(),
      eachYear: z.string().nullable(),
      yearsLeft: z.number().int(),
      missingYears: z.array(Year),
    }),
    pace: z.enum(['met', 'onPath', 'behind', 'open']),
    paceYear: Year.nullable(),
    gap: z.string().nullable(),
    reachedIn: z.number().int().nullable(),
    midTerm: z.object({
      day: Day,
      pace: z.enum(['met', 'onPath', 'behind', 'open']),
      reached: z.string().nullable(),
      due: z.string().nullable(),
    }),
  })
  .meta({ id: 'FiveYearRow' });

const seriesRoutes = {
  'GET /api/monitoring': {
    permission: 'monitoring.read',
    summary: 'The monitoring board: latest figure, changes, other places, target, warnings; warnings first',
    query: z.strictObject({ plan: z.string().max(60).optional(), ...Looking }),
    response: z.object({
      asOf: Day,
      /** Of the city itself. */
      ownPlace: z.string(),
      places: z.array(Place),
      lines: z.array(Line),
      rules: Rules,
    }),
  },
  'GET /api/monitoring/series/:code': {
    permission: 'monitoring.read',
    summary: 'One indicator in one measure: every place, every figure with its origin and its revisions',
    params: z.strictObject({ code: Code }),
    query: z.strictObject({ plan: z.string().max(60).optional(), measure: Measure.optional(), ...Looking }),
    response: z.object({
      asOf: Day,
      ownPlace: z.string(),
      places: z.array(Place),
      /** Measures in which there are figures. */
      measures: z.array(Measure),
      line: Line,
      rules: Rules,
      figures: z.array(FigureRow),
    }),
  },
  'GET /api/monitoring/sdmx.csv': {
    permission: 'monitoring.read',
    summary: 'Figures as SDMX-CSV 1.0 (SDMX 2.1) or 2.0 (SDMX 3.0)',
    query: z.strictObject({
      version: z.enum(['1', '2']).default('2'),
      indicator: Code.optional(),
      knownOn: Day.optional(),
    }),
    response: 'bytes',
  },
  'GET /api/monitoring/template': {
    permission: 'monitoring.read',
    summary: 'A workbook with one figure a row, to be filled in',
    response: 'bytes',
  },
  'POST /api/monitoring/table': {
    permission: 'monitoring.write',
    summary:
      'Figures from xlsx, CSV, SDMX-CSV or a bureau’s table: checked or taken; revisions name what they replace, bad cells are named',
    query: z.strictObject({
      mode: z.enum(['check', 'take']),
      name: z.string().min(1).max(200),
      source: z.string().min(2).max(300),
      /** Place of a table that names none. */
      place: PlaceId.optional(),
      /** Last month of a table that prints none: 2025-05; a range from January with 1-: 2025-01/2025-05. */
      period: z.string().max(20).optional(),
      confirmed: z.enum(['yes', 'no']).default('no'),
      demonstration: z.enum(['yes', 'no']).default('no'),
    }),
    body: 'bytes',
    response: z.object({
      accepted: z.number().int(),
      unchanged: z.number().int(),
      empty: z.number().int(),
      rejected: z.number().int(),
      doubtful: z.number().int(),
      taken: z.array(TakenCell),
      refused: z.array(RefusedCell),
      /** Asked about: taken when the request says `confirmed`. */
      asked: z.array(RefusedCell),
      ignored: z.array(z.object({ sheet: z.string(), at: z.string(), text: z.string() })),
      unknown: z.array(z.object({ name: z.string(), unit: z.string() })),
    }),
  },
  'POST /api/monitoring/indicators': {
    permission: 'monitoring.write',
    summary: 'Register an indicator: name, unit, rhythm, which way is good',
    body: z.strictObject({
      code: Code,
      name: z.string().min(1).max(80),
      nameEn: z.string().max(120),
      unit: z.string().max(20),
      step: z.union([z.literal(1), z.literal(3)]),
      goodWay: GoodWay,
      headline: Measure,
      mergedSpring: z.boolean(),
      aliases: z.array(z.string().min(1).max(80)).max(20),
      planMetric: z.string().max(120),
    }),
    response: z.object({ code: z.string() }),
  },
  'POST /api/monitoring/places': {
    permission: 'monitoring.write',
    summary: 'Register a place that the city is compared with',
    body: z.strictObject({
      id: PlaceId,
      name: z.string().min(1).max(60),
      nameEn: z.string().max(80),
      level: z.enum(['nation', 'province', 'peer']),
    }),
    response: z.object({ id: z.string() }),
  },
} as const satisfies RouteTable;

const fiveYearRoutes = {
  'GET /api/five-year': {
    permission: 'monitoring.read',
    summary: 'Five-year targets: each year, what is left, the reference path, mid-term and pace',
    query: z.strictObject(Looking),
    response: z.object({ asOf: Day, rows: z.array(FiveYearRow) }),
  },
  'POST /api/five-year': {
    permission: 'monitoring.write',
    summary: 'Enter a five-year target with its source',
    body: z.strictObject({
      metric: z.string().min(1).max(120),
      unit: z.string().max(20),
      kind: FiveYearKindShape,
      fromYear: Year,
      toYear: Year,
      target: Amount,
      baseline: Amount.nullable(),
      force: z.enum(['binding', 'anticipatory']).nullable(),
      source: z.string().min(2).max(300),
    }),
    response: z.object({ targetId: Id }),
  },
  'POST /api/five-year/:targetId/figures': {
    permission: 'monitoring.write',
    summary: 'Enter what a year brought, or its annual target; an earlier entry stays to be seen',
    params: z.strictObject({ targetId: Id }),
    body: z.strictObject({
      year: Year,
      role: z.enum(['figure', 'annual']),
      value: Amount,
      source: z.string().min(2).max(300),
      /** Times it was entered before, as seen. */
      after: z.number().int().min(0),
    }),
    response: z.object({ number: z.number().int() }),
  },
} as const satisfies RouteTable;

export const monitoringRoutes = { ...seriesRoutes, ...fiveYearRoutes } as const satisfies RouteTable;
