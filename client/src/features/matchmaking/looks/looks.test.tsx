import { matchLooks } from '@contract/match-kind';
import { render, screen } from '@testing-library/react';
import { matchNow } from '../../../../testing/a-profile';
import { press, settle } from '../../../../testing/press';
import { resetServer, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import LooksPage from '../pages/looks';

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(matchNow);
});
afterEach(() => jest.restoreAllMocks());

const open = async (): Promise<void> => {
  render(<LooksPage />);
  await settle();
};

it('says who did what and when, in words for every act', async () => {
  const items = matchLooks.map((act, nth) => ({
    at: (matchNow - nth * 60_000) as never,
    act,
    by: '钱老师 北蔡红娘工作室',
  }));
  whenAsked('matchmaking.listLooks', { ok: true, value: { items, next: null } });
  await open();
  expect(screen.getByText('打开看了您的资料')).toBeTruthy();
  expect(screen.getByText('11月25日（周三）10:00，钱老师 北蔡红娘工作室')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(matchLooks.length);
});

it('says in one line how often a list was opened on one day, by one matchmaker', async () => {
  const look = (act: 'proposal-listed' | 'opened', hoursAgo: number, by = '钱老师') => ({
    ...{ at: (matchNow - hoursAgo * 3_600_000) as never, act, by },
  });
  const items = [
    ...[look('proposal-listed', 0), look('proposal-listed', 1), look('proposal-listed', 2)],
    ...[look('opened', 3), look('proposal-listed', 4), look('proposal-listed', 4, '李老师'), look('opened', 24)],
    look('opened', 48),
  ];
  whenAsked('matchmaking.listLooks', { ok: true, value: { items, next: null } });
  await open();
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  expect(screen.getByText('当天 3 次')).toBeTruthy();
  expect(screen.getByText('11月25日（周三）10:00，钱老师')).toBeTruthy();
});

it('reads on where there are more', async () => {
  const look = (act: 'opened' | 'stamped') => ({ at: matchNow as never, act, by: '钱老师' });
  whenAsked(
    'matchmaking.listLooks',
    { ok: true, value: { items: [look('opened')], next: 'c1' as never } },
    { ok: true, value: { items: [look('stamped')], next: null } },
  );
  await open();
  await press('再看一些');
  expect(screen.getByText('登记了单位盖章')).toBeTruthy();
});

it('leads back to the studio where nobody has looked', async () => {
  whenAsked('matchmaking.listLooks', { ok: true, value: { items: [], next: null } });
  await open();
  expect(screen.getByText('还没有人看过您的资料')).toBeTruthy();
  await press('回到红娘工作室');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/studio/index');
});
