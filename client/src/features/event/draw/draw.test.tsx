import type { DrawEntry } from '@contract/event-draw';
import { EventId, Lot } from '@contract/ids';
import { EpochMs } from '@contract/time';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ValueFor } from '@/use-question';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import DrawPage from '../pages/draw';
import { entryLines } from './recompute';
import { sha256Of } from './sha256';

type Shown = ValueFor<'event.showDraw'>;

const eventId = EventId.parse('e00000000000');
const at = (text: string) => EpochMs.parse(Date.parse(text));
const anEntry = (nth: number): DrawEntry => ({
  lot: Lot.parse(String(nth).padStart(8, '0')),
  people: 1,
  quotas: ['anyone'],
});
const seed = 'a1'.repeat(32);
const some = (count: number): DrawEntry[] => Array.from({ length: count }, (_, nth) => anEntry(nth));

const before = (more: Partial<Shown> = {}): Shown => ({
  eventId,
  title: '露天电影抽签',
  commitment: sha256Of(seed),
  drawsAt: at('2026-11-27T18:01:30+08:00'),
  drawnAt: null,
  seed: null,
  entriesDigest: null,
  quotas: [{ group: 'anyone', places: 2 }],
  inPairs: false,
  count: 0,
  pages: 0,
  entries: [],
  ownLot: Lot.parse('00000003'),
  ...more,
});
const after = (entries: readonly DrawEntry[], more: Partial<Shown> = {}): Shown =>
  before({
    drawsAt: null,
    drawnAt: at('2026-11-27T18:02:00+08:00'),
    seed,
    entriesDigest: sha256Of(...entryLines(entries)),
    count: entries.length,
    pages: Math.ceil(entries.length / 1_000),
    entries: entries.slice(0, 1_000),
    ...more,
  });
const answered = (value: Shown) => ({ ok: true, value }) as const;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  resetServer();
  resetPhone();
  phone.path = 'features/event/pages/draw/index';
  phone.parameters = { id: eventId };
});

it('before the draw shows the promise, one’s own number and when it will be drawn, and nothing to check', async () => {
  whenAsked('event.showDraw', answered(before()));
  render(<DrawPage />);
  expect(await screen.findByText(sha256Of(seed))).toBeTruthy();
  expect(screen.getByText('00000003')).toBeTruthy();
  expect(screen.getByText(/11月27日（周五）18:01/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '自己核对' })).toBeNull();
});

it('makes the draw again on the phone and says that it is the same, and how one came out', async () => {
  whenAsked('event.showDraw', answered(after(some(5))));
  render(<DrawPage />);
  await screen.findByRole('button', { name: '自己核对' });
  press('自己核对');
  expect(await screen.findByText('重新抽了一遍，与公布的对得上。')).toBeTruthy();
  expect(screen.getByText('您的编号在名单里')).toBeTruthy();
  expect(screen.getByText(/您的编号 00000003：第 \d 名，/)).toBeTruthy();
  expect(screen.getByText('抽中的编号（2 份）')).toBeTruthy();
  expect(screen.queryByText('不一致')).toBeNull();
});

it('reads a long list page by page, and checks all of it', async () => {
  const list = some(2_300);
  const page = (nth: number) => answered(after(list, { entries: list.slice(nth * 1_000, (nth + 1) * 1_000) }));
  whenAsked('event.showDraw', page(0), page(1), page(2));
  render(<DrawPage />);
  await screen.findByRole('button', { name: '自己核对' });
  press('自己核对');
  press('自己核对');
  await screen.findByText('名单没有少、没有多、没有改，与名单指纹一致');
  expect(asked.map(({ input }) => input)).toEqual([0, 1, 2].map((nth) => ({ eventId, page: nth })));
});

it.each<[string, Shown, string]>([
  ['a list from which somebody was dropped', after(some(5), { entries: some(4) }), '名单与公布的份数或名单指纹不一致'],
  ['another seed', after(some(5), { seed: 'b2'.repeat(32) }), '公开的种子与抽签前公布的指纹不一致'],
  ['a list without oneself', after(some(3)), '您的编号不在名单里'],
])('says 不一致 of %s, and what does not fit', async (_what, shown, words) => {
  whenAsked('event.showDraw', answered(shown));
  render(<DrawPage />);
  await screen.findByRole('button', { name: '自己核对' });
  press('自己核对');
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('公布的内容对不上');
  expect(screen.queryByText(/^抽中的编号/)).toBeNull();
});

it('notices that the promise was changed between two looks of this phone', async () => {
  whenAsked('event.showDraw', answered(before()));
  const { unmount } = render(<DrawPage />);
  await screen.findByText(sha256Of(seed));
  unmount();
  const other = 'c3'.repeat(32);
  whenAsked('event.showDraw', answered(after(some(5), { seed: other, commitment: sha256Of(other) })));
  render(<DrawPage />);
  await screen.findByRole('button', { name: '自己核对' });
  press('自己核对');
  expect(await screen.findByText('种子指纹与本机在抽签前记下的不一致')).toBeTruthy();
  expect(screen.getByText('公开的种子与抽签前公布的指纹一致')).toBeTruthy();
});

it('says when the list cannot be read, and can be asked again', async () => {
  const list = some(1_500);
  const rest = answered(after(list, { entries: list.slice(1_000) }));
  whenAsked('event.showDraw', answered(after(list)), 'no-network', 'no-network', rest);
  render(<DrawPage />);
  await screen.findByRole('button', { name: '自己核对' });
  press('自己核对');
  expect(await screen.findByText('网络不可用，请检查网络后重试')).toBeTruthy();
  press('自己核对');
  expect(await screen.findByText('名单没有少、没有多、没有改，与名单指纹一致')).toBeTruthy();
  expect(timesAsked('event.showDraw')).toBe(4);
});

it('checks a draw that nobody entered', async () => {
  whenAsked('event.showDraw', answered(after([], { ownLot: null })));
  render(<DrawPage />);
  await screen.findByRole('button', { name: '自己核对' });
  press('自己核对');
  expect(await screen.findByText('抽中的编号（0 份）')).toBeTruthy();
});

it('hands over what one needs to check it elsewhere', async () => {
  const copied: string[] = [];
  Object.assign(navigator, { clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } });
  whenAsked('event.showDraw', answered(after(some(5))));
  render(<DrawPage />);
  await screen.findByRole('button', { name: '复制种子' });
  press('复制种子');
  await waitFor(() => expect(copied).toEqual([seed]));
  expect(screen.queryByRole('button', { name: '保存名单' })).toBeNull();
  press('自己核对');
  expect(await screen.findByRole('button', { name: '保存名单' })).toBeTruthy();
});

it('says so where an event has no draw, and where the address names no event', async () => {
  whenAsked('event.showDraw', { ok: false, refusal: 'no-draw' });
  const { unmount } = render(<DrawPage />);
  expect(await screen.findByText('这个活动不抽签，先报名先得名额')).toBeTruthy();
  unmount();
  phone.parameters = { id: 'nothing' };
  render(<DrawPage />);
  expect(screen.getByText('没有找到这个活动，可能已经撤下')).toBeTruthy();
});
