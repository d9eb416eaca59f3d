// Local rules of major projects: the chain of gates, what is due, what is doubted.
import { z } from 'zod';
import { printChain, printStartDue, readChain, readStartDue } from '../../project/chain-text.ts';
import { defaultProjectSettings } from '../../project/settings.ts';
import { projectSettingLabel } from '../../vocabulary/project.ts';
import { basisOf, count, row } from './row.ts';

const project = defaultProjectSettings;

export const projectSettings = {
  'project.chain': row({
    group: 'project',
    words: projectSettingLabel.chain,
    shape: z
      .string()
      .max(1_000)
      .refine((text) => readChain(text) !== null),
    value: printChain(project.chain.value),
    basis: 'default',
    source: project.chain.source,
  }),
  'project.startDue': row({
    group: 'project',
    words: projectSettingLabel.startDue,
    shape: z
      .string()
      .max(200)
      .refine((text) => readStartDue(text) !== null),
    value: printStartDue(project.startDue.value),
    basis: 'default',
    source: project.startDue.source,
  }),
  'project.estimateOver': row({
    group: 'project',
    words: projectSettingLabel.estimateOver,
    shape: count(0, 1000),
    value: 10,
    basis: basisOf(project.estimateOver),
    source: project.estimateOver.source,
  }),
  'project.monthShare': row({
    group: 'project',
    words: projectSettingLabel.monthShare,
    shape: count(1, 1000),
    value: 50,
    basis: basisOf(project.monthShare),
    source: project.monthShare.source,
  }),
  'project.evidenceGap': row({
    group: 'project',
    words: projectSettingLabel.evidenceGap,
    shape: count(0, 100),
    value: 10,
    basis: basisOf(project.evidenceGap),
    source: project.evidenceGap.source,
  }),
  'project.evidenceDays': row({
    group: 'project',
    words: projectSettingLabel.evidenceDays,
    shape: count(0, 3660),
    value: project.evidenceDays.value,
    basis: basisOf(project.evidenceDays),
    source: project.evidenceDays.source,
  }),
} as const;
