// A million commitments that are the same on every run: kinds as plans print them, monthly figures, some missing or revised.

/** A small generator with a seed (mulberry32), so that any row can be made again alone. */
export function numbersFrom(seed) {
  let state = (seed * 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const monthEnds = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
  (last, month) => `2025-${String(month + 1).padStart(2, '0')}-${last}`,
);
const START = '2025-01-01';
const BEFORE = '2024-12-31';

const rate = (random, low, high) => (low + random() * (high - low)).toFixed(1);
const quarters = (unit, goal) =>
  [
    ['2025-03-31', 0.2],
    ['2025-06-30', 0.5],
    ['2025-09-30', 0.7],
  ].map(([by, share]) => ({
    by,
    value: String(Math.round(goal * share)),
    unit,
    of: 'target',
    cumulative: true,
    comparator: 'ge',
    printed: '',
  }));

/**
 * Kinds with their weight. `make` gives the target (words read once, numbers put in) and what a figure of a month is;
 * `of` reads the words of a target as a document prints them.
 */
const kinds = (of) => {
  const templates = {
    sites: of('新增停车位', '个', '1000个'),
    money: of('新增投资', '亿元', '100亿元'),
    growth: of('规上工业增加值', '%', '增长6%左右'),
    least: of('出口', '%', '增长5%以上'),
    share: of('高技术产业占比', '%', '45%以上'),
    stock: of('人才资源总量', '万人', '340万人'),
    fiveYears: of('新增公园', '个', '“十四五”累计500个'),
    deaths: of('死亡人数', '人', '300人以内'),
    prices: of('居民消费价格', '%', '2%左右'),
    range: of('服务业增加值', '%', '4.5%—5.5%'),
    clean: of('PM2.5平均浓度', '微克/立方米', '低于28'),
    step: of('居民人均可支配收入', '%', '与经济增长基本同步'),
    faster: of('项目投资', '%', '快于经济增速'),
    points: of('农村居民收入', '%', '高于城镇居民人均可支配收入增速1个百分点'),
    trend: of('社会研发投入强度', '%', '稳步提高'),
  };
  const at = (name, values, more = {}) => ({ ...templates[name], values, ...more });
  const counting = (name, unit, random, more) => {
    const goal = 50 + Math.floor(random() * 5000);
    const pace = 0.7 + random() * 0.5;
    const checkpoints = more && random() < 0.33 ? quarters(unit, goal) : [];
    return {
      target: at(name, [String(goal)], { checkpoints }),
      figure: (month) => String(Math.round((goal * pace * (month + 1)) / 12)),
    };
  };
  const level =
    (name, low, high, places = 1) =>
    (random) => {
      const goal = rate(random, low, high);
      const shift = (random() - 0.4) * (high - low) * 0.3;
      return {
        target: at(name, [goal]),
        figure: () => (Number(goal) + shift + (random() - 0.5) * 0.4).toFixed(places),
      };
    };
  return [
    [30, (random) => counting('sites', '个', random, true)],
    [
      10,
      (random) => {
        const goal = (10 + random() * 900).toFixed(1);
        const pace = 0.75 + random() * 0.45;
        return {
          target: at('money', [goal]),
          figure: (month) => ((Number(goal) * pace * (month + 1)) / 12).toFixed(2),
        };
      },
    ],
    [12, level('growth', 3, 9)],
    [8, level('least', 2, 8)],
    [7, level('share', 20, 80, 2)],
    [
      8,
      (random) => {
        const goal = 200 + Math.floor(random() * 300);
        const base = goal - 10 - random() * 40;
        const pace = 0.6 + random() * 0.7;
        return {
          target: at('stock', [String(goal)]),
          base: random() < 0.85 ? base.toFixed(1) : null,
          figure: (month) => (base + ((goal - base) * pace * (month + 1)) / 12).toFixed(1),
        };
      },
    ],
    [
      4,
      (random) => {
        const goal = 300 + Math.floor(random() * 400);
        return {
          target: at('fiveYears', [String(goal)]),
          figure: (month) => String(Math.round(goal * (0.72 + random() * 0.1 + month / 60))),
        };
      },
    ],
    [4, (random) => counting('deaths', '人', random, false)],
    [2, level('prices', 1, 3)],
    [
      3,
      (random) => {
        const low = rate(random, 3, 6);
        return {
          target: at('range', [low, (Number(low) + 0.5).toFixed(1)]),
          figure: () => (Number(low) + (random() - 0.4)).toFixed(1),
        };
      },
    ],
    [3, (random) => ({ target: at('clean', ['28']), figure: () => (24 + random() * 8).toFixed(1) })],
    [4, (random) => ({ target: at('step', []), figure: () => (4.5 + random() * 1.6).toFixed(1) })],
    [2, (random) => ({ target: at('faster', []), figure: () => (4 + random() * 3).toFixed(1) })],
    [1, (random) => ({ target: at('points', ['1']), figure: () => (5 + random() * 2).toFixed(1) })],
    [
      2,
      (random) => ({ target: at('trend', []), base: rate(random, 2, 4), figure: () => rate(random, 2, 4) }),
    ],
  ];
};

const monthly = (metric, unit, made, random) => {
  const figures = [];
  const put = (periodEnd, amount, statement = '') =>
    figures.push({ metric, periodEnd, amount, unit, statement });
  if (made.base) put(BEFORE, made.base);
  if (random() < 0.02) return figures;
  for (let month = 0; month < 12; month++)
    put(monthEnds[month], made.figure(month), random() < 0.002 ? '提前完成' : '');
  // A revision is recorded after all, for a month that has a figure already: it is the one that counts.
  if (random() < 0.03) put(monthEnds[8 + Math.floor(random() * 2)], made.figure(9));
  return figures;
};

/** Money in 元 with 分, too long for an exact double: what the exact path is for. One commitment in a thousand. */
const inFen = (of) => {
  const template = of('新增贷款', '元', '1元');
  return (random) => {
    const goal = (1e11 + Math.floor(random() * 1e11)).toFixed(0);
    const amount = (month) =>
      `${Math.floor((Number(goal) * (0.8 + random() * 0.4) * (month + 1)) / 12)}.${10 + Math.floor(random() * 89)}`;
    return { target: { ...template, values: [`${goal}.25`] }, figure: amount };
  };
};

/** Facts of row `index`, always the same; `of(metric, unit, words)` reads a target. */
export function populationOf(of) {
  const weighted = kinds(of).flatMap(([weight, make]) => Array(weight).fill(make));
  const long = inFen(of);
  return (index) => {
    const random = numbersFrom(index + 1);
    for (let i = 0; i < 3; i++) random();
    const make = random() < 0.001 ? long : weighted[Math.floor(random() * weighted.length)];
    const dueOn = random() < 0.85 ? '2025-12-31' : random() < 0.5 ? '2025-06-30' : '2025-09-30';
    const made = make(random);
    const { metric, unit } = made.target;
    const figureUnit = unit === '个百分点' ? '%' : unit;
    return {
      startsOn: START,
      dueOn,
      targets: [made.target],
      figures: monthly(metric, figureUnit, made, random),
    };
  };
}

/** Growth of the plan's own series, month by month. */
export const seriesFigures = [
  ...monthEnds.map((periodEnd, month) => ({
    name: '地区生产总值',
    periodEnd,
    amount: (5.1 + (month % 5) / 10).toFixed(1),
    printed: '',
  })),
  ...monthEnds.map((periodEnd, month) => ({
    name: '城镇居民人均可支配收入',
    periodEnd,
    amount: (4.4 + (month % 4) / 10).toFixed(1),
    printed: '',
  })),
];

/** A figure that comes in later: the next month, or the last one revised. */
export function laterFigure(facts, index) {
  const random = numbersFrom(index + 77);
  const last = facts.figures.at(-1);
  const amount = last ? (Number(last.amount) * (0.9 + random() * 0.2)).toFixed(1) : '50';
  const [target] = facts.targets;
  const unit = target.unit === '个百分点' ? '%' : target.unit;
  return {
    metric: target.metric,
    periodEnd: monthEnds[8 + Math.floor(random() * 2)],
    amount,
    unit,
    statement: '',
  };
}
