// The words of sites and ratings in both languages.
import type { Score } from '../observe/rating.ts';
import type { LeadAction, LeadState } from '../observe/site-lead.ts';
import type { SiteSignal, UpkeepState } from '../observe/site-roll-up.ts';
import type { SiteField } from '../observe/site-rows.ts';
import type { CoordinateSystem } from '../plan/coordinate.ts';
import type { SiteAction, SiteState } from '../plan/site.ts';
import type { Words } from './words.ts';

export const siteStateLabel: Record<SiteState, Words> = {
  planned: { zh: '待开工', en: 'Planned' },
  started: { zh: '建设中', en: 'Under way' },
  finished: { zh: '已完工，待验收', en: 'Finished, waiting for acceptance' },
  accepted: { zh: '已验收，待启用', en: 'Accepted, not yet in use' },
  inUse: { zh: '已启用', en: 'In use' },
  suspended: { zh: '暂停服务', en: 'Suspended' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

export const siteActionLabel: Record<SiteAction, Words> = {
  start: { zh: '开工', en: 'Start' },
  finish: { zh: '报完工', en: 'Report as finished' },
  rework: { zh: '退回整改', en: 'Send back for rework' },
  accept: { zh: '验收通过', en: 'Accept' },
  open: { zh: '启用', en: 'Open' },
  suspend: { zh: '暂停服务', en: 'Suspend' },
  resume: { zh: '恢复服务', en: 'Resume' },
  cancel: { zh: '取消', en: 'Cancel' },
};

export const siteSignalLabel: Record<SiteSignal, Words> = {
  claimedRefuted: { zh: '报完成，核验未通过', en: 'Claimed, but refuted on inspection' },
  claimedUnchecked: { zh: '报完成，尚未核验', en: 'Claimed, not yet inspected' },
  confirmedUnclaimed: { zh: '核验通过，尚未报完成', en: 'Confirmed, not yet claimed' },
  confirmedDisliked: { zh: '核验通过，群众评价低', en: 'Confirmed, but rated low' },
  overdue: { zh: '逾期未完成', en: 'Overdue' },
};

export const upkeepStateLabel: Record<UpkeepState, Words> = {
  notYet: { zh: '尚未启用', en: 'Not yet in use' },
  none: { zh: '无人运维', en: 'Nobody keeps it up' },
  holds: { zh: '运维责任有效', en: 'Upkeep in force' },
  endsSoon: { zh: '运维责任即将到期', en: 'Upkeep ends soon' },
  over: { zh: '运维责任已到期', en: 'Upkeep has ended' },
};

/** Claimed, verified, felt: three facts about one thing. */
export const siteFactLabel: Record<'claimed' | 'verified' | 'felt', Words> = {
  claimed: { zh: '责任单位填报', en: 'Claimed' },
  verified: { zh: '督查核验', en: 'Verified' },
  felt: { zh: '群众评价', en: 'Felt' },
};

export const scoreLabel: Record<Score, Words> = {
  1: { zh: '很不满意', en: 'Very dissatisfied' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  3: { zh: '一般', en: 'Neither' },
  4: { zh: '满意', en: 'Satisfied' },
  5: { zh: '很满意', en: 'Very satisfied' },
};

export const leadStateLabel: Record<LeadState, Words> = {
  open: { zh: '新线索', en: 'New' },
  passedOn: { zh: '已交办', en: 'Passed on' },
  answered: { zh: '已答复，待核查', en: 'Answered, waiting to be checked' },
  closed: { zh: '已办结', en: 'Closed' },
  dismissed: { zh: '不予受理', en: 'Set aside' },
};

export const leadActionLabel: Record<LeadAction, Words> = {
  passOn: { zh: '交办', en: 'Pass on' },
  answer: { zh: '答复', en: 'Answer' },
  close: { zh: '办结', en: 'Close' },
  reopen: { zh: '退回重办', en: 'Send back' },
  dismiss: { zh: '不予受理', en: 'Set aside' },
};

export const coordinateSystemLabel: Record<CoordinateSystem, Words> = {
  wgs84: { zh: 'WGS-84（卫星定位、天地图）', en: 'WGS-84 (satellite positioning)' },
  gcj02: { zh: 'GCJ-02（高德、腾讯）', en: 'GCJ-02 (Amap, Tencent)' },
  bd09: { zh: 'BD-09（百度）', en: 'BD-09 (Baidu)' },
};

export const siteFieldLabel: Record<SiteField, Words> = {
  name: { zh: '点位名称', en: 'Site' },
  place: { zh: '区县', en: 'District' },
  address: { zh: '地址', en: 'Address' },
  longitude: { zh: '经度', en: 'Longitude' },
  latitude: { zh: '纬度', en: 'Latitude' },
  share: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  dueOn: { zh: '完成时限', en: 'Due' },
  standard: { zh: '建设标准', en: 'Standard' },
  acceptance: { zh: '验收要求', en: 'Acceptance' },
};
