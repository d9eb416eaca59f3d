// Route of what a person has to do: modules by what it is, the most pressing first, each row leading to where it is done.
import { z } from 'zod';
import { workModules } from '../vocabulary/work.ts';
import type { RouteTable } from './route.ts';
import { Day } from './shapes.ts';

const Both = z.object({ zh: z.string(), en: z.string() });

const Row = z
  .object({
    /** Unique within its module. */
    key: z.string(),
    /** What is to be done, or how it stands. */
    what: Both,
    title: Both,
    /** Address of the screen where it is done. */
    path: z.string(),
    dueOn: Day.nullable(),
    /** Days late (positive) or left (negative); null without a limit. */
    daysLate: z.number().int().nullable(),
  })
  .meta({ id: 'WorkRow' });

export const workRoutes = {
  'GET /api/me/work': {
    permission: 'session.own',
    object: 'inAct',
    summary: 'What the person signed in has to do, by module, most pressing first',
    response: z.object({
      day: Day,
      modules: z.array(
        z.object({
          id: z.enum(workModules),
          total: z.number().int(),
          late: z.number().int(),
          /** The first of them. */
          rows: z.array(Row),
          /** Address of the whole list. */
          path: z.string(),
        }),
      ),
    }),
  },
} as const satisfies RouteTable;
