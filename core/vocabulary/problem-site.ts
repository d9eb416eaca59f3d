// What can be wrong with a site, its coordinates, a table of sites or a rating, and why a move of a site is refused.
import type { Words } from './words.ts';

export const siteProblems = {
  'site.notFound': { zh: '未找到该点位', en: 'No such site' },
  'site.needsStandard': { zh: '请先写明建设标准', en: 'Write the standard first' },
  'site.needsAcceptance': { zh: '请填写验收记录', en: 'Write the record of acceptance' },
  'site.ownClaim': { zh: '报完工的人不能验收', en: 'Whoever reported it finished may not accept it' },
  'site.needsUpkeep': {
    zh: '启用前须明确长效运维的责任单位和内容',
    en: 'Name who keeps it up, and how, before it opens',
  },
  'site.upkeepOver': { zh: '运维责任已到期，请先续期', en: 'The upkeep has ended; renew it first' },
  'site.needsAmendment': {
    zh: '取消点位须有调整计划的文件依据',
    en: 'A site is given up only by a document that changes the plan; name it',
  },
  'site.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'coordinate.unreadable': {
    zh: '经纬度“{longitude}，{latitude}”不是十进制度数',
    en: 'The coordinates "{longitude}, {latitude}" are not decimal degrees',
  },
  'coordinate.swapped': {
    zh: '经度 {longitude}、纬度 {latitude} 可能填反了',
    en: 'Longitude {longitude} and latitude {latitude} seem to be exchanged',
  },
  'coordinate.outsideCountry': {
    zh: '经度 {longitude}、纬度 {latitude} 不在国内',
    en: 'Longitude {longitude}, latitude {latitude} lies outside the country',
  },
  'coordinate.outsideCity': {
    zh: '经度 {longitude}、纬度 {latitude} 不在本市范围内，请核对坐标系',
    en: 'Longitude {longitude}, latitude {latitude} lies outside the city; check the coordinate system',
  },
  'siteRows.nameMissing': { zh: '{cell}：缺少点位名称', en: '{cell}: the site has no name' },
  'siteRows.nameTwice': { zh: '{cell}：点位“{text}”重复', en: '{cell}: the site "{text}" stands twice' },
  'siteRows.placeUnknown': { zh: '{cell}：没有“{text}”这个地区', en: '{cell}: there is no place "{text}"' },
  'siteRows.coordinateHalf': {
    zh: '{cell}：经度和纬度要一起填写',
    en: '{cell}: longitude and latitude go together',
  },
  'siteRows.shareInvalid': {
    zh: '{cell}：“{text}”不是正数',
    en: '{cell}: "{text}" is not a positive number',
  },
  'siteRows.dayInvalid': { zh: '{cell}：没有“{text}”这一天', en: '{cell}: there is no day "{text}"' },
  'lead.notFound': { zh: '未找到该线索', en: 'No such lead' },
  'lead.needsAnswer': { zh: '请填写答复', en: 'Write the answer' },
  'lead.needsFinding': { zh: '请填写核查情况', en: 'Write what was found on the spot' },
  'lead.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'lead.ownAnswer': { zh: '不能办结自己答复的线索', en: 'Nobody closes a lead on his own answer' },
  'rating.scoreInvalid': { zh: '评分应为 1 到 5，不能是 {score}', en: 'A rating is 1 to 5, not {score}' },
  'rating.lowNeedsWords': { zh: '请说明哪里不满意', en: 'Say what is wrong' },
  'rating.wordsTooLong': { zh: '意见不超过 {limit} 字', en: 'No more than {limit} signs' },
} as const satisfies Readonly<Record<string, Words>>;
