import type { AnswerFor } from '@contract/contracts';
import { WishId } from '@contract/ids';
import { fireEvent, render, screen } from '@testing-library/react';
import { aMatchCard, benchNow } from '../../../../testing/a-bench';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { ReportDesk } from './report-desk';
import { ReportsDesk } from './reports-desk';

const reportId = 'w00000000001';
const row = (about: object = {}) => ({
  reportId,
  studioId: 'beicai',
  studioName: '北蔡公益红娘工作室',
  reason: 'money',
  state: 'open',
  at: benchNow,
  ...about,
});
type Shown = AnswerFor<'matchmaking.showReport'>;
const shown = (about: object = {}, report: object = {}): Shown =>
  ({
    ok: true,
    value: {
      report: row(report),
      words: '第二天就说要借两万',
      photo: null,
      card: aMatchCard({ calledName: '小周' }),
      calledName: '小周',
      earlier: 1,
      isStillThere: true,
      answer: null,
      ...about,
    },
  }) as unknown as Shown;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <ReportDesk reportId={WishId.parse(reportId)} />
    </Screen>,
  );
  await settle();
};
const choose = async (name: RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('radio', { name }));
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(benchNow);
});
afterEach(() => jest.restoreAllMocks());

it('lists what waits before what was decided, and names nobody', async () => {
  const value = { open: [row()], decided: [row({ reportId: 'w00000000002', state: 'removed', reason: 'selling' })] };
  whenAsked('matchmaking.listReports', { ok: true, value } as AnswerFor<'matchmaking.listReports'>);
  render(
    <Screen title="">
      <ReportsDesk />
    </Screen>,
  );
  await settle();
  await press(/^借钱、要钱/);
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/report/index?id=${reportId}`);
  expect(screen.getByText('已请出资料库')).toBeTruthy();
});

it('shows what was written and what had been shown, and how often it was true before', async () => {
  whenAsked('matchmaking.showReport', shown());
  await open();
  expect(screen.getByText('第二天就说要借两万')).toBeTruthy();
  expect(screen.getByText('举报的是：小周')).toBeTruthy();
  expect(screen.getByText('1 次')).toBeTruthy();
});

it('wants an outcome and an answer, and asks once more before somebody is taken out', async () => {
  whenAsked('matchmaking.showReport', shown(), shown({ answer: '已经处理，谢谢您' }, { state: 'removed' }));
  whenAsked('matchmaking.decideReport', {
    ok: true,
    value: { report: row({ state: 'removed' }) },
  } as unknown as AnswerFor<'matchmaking.decideReport'>);
  await open();
  await press('处理，并答复举报人');
  expect(timesAsked('matchmaking.decideReport')).toBe(0);
  expect(screen.getByText('请选一种处理')).toBeTruthy();
  await choose(/^请出资料库/);
  type('给举报人的答复', '已经处理，谢谢您');
  await press('处理，并答复举报人');
  await press('再想想');
  expect(timesAsked('matchmaking.decideReport')).toBe(0);
  await press('处理，并答复举报人');
  await press('请出资料库');
  expect(sent('matchmaking.decideReport')).toEqual({ reportId, outcome: 'removed', answer: '已经处理，谢谢您' });
  expect(screen.queryByRole('button', { name: '处理，并答复举报人' })).toBeNull();
});

it('dismisses at one tap', async () => {
  whenAsked('matchmaking.showReport', shown());
  whenAsked('matchmaking.decideReport', { ok: false, refusal: 'decided-already' });
  await open();
  await choose(/^没有发现问题/);
  type('给举报人的答复', '核对过了，没有发现问题');
  await press('处理，并答复举报人');
  expect(sent('matchmaking.decideReport')).toMatchObject({ outcome: 'dismissed' });
  expect(screen.getByText('同事已经处理过了，请刷新看看')).toBeTruthy();
});

it('lets somebody in again who was taken out, once it was asked twice', async () => {
  whenAsked('matchmaking.showReport', shown({}, { state: 'removed' }), shown({}, { state: 'readmitted' }));
  whenAsked('matchmaking.readmit', {
    ok: true,
    value: { report: row({ state: 'readmitted' }), mayJoin: true },
  } as unknown as AnswerFor<'matchmaking.readmit'>);
  await open();
  await press('允许重新登记');
  await press('再想想');
  expect(timesAsked('matchmaking.readmit')).toBe(0);
  await press('允许重新登记');
  fireEvent.click(screen.getAllByRole('button', { name: '允许重新登记' }).at(-1) as HTMLElement);
  await settle();
  expect(sent('matchmaking.readmit')).toEqual({ reportId });
  expect(screen.getByText('已允许重新登记')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '允许重新登记' })).toBeNull();
});

it('says that words are kept no longer, and nothing of a proposal that had ended', async () => {
  whenAsked('matchmaking.showReport', shown({ words: '', card: null }, { state: 'removed' }));
  await open();
  expect(screen.getByText('举报的文字和图片已过保存期，删除了。')).toBeTruthy();
  expect(screen.queryByText(/这次介绍已经结束/)).toBeNull();
});

it('leads back to the list from a report that is not the reader’s', async () => {
  whenAsked('matchmaking.showReport', { ok: false, refusal: 'outside-your-unions' });
  await open();
  await press('回到举报列表');
  expect(phone.opened.at(-1)?.by).toBe('redirectTo');
});
