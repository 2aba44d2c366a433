import path from 'node:path';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { collections } from '../cloudfunctions/runtime/collections';
import type { RunningEmulator } from '../emulator/emulator';
import { startEmulator } from '../emulator/emulator';
import { freshKeys } from '../scripts/local-keys';
import { installedBrowser } from '../scripts/browser';
import { root } from '../scripts/places';
import { personas } from '../scripts/seed/personas';
import { seed } from '../scripts/seed/seed';
import { notAcrossMidnight } from './one-day';

/** The whole product on this machine, as `npm start` serves it, with a browser in front of it. */
export type World = {
  readonly cloud: RunningEmulator;
  /** A phone in somebody's hand; each has its own storage. */
  phone(persona: string | null, wish?: PhoneWish): Promise<Page>;
  end(): Promise<void>;
};

export type PhoneWish = {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Where to open; the first tab when not said. */
  readonly at?: string;
};

/** Not how fast a page is: how long a machine that has much else to do may take for it before something is wrong. */
const NOT_SEEN_AFTER_MS = 120_000;

/** @param fill what is there at the beginning; the demonstration when not said */
export async function beginWorld(fill: (cloud: RunningEmulator) => Promise<void> = seed): Promise<World> {
  const site = path.join(root, 'dist', 'h5');
  if (!existsSync(path.join(site, 'index.html')))
    throw new Error('The H5 build is missing: run npm run build:h5 -- --emulator.');
  await notAcrossMidnight();
  const folder = mkdtempSync(path.join(tmpdir(), 'union-station-'));
  const environment = freshKeys();
  Object.assign(process.env, environment);
  const cloud = await startEmulator({
    dataFile: path.join(folder, 'data.sqlite'),
    port: 0,
    collections,
    functions: { directory: path.join(root, 'dist', 'cloudfunctions') },
    environment: { ...environment, WECHAT_API_URL: '{address}/wechat' },
    personas,
    siteDirectory: site,
    strict: true,
  });
  try {
    await fill(cloud);
  } catch (error) {
    // A server left behind would keep the tests from ending.
    await cloud.stop();
    throw error;
  }
  const browser = await launch();
  const contexts: BrowserContext[] = [];
  const pages: Page[] = [];
  return {
    cloud,
    phone: async (persona, wish = {}) => {
      const context = await openContext(browser, wish);
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(NOT_SEEN_AFTER_MS);
      pages.push(page);
      const query = persona === null ? '' : `?persona=${persona}`;
      await page.goto(`${cloud.address}/${query}#/${wish.at ?? 'pages/home/index'}`);
      return page;
    },
    end: async () => {
      await picture(pages.at(-1));
      for (const context of contexts) await context.close();
      await browser.close();
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** With UNION_STATION_PICTURE set, the last page as it was at the end: for finding out why a journey stopped. */
async function picture(page: Page | undefined): Promise<void> {
  const file = process.env['UNION_STATION_PICTURE'];
  if (file !== undefined) await page?.screenshot({ path: file });
}

const openContext = (
  browser: Browser,
  { width = 375, height = 812, dark = false }: PhoneWish,
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    hasTouch: width < 800,
    isMobile: width < 800,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
  });

function launch(): Promise<Browser> {
  const executablePath = process.env['BROWSER_PATH'] ?? installedBrowser();
  if (executablePath === null) throw new Error('No browser is here: npm test installs one.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
