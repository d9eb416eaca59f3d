// What the navigation offers: groups of screens, each shown to everybody or to those who hold a permission.
import type { Permission } from '../../core/contract/permission.ts';
import type { Kind } from '../api.ts';

export interface Screen {
  readonly to: string;
  readonly words: { readonly zh: string; readonly en: string };
  /** Counts of what is late stand beside the screens of these kinds. */
  readonly kind?: Kind;
  /** Shown only to those who hold one of these. */
  readonly needs?: readonly Permission[];
}

export interface ScreenGroup {
  readonly words: { readonly zh: string; readonly en: string };
  readonly screens: readonly Screen[];
}

export const navigation: readonly ScreenGroup[] = [
  {
    words: { zh: '总览', en: 'Overview' },
    screens: [
      { to: '/', words: { zh: '驾驶舱', en: 'Overview' } },
      { to: '/mine', words: { zh: '我的工作台', en: 'My work' }, needs: ['message.own'] },
    ],
  },
  {
    words: { zh: '年度计划', en: 'Plan' },
    screens: [
      { to: '/indicators', words: { zh: '主要指标', en: 'Indicators' }, kind: 'indicator' },
      { to: '/tasks', words: { zh: '重点任务', en: 'Tasks' }, kind: 'task' },
      { to: '/livelihood', words: { zh: '民生实事', en: 'Livelihood' }, kind: 'livelihood' },
      { to: '/sites', words: { zh: '民生点位', en: 'Sites' } },
      { to: '/projects', words: { zh: '重大项目', en: 'Projects' } },
    ],
  },
  {
    words: { zh: '监测与衔接', en: 'Monitoring' },
    screens: [
      { to: '/monitoring', words: { zh: '经济监测', en: 'Monitoring' } },
      { to: '/five-year', words: { zh: '五年规划', en: 'Five-year plan' } },
      { to: '/exchange', words: { zh: '上下衔接', en: 'Exchange' }, needs: ['exchange.read'] },
    ],
  },
  {
    words: { zh: '填报', en: 'Reporting' },
    screens: [
      { to: '/figures', words: { zh: '我的填报', en: 'My figures' }, needs: ['report.read'] },
      { to: '/reports', words: { zh: '审核与核验', en: 'Review' }, needs: ['report.read'] },
    ],
  },
  {
    words: { zh: '督查', en: 'Supervision' },
    screens: [
      { to: '/supervision', words: { zh: '督查台', en: 'Agenda' }, needs: ['notice.read'] },
      { to: '/notices', words: { zh: '督办单', en: 'Notices' }, needs: ['notice.read'] },
      { to: '/inspections', words: { zh: '督查', en: 'Inspections' }, needs: ['inspection.read'] },
      { to: '/standings', words: { zh: '晾晒与考评', en: 'Standings' } },
    ],
  },
  {
    words: { zh: '资金', en: 'Money' },
    screens: [
      { to: '/budgets', words: { zh: '预算四本账', en: 'Budgets' } },
      { to: '/money', words: { zh: '钱与承诺', en: 'Money and promises' } },
      { to: '/debt', words: { zh: '政府债务', en: 'Debt' } },
      { to: '/won', words: { zh: '向上争取', en: 'Won from above' } },
    ],
  },
  {
    words: { zh: '政策', en: 'Policies' },
    screens: [
      { to: '/policies', words: { zh: '政策超市', en: 'Policies' } },
      { to: '/register', words: { zh: '企业名录', en: 'Register' }, needs: ['enterprise.read'] },
      { to: '/claims', words: { zh: '申报与诉求', en: 'Claims' }, needs: ['claim.read'] },
      { to: '/award-notices', words: { zh: '惠企资金公示', en: 'Award notices' } },
      { to: '/batches', words: { zh: '免申即享批次', en: 'Batches' }, needs: ['award.read'] },
      { to: '/ledger', words: { zh: '资金台账', en: 'Ledger' }, needs: ['ledger.read'] },
      { to: '/nurture', words: { zh: '小升规培育', en: 'Nurturing' }, needs: ['nurture.read'] },
      { to: '/clause-desk', words: { zh: '条款编制', en: 'Clauses' }, needs: ['policy.author'] },
      { to: '/policy-decisions', words: { zh: '判定记录', en: 'Decisions' }, needs: ['decision.read'] },
    ],
  },
  {
    words: { zh: '依据', en: 'Basis' },
    screens: [{ to: '/documents', words: { zh: '计划文件', en: 'Documents' } }],
  },
  {
    words: { zh: '管理', en: 'Administration' },
    screens: [
      { to: '/accounts', words: { zh: '账号与权限', en: 'Accounts' }, needs: ['account.read'] },
      { to: '/organisation', words: { zh: '组织机构', en: 'Organisation' }, needs: ['organisation.read'] },
      { to: '/audit', words: { zh: '审计日志', en: 'Audit log' }, needs: ['audit.read'] },
      { to: '/channels', words: { zh: '消息通道', en: 'Channels' }, needs: ['webhook.manage'] },
      { to: '/settings', words: { zh: '本地规则', en: 'Local rules' }, needs: ['setting.read'] },
    ],
  },
];
