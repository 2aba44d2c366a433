import { CardView } from '@contract/membership';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { hidePage, phone, resetPhone, showPage } from '../../../../testing/taro-api';
import CardPage from '../pages/card';
import { grouped } from './card-face';

const aCard = (about: object = {}): CardView =>
  CardView.parse({
    state: 'active',
    name: '王建军',
    unionName: '北蔡镇总工会',
    cardNumber: '202601234567',
    since: 1_767_225_600_000,
    code: 'US1.one',
    codeLivesMs: 60_000,
    ...about,
  });

const openPage = async (): Promise<void> => {
  render(<CardPage />);
  await act(async () => Promise.resolve());
};
const pass = (seconds: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(seconds * 1_000));

beforeEach(() => {
  jest.useFakeTimers();
  resetServer();
  resetPhone();
});
afterEach(() => jest.useRealTimers());

it('shows name, union, number in groups and the day it began', async () => {
  whenAsked('member.showCard', { ok: true, value: aCard() });
  await openPage();
  expect(screen.getByText('王建军')).toBeTruthy();
  expect(screen.getByText('北蔡镇总工会')).toBeTruthy();
  expect(screen.getByText('2026 0123 4567')).toBeTruthy();
  expect(screen.getByText('2026年1月1日')).toBeTruthy();
  expect(screen.getByRole('img', { name: '会员卡二维码' })).toBeTruthy();
});

it('asks for a new code before the old one is too old', async () => {
  whenAsked('member.showCard', { ok: true, value: aCard() }, { ok: true, value: aCard({ code: 'US1.two' }) });
  await openPage();
  await pass(30);
  expect(timesAsked('member.showCard')).toBe(1);
  await pass(5);
  expect(timesAsked('member.showCard')).toBe(2);
  expect(screen.getByText(/^5[0-9]秒后自动更换$/)).toBeTruthy();
});

it('without a network says how long the code is still good, then covers it', async () => {
  whenAsked('member.showCard', { ok: true, value: aCard() }, 'no-network');
  await openPage();
  await pass(44);
  expect(screen.getByText('网络不通，这个码还有8秒可以用')).toBeTruthy();
  await pass(10);
  expect(screen.queryByRole('img', { name: '会员卡二维码' })).toBeNull();
  whenAsked('member.showCard', { ok: true, value: aCard({ code: 'US1.three' }) });
  fireEvent.click(screen.getByText('换一个新码'));
  await act(async () => Promise.resolve());
  expect(screen.getByRole('img', { name: '会员卡二维码' })).toBeTruthy();
});

it('has a new code as soon as the network is back', async () => {
  whenAsked('member.showCard', { ok: true, value: aCard() }, 'no-network');
  await openPage();
  await pass(54);
  whenAsked('member.showCard', { ok: true, value: aCard({ code: 'US1.three' }) });
  act(() => void window.dispatchEvent(new Event('online')));
  await act(async () => Promise.resolve());
  expect(screen.getByRole('img', { name: '会员卡二维码' })).toBeTruthy();
});

it('rests while nobody looks, and has a new code when one comes back', async () => {
  whenAsked('member.showCard', { ok: true, value: aCard() });
  await openPage();
  act(hidePage);
  await pass(300);
  expect(timesAsked('member.showCard')).toBe(1);
  act(showPage);
  await act(async () => Promise.resolve());
  expect(timesAsked('member.showCard')).toBe(2);
});

it.each([
  ['pending', '审批中', '查看审批进度'],
  ['suspended', '暂停使用', '拨打工会热线12351'],
  ['left', '已退会', '重新申请入会'],
] as const)('shows no code on a card that is %s, but a way on', async (state, tag, wayOn) => {
  whenAsked('member.showCard', { ok: true, value: aCard({ state, code: null, cardNumber: null, since: null }) });
  await openPage();
  expect(screen.getByText(tag)).toBeTruthy();
  expect(screen.queryByRole('img', { name: '会员卡二维码' })).toBeNull();
  expect(screen.getByText(wayOn)).toBeTruthy();
});

it('leads somebody without a card to joining', async () => {
  whenAsked('member.showCard', { ok: false, refusal: 'no-card' });
  await openPage();
  fireEvent.click(screen.getByText('申请入会'));
  await act(async () => Promise.resolve());
  expect(phone.opened[0]?.url).toBe('/features/member/pages/enrol/index');
});

it('groups a number in fours', () => expect(grouped('202601234567')).toBe('2026 0123 4567'));
