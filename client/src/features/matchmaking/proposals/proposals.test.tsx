import type { AnswerFor } from '@contract/contracts';
import { UnionId } from '@contract/ids';
import { render, screen } from '@testing-library/react';
import { aStudioProposal, benchNow } from '../../../../testing/a-bench';
import { press, sent, settle } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { ProposalsDesk } from './proposals-desk';

type Listed = AnswerFor<'matchmaking.listStudioProposals'>;
const listed = (...items: readonly object[]): Listed => ({ ok: true, value: { items, next: null } }) as Listed;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <ProposalsDesk studioId={UnionId.parse('beicai')} />
    </Screen>,
  );
  await settle();
};
const noName = { profileId: null, calledName: '' };

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(benchNow);
});
afterEach(() => jest.restoreAllMocks());

it('says of an open proposal when both hear, and nothing of answers', async () => {
  whenAsked('matchmaking.listStudioProposals', listed(aStudioProposal()));
  await open();
  expect(screen.getByText('小林 和 小周')).toBeTruthy();
  expect(screen.getByText('11月28日（周六）20:00以前都可以答')).toBeTruthy();
});

it('says of one that has ended that it has, and of nobody who it was', async () => {
  const ended = aStudioProposal({ state: 'ended', one: noName, other: noName, mayWithdraw: false });
  whenAsked('matchmaking.listStudioProposals', listed(ended));
  await open();
  expect(screen.getByText('这次介绍已经结束')).toBeTruthy();
  expect(screen.queryByText(/称呼待看|和/)).toBeNull();
  expect(screen.queryByRole('button', { name: /看|撤回/ })).toBeNull();
});

it('withdraws after asking, and reads the list anew', async () => {
  const ended = aStudioProposal({ state: 'ended', mayWithdraw: false });
  whenAsked('matchmaking.listStudioProposals', listed(aStudioProposal()), listed(ended));
  whenAsked('matchmaking.withdrawProposal', { ok: true, value: { state: 'ended' } });
  await open();
  await press('撤回：小林 和 小周');
  await press('保留');
  expect(timesAsked('matchmaking.withdrawProposal')).toBe(0);
  await press('撤回：小林 和 小周');
  await press('撤回');
  expect(sent('matchmaking.withdrawProposal')).toEqual({ proposalId: 'q00000000001' });
  expect(screen.queryByText('小林 和 小周')).toBeNull();
});

it('says that its hour has come where one withdraws too late', async () => {
  whenAsked('matchmaking.listStudioProposals', listed(aStudioProposal()));
  whenAsked('matchmaking.withdrawProposal', { ok: false, refusal: 'too-late' });
  await open();
  await press('撤回：小林 和 小周');
  await press('撤回');
  expect(screen.getByText('已经到了揭晓的时间，不能撤回了')).toBeTruthy();
});

it('leads to the pool where nobody was ever proposed', async () => {
  whenAsked('matchmaking.listStudioProposals', listed());
  await open();
  await press('去资料库看看');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/pool/index?id=beicai');
});
