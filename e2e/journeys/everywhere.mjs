// What holds on every screen: no sideways scroll on a phone, nothing that keeps people with disabilities out.
import {
  accessFaults,
  expect,
  expectNoFaults,
  expectNoSidewaysScroll,
  settled,
  widths,
} from '../browser.mjs';
import { screensOf } from '../screens.mjs';

export const narrow = {
  name: 'narrow',
  async run({ browser, server }) {
    const screens = await screensOf(server);
    for (const width of [widths.phone, widths.small]) {
      const page = await browser.visit('/', { width, height: 800 });
      for (const { name, path } of screens) {
        await page.goto(path);
        await settled(page);
        await expectNoSidewaysScroll(page);
        await browser.picture(`${name}-${width}`, page);
      }
      expectNoFaults(page);
    }
    return `${screens.length} screens at ${widths.phone} and ${widths.small} px`;
  },
};

export const access = {
  name: 'access',
  async run({ browser, server }) {
    const screens = await screensOf(server);
    const grave = [];
    let light = 0;
    for (const width of [widths.wide, widths.phone]) {
      const page = await browser.visit('/', { width, height: 900 });
      for (const { name, path } of screens) {
        await page.goto(path);
        await settled(page);
        for (const fault of await accessFaults(page))
          if (fault.grave) grave.push(`${name} at ${width}: ${fault.id} ×${fault.count} (${fault.where})`);
          else light += 1;
      }
    }
    expect(grave.length === 0, grave.join('\n    '));
    return `axe WCAG 2.0–2.2 A and AA: ${screens.length} screens at 2 widths, 0 serious, ${light} lesser`;
  },
};
