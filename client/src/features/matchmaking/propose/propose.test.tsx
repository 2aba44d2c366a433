import type { AnswerFor } from '@contract/contracts';
import { ProfileId } from '@contract/ids';
import { fireEvent, render, screen } from '@testing-library/react';
import { aMatchCard, benchNow, lin, revealsAt, zhou } from '../../../../testing/a-bench';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { ProposeDesk } from './propose-desk';

const preview = {
  ok: true,
  value: {
    ofOne: aMatchCard(),
    ofOther: aMatchCard({ calledName: '小周', gender: 'man', age: 33 }, { occupation: 'care', about: '爱走路' }),
    revealsAt,
  },
} as AnswerFor<'matchmaking.previewProposal'>;
const proposed = { ok: true, value: { proposalId: 'q00000000001', revealsAt } } as AnswerFor<'matchmaking.propose'>;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <ProposeDesk one={ProfileId.parse(lin)} other={ProfileId.parse(zhou)} />
    </Screen>,
  );
  await settle();
};
const toggle = async (name: RegExp, nth = 0): Promise<void> => {
  const found = screen.getAllByRole('switch', { name })[nth];
  if (found !== undefined) fireEvent.click(found);
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(benchNow);
});
afterEach(() => jest.restoreAllMocks());

it('shows what each would see of the other, and when both hear', async () => {
  whenAsked('matchmaking.previewProposal', preview);
  await open();
  expect(screen.getByText('小林会看到的小周')).toBeTruthy();
  expect(screen.getByText('小周会看到的小林')).toBeTruthy();
  expect(screen.getByText(/11月28日（周六）20:00以前，两位谁都看不到对方答了什么/)).toBeTruthy();
});

it('leaves out of each what the matchmaker leaves out, without looking at both once more', async () => {
  whenAsked('matchmaking.previewProposal', preview);
  whenAsked('matchmaking.propose', proposed);
  await open();
  await toggle(/^自我介绍/);
  await toggle(/^年龄，30岁/);
  type('写给小林的一句话', ' 您看看，不合适也没关系 ');
  await press('请两位看看');
  expect(timesAsked('matchmaking.propose')).toBe(0);
  await press('请两位看看');
  expect(sent('matchmaking.propose')).toMatchObject({
    one: lin,
    other: zhou,
    hideOfOne: ['age'],
    hideOfOther: ['about'],
    wordsToOne: '您看看，不合适也没关系',
    wordsToOther: null,
  });
  expect(timesAsked('matchmaking.previewProposal')).toBe(1);
  expect(screen.getByText('已经请两位看了')).toBeTruthy();
});

it('asks nobody when the matchmaker thinks better of it', async () => {
  whenAsked('matchmaking.previewProposal', preview);
  await open();
  await press('请两位看看');
  await press('再想想');
  expect(timesAsked('matchmaking.propose')).toBe(0);
});

it('says of a pair that may not be proposed no more than that, and leads back', async () => {
  whenAsked('matchmaking.previewProposal', { ok: false, refusal: 'not-this-pair' });
  await open();
  expect(screen.getByText('这两位暂不适合互相介绍。原因可能有很多，系统不会说是哪一种')).toBeTruthy();
  await press('返回');
  expect(timesAsked('matchmaking.propose')).toBe(0);
});

it('says the same where it is refused only when it is sent', async () => {
  whenAsked('matchmaking.previewProposal', preview);
  whenAsked('matchmaking.propose', { ok: false, refusal: 'not-this-pair' });
  await open();
  await press('请两位看看');
  await press('请两位看看');
  expect(screen.getByText('这两位暂不适合互相介绍。原因可能有很多，系统不会说是哪一种')).toBeTruthy();
});

it('says which sentence did not pass, and sends it anew under the same key', async () => {
  whenAsked('matchmaking.previewProposal', preview);
  const fields = [{ path: 'wordsToOther', problem: 'characters' as const }];
  whenAsked('matchmaking.propose', { ok: false, refusal: 'words-refused', fields }, proposed);
  await open();
  type('写给小周的一句话', '加我看盘');
  await press('请两位看看');
  await press('请两位看看');
  expect(screen.getByText('这句话没有通过检查，请换一种说法')).toBeTruthy();
  const first = sent('matchmaking.propose');
  type('写给小周的一句话', '您看看');
  await press('请两位看看');
  await press('请两位看看');
  const key = (wish: unknown) => (wish as { requestKey: string }).requestKey;
  expect(key(sent('matchmaking.propose'))).toBe(key(first));
});

it('says of one who has enough this week that it is not urgent', async () => {
  whenAsked('matchmaking.previewProposal', { ok: false, refusal: 'week-full' });
  await open();
  expect(screen.getByText('其中一位这一周的介绍已经够多，过几天再来。不着急')).toBeTruthy();
});
