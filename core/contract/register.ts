// Routes of the register of enterprises: list, page, consent, certificates, imports with progress, exports with personal data masked.
import { z } from 'zod';
import { certificateNames } from '../policy/register/certificate.ts';
import { basisNames, groupNames, purposeNames } from '../policy/register/consent.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const Words = z.object({ zh: z.string(), en: z.string() });
/** GB 32100-2015; that its check sign is right was seen when it was taken. */
export const CreditCode = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/);
const Named = z.object({ name: z.string(), label: Words });
const Certificate = z.enum(certificateNames);
const Group = z.enum(groupNames);
const Purpose = z.enum(purposeNames);
const Basis = z.enum(basisNames);

/** What a list is narrowed to; the same words narrow an export. */
const Narrowing = {
  words: z.string().max(60).optional(),
  place: z.string().max(60).optional(),
  industry: z.enum(['industrial', 'manufacturing', 'software']).optional(),
  certificate: Certificate.optional(),
};

const ListRow = z
  .object({
    code: CreditCode,
    name: z.string(),
    place: z.string(),
    industry: z.string(),
    /** Year of the newest figures. */
    year: z.number().int(),
    employees: z.number().int().nullable(),
    /** 分. */
    revenue: z.number().int().nullable(),
  })
  .meta({ id: 'EnterpriseRow' });

/** Where a figure came from: a row of an import, or a clerk's form. */
const Origin = z.object({
  importId: Id.nullable(),
  file: z.string(),
  source: z.string(),
  line: z.number().int(),
  at: z.string(),
});

const Figure = z
  .object({
    name: z.string(),
    label: Words,
    group: Group,
    /** Of the newest year, or lasting from an earlier one. */
    value: Words,
    year: z.number().int(),
    /** Whether matching may use it today. */
    usable: z.boolean(),
    /** Too old by the local rule: matching treats it as unknown. */
    stale: z.boolean(),
    /** Last day on which it counts; null for always. */
    lasts: Day.nullable(),
    origin: Origin.nullable(),
    /** Earlier years and values that were changed, newest first. */
    before: z.array(
      z.object({ year: z.number().int(), number: z.number().int(), value: Words, at: z.string() }),
    ),
  })
  .meta({ id: 'EnterpriseFigure' });

const Held = z
  .object({
    kind: Certificate,
    label: Words,
    startsOn: Day,
    endsOn: Day.nullable(),
    certificate: z.string(),
    number: z.number().int(),
    state: z.enum(['inForce', 'endsSoon', 'over', 'notYet', 'withdrawn']),
  })
  .meta({ id: 'EnterpriseCertificate' });

const EnterprisePage = z
  .object({
    code: CreditCode,
    name: z.string(),
    place: z.string(),
    asOf: Day,
    /** Masked; null where nothing is known. */
    contact: z.object({ representative: z.string(), phone: z.string(), idNumber: z.string() }).nullable(),
    /** There is one, but the key that opens it is not on this server. */
    contactSealed: z.boolean(),
    holder: z.string().nullable(),
    figures: z.array(Figure),
    certificates: z.array(Held),
    /** What each group may be used for today, and on what ground. */
    uses: z.array(
      z.object({
        group: Group,
        label: Words,
        uses: z.array(
          z.object({
            purpose: Purpose,
            label: Words,
            allowed: z.boolean(),
            why: Words,
            until: Day.nullable(),
          }),
        ),
      }),
    ),
    consents: z.array(
      z.object({
        number: z.number().int(),
        action: z.enum(['give', 'withdraw']),
        groups: z.array(Words),
        purposes: z.array(Words),
        until: Day.nullable(),
        givenBy: z.string(),
        proof: z.string(),
        at: z.string(),
      }),
    ),
    awards: z.array(
      z.object({
        clauseId: z.string(),
        title: Words,
        year: z.number().int(),
        amount: Words,
        fen: z.number().int(),
        on: Day,
      }),
    ),
    gets: z.object({
      total: Words,
      counts: z.object({ yes: z.number().int(), no: z.number().int(), unknown: z.number().int() }),
      results: z.array(
        z.object({
          id: z.string(),
          title: Words,
          answer: z.enum(['yes', 'no', 'unknown']),
          words: Words,
          reasons: z.array(Words),
          failed: z.number().int(),
        }),
      ),
    }),
    mayWrite: z.boolean(),
    mayConsent: z.boolean(),
    mayReveal: z.boolean(),
  })
  .meta({ id: 'EnterprisePage' });

const Fault = z.object({
  at: z.string(),
  heading: z.string(),
  text: z.string(),
  code: z.string(),
  message: Words,
});

const ImportRow = z
  .object({
    id: Id,
    fileName: z.string(),
    bytes: z.number().int(),
    year: z.number().int(),
    source: z.string(),
    basis: Words,
    purposes: z.array(Words),
    consentUntil: Day.nullable(),
    proof: z.string(),
    by: z.string().nullable(),
    at: z.string(),
    state: z.enum(['waiting', 'reading', 'settling', 'done', 'refused']),
    /** Rows so far, or in all: accepted + rejected, always. */
    total: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
    /** Of the whole, from 0 to 100. */
    percent: z.number().int(),
    step: Words,
    enterprises: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    unknownColumns: z.array(z.string()),
    problem: Words.nullable(),
    milliseconds: z.number().int(),
  })
  .meta({ id: 'RegisterImport' });

const ofEnterprise = { kind: 'enterprise', param: 'code' } as const;
/** A code that cannot exist is simply not there. */
const codeParam = z.strictObject({ code: z.string().regex(/^[\w-]{1,40}$/) });
const importParam = z.strictObject({ importId: Id });
const TableFormat = z.enum(['csv', 'xlsx']);

export const registerRoutes = {
  'GET /api/register': {
    permission: 'enterprise.read',
    object: 'inAct',
    summary: 'Enterprises within reach, a page at a time; personal data is not in the list',
    query: z.strictObject({
      ...Narrowing,
      sort: z.enum(['name', 'code', 'employees', 'revenue']).optional(),
      way: z.enum(['ascending', 'descending']).optional(),
      /** Where the page before ended. */
      after: z.string().max(300).optional(),
    }),
    response: z.object({
      rows: z.array(ListRow),
      total: z.number().int(),
      /** Ask with this for the next page; null on the last. */
      next: z.string().nullable(),
      places: z.array(Named),
      certificates: z.array(Named),
    }),
  },
  'GET /api/register/table': {
    permission: 'enterprise.load',
    summary: 'The register as a table to keep, as narrowed; personal data masked',
    query: z.strictObject({ ...Narrowing, format: TableFormat }),
    response: 'bytes',
  },
  'GET /api/register/template': {
    permission: 'enterprise.load',
    summary: 'The workbook that the import takes, with what each column holds',
    response: 'bytes',
  },
  'POST /api/register/imports': {
    permission: 'enterprise.load',
    summary: 'A register file (CSV, xlsx, Parquet) on its way in; the same bytes again are recognised',
    query: z.strictObject({
      name: z.string().min(1).max(200),
      year: z.string().regex(/^(19|20|21)\d{2}$/),
      source: z.string().min(1).max(100),
      basis: Basis,
      /** Separated by commas. */
      purposes: z.string().regex(/^(matching|push|statistics)(,(matching|push|statistics)){0,2}$/),
      until: Day.optional(),
      proof: z.string().max(100).optional(),
    }),
    body: 'bytes',
    response: z.object({ importId: Id, alreadyHere: z.boolean() }),
  },
  'GET /api/register/imports': {
    permission: 'enterprise.load',
    summary: 'Imports, newest first, those on their way with how far they are',
    response: z.object({ imports: z.array(ImportRow), year: z.number().int() }),
  },
  'GET /api/register/imports/:importId': {
    permission: 'enterprise.load',
    summary: 'One import: how far, what was taken, every kind of bad cell and the first rejected rows',
    params: importParam,
    response: z.object({
      import: ImportRow,
      faults: z.array(
        z.object({ code: z.string(), heading: z.string(), count: z.number().int(), message: Words }),
      ),
      rejected: z.array(z.object({ sheet: z.string(), row: z.number().int(), faults: z.array(Fault) })),
    }),
  },
  'GET /api/register/imports/:importId/rejected': {
    permission: 'enterprise.load',
    summary: 'All rejected rows with what is wrong in each, as a table; personal cells masked',
    params: importParam,
    query: z.strictObject({ format: TableFormat }),
    response: 'bytes',
  },
  'GET /api/register/:code': {
    permission: 'enterprise.read',
    object: ofEnterprise,
    summary: 'One enterprise: figures by year with their origin, certificates, consent, awards, what it gets',
    params: codeParam,
    query: z.strictObject({ day: Day.optional() }),
    response: EnterprisePage,
  },
  'POST /api/register/:code/consents': {
    permission: 'enterprise.consent',
    object: ofEnterprise,
    summary: 'Allow groups of figures for purposes until a day, or take that back; matching follows at once',
    params: codeParam,
    body: z.strictObject({
      action: z.enum(['give', 'withdraw']),
      groups: z.array(Group).min(1).max(groupNames.length),
      purposes: z.array(Purpose).min(1).max(purposeNames.length),
      until: Day.nullable(),
      proof: z.string().max(100).default(''),
    }),
    response: z.object({ number: z.number().int() }),
  },
  'POST /api/register/:code/certificates': {
    permission: 'enterprise.load',
    summary: 'Record, correct or withdraw a certificate of an enterprise',
    params: codeParam,
    body: z.strictObject({
      kind: Certificate,
      startsOn: Day,
      endsOn: Day.nullable(),
      certificate: z.string().max(60).default(''),
      withdrawn: z.boolean().default(false),
      /** Number of the newest statement on this certificate that the writer saw; 0 for a new one. */
      after: z.number().int().min(0),
    }),
    response: z.object({ number: z.number().int() }),
  },
  'POST /api/register/:code/holders': {
    permission: 'enterprise.load',
    summary: 'Name the account that acts for an enterprise; an empty login ends it',
    params: codeParam,
    body: z.strictObject({ login: z.string().max(60) }),
    response: z.object({ holder: z.string().nullable() }),
  },
  'POST /api/register/:code/contact': {
    permission: 'enterprise.reveal',
    object: ofEnterprise,
    summary:
      'Personal data of the legal representative unmasked: an act of its own, with a reason, in the audit log',
    params: codeParam,
    body: z.strictObject({ reason: z.string().trim().min(4).max(200) }),
    response: z.object({ representative: z.string(), phone: z.string(), idNumber: z.string() }),
  },
} as const satisfies RouteTable;
