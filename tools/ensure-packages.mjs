// Installs the npm packages when they are missing or differ from package-lock.json. Needs nothing installed itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const leastNode = [20, 19];

/** @throws Error with what to do, where this Node.js is too old. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  throw new Error(
    `需要 Node.js ${leastNode.join('.')} 或更新版本，现为 ${process.versions.node} / Node.js ${leastNode.join('.')} or later is needed, this is ${process.versions.node}`,
  );
}

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** True where every package that the lock file wants is there in that version; optional ones may be for other machines. */
function areInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, devOptional, peer, link }]) =>
      !path.includes('node_modules/') ||
      optional ||
      devOptional ||
      peer ||
      (link ? installed[path] !== undefined : installed[path]?.version === version),
  );
}

export function ensurePackages(say) {
  checkNode();
  if (areInstalled()) return;
  say('正在安装依赖（npm ci）… / installing packages …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('npm ci 失败，见上 / npm ci failed, see above');
}
