import type { AnswerFor } from '@contract/contracts';
import type { EventSummary } from '@contract/event-view';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { anEventSummary, eventNow } from '../../../../testing/a-guest-event';
import { asked, resetServer, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import EventsPage from '../../../pages/events';
import { nearestStreet } from './nearest-street';

const at = (text: string): number => Date.parse(`2026-${text}+08:00`);
const listed = (items: readonly EventSummary[], next: string | null = null): AnswerFor<'event.browse'> =>
  ({ ok: true, value: { items, next } }) as AnswerFor<'event.browse'>;
const inputs = (): readonly object[] =>
  asked.filter(({ name }) => name === 'event.browse').map(({ input }) => input as object);
const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(eventNow);
});
afterEach(() => jest.restoreAllMocks());

it('lists what comes under its day, with the places left', async () => {
  whenAsked(
    'event.browse',
    listed([
      anEventSummary('正骨推拿', { startsAt: at('11-22T07:30'), endsAt: at('11-22T17:00') }),
      anEventSummary('午间瑜伽', { startsAt: at('11-23T12:00') }),
    ]),
  );
  render(<EventsPage />);
  const today = await screen.findByRole('list', { name: '今天 11月22日' });
  expect(within(today).getByRole('button', { name: /^正骨推拿，7:30–17:00，/ })).toBeTruthy();
  const tomorrow = screen.getByRole('list', { name: '明天 11月23日' });
  fireEvent.click(within(tomorrow).getByRole('button', { name: /午间瑜伽.*还有 3 个名额/ }));
  expect(phone.opened[0]?.url).toMatch(/^\/features\/event\/pages\/event\/index\?id=e/);
});

it('keeps an event that began yesterday and is still on under today', async () => {
  whenAsked(
    'event.browse',
    listed([anEventSummary('通宵马拉松', { startsAt: at('11-21T20:00'), endsAt: at('11-22T20:00') })]),
  );
  render(<EventsPage />);
  const today = await screen.findByRole('list', { name: '今天 11月22日' });
  expect(within(today).getByText('周六 11月21日 20:00')).toBeTruthy();
});

it('shows a course at its next session, and how many there are', async () => {
  const nextAt = at('11-24T18:00');
  whenAsked('event.browse', listed([anEventSummary('书法课', { startsAt: at('11-10T18:00'), endsAt: at('12-01T20:00'), nextAt, sessions: 4 })])); // prettier-ignore
  render(<EventsPage />);
  const day = await screen.findByRole('list', { name: '周二 11月24日' });
  expect(within(day).getByText('18:00，共 4 次')).toBeTruthy();
});

it('reads from a day on, of one kind, in one street, and takes it back', async () => {
  whenAsked('event.browse', listed([]));
  whenAsked('station.listStreets', {
    ok: true,
    value: { streets: [{ district: '浦东新区', street: '金桥镇', place: { longitude: 121.58, latitude: 31.26 }, count: 9 }] },
  }); // prettier-ignore
  render(<EventsPage />);
  await settle();
  fireEvent.click(screen.getByRole('radio', { name: '周六 11月28日' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '法律咨询' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '选街镇' }));
  fireEvent.click(await screen.findByRole('checkbox', { name: '金桥镇' }));
  await settle();
  expect(inputs().at(-1)).toMatchObject({ from: '2026-11-28', kind: 'legal', street: '金桥镇' });
  expect(screen.getByText('没有符合条件的活动')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '去掉条件' }));
  await settle();
  expect(inputs().at(-1)).toMatchObject({ from: null, kind: null, street: null });
});

it('says so when there is nothing, and where to go', async () => {
  whenAsked('event.browse', listed([]));
  render(<EventsPage />);
  fireEvent.click(await screen.findByRole('button', { name: '先去看看站点' }));
  expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/stations/index' }]);
});

it('goes on with the next page, and stays put when the line is dead', async () => {
  const first = listed([anEventSummary('一', { startsAt: at('11-23T12:00') })], 'mark');
  whenAsked('event.browse', first, 'no-network', 'no-network', listed([anEventSummary('二', { startsAt: at('11-23T15:00') })])); // prettier-ignore
  render(<EventsPage />);
  fireEvent.click(await screen.findByRole('button', { name: '再看一些' }));
  expect(await screen.findByText('网络不可用，请检查网络后重试')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '重新加载' }));
  expect(await screen.findByText('二')).toBeTruthy();
  expect(screen.getByText('一')).toBeTruthy();
});

it('finds the street that lies nearest', () => {
  const street = (name: string, longitude: number) => ({ street: name, place: { longitude, latitude: 31.2 } });
  const streets = [street('金桥镇', 121.58), street('张江镇', 121.6), street('惠南镇', 121.75)];
  expect(nearestStreet(streets, { longitude: 121.61, latitude: 31.2 })).toBe('张江镇');
  expect(nearestStreet([], { longitude: 121.61, latitude: 31.2 })).toBeNull();
});
