// What can be wrong with a site, its coordinates, a table of sites or a rating, and why a move of a site is refused.
import type { Words } from './words.ts';

export const siteProblems = {
  'site.notFound': { zh: '未找到该点位', en: 'No such site' },
  'site.noRows': { zh: '文件中没有点位', en: 'The file holds no site' },
  'site.metricUnknown': { zh: '该项目没有“{metric}”这个目标', en: 'The project has no target "{metric}"' },
  'site.notLivelihood': { zh: '只有民生实事项目设点位', en: 'Only livelihood projects have sites' },
  'site.needsWords': { zh: '请填写现场核验情况', en: 'Write what was found on the spot' },
  'site.dayAhead': { zh: '{day} 还没有到', en: '{day} has not come yet' },
  'site.upkeepDays': { zh: '运维结束日期不能早于开始日期', en: 'The upkeep cannot end before it begins' },
  'site.photosFull': { zh: '每个点位最多 {limit} 张照片', en: 'A site has at most {limit} photos' },
  'photo.typeUnknown': { zh: '只支持 JPEG 或 PNG 图片', en: 'Only JPEG or PNG pictures are taken' },
  'photo.damaged': { zh: '图片不完整，无法读取', en: 'The picture is damaged and cannot be read' },
  'photo.tooLarge': { zh: '图片不超过 {limit}', en: 'A picture has at most {limit}' },
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
  'siteRows.notYours': {
    zh: '{cell}：“{text}”不在您的职责范围内',
    en: '{cell}: "{text}" lies outside your duty',
  },
  'siteRows.alreadyThere': {
    zh: '{cell}：点位“{text}”已经登记',
    en: '{cell}: the site "{text}" is already recorded',
  },
  'lead.notFound': { zh: '未找到该线索', en: 'No such lead' },
  'lead.needsAnswer': { zh: '请填写答复', en: 'Write the answer' },
  'lead.needsFinding': { zh: '请填写核查情况', en: 'Write what was found on the spot' },
  'lead.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'lead.ownAnswer': { zh: '不能办结自己答复的线索', en: 'Nobody closes a lead on his own answer' },
  'rating.scoreInvalid': { zh: '评分应为 1 到 5，不能是 {score}', en: 'A rating is 1 to 5, not {score}' },
  'rating.twice': {
    zh: '您今天已评价过这个点位，明天可以再评',
    en: 'You have rated this site today; you can rate it again tomorrow',
  },
  'rating.tooMany': {
    zh: '这个网络的评价过于频繁，请 {minutes} 分钟后再试',
    en: 'Too many ratings from this network; try again in {minutes} minutes',
  },
  'rating.tooEarly': {
    zh: '该点位尚未建成，暂不能评价',
    en: 'This site is not finished yet and cannot be rated',
  },
  'rating.lowNeedsWords': { zh: '请说明哪里不满意', en: 'Say what is wrong' },
  'rating.wordsTooLong': { zh: '意见不超过 {limit} 字', en: 'No more than {limit} signs' },
  'outline.unreadable': {
    zh: '不是可用的 GeoJSON：{detail}',
    en: 'This is no usable GeoJSON: {detail}',
  },
  'outline.noPlace': {
    zh: '没有一个图形的名称是本市的区、县（市）',
    en: 'No shape is named after a district of the city',
  },
} as const satisfies Readonly<Record<string, Words>>;
