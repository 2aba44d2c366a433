import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium that is here already: named by BROWSER_PATH, on the PATH, or where browsers usually are. */
export function installedBrowser(): string | null {
  const named = process.env['BROWSER_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...places].find((place) => existsSync(place)) ?? null;
}

/** The journeys' browser: one that is here, else Debian's package, else Playwright's own. */
export async function browser(): Promise<string> {
  const here = installedBrowser();
  if (here !== null) return here;
  if (canUseApt()) {
    console.log('本机没有 Chromium 浏览器，正在用 apt 安装……');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet);
  } else {
    console.log('本机没有 Chromium 浏览器，正在安装 Playwright 自带的……');
    await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  }
  const installed = installedBrowser();
  if (installed === null) throw new Error('浏览器没有装好：请安装 Chrome、Chromium 或 Edge，再运行 npm test。');
  return installed;
}

const canUseApt = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
