import type { AnswerFor } from '@contract/contracts';
import { render, screen } from '@testing-library/react';
import { press, sent, settle } from '../../../../testing/press';
import { resetServer, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { dayIn, profileIdIn, reportIdIn, studioIdIn } from './bench-address';
import { BenchAsked } from './bench-asked';
import { BenchDesk } from './bench-desk';

type Bench = AnswerFor<'matchmaking.showBench'>;
const studio = { studioId: 'beicai', name: '北蔡公益红娘工作室', stationName: '北蔡镇职工服务总站' };
const bench = (about: object = {}): Bench =>
  ({
    ok: true,
    value: {
      studios: [studio],
      pledge: { isSigned: true, until: '2027-11-22', version: '2026-11' },
      counts: { profiles: 412, held: 3, followUps: 2, open: 5 },
      nextSitting: { studioId: 'beicai', day: '2026-11-27', booked: 4 },
      ...about,
    },
  }) as Bench;
const unsigned = bench({ pledge: { isSigned: false, until: null, version: '2026-11' }, counts: null });
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <BenchDesk />
    </Screen>,
  );
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
});

it('begins with the pledge: before it is signed there is nothing to read', async () => {
  whenAsked('matchmaking.showBench', unsigned, bench());
  whenAsked('matchmaking.signPledge', { ok: true, value: { until: '2027-11-22' } } as AnswerFor<'matchmaking.signPledge'>);
  await open();
  expect(screen.getByText(/对谁都不说/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /资料库/ })).toBeNull();
  await press('我读完了，签下承诺');
  expect(sent('matchmaking.signPledge')).toEqual({ version: '2026-11', agreed: true });
  expect(screen.getByRole('button', { name: '资料库，412 位' })).toBeTruthy();
  expect(screen.getByText('保密承诺有效到2027年11月22日')).toBeTruthy();
}); // prettier-ignore

it('says where the wording of the pledge is newer than the page', async () => {
  whenAsked('matchmaking.showBench', unsigned);
  whenAsked('matchmaking.signPledge', { ok: false, refusal: 'pledge-changed' });
  await open();
  await press('我读完了，签下承诺');
  expect(screen.getByText('承诺的文字更新了，请更新小程序，读过新的再签')).toBeTruthy();
});

it('says what is to be done today, and leads there', async () => {
  whenAsked('matchmaking.showBench', bench());
  await open();
  await press('坐班，11月27日（周五），4 人预约');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/sitting-day/index?id=beicai&day=2026-11-27');
  await press('该回访的，2 件');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/follow-ups/index?id=beicai');
  await press('介绍，5 次进行中');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/proposals/index?id=beicai');
});

it('does not lay the counts of several studios to one of them', async () => {
  whenAsked('matchmaking.showBench', bench({ studios: [studio, { ...studio, studioId: 'zhuqiao', name: '祝桥红娘工作室' }] }));
  await open();
  expect(screen.getAllByRole('button', { name: '资料库' })).toHaveLength(2);
  expect(screen.getByText('412 位')).toBeTruthy();
}); // prettier-ignore

it('tells a matchmaker whose union has no studio yet whom to ask', async () => {
  whenAsked('matchmaking.showBench', bench({ studios: [], counts: null, nextSitting: null }));
  await open();
  expect(screen.getByText('还没有开工作室')).toBeTruthy();
});

it('leads whoever has not signed from any page back to the pledge', async () => {
  const question = { at: 'refused', refusal: 'pledge-needed', text: '请先签保密承诺' } as const;
  render(<BenchAsked question={question}>{() => null}</BenchAsked>);
  await press('回到红娘工作台');
  expect(phone.opened.at(-1)).toEqual({ by: 'redirectTo', url: '/features/matchmaking/pages/bench/index' });
});

it('takes out of an address only what can be an id or a day', () => {
  expect(studioIdIn({ id: 'beicai' })).toBe('beicai');
  expect(studioIdIn({ id: '北蔡' })).toBeNull();
  expect(profileIdIn({ id: 'm00000000001' })).toBe('m00000000001');
  expect(profileIdIn({ for: 'p00000000001' }, 'for')).toBeNull();
  expect(reportIdIn({ id: 'w00000000001' })).toBe('w00000000001');
  expect(reportIdIn({})).toBeNull();
  expect(dayIn({ day: '2026-11-27' })).toBe('2026-11-27');
  expect(dayIn({ day: '周五' })).toBeNull();
});
