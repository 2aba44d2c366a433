import type { ApplicationView } from '@contract/application';
import { CaseId, CardNumber, UnionId } from '@contract/ids';
import { EpochMs, ShanghaiDay } from '@contract/time';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../testing/server';
import { hidePage, resetPhone } from '../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { CaseDesk } from './case-desk';

const caseId = CaseId.parse('enrolment:pAAAAAAAAAAAAAAAAAAAAAA:1');
const nextId = CaseId.parse('enrolment:pBBBBBBBBBBBBBBBBBBBBBB:1');
const at = (text: string) => EpochMs.parse(Date.parse(text));

const anApplication = (different: Partial<ApplicationView> = {}): ApplicationView => ({
  caseId,
  kind: 'enrolment',
  open: true,
  clock: {
    caseId,
    office: '北蔡镇总工会',
    since: at('2026-11-20T10:00:00+08:00'),
    dueAt: at('2099-12-05T00:00:00+08:00'),
    dueDay: ShanghaiDay.parse('2099-12-04'),
    workingDaysLeft: 9,
    upperOffice: '浦东新区总工会',
    timesMovedUp: 0,
  },
  name: '赵敏',
  maskedMobile: '139****0002',
  documentKind: 'id-card',
  maskedNumber: '310115********0024',
  age: 38,
  occupation: 'domestic',
  workRelation: null,
  employerName: null,
  employerCode: null,
  workArea: '北蔡镇',
  homeArea: null,
  union: {
    choice: { unionId: UnionId.parse('beicai'), name: '北蔡镇总工会', level: 'street', rule: 'work-area' },
    recommended: false,
    reason: '离家近',
  },
  transfer: null,
  leftWhileSuspended: false,
  signedVersion: '2023-charter',
  submittedAt: at('2026-11-20T10:00:00+08:00'),
  history: [{ act: 'opened', at: at('2026-11-20T10:00:00+08:00'), office: '北蔡镇总工会', by: null }],
  may: { decide: true },
  ...different,
});

const decidedByColleague = anApplication({
  open: false,
  clock: null,
  may: { decide: false },
  history: [
    ...anApplication().history,
    { act: 'approved', at: at('2026-11-21T09:30:00+08:00'), office: '北蔡镇总工会', by: '周磊' },
  ],
});

const show = () =>
  render(
    <Screen title="申请详情" staff>
      <CaseDesk caseId={caseId} onOpen={() => undefined} />
    </Screen>,
  );
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const tick = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));

beforeEach(() => {
  resetServer();
  resetPhone();
  whenAsked('review.listPending', { ok: true, value: { items: [], next: null } });
});
afterEach(() => jest.useRealTimers());

it('approves only when all three points are ticked, and once however often one presses', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication() });
  whenAsked('member.approve', {
    ok: true,
    value: { cardNumber: CardNumber.parse('202612345678'), decidedAt: at('2026-11-21T09:30:00+08:00') },
  });
  show();
  await screen.findByRole('heading', { name: '赵敏' });
  choose(/^批准入会/);
  tick(/符合条件/);
  tick(/本人自愿/);
  press('批准入会');
  expect(screen.getByText('三项都核对无误，才能批准')).toBeTruthy();
  expect(timesAsked('member.approve')).toBe(0);
  tick(/手续完备/);
  press('批准入会');
  press('批准入会');
  expect(await screen.findByText('已批准入会，会员证号202612345678')).toBeTruthy();
  expect(timesAsked('member.approve')).toBe(1);
  // Every reading is a look that the person is shown.
  expect(timesAsked('member.showApplication')).toBe(1);
  expect(screen.getByText('已办结')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '查看完整号码' })).toBeNull();
});

it('tells that a colleague decided, and shows by whom and when', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication() }, { ok: true, value: decidedByColleague });
  whenAsked('member.approve', { ok: false, refusal: 'case-decided-already' });
  show();
  await screen.findByRole('heading', { name: '赵敏' });
  choose(/^批准入会/);
  [/符合条件/, /本人自愿/, /手续完备/].forEach(tick);
  press('批准入会');
  expect(await screen.findByText(/已由同事办理/)).toBeTruthy();
  expect(await screen.findByText(/11月21日（周六）09:30，北蔡镇总工会，周磊/)).toBeTruthy();
});

it('keeps what was written when the line is dead', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication() });
  whenAsked('member.sendBack', 'no-network');
  show();
  await screen.findByRole('heading', { name: '赵敏' });
  choose(/^退回补正/);
  tick(/工作情况需要说明/);
  fireEvent.change(screen.getByRole('textbox', { name: '给申请人的说明' }), { target: { value: '请写明雇主' } });
  press('退回补正');
  expect(await screen.findByText('网络不可用，请检查网络后重试')).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '给申请人的说明' }).value).toBe('请写明雇主');
});

it('asks for a reason before sending back, and says at the note that other reasons need one', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication() });
  whenAsked('member.sendBack', { ok: false, refusal: 'note-needed' });
  show();
  await screen.findByRole('heading', { name: '赵敏' });
  choose(/^退回补正/);
  press('退回补正');
  expect(screen.getByText('请至少选择一项')).toBeTruthy();
  expect(timesAsked('member.sendBack')).toBe(0);
  tick(/^其他/);
  press('退回补正');
  expect(await screen.findByText('选择了“其他”，请写明说明')).toBeTruthy();
  expect(asked.find(({ name }) => name === 'member.sendBack')?.input).toEqual({
    caseId,
    reasons: ['other'],
    note: null,
  });
});

it('lets nobody decide on themselves, and says why', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication({ may: { decide: false } }) });
  show();
  expect(await screen.findByText('这是您本人的申请，须由其他工会干事办理。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '批准入会' })).toBeNull();
});

it('shows full numbers only for a purpose, and takes them off the screen after a minute', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication() });
  whenAsked('member.revealNumbers', { ok: true, value: { number: '310115198806150024', mobile: '13900000002' } });
  show();
  await screen.findByText('310115********0024');
  press('查看完整号码');
  press('查看并记录');
  expect(screen.getByText('请先选择查看的目的')).toBeTruthy();
  expect(timesAsked('member.revealNumbers')).toBe(0);
  jest.useFakeTimers();
  choose(/核对证件/);
  press('查看并记录');
  await act(() => jest.advanceTimersByTimeAsync(10));
  expect(screen.getByText('310115198806150024')).toBeTruthy();
  await act(() => jest.advanceTimersByTimeAsync(60_000));
  expect(screen.queryByText('310115198806150024')).toBeNull();
  expect(screen.getByText('310115********0024')).toBeTruthy();
});

it('takes full numbers off the screen when the page is left, even if they come later', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication() });
  whenAsked('member.revealNumbers', { ok: true, value: { number: '310115198806150024', mobile: '13900000002' } });
  show();
  await screen.findByText('310115********0024');
  press('查看完整号码');
  choose(/核对证件/);
  press('查看并记录');
  await screen.findByText('310115198806150024');
  act(hidePage);
  expect(screen.queryByText('310115198806150024')).toBeNull();
  choose(/核对证件/);
  press('查看并记录');
  await waitFor(() => expect(timesAsked('member.revealNumbers')).toBe(2));
  await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
  expect(screen.queryByText('310115198806150024')).toBeNull();
});

it('offers what waits next once this one is decided', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication({ kind: 'transfer-accept' }) });
  whenAsked('member.confirmTransfer', { ok: true, value: { decidedAt: at('2026-11-21T09:30:00+08:00') } });
  whenAsked('review.listPending', {
    ok: true,
    value: {
      items: [
        {
          caseId: nextId,
          kind: 'enrolment',
          maskedName: '王*明',
          occupation: null,
          stationId: null,
          facility: null,
          eventId: null,
          office: '北蔡镇总工会',
          openedAt: at('2026-11-20T10:00:00+08:00'),
          dueAt: at('2099-12-05T00:00:00+08:00'),
          dueDay: ShanghaiDay.parse('2099-12-04'),
          workingDaysLeft: 9,
          countsIn: 'working-days',
          timesMovedUp: 0,
        },
      ],
      next: null,
    },
  });
  show();
  await screen.findByRole('heading', { name: '赵敏' });
  press('同意接收');
  expect(await screen.findByText('已同意接收')).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('button', { name: '办理下一件（王*明）' })).toBeTruthy());
});

it('tells before the decision that the applicant left a union while suspended', async () => {
  whenAsked('member.showApplication', { ok: true, value: anApplication({ leftWhileSuspended: true }) });
  show();
  expect((await screen.findByRole('alert')).textContent).toBe('请先了解情况申请人上次退会时，会籍正处于暂停状态。');
});
