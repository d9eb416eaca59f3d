// When two printed names are one organisation unit: spaces, brackets and the city's name do not make a new unit.

export type UnitKind = 'city' | 'district' | 'department' | 'zone' | 'street' | 'party' | 'enterprise';

export interface OrgUnit {
  readonly id: string;
  /** The name that screens show. */
  readonly name: string;
  readonly kind: UnitKind;
  /** Every other way in which documents print it. */
  readonly aliases: readonly string[];
}

/** Alias → the name it stands for, both as printed. Data of the city, passed in. */
export type UnitAliases = ReadonlyMap<string, string>;

export const noAliases: UnitAliases = new Map();

/** Bracketed second names: 市住房房管局(市住房保障局) prints two names of one unit. */
const bracketed = /[(\uFF08〔[]([^()\uFF08\uFF09〔〕[\]]*)[)\uFF09〕\]]/g;

/** The long ending of a name and the short one that documents use for it (中央编办 names of departments). */
const shortEndings: readonly (readonly [RegExp, string])[] = [
  [/人民政府$/, '政府'],
  [/卫生健康委员会$|卫生健康委$/, '卫健委'],
  [/发展和改革委员会$|发展改革委员会$|发展改革委$|发展和改革局$/, '发改委'],
  [/经济和信息化局$|经济和信息化委员会$/, '经信局'],
  [/人力资源和社会保障局$|人力资源社会保障局$|人社局$/, '人力社保局'],
  [/规划和自然资源局$/, '规划资源局'],
  [/市场监督管理局$/, '市场监管局'],
  [/城乡建设委员会$|城乡建设局$/, '建委'],
  [/管理委员会$/, '管委会'],
  [/委员会$/, '委'],
];

/**
 * A name without what may differ between two printings. `jurisdiction` is the city's name (杭州市): 杭州市财政局 and
 * 市财政局 are one unit inside that city.
 */
export function normaliseUnitName(printed: string, jurisdiction = ''): string {
  let name = printed
    .replace(/[\s·•]+/g, '')
    .replace(bracketed, '')
    .replace(/^[★☆*]+|[★☆*]+$/g, '')
    .replace(/[“”"'‘’]/g, '')
    .replace(/[,\uFF0C;\uFF1B。、:\uFF1A]+$/, '');
  if (jurisdiction !== '' && name.startsWith(jurisdiction) && name.length > jurisdiction.length) {
    name = jurisdiction.slice(-1) + name.slice(jurisdiction.length);
  }
  for (const [long, short] of shortEndings) {
    if (!long.test(name)) continue;
    return name.replace(long, short);
  }
  return name;
}

/** Every name that a printing holds: the name and what stands in its brackets. */
export function unitNames(printed: string, jurisdiction = ''): readonly string[] {
  const inside = [...printed.replace(/\s+/g, '').matchAll(bracketed)].flatMap((match) => {
    const text = match[1] ?? '';
    // 各区、县(市)政府 is one name of a group; its bracket is no alias.
    return text.length >= 3 ? [normaliseUnitName(text, jurisdiction)] : [];
  });
  return [normaliseUnitName(printed, jurisdiction), ...inside];
}

function resolve(name: string, aliases: UnitAliases): string {
  let current = name;
  for (let step = 0; step < 8; step++) {
    const next = aliases.get(current);
    if (next === undefined || next === current) return current;
    current = normaliseUnitName(next);
  }
  return current;
}

/** Two printings mean one unit where any name of one is, after aliases, a name of the other. */
export function sameUnit(a: string, b: string, aliases: UnitAliases = noAliases, jurisdiction = ''): boolean {
  const left = unitNames(a, jurisdiction).map((name) => resolve(name, aliases));
  return unitNames(b, jurisdiction).some((name) => left.includes(resolve(name, aliases)));
}

/** One key for every printing of a unit, to count and to group by: a name that an alias led to, else the first. */
export function unitKey(printed: string, aliases: UnitAliases = noAliases, jurisdiction = ''): string {
  const names = unitNames(printed, jurisdiction);
  const known = names.find((name) => aliases.has(name)) ?? names[0] ?? '';
  return resolve(known, aliases);
}

/** The alias table of a list of units; names are normalised, so the data may hold them as printed. */
export function aliasesOf(units: readonly OrgUnit[], jurisdiction = ''): UnitAliases {
  const table = new Map<string, string>();
  for (const unit of units) {
    const name = normaliseUnitName(unit.name, jurisdiction);
    for (const alias of unit.aliases) {
      const key = normaliseUnitName(alias, jurisdiction);
      if (key !== name) table.set(key, name);
    }
  }
  return table;
}

/** True for a group that no one unit answers for: 各区、县(市)政府, 市级有关部门, 市政府各部门. */
export const isUnitGroup = (printed: string): boolean =>
  /^(?:各|全市|市级?有关|有关|相关|市政府各|市直各?|其他|属地)|各(?:部门|单位|区|县|市)|有关(?:部门|单位)$/.test(
    printed.replace(/\s+/g, ''),
  );
