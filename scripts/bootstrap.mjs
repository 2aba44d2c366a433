/**
 * The one door of every npm command: sees that Node is new enough, installs what is missing, runs the script.
 * Plain JavaScript on Node alone, because before it has run there is nothing else.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...rest] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`工会驿站需要 Node.js 20.19 或更新的版本，当前是 ${process.versions.node}。请更新 Node.js 后再试。`);
  process.exit(1);
}

/** What is installed is what the lock file says: remembered by its digest inside node_modules. */
function installIfNeeded() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const mark = path.join(root, 'node_modules', '.union-station-installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  console.log('正在安装依赖（npm ci），第一次约需一至三分钟……');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('依赖没有装好：请检查网络或 npm 源，然后再运行一次同样的命令。');
    process.exit(1);
  }
  writeFileSync(mark, digest);
}

installIfNeeded();

const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'scripts', `${script}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
