// A small city that reports: one livelihood project over two districts, one indicator, one task, and everybody who is needed.
import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import type { Commitment, Target } from '../../../core/plan/commitment.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { addCommitments } from '../../store/commitment.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { addAccount } from '../../store/people/account.ts';
import { addPlan, addRevision, getPlanOfYear } from '../../store/plan.ts';
import { type Example, openExample } from '../example.fixture.ts';

export const people = {
  jianwei: { role: 'leadUnit', unit: '市建委', place: null },
  jianwei2: { role: 'leadUnit', unit: '市建委', place: null },
  minzheng: { role: 'leadUnit', unit: '市民政局', place: null },
  east: { role: 'district', unit: null, place: 'east' },
  east2: { role: 'district', unit: null, place: 'east' },
  west: { role: 'district', unit: null, place: 'west' },
  inspector: { role: 'inspector', unit: null, place: null },
  inspector2: { role: 'inspector', unit: null, place: null },
  office: { role: 'supervisionOffice', unit: null, place: null },
  auditor: { role: 'auditor', unit: null, place: null },
} as const satisfies Record<string, { role: Role; unit: string | null; place: string | null }>;
export type Person = keyof typeof people;

const target = (given: Partial<Target> & Pick<Target, 'metric' | 'unit'>): Target => ({
  form: 'level',
  comparator: 'ge',
  values: ['30'],
  direction: 'none',
  relative: null,
  relativeType: null,
  strive: false,
  measure: 'flow',
  goodWay: 'higher',
  printed: '',
  checkpoints: [],
  allocationMode: null,
  allocations: [],
  ...given,
});

export interface City {
  readonly example: Example;
  readonly context: Context;
  readonly planId: string;
  readonly parks: string;
  readonly output: string;
  readonly task: string;
  caller(person: Person): Caller;
  /** The same city on another day. */
  on(day: string, time?: string): Context;
}

export async function openCity(): Promise<City> {
  const example = await openExample();
  const { db } = example.store;
  const { jurisdiction } = example.context;
  const place = { kind: 'district', tile: null, in: null } as const;
  await addPlaces(db, jurisdiction, [
    { ...place, id: 'east', name: '东区', nameEn: 'East' },
    { ...place, id: 'west', name: '西区', nameEn: 'West' },
  ]);
  const span = { startsOn: isoDate('2024-01-01'), endsOn: isoDate('2024-12-31') };
  await addPlan(db, jurisdiction, { id: randomUUID(), year: 2024, title: '2024年计划', ...span });
  const planId = (await getPlanOfYear(db, jurisdiction, 2024))?.id ?? '';
  const [parks, output, task] = [randomUUID(), randomUUID(), randomUUID()];
  const common = { planId, field: '', supportUnits: [], official: null, force: null } as const;
  const days = { startsOn: span.startsOn, dueOn: span.endsOn };
  const share = (name: string, value: string) => ({ place: name, value, second: null });
  const commitments: Commitment[] = [
    {
      ...{
        ...common,
        ...days,
        id: parks,
        kind: 'livelihood',
        number: '1',
        title: '口袋公园',
        leadUnit: '市建委',
      },
      targets: [
        target({
          metric: '新建口袋公园',
          unit: '个',
          allocationMode: 'sum',
          allocations: [share('东区', '20'), share('西区', '10')],
        }),
      ],
    },
    {
      ...{
        ...common,
        ...days,
        id: output,
        kind: 'indicator',
        number: '2',
        title: '建筑业总产值',
        leadUnit: '市建委',
      },
      targets: [target({ metric: '建筑业总产值', unit: '亿元', values: ['3000'] })],
    },
    {
      ...{
        ...common,
        ...days,
        id: task,
        kind: 'task',
        number: '3',
        title: '修订养老条例',
        leadUnit: '市民政局',
      },
      targets: [
        target({ metric: '修订养老条例', unit: '', values: [], form: 'qualitative', measure: 'text' }),
      ],
    },
  ];
  await addCommitments(db, jurisdiction, commitments);
  await db.transaction().execute((tx) => addRevision(tx, jurisdiction, planId, 'decide'));
  const ids = new Map<string, string>();
  for (const login of Object.keys(people)) {
    const id = randomUUID();
    ids.set(login, id);
    await addAccount(db, jurisdiction, {
      id,
      login,
      name: login,
      mail: '',
      isSample: false,
      recordedBy: null,
    });
  }
  return {
    example,
    context: example.context,
    planId,
    parks,
    output,
    task,
    caller: (person) => ({
      accountId: ids.get(person) ?? null,
      name: person,
      grants: [{ ...people[person], from: isoDate('2020-01-01'), to: null }],
      scopes: null,
    }),
    on: (day, time = '09:00:00') => ({
      ...example.context,
      today: () => isoDate(day),
      now: () => new Date(`${day}T${time}+08:00`),
    }),
  };
}
