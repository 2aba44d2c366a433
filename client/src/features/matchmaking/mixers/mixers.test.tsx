import type { AnswerFor } from '@contract/contracts';
import { UnionId } from '@contract/ids';
import { render, screen } from '@testing-library/react';
import { benchNow } from '../../../../testing/a-bench';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { MixersDesk } from './mixers-desk';

type Listed = AnswerFor<'matchmaking.listMixers'>;
const mixer = (about: object = {}) => ({
  eventId: 'e00000000001',
  title: '北蔡联谊',
  startsAt: benchNow,
  endsAt: benchNow + 3 * 3_600_000,
  state: null,
  opening: 'now',
  badges: 0,
  choosesUntil: null,
  pairs: null,
  ...about,
});
const listed = (...mixers: readonly object[]): Listed => ({ ok: true, value: { mixers } }) as Listed;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <MixersDesk studioId={UnionId.parse('beicai')} />
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

it('hands out numbers, then opens the cards until an hour that it proposes', async () => {
  const badges = mixer({ state: 'badges', badges: 12 });
  const until = Date.parse('2026-11-24T13:00:00+08:00');
  const choosing = mixer({ state: 'choosing', badges: 12, choosesUntil: until });
  whenAsked('matchmaking.listMixers', listed(mixer()), listed(badges), listed(choosing));
  whenAsked('matchmaking.openMixer', { ok: true, value: { state: 'badges' } });
  whenAsked('matchmaking.openCards', {
    ok: true,
    value: { state: 'choosing', choosesUntil: until },
  } as AnswerFor<'matchmaking.openCards'>);
  await open();
  await press('开始发号码牌：北蔡联谊');
  expect(sent('matchmaking.openMixer')).toEqual({ studioId: 'beicai', eventId: 'e00000000001' });
  expect(screen.getByText('12 人领了号码牌')).toBeTruthy();
  await press('开放心动卡：北蔡联谊');
  await press('开放并通知');
  expect(sent('matchmaking.openCards')).toEqual({ studioId: 'beicai', eventId: 'e00000000001', until });
  expect(screen.getByText('心动卡填到11月24日（周二）13:00')).toBeTruthy();
});

it('offers numbers only when they can be handed out, and says when that is', async () => {
  const [early, late] = [mixer({ opening: 'too-early' }), mixer({ eventId: 'e00000000002', opening: 'too-late' })];
  whenAsked('matchmaking.listMixers', listed(early, late));
  await open();
  expect(screen.queryByRole('button', { name: /开始发号码牌/ })).toBeNull();
  expect(screen.getByText('活动开始前两小时起，到结束后一天内可以发。')).toBeTruthy();
  expect(screen.getByText('活动结束已经超过一天，这一次没有发过号码牌。')).toBeTruthy();
});

it('counts neither cards nor choices, only pairs once everybody was told', async () => {
  whenAsked(
    'matchmaking.listMixers',
    listed(mixer({ state: 'choosing', badges: 12, choosesUntil: benchNow }), mixer({ eventId: 'e00000000002', state: 'told', badges: 9, pairs: 2 })),
  );
  await open();
  expect(screen.getByText('2 对互相选了')).toBeTruthy();
  expect(screen.queryByText(/张(心动卡)?|填了 ?\d/)?.textContent ?? '').not.toMatch(/\d/);
}); // prettier-ignore

it('says which hour would do where the chosen one does not', async () => {
  whenAsked('matchmaking.listMixers', listed(mixer({ state: 'badges', badges: 12 })));
  whenAsked('matchmaking.openCards', { ok: false, refusal: 'until-wrong' });
  await open();
  await press('开放心动卡：北蔡联谊');
  type(/时间$/, '');
  await press('开放并通知');
  expect(screen.getByText('请选日期和时间')).toBeTruthy();
  type(/时间$/, '12:00');
  await press('开放并通知');
  expect(screen.getByText(/截止时间要在活动结束以后/)).toBeTruthy();
});
