// Makes sure that tests have a browser and a Chinese font: installs them as root on Debian, else says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const findProgram = (names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));

const hasChineseFont = () => {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
};

const missing = () => [
  ...(findProgram(browsers) ? [] : ['chromium']),
  ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
];

const run = (argv, timeout) =>
  spawnSync(argv[0], argv.slice(1), {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Returns what is still missing, with the command that installs it; empty when all is there. */
export function ensureBrowser(say) {
  const wanted = missing();
  if (wanted.length === 0) return '';
  const packages = wanted.includes('fonts-noto-cjk') ? [...wanted, 'fontconfig'] : wanted;
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() === 0 && findProgram(['apt-get'])) {
    say(`正在安装 ${wanted.join('、')} … / installing ${wanted.join(', ')} …`);
    run(['apt-get', 'update', '-qq'], 300_000);
    run(command.split(' ').concat('-qq'), 900_000);
  }
  const still = missing();
  return still.length === 0
    ? ''
    : `缺少 ${still.join('、')}，请安装：sudo ${command} / missing ${still.join(', ')}; install with: sudo ${command}`;
}
