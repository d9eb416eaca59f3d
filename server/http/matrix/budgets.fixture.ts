// Samples of budgets and money: lines with an approved budget, documents, links that nobody decided on yet.
import { randomUUID } from 'node:crypto';
import { isoDate } from '../../../core/quantity/date.ts';
import { addDebtFigures } from '../../store/budget/debt.ts';
import { addEntries } from '../../store/budget/entry.ts';
import { addLines, type KeptLine } from '../../store/budget/line.ts';
import { keepResolution } from '../../store/budget/resolution.ts';
import type { Asked, RouteSample } from './kind.fixture.ts';
import { newCommitment } from './plans.fixture.ts';

let made = 0;
/** A number that nothing else here has. */
const next = (): number => {
  made += 1;
  return made;
};

/** A line of its own each time, with an approved budget of 10. */
async function newLine({ world }: Asked): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const [id, recordedBy] = [randomUUID(), world.stranger];
  const adoptedOn = isoDate('2024-02-01');
  const resolutionId = await keepResolution(
    db,
    jurisdiction,
    { body: 'congress', number: '示例决议', adoptedOn },
    recordedBy,
  );
  const line: KeptLine = {
    ...{ id, year: 2024, key: '', parentId: null, name: `示例科目${next()}` },
    book: 'stateCapital',
    level: 'ownLevel',
    side: 'expenditure',
    ...{ functionCode: null, economicCode: null, basic: false, sample: false },
  };
  await addLines(db, jurisdiction, [line], recordedBy);
  const entry = {
    lineId: id,
    number: 1,
    version: 'approved',
    amount: '10',
    day: adoptedOn,
    resolutionId,
  } as const;
  await addEntries(
    db,
    jurisdiction,
    [{ ...entry, specialTransfer: false, explanation: '', origin: null }],
    recordedBy,
  );
  return id;
}

async function linkRequest(asked: Asked) {
  const { world } = asked;
  const { db, jurisdiction } = world.example.context;
  const use = {
    year: 2023,
    level: 'cityWide',
    name: 'use',
    kind: 'total',
    purpose: `示例用途${next()}`,
  } as const;
  await addDebtFigures(
    db,
    jurisdiction,
    [{ ...use, amount: '1', number: 1, explanation: '', origin: null }],
    world.stranger,
  );
  const target = await newCommitment(world, { leadUnit: '市建委', supportUnits: [] });
  return {
    body: {
      source: { kind: 'bond', id: `2023/cityWide/${use.purpose}` },
      target: { kind: 'commitment', id: target },
      ...{ decision: 'accept', reason: '', after: 0 },
    },
  };
}

const aDocument = async ({ world }: Asked) => ({
  params: { documentId: await world.example.add(`示例报告 〔2024〕${next()}号 2024-01-29`) },
});

const table = Buffer.from('科目编码,科目名称,执行数\n,示例科目,1\n223,国有资本经营支出,1\n');

export const budgetSamples = {
  'GET /api/budgets/:year/:book/:level': {
    request: async (asked) => {
      await newLine(asked);
      return { params: { year: '2024', book: 'stateCapital', level: 'ownLevel' } };
    },
  },
  'GET /api/budget-lines/:lineId': {
    request: async (asked) => ({ params: { lineId: await newLine(asked) } }),
  },
  'POST /api/budget-lines': {
    request: () => ({
      body: {
        ...{
          year: 2024,
          book: 'generalPublic',
          level: 'ownLevel',
          side: 'expenditure',
          name: `新科目${next()}`,
        },
        ...{ parentId: null, functionCode: null, economicCode: null, basic: false },
      },
    }),
  },
  'POST /api/budget-lines/:lineId/entries': {
    request: async (asked) => ({
      params: { lineId: await newLine(asked) },
      body: {
        ...{
          version: 'revised',
          amount: '9',
          day: '2024-08-01',
          specialTransfer: false,
          explanation: '',
          after: 1,
        },
        resolution: { body: 'standingCommittee', number: '示例决议二', adoptedOn: '2024-07-30' },
      },
    }),
  },
  'POST /api/budgets/table': {
    request: () => ({
      query: 'name=a.csv&year=2024&book=stateCapital&level=cityWide&unit=%E4%BA%BF%E5%85%83&mode=check',
      body: table,
    }),
  },
  'GET /api/documents/:documentId/identities': { request: aDocument },
  'GET /api/documents/:documentId/statements': { request: aDocument },
  'POST /api/documents/:documentId/statements': {
    request: async (asked) => ({
      ...(await aDocument(asked)),
      body: {
        statements: [{ year: 2023, basis: 'execution', level: '全市', book: 'generalPublic' }],
        ...{ decision: 'reject', approved: null, revised: null, reason: '示例理由' },
      },
    }),
    neverDone: 'the reader of the tests finds no statements; budgets.test.ts takes them',
  },
  'POST /api/debt': {
    request: () => ({
      body: {
        ...{ year: 2024, level: 'ownLevel', explanation: '示例理由' },
        figures: [{ name: 'use', kind: 'total', purpose: `用途${next()}`, amount: '1' }],
      },
    }),
  },
  'POST /api/won': {
    request: () => ({
      body: {
        ...{ kind: 'specialBond', year: 2024, batch: `第${next()}批`, day: '2024-06-30', amount: '10' },
        ...{ province: '100', printedShare: null, used: '5', source: '示例文件', explanation: '' },
      },
    }),
  },
  'POST /api/won/stock': {
    request: () => ({
      body: {
        kind: 'specialBond',
        year: 2000 + (next() % 90),
        projects: 3,
        wanted: '9',
        source: '示例文件',
      },
    }),
  },
  'POST /api/money/announced': {
    request: () => ({
      body: {
        ...{
          document: `示例文件${next()}号`,
          year: 2024,
          isNet: true,
          area: '',
          ref: '',
          amount: '490',
          source: '',
        },
        ...{ explanation: '', after: 0 },
      },
    }),
  },
  'POST /api/money/cuts': {
    request: () => ({
      body: {
        ...{ year: 2024, metric: `示例经费${next()}`, percent: '5', base: '3', lineId: null },
        commitmentId: null,
        ...{ source: '示例文件', explanation: '', after: 0 },
      },
    }),
  },
  'POST /api/money/links': { request: linkRequest },
} as const satisfies Readonly<Record<string, RouteSample>>;
