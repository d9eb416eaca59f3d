// Who reports what: a province of counties and projects; every reporter has one report of four figures a month.
import { createHash } from 'node:crypto';

export const counties = 100;
export const metrics = ['新建', '改建', '扩建', '维修'];
export const savesEach = 10;
export const writesEach = savesEach + 1;
/** The plan that is reported on lies in the past: all its periods are over, whenever the benchmark is run. */
export const planYear = 2020;

const hex = (text) => createHash('sha256').update(text).digest('hex');
const uuidOf = (text) => {
  const h = hex(text);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
};

export const tokenOf = (index) => createHash('sha256').update(`bench ${index}`).digest('base64url');
export const accountOf = (index) => uuidOf(`account ${index}`);
export const sessionOf = (index) => uuidOf(`session ${index}`);
export const grantOf = (index) => uuidOf(`grant ${index}`);
export const planId = uuidOf('plan');
export const projectOf = (index) => Math.floor(index / counties);
export const commitmentOf = (project) => uuidOf(`commitment ${project}`);
export const countyOf = (index) => `bench-${String(index % counties).padStart(3, '0')}`;
export const periodOf = (month) => `${planYear}-${String(month).padStart(2, '0')}`;

/** Repeats exactly: the same number for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every reporter `writesEach` times, shuffled: the n-th appearance is the n-th write of that reporter. */
export function orderOf(reporters, seed) {
  const order = new Uint32Array(reporters * writesEach);
  for (let at = 0; at < order.length; at++) order[at] = at % reporters;
  const next = random(seed);
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

const valueText = (index, save) => String(1000 + (index % 50) * 10 + save);

/** The n-th write of a reporter: saves go around the four figures; the last write submits them. */
export function writeOf(index, month, nth) {
  const commitmentId = commitmentOf(projectOf(index));
  const cell = { commitmentId, placeId: countyOf(index), period: periodOf(month) };
  if (nth < savesEach) {
    const metric = metrics[nth % metrics.length];
    const version = Math.floor(nth / metrics.length);
    const value = valueText(index, nth);
    const entry = { ...cell, metric, value, unit: '', statement: '', version };
    return {
      kind: 'save',
      method: 'PUT',
      path: '/api/figures/drafts',
      body: { entries: [entry] },
      metric,
      value,
      version: version + 1,
    };
  }
  const figures = metrics.map((metric, at) => ({
    metric,
    value: valueText(index, at),
    unit: '个',
    statement: '',
  }));
  return {
    kind: 'submit',
    method: 'POST',
    path: '/api/reports',
    body: { reports: [{ ...cell, after: 0, figures }] },
  };
}

export const keyOf = (index, month, nth) => `bench-${month}-${index}-${nth}`;
