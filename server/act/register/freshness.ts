// For how long figures and certificates count in this city, by its local rules.
import type { Freshness } from '../../../core/policy/register/freshness.ts';
import type { Context } from '../../context.ts';
import { readSettings } from '../setting/read.ts';

export async function freshnessOf(context: Pick<Context, 'db' | 'jurisdiction'>): Promise<Freshness> {
  const set = await readSettings(context, 'register.figureMonths', 'register.certificateMonths');
  return {
    figureMonths: set['register.figureMonths'],
    certificateMonths: set['register.certificateMonths'],
  };
}
