import type { AnswerFor } from '@contract/contracts';
import { UnionId } from '@contract/ids';
import { render, screen } from '@testing-library/react';
import { benchNow, lin } from '../../../../testing/a-bench';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { HeldDesk } from './held-desk';

type Held = AnswerFor<'matchmaking.listHeld'>;
const one = {
  profileId: lin,
  field: 'about',
  mark: 'k1',
  words: '在做投资，可以聊聊',
  photo: null,
  blurred: null,
  since: benchNow,
};
const held = (...list: readonly object[]): Held => ({ ok: true, value: { held: list } }) as Held;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <HeldDesk studioId={UnionId.parse('beicai')} />
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

it('lets words through at one tap, naming the very words that were read', async () => {
  whenAsked('matchmaking.listHeld', held(one), held());
  whenAsked('matchmaking.decideHeld', { ok: true, value: { left: 0 } });
  await open();
  expect(screen.getByText('在做投资，可以聊聊')).toBeTruthy();
  await press('可以：自我介绍');
  const wish = { profileId: lin, field: 'about', mark: 'k1', agree: true, reason: null };
  expect(sent('matchmaking.decideHeld')).toEqual(wish);
  expect(screen.getByText('没有要看的')).toBeTruthy();
});

it('wants a reason where somebody is to write anew', async () => {
  whenAsked('matchmaking.listHeld', held(one), held());
  whenAsked('matchmaking.decideHeld', { ok: true, value: { left: 0 } });
  await open();
  await press('请本人改：自我介绍');
  expect(screen.getByText('这一项会删掉，请本人重写。')).toBeTruthy();
  await press('请本人改');
  expect(timesAsked('matchmaking.decideHeld')).toBe(0);
  type('原因', '请不要写投资');
  await press('请本人改');
  expect(sent('matchmaking.decideHeld')).toMatchObject({ agree: false, reason: '请不要写投资' });
});

it('does not delete what somebody is called', async () => {
  whenAsked('matchmaking.listHeld', held({ ...one, field: 'calledName' }));
  await open();
  await press('请本人改：称呼');
  expect(screen.getByText('称呼会留着，但改好以前别人看不到。')).toBeTruthy();
});

it('shows a picture and the small one that others see first, with words for whoever does not see them', async () => {
  whenAsked(
    'matchmaking.listHeld',
    held({ ...one, field: 'photo', words: null, photo: '/9j/4AAQ', blurred: '/9j/dots' }),
  );
  await open();
  expect(screen.getByRole('img', { name: '等您看的照片' })).toBeTruthy();
  expect(screen.getByRole('img', { name: '对方先看到的样子' })).toBeTruthy();
  expect(screen.getByText('对方先看到的样子')).toBeTruthy();
});

it('reads the list anew when a colleague was quicker or the words have changed', async () => {
  whenAsked('matchmaking.listHeld', held(one), held({ ...one, mark: 'k2', words: '爱走路' }));
  whenAsked('matchmaking.decideHeld', { ok: false, refusal: 'nothing-held' });
  await open();
  await press('可以：自我介绍');
  expect(screen.getByText('爱走路')).toBeTruthy();
});
