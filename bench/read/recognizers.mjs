// The library that is compared with, installed beside the benchmark only: it is no dependency of the project.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = '@microsoft/recognizers-text-suite';
const VERSION = '1.3.1';
const cache = join(dirname(dirname(fileURLToPath(import.meta.url))), '.cache', 'recognizers');

function install(say) {
  if (existsSync(join(cache, 'node_modules', PACKAGE))) return;
  say(`installing ${PACKAGE} ${VERSION} for the comparison`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "name": "compared", "private": true }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'];
  execFileSync(npm, ['install', ...quiet, `${PACKAGE}@${VERSION}`], {
    cwd: cache,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 180_000,
  });
}

/** A function that finds numbers, shares and units of Chinese text with the library, or null without it. */
export async function loadRecognizers(say) {
  try {
    install(say);
    const suite = createRequire(join(cache, 'package.json'))(PACKAGE);
    const culture = suite.Culture.Chinese;
    const recognizers = [
      suite.recognizeNumber,
      suite.recognizePercentage,
      suite.recognizeOrdinal,
      suite.recognizeAge,
      suite.recognizeCurrency,
      suite.recognizeDimension,
      suite.recognizeTemperature,
    ];
    return (texts) =>
      texts.reduce(
        (sum, text) =>
          sum + recognizers.reduce((found, recognize) => found + recognize(text, culture).length, 0),
        0,
      );
  } catch (error) {
    say(`no comparison: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
