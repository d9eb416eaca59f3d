// Samples of policies: what the catalogue holds is the same for everybody.
import { catalog } from '../../../core/policy/catalog/catalog.ts';
import type { RouteSample } from './kind.fixture.ts';

export const policySamples = {
  'GET /api/policies/:clauseId': { request: () => ({ params: { clauseId: catalog[0]?.id ?? '' } }) },
  'POST /api/policies/check': { request: () => ({ body: { given: {} } }), openField: 'given' },
} as const satisfies Readonly<Record<string, RouteSample>>;
