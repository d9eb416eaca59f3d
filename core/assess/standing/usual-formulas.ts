// Formulas a city may start from: outcomes that the system holds, each against the member's own promises, so that size does not decide.
import { isoDate } from '../../quantity/date.ts';
import { defaultAppraisal } from './appraisal.ts';
import type { Formula, FormulaPart, OutcomeKind } from './formula.ts';

const share = (id: string, name: string, kind: OutcomeKind, weight: string, unit: string): FormulaPart => ({
  ...{ id, name, kind, weight, unit },
  ...{ goodWay: 'higher', normalisation: 'share', cap: '1' },
});

/** Weights are defaults of this software: no published formula of the city was found. A city freezes its own. */
const source = '软件默认值，公布前请改为本市文件';

const ofDistricts: Formula = {
  id: 'districts',
  version: 1,
  name: '区县（市）晾晒',
  of: 'district',
  leastCoverage: '0.5',
  places: 2,
  inForceFrom: isoDate('2024-01-01'),
  source,
  parts: [
    share('completion', '分解任务完成', 'shareOfTarget', '40', '%'),
    share('schedule', '按进度推进', 'shareOnSchedule', '30', '%'),
    share('notices', '督办按期销号', 'noticesClosedInTime', '10', '%'),
    share('thirdParty', '第三方评估', 'thirdParty', '20', '分'),
  ],
};

const ofDepartments: Formula = {
  ...ofDistricts,
  id: 'departments',
  name: '市级部门晾晒',
  of: 'department',
  parts: [
    share('completion', '牵头事项完成', 'shareOfTarget', '50', '%'),
    share('schedule', '按进度推进', 'shareOnSchedule', '40', '%'),
    share('notices', '督办按期销号', 'noticesClosedInTime', '10', '%'),
  ],
};

export const usualFormulas: readonly Formula[] = [ofDistricts, ofDepartments, defaultAppraisal];
