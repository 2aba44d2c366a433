import { createHash } from 'node:crypto';
import type { Page, Phone } from './harness';
import { boot } from './harness';

const eventId = 'e00000000000';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const seed = 'a1'.repeat(32);
const entries = ['00000001', '00000002', '00000003'].map((lot) => ({ lot, people: 1, quotas: ['anyone'] }));
const lines = entries.map(({ lot }) => `${lot} 1 anyone\n`).join('');
const shown = {
  eventId,
  title: '露天电影抽签',
  commitment: sha256(seed),
  drawsAt: null,
  drawnAt: Date.UTC(2026, 10, 27, 10, 2),
  seed,
  entriesDigest: sha256(lines),
  quotas: [{ group: 'anyone', places: 2 }],
  count: 3,
  pages: 1,
  entries,
  ownLot: '00000002',
};

let answer: object = shown;
let phone: Phone;
let page: Page | null = null;

beforeAll(() => {
  phone = boot(({ action }) => (action === 'showDraw' ? { ok: true, value: answer } : { ok: false, refusal: 'busy' }));
});
afterEach(() => {
  page?.close();
  page = null;
});

it('makes a draw again on a phone that has neither TextEncoder nor a browser', async () => {
  page = await phone.open(`features/event/pages/draw/index?id=${eventId}`);
  await page.waitFor('露天电影抽签');
  await page.tap('自己核对');
  await page.waitFor('抽中的编号（2 份）');
  await page.tap('保存名单');
  // WeChat's own words about the clipboard are hidden after it.
  expect(phone.calls.find(({ name }) => name === 'setClipboardData')).toMatchObject({ options: { data: lines } });
});

it('says there too that a list does not fit', async () => {
  answer = { ...shown, entries: entries.slice(1) };
  page = await phone.open(`features/event/pages/draw/index?id=${eventId}`);
  await page.waitFor('露天电影抽签');
  await page.tap('自己核对');
  await page.waitFor('名单与公布的份数或名单指纹不一致');
});
