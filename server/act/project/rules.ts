// The city's rules of projects now: chain of gates, start rates that are due, what is asked about.
import { readChain, readStartDue } from '../../../core/project/chain-text.ts';
import { defaultProjectSettings, type ProjectSettings } from '../../../core/project/settings.ts';
import { decimal } from '../../../core/quantity/decimal.ts';
import type { Context } from '../../context.ts';
import { readSettings } from '../setting/read.ts';

export async function readProjectRules(
  context: Pick<Context, 'db' | 'jurisdiction'>,
): Promise<ProjectSettings> {
  const set = await readSettings(
    context,
    'project.chain',
    'project.startDue',
    'project.estimateOver',
    'project.monthShare',
    'project.evidenceGap',
    'project.evidenceDays',
  );
  const own = defaultProjectSettings;
  return {
    chain: { ...own.chain, value: readChain(set['project.chain']) ?? own.chain.value },
    startDue: { ...own.startDue, value: readStartDue(set['project.startDue']) ?? own.startDue.value },
    estimateOver: { ...own.estimateOver, value: decimal(`${set['project.estimateOver']}`) },
    monthShare: { ...own.monthShare, value: decimal(`${set['project.monthShare']}`) },
    evidenceGap: { ...own.evidenceGap, value: decimal(`${set['project.evidenceGap']}`) },
    evidenceDays: { ...own.evidenceDays, value: set['project.evidenceDays'] },
  };
}
