import type { AnswerFor } from '@contract/contracts';
import { UnionId } from '@contract/ids';
import { act, render, screen } from '@testing-library/react';
import { aManRow, aPoolRow, benchNow, lin, zhou } from '../../../../testing/a-bench';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone, showPage } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { profileIdIn } from '../bench/bench-address';
import { everybody, filtersText, readFilters } from './filters';
import { PoolDesk } from './pool-desk';

type Found = AnswerFor<'matchmaking.searchPool'>;
const found = (items: readonly object[], about: object = {}): Found =>
  ({ ok: true, value: { items, next: null, total: items.length, ...about } }) as Found;
const open = async (forOne?: string): Promise<void> => {
  render(
    <Screen title="">
      <PoolDesk studioId={UnionId.parse('beicai')} forOne={profileIdIn({ id: forOne })} />
    </Screen>,
  );
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(benchNow);
});
afterEach(() => jest.restoreAllMocks());

it('says how many there are, and of each what they stated themselves', async () => {
  whenAsked('matchmaking.searchPool', found([aPoolRow(), aManRow({ notNow: 'week-full', isStamped: true })]));
  await open();
  expect(screen.getByText('有 2 位')).toBeTruthy();
  await press('小林，女，30岁，北蔡镇，快递员；喜欢散步、看电影');
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/person/index?id=${lin}&studio=beicai`);
  expect(screen.getByText('本周已满')).toBeTruthy();
});

it('shows nobody by a name that waits to be looked at', async () => {
  whenAsked('matchmaking.searchPool', found([aPoolRow({ calledName: '' })]));
  await open();
  expect(screen.getByText('称呼待看')).toBeTruthy();
});

it('asks at a press and not while one types, since each list is written down', async () => {
  whenAsked('matchmaking.searchPool', found([aPoolRow()]));
  await open();
  await press(/^按本人说的找/);
  type('年龄从', '28');
  type('到', '3');
  await settle();
  expect(timesAsked('matchmaking.searchPool')).toBe(1);
  await press('查找');
  expect(timesAsked('matchmaking.searchPool')).toBe(1);
  expect(screen.getByText('请填18到99之间的数字')).toBeTruthy();
  type('到', '35');
  await press('查找');
  expect(sent('matchmaking.searchPool')).toMatchObject({ ageFrom: 28, ageUpTo: 35, gender: null, text: null });
});

it('reads nobody anew who was read already, when one comes back from somebody', async () => {
  whenAsked('matchmaking.searchPool', found([aPoolRow()]));
  await open();
  await press(/^小林/);
  act(showPage);
  await settle();
  expect(timesAsked('matchmaking.searchPool')).toBe(1);
});

it('finds nobody kindly', async () => {
  whenAsked('matchmaking.searchPool', found([]));
  await open();
  expect(screen.getByText('没有找到')).toBeTruthy();
});

it('opens whoever is looked at together with the one they are looked at for, and leaves that one out', async () => {
  whenAsked('matchmaking.searchPool', found([aPoolRow(), aManRow()]));
  await open(lin);
  expect(screen.getByText(/正在为这一位留意/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^小林/ })).toBeNull();
  await press(/^小周/);
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/person/index?id=${zhou}&studio=beicai&for=${lin}`);
});

it('reads the next page at a press', async () => {
  whenAsked(
    'matchmaking.searchPool',
    found([aPoolRow()], { next: 'after-lin', total: 21 }),
    found([aManRow()], { total: null }),
  );
  await open();
  await press('再看一些');
  expect(sent('matchmaking.searchPool')).toMatchObject({ cursor: 'after-lin' });
  expect(screen.getByText('小周')).toBeTruthy();
  expect(screen.getByText('有 21 位')).toBeTruthy();
});

it('reads full-width digits, and says what is looked for in a line', () => {
  expect(readFilters({ ...everybody, ageFrom: '２８' })).toMatchObject({ ageFrom: 28 });
  expect(readFilters({ ...everybody, ageFrom: '17' })).toHaveProperty('ageFrom', '请填18到99之间的数字');
  expect(filtersText(everybody)).toBe('不限');
  expect(filtersText({ ...everybody, gender: 'man', ageUpTo: '35', interests: ['films'] })).toBe(
    '男，35岁以内，看电影',
  );
});
