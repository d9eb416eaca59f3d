import { describe, expect, it } from 'vitest';
import { findOwnerLabels, readOwners } from './owners.ts';

const names = (text: string): string =>
  readOwners(text)
    .map((owner) => owner.name)
    .join(' | ');

describe('readOwners: names in printed order', () => {
  it.each([
    ['one unit', '市民政局', '市民政局'],
    [
      '和 inside a name does not cut it',
      '市规划和自然资源局、市住房和城乡建设局',
      '市规划和自然资源局 | 市住房和城乡建设局',
    ],
    ['和 between two names cuts', '市公安局和市司法局', '市公安局 | 市司法局'],
    ['及 between two names cuts', '市水务局及相关区政府', '市水务局 | 相关区政府'],
    ['districts share the last 政府', '东城区、西山县、南港市政府', '东城区政府 | 西山县政府 | 南港市政府'],
    ['districts share 人民政府', '东城区、西山县人民政府', '东城区人民政府 | 西山县人民政府'],
    ['a bureau before the districts stays a bureau', '市林业局、西山县政府', '市林业局 | 西山县政府'],
    ['short district names take suffix and 政府', '东城、西湾区政府', '东城区政府 | 西湾区政府'],
    ['a group of three kinds is one', '市教育局,各区、县(市)政府', '市教育局 | 各区、县(市)政府'],
    ['a group with the bracket first', '各县(市、区)政府,市财政局', '各县(市、区)政府 | 市财政局'],
    ['two groups of two kinds stay two', '各街道、区直各部门', '各街道 | 区直各部门'],
    ['towns are one group', '市农业农村局,各镇、街道', '市农业农村局 | 各镇、街道'],
    ['alias in brackets', '市委金融办(市地方金融局)、市税务局', '市委金融办 | 市税务局'],
    ['alias with its own separator', '市文旅局(文物处、非遗处),市园林局', '市文旅局 | 市园林局'],
    ['note about the order is no unit', '市府办,各区政府(列第一位的为牵头单位,下同)', '市府办 | 各区政府'],
    ['full stop ends the list', '市公安局,各区、县(市)政府。', '市公安局 | 各区、县(市)政府'],
    [
      'next chapter glued to the last unit',
      '市委统战部、市工商联九、某副市长牵头工作',
      '市委统战部 | 市工商联',
    ],
    [
      'words about who does what',
      '市发展改革委牵头,市财政局、市税务局按职责分工负责',
      '市发展改革委 | 市财政局 | 市税务局',
    ],
    ['bracket around everything', '(责任单位:市科技局、市人社局)', '市科技局 | 市人社局'],
    ['square bracket', '[责任单位:市经信局,各区、县(市)政府]', '市经信局 | 各区、县(市)政府'],
    ['full-width signs', '（牵头单位：市卫健委；配合单位：市医保局）', '市卫健委 | 市医保局'],
    [
      'time limit and person are no units',
      '牵头单位:市商务局;责任领导:分管副局长;完成时限:12月底',
      '市商务局',
    ],
    ['等部门 is not a name', '市教育局、市财政局等部门', '市教育局 | 市财政局'],
    ['short labels', '主办:市教育局 协办:市财政局', '市教育局 | 市财政局'],
    ['会同 parts two units', '市财政局会同市税务局', '市财政局 | 市税务局'],
    [
      'a district whose name begins with 市',
      '东下区、市中区、西荫区人民政府',
      '东下区人民政府 | 市中区人民政府 | 西荫区人民政府',
    ],
    ['each by its own duty', '市委宣传部、市体育局按职责分别牵头', '市委宣传部 | 市体育局'],
    ['zones share their 管委会', '东江经开区、北湖高新区管委会', '东江经开区管委会 | 北湖高新区管委会'],
  ])('%s', (_why, text, expected) => expect(names(text)).toBe(expected));

  it('finds nobody in an empty list', () => expect(readOwners('  。')).toEqual([]));
});

describe('readOwners: roles', () => {
  const roles = (text: string, role?: 'support' | 'data'): string =>
    readOwners(text, role ? { role } : {})
      .map((owner) => `${owner.name}=${owner.role}`)
      .join(' ');

  it.each([
    ['the first of a plain list leads', '市民政局、市财政局', '市民政局=lead 市财政局=support'],
    [
      'only the first of 牵头单位 leads',
      '牵头单位:甲局、乙局;配合单位:丙局',
      '甲局=lead 乙局=support 丙局=support',
    ],
    ['a star names the lead wherever it stands', '市财政局、★市教育局', '市财政局=support 市教育局=lead'],
    ['a label 数据提供单位 gives data', '责任单位:甲局;数据提供单位:统计局', '甲局=lead 统计局=data'],
    ['配合 first, 牵头 later', '配合单位:乙局;牵头单位:甲局', '乙局=support 甲局=lead'],
    ['配合 after the name', '市教育局牵头,市财政局配合', '市教育局=lead 市财政局=support'],
  ])('%s', (_why, text, expected) => expect(roles(text)).toBe(expected));

  it('a supporting column has no lead', () =>
    expect(roles('甲局、乙局', 'support')).toBe('甲局=support 乙局=support'));
  it('marks groups', () =>
    expect(readOwners('市教育局,各区、县(市)政府,各市属国企,东城区政府').map((owner) => owner.group)).toEqual(
      [false, true, true, false],
    ));
});

describe('findOwnerLabels', () => {
  it('gives place and role of each label', () => {
    const text = '加快建设。(牵头单位:甲局;配合单位:乙局)';
    expect(findOwnerLabels(text).map((label) => [text.slice(label.start, label.end), label.role])).toEqual([
      ['牵头单位:', 'lead'],
      ['配合单位:', 'support'],
    ]);
  });
  it('a sentence about 责任单位 is no label', () =>
    expect(findOwnerLabels('各责任单位要加强领导')).toEqual([]));
});
