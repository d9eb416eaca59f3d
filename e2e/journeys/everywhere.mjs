// What holds on every screen, also behind sign-in: no sideways scroll on a phone, nothing that keeps people with disabilities out.
import { accessFaults, expect, expectNoFaults, settled, widths } from '../browser.mjs';
import { screensBehindSignIn, screensOf } from '../screens.mjs';
import { signIn } from '../session.mjs';

/** Screens that are built otherwise on a phone, not only laid out otherwise: axe looks at them there as well. */
const otherOnPhone = new Set([
  'overview',
  'tasks',
  'livelihood',
  'sites',
  'projects',
  'commitment',
  'review',
  'figures',
]);

const height = 900;
const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** One load a screen: wide for axe, then narrowed to a phone and to the smallest width. */
async function look(world, page, { name, path }, found) {
  const { browser } = world;
  await page.setViewportSize({ width: widths.wide, height });
  await page.goto(path);
  await settled(page);
  const note = async (width) => {
    for (const fault of await accessFaults(page))
      if (fault.grave) found.grave.push(`${name} at ${width}: ${fault.id} ×${fault.count} (${fault.where})`);
      else found.light += 1;
  };
  await note(widths.wide);
  for (const width of [widths.phone, widths.small]) {
    await page.setViewportSize({ width, height });
    await drawn(page);
    await settled(page);
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    if (wide > window) found.grave.push(`${name} scrolls sideways: ${wide} px in ${window}`);
    if (width !== widths.phone) continue;
    if (otherOnPhone.has(name)) await note(width);
    await browser.picture(`${name}-${width}`, page);
  }
  found.screens += 1;
}

/** Two pages work through the list side by side: while one waits for the server, the other is looked at. */
async function lookAtAll(world, open, screens, found) {
  const waiting = [...screens];
  const work = async () => {
    const page = await open();
    for (let next = waiting.shift(); next; next = waiting.shift()) await look(world, page, next, found);
    expectNoFaults(page);
  };
  await Promise.all([work(), work()]);
}

const begin = () => ({ grave: [], light: 0, screens: 0 });
function told({ grave, light, screens }) {
  expect(grave.length === 0, grave.join('\n    '));
  return `axe WCAG 2.0–2.2 A and AA: ${screens} screens, 0 serious, ${light} lesser; none wider than 390 and 360 px`;
}

export const access = {
  name: 'access',
  async run(world) {
    const found = begin();
    const open = () => world.browser.visit('/sign-in');
    await lookAtAll(world, open, await screensOf(world.server), found);
    return told(found);
  },
};

export const inside = {
  name: 'inside',
  async run(world) {
    const found = begin();
    const groups = [...screensBehindSignIn()];
    const work = async () => {
      for (let group = groups.shift(); group; group = groups.shift()) {
        const page = await signIn(world, group.login);
        for (const screen of group.screens) await look(world, page, screen, found);
        expectNoFaults(page);
      }
    };
    await Promise.all([work(), work()]);
    return told(found);
  },
};
