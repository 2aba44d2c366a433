import type { AnswerFor } from '@contract/contracts';
import { render, screen } from '@testing-library/react';
import { aProfile, aStudio, matchNow } from '../../../../testing/a-profile';
import { press, settle } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import StudioPage from '../pages/studio';

type Own = Extract<AnswerFor<'matchmaking.showOwn'>, { ok: true }>['value'];
type Sittings = Extract<AnswerFor<'matchmaking.listSittings'>, { ok: true }>['value'];

const own = (about: Partial<Own> = {}): AnswerFor<'matchmaking.showOwn'> => ({
  ok: true,
  value: { isMember: true, profile: aProfile(), open: 0, ...about },
});
const sittings = (about: Partial<Sittings> = {}): AnswerFor<'matchmaking.listSittings'> => ({
  ok: true,
  value: { studio: aStudio(), days: [], own: null, ...about },
});
const day = (name: string, about: Partial<Sittings['days'][number]> = {}): Sittings['days'][number] => ({
  day: name as Sittings['days'][number]['day'],
  isCalledOff: false,
  slots: [{ startsAt: (matchNow + 1) as never, endsAt: (matchNow + 2) as never, free: 1 }],
  ...about,
});
const open = async (): Promise<void> => {
  render(<StudioPage />);
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(matchNow);
  whenAsked('matchmaking.listStudios', { ok: true, value: { studios: [aStudio()] } });
  whenAsked('matchmaking.listSittings', sittings());
});
afterEach(() => jest.restoreAllMocks());

it('tells a browser without a sign-in what the studio is, and asks nothing of it', async () => {
  whenAsked('matchmaking.showOwn', { ok: false, refusal: 'sign-in-needed' });
  await open();
  expect(screen.getByText('每周五 9:00到16:30，法定节假日除外')).toBeTruthy();
  expect(screen.getByText(/^想登记，请在微信里打开/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '登记我的资料' })).toBeNull();
  expect(timesAsked('matchmaking.listSittings')).toBe(0);
});

it('leads a member to sign up, and somebody without a union to that first', async () => {
  whenAsked('matchmaking.showOwn', own({ profile: null }));
  const { unmount } = render(<StudioPage />);
  await settle();
  await press('登记我的资料');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/join/index?id=beicai');
  unmount();
  whenAsked('matchmaking.showOwn', own({ profile: null, isMember: false }));
  await open();
  await press('申请入会');
  expect(phone.opened.at(-1)?.url).toBe('/features/member/pages/enrol/index');
});

it('takes nobody new where the studio does not', async () => {
  whenAsked('matchmaking.listStudios', { ok: true, value: { studios: [aStudio({ isOpen: false })] } });
  whenAsked('matchmaking.showOwn', own({ profile: null }));
  await open();
  expect(screen.queryByRole('button', { name: '登记我的资料' })).toBeNull();
  expect(screen.getByText(/暂时不接受新的登记/)).toBeTruthy();
});

it('shows somebody in the pool their own studio, wherever the address leads', async () => {
  phone.parameters = { id: 'jinqiao' };
  const jinqiao = aStudio({ studioId: 'jinqiao' as never, name: '金桥红娘工作室' });
  whenAsked('matchmaking.listStudios', { ok: true, value: { studios: [jinqiao, aStudio()] } });
  whenAsked('matchmaking.showOwn', own());
  await open();
  expect(screen.getByRole('heading', { name: '北蔡红娘工作室' })).toBeTruthy();
  expect(screen.queryByText('金桥红娘工作室')).toBeNull();
});

it('offers other studios to somebody who has not joined', async () => {
  const jinqiao = aStudio({ studioId: 'jinqiao' as never, name: '金桥红娘工作室' });
  whenAsked('matchmaking.listStudios', { ok: true, value: { studios: [aStudio(), jinqiao] } });
  whenAsked('matchmaking.showOwn', own({ profile: null }));
  await open();
  await press(/^金桥红娘工作室/);
  expect(phone.opened.at(-1)).toEqual({ by: 'redirectTo', url: '/features/matchmaking/pages/studio/index?id=jinqiao' });
});

it('leads to a proposal that waits, and says how many can be answered but not how any was', async () => {
  whenAsked('matchmaking.showOwn', own({ open: 2 }));
  await open();
  expect(screen.getByText('有 2 次介绍，揭晓前随时可以答')).toBeTruthy();
  await press('看看给我的介绍');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/my-proposals/index');
});

it('says when one is expected, else when the next sitting with a free time is', async () => {
  const days = [day('2026-11-27', { isCalledOff: true }), day('2026-12-04', { slots: [] }), day('2026-12-11')];
  whenAsked('matchmaking.showOwn', own());
  whenAsked('matchmaking.listSittings', sittings({ days }));
  const { unmount } = render(<StudioPage />);
  await settle();
  expect(screen.getByText('下次 12月11日')).toBeTruthy();
  unmount();
  const booking = { studioId: 'beicai', startsAt: Date.UTC(2026, 11, 4, 1, 30) } as never as Sittings['own'];
  whenAsked('matchmaking.listSittings', sittings({ days, own: booking }));
  await open();
  expect(screen.getByText('您约了 12月4日（周五）09:30')).toBeTruthy();
});

it('stands without the sittings when those do not come', async () => {
  whenAsked('matchmaking.showOwn', own());
  whenAsked('matchmaking.listSittings', 'no-network');
  await open();
  expect(screen.getByText('来站里和红娘当面聊聊')).toBeTruthy();
  await press(/^预约坐班/);
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/sittings/index?id=beicai');
});

it('says so where there is no studio yet, and where nothing comes', async () => {
  whenAsked('matchmaking.listStudios', { ok: true, value: { studios: [] } });
  whenAsked('matchmaking.showOwn', own({ profile: null }));
  const { unmount } = render(<StudioPage />);
  await settle();
  expect(screen.getByText('还没有开张的工作室')).toBeTruthy();
  unmount();
  whenAsked('matchmaking.listStudios', 'no-network');
  await open();
  expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy();
});
