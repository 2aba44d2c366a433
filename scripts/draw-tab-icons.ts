/**
 * Draws client/src/tab-icons/*.png from the lines below. Run by hand after changing one: `tsx scripts/draw-tab-icons.ts`.
 * The two colours are read on a light and on a dark bar alike (3:1 and more), so one set serves both.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const SIZE_PX = 81;
const colours = { '': '#80776d', '-on': '#d9483b' } as const;

const lines = {
  home: '<path d="M4 11.2 12 4l8 7.2M6.2 9.6V20h11.6V9.6M10 20v-5.6h4V20"/>',
  stations: '<path d="M12 21s7-6.4 7-11.4A7 7 0 0 0 5 9.6C5 14.6 12 21 12 21z"/><circle cx="12" cy="9.7" r="2.6"/>',
  events: '<rect x="4" y="5.6" width="16" height="14.4" rx="2"/><path d="M4 10.2h16M8.4 3.6v4M15.6 3.6v4"/>',
  mine: '<circle cx="12" cy="8.2" r="4"/><path d="M4.4 20.2c.8-4 3.8-6 7.6-6s6.8 2 7.6 6"/>',
} as const;

const folder = path.resolve(__dirname, '../client/src/tab-icons');
mkdirSync(folder, { recursive: true });
async function draw(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: SIZE_PX, height: SIZE_PX } });
  for (const [name, line] of Object.entries(lines)) {
    for (const [suffix, colour] of Object.entries(colours)) {
      await page.setContent(
        `<body style="margin:0"><svg width="${SIZE_PX}" height="${SIZE_PX}" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${line}</svg></body>`,
      );
      await page.screenshot({ path: path.join(folder, `${name}${suffix}.png`), omitBackground: true });
    }
  }
  await browser.close();
}

void draw();
