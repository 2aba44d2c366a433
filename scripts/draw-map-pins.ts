/**
 * Draws client/src/map-pins/*.png, the pins of WeChat's map, which takes pictures only. Run by hand after changing one:
 * `tsx scripts/draw-map-pins.ts`. Shapes and letters are those of client/src/platform/map-view.module.scss.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { installedBrowser } from './browser';

const SIZE_PX = 96;

const letter = (text: string, colour: string): string =>
  `<text x="24" y="24" dy="0.36em" text-anchor="middle" font-family="Noto Sans CJK SC, sans-serif" font-weight="700" font-size="21" fill="${colour}">${text}</text>`;

const pins = {
  open: `<circle cx="24" cy="24" r="20.5" fill="#1c6437" stroke="#fff" stroke-width="3"/>${letter('开', '#fff')}`,
  closed: `<rect x="5" y="5" width="38" height="38" rx="5" fill="#fff" stroke="#857a6e" stroke-width="3"/>${letter('关', '#5e564e')}`,
  doubtful: `<path d="M5 43V24a19 19 0 1 1 19 19z" fill="#fdf1dc" stroke="#7a4300" stroke-width="3"/>${letter('?', '#7a4300')}`,
  cluster: '<circle cx="24" cy="24" r="22" fill="#fbeeeb" stroke="#b3261e" stroke-width="3"/>',
} as const;

const folder = path.resolve(__dirname, '../client/src/map-pins');

async function draw(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const executablePath = process.env['BROWSER_PATH'] ?? installedBrowser();
  if (executablePath === null) throw new Error('No browser is here: npm test installs one.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: SIZE_PX, height: SIZE_PX } });
  for (const [name, shape] of Object.entries(pins)) {
    await page.setContent(
      `<body style="margin:0"><svg width="${SIZE_PX}" height="${SIZE_PX}" viewBox="0 0 48 48">${shape}</svg></body>`,
    );
    await page.screenshot({ path: path.join(folder, `${name}.png`), omitBackground: true });
  }
  await browser.close();
}

void draw();
