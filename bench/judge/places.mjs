// 3,000 places × 1,000 commitments: each place's own figure judged, then counted by place, district, city and province.

const PLACES = 3000;
const COMMITMENTS = 1000;
const RUNS = 5;

const milliseconds = (work) => {
  const began = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - began) / 1e6;
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const round = (value) => Math.round(value * 100) / 100;

/** 3,000 streets in 200 districts in 10 cities in one province; parents stand behind their children. */
function treeOf() {
  const sizes = [PLACES, 200, 10, 1];
  const firsts = sizes.map((_, level) => sizes.slice(0, level).reduce((sum, size) => sum + size, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const parentOf = new Int32Array(total).fill(-1);
  for (let level = 0; level + 1 < sizes.length; level++)
    for (let place = 0; place < sizes[level]; place++)
      parentOf[firsts[level] + place] = firsts[level + 1] + (place % sizes[level + 1]);
  return { total, parentOf };
}

export function rollUpPlaces(core, factsOf, series, say) {
  say(`packing ${PLACES} places × ${COMMITMENTS} commitments`);
  const rows = PLACES * COMMITMENTS;
  const asOf = '2025-10-31';
  const promised = Array.from({ length: COMMITMENTS }, (_, index) => factsOf(index));
  /** A place reports the commitment's figure of a month of its own; one place in fifty reports nothing. */
  const placeFacts = (row) => {
    const facts = promised[row % COMMITMENTS];
    const place = Math.floor(row / COMMITMENTS);
    const figure = facts.figures[(place * 7 + row) % 13];
    return { ...facts, figures: place % 50 === 0 || !figure ? [] : [figure] };
  };
  const packed = core.packer(series, core.defaultSettings, { rows, figures: rows, spare: 0 });
  for (let row = 0; row < rows; row++) packed.add(placeFacts(row));
  const facts = packed.finish();
  const exactly = (row, day) => core.assess({ ...placeFacts(row), series }, core.defaultSettings, day);
  const columns = core.verdictColumns(rows);
  const judge = () => core.judgeColumns(facts, asOf, exactly, columns);
  const judgeMs = median(Array.from({ length: RUNS }, () => milliseconds(judge)));
  const verdicts = judge();

  say('rolling up');
  const { total, parentOf } = treeOf();
  const placeOf = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / COMMITMENTS));
  let counts = null;
  const work = () => {
    counts = core.countUpwards(core.countGroups(verdicts, placeOf, total), parentOf);
  };
  const rollUpMs = median(Array.from({ length: RUNS }, () => milliseconds(work)));
  return {
    rows,
    judgeMs: round(judgeMs),
    rollUpMs: round(rollUpMs),
    differ: differOf(core, exactly, asOf, counts, total),
  };
}

/** Some places, and the province as a whole, held against the roll-up of the exact verdicts. */
function differOf(core, exactly, asOf, counts, total) {
  const wrong = [0, 1, 1499, 2999].filter((place) => {
    const judged = Array.from({ length: COMMITMENTS }, (_, index) => ({
      verdict: exactly(place * COMMITMENTS + index, asOf),
    }));
    const [whole] = core.rollUp(judged, () => [String(place)]);
    return (
      JSON.stringify(sortKeys(whole)) !==
      JSON.stringify(sortKeys(core.rollUpOf(counts, place, String(place))))
    );
  });
  const province = core.rollUpOf(counts, total - 1, '');
  return wrong.length + (province.total === PLACES * COMMITMENTS ? 0 : 1);
}

const sortKeys = ({ key, total, covered, late, counts }) => [
  key,
  total,
  covered,
  late,
  Object.entries(counts).sort(),
];
