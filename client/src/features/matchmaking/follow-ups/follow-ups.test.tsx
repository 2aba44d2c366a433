import type { AnswerFor } from '@contract/contracts';
import { UnionId } from '@contract/ids';
import { render, screen } from '@testing-library/react';
import { aFollowUp, benchNow } from '../../../../testing/a-bench';
import { press, sent, settle } from '../../../../testing/press';
import { resetServer, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { FollowUpsDesk } from './follow-ups-desk';

type Listed = AnswerFor<'matchmaking.listFollowUps'>;
const listed = (due: readonly object[], later: readonly object[] = []): Listed =>
  ({ ok: true, value: { due, later } }) as Listed;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <FollowUpsDesk studioId={UnionId.parse('beicai')} />
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

it('says whom to ask now and whom later, and marks one stage of one person', async () => {
  const later = aFollowUp({ stage: 'weeks', dueAt: benchNow + 18 * 86_400_000 });
  whenAsked('matchmaking.listFollowUps', listed([aFollowUp()], [later]), listed([], [later]));
  whenAsked('matchmaking.doneFollowUp', { ok: true, value: { done: true } });
  await open();
  expect(screen.getByText('和小周，三天回访')).toBeTruthy();
  expect(screen.getByText('2026年12月11日起')).toBeTruthy();
  await press('小林的三天回访，问过了');
  expect(sent('matchmaking.doneFollowUp')).toEqual({ proposalId: 'q00000000001', side: 'one', stage: 'days' });
  expect(screen.getByText('今天没有')).toBeTruthy();
});

it('leads to no profile where somebody of a mixer has none', async () => {
  whenAsked('matchmaking.listFollowUps', listed([aFollowUp({ profileId: null })]));
  await open();
  expect(screen.queryByRole('button', { name: /资料/ })).toBeNull();
});

it('says that somebody wants to be asked no more, and reads the list anew', async () => {
  whenAsked('matchmaking.listFollowUps', listed([aFollowUp()]), listed([]));
  whenAsked('matchmaking.doneFollowUp', { ok: false, refusal: 'not-due' });
  await open();
  await press('小林的三天回访，问过了');
  expect(screen.getByText('现在没有要回访的')).toBeTruthy();
});
