import { CardNumber, CaseId, UnionId } from '@contract/ids';
import type { MembershipView } from '@contract/membership';
import { EpochMs, ShanghaiDay } from '@contract/time';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import MembershipPage from '../pages/membership';

const at = (text: string) => EpochMs.parse(Date.parse(text));
const weifang = UnionId.parse('weifang');

const aMembership = (different: Partial<MembershipView> = {}): MembershipView => ({
  state: 'active',
  unionId: UnionId.parse('beicai'),
  unionName: '北蔡镇总工会',
  cardNumber: CardNumber.parse('202612345678'),
  since: at('2026-03-09T14:00:00+08:00'),
  transfer: null,
  history: [{ step: 'approve', at: at('2026-03-09T14:00:00+08:00'), office: '北蔡镇总工会', note: null }],
  may: { requestTransfer: true, cancelTransfer: false, leave: true },
  ...different,
});

const clock = {
  caseId: CaseId.parse(`transfer-accept:p${'A'.repeat(22)}:1`),
  office: '潍坊新村街道总工会',
  since: at('2026-11-20T10:00:00+08:00'),
  dueAt: at('2099-12-05T00:00:00+08:00'),
  dueDay: ShanghaiDay.parse('2099-12-04'),
  workingDaysLeft: 9,
  upperOffice: '浦东新区总工会',
  timesMovedUp: 0,
};

const moving = aMembership({
  state: 'transferring',
  transfer: {
    fromName: '北蔡镇总工会',
    toName: '潍坊新村街道总工会',
    requestedAt: at('2026-11-20T10:00:00+08:00'),
    release: { office: '北蔡镇总工会', confirmedAt: at('2026-11-21T09:30:00+08:00'), clock: null },
    accept: { office: '潍坊新村街道总工会', confirmedAt: null, clock },
  },
  may: { requestTransfer: false, cancelTransfer: true, leave: true },
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const answerSheet = (name: string) =>
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name }));
const reason = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '转会原因' });

async function chooseWeifang() {
  whenAsked('member.searchUnions', {
    ok: true,
    value: {
      unions: [{ unionId: weifang, name: '潍坊新村街道总工会', level: 'street', parentName: '浦东新区总工会' }],
    },
  });
  render(<MembershipPage />);
  fireEvent.click(await screen.findByRole('button', { name: '申请转会' }));
  fireEvent.click(await screen.findByRole('button', { name: /^潍坊新村街道总工会/ }));
}

beforeEach(() => {
  // A day of another year is written with its year.
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-23T10:00:00+08:00'));
  resetServer();
  resetPhone();
  phone.path = 'features/member/pages/membership/index';
});
afterEach(() => jest.restoreAllMocks());

it('leads somebody who is no member to enrolling', async () => {
  whenAsked('member.showMembership', { ok: false, refusal: 'not-a-member' });
  render(<MembershipPage />);
  fireEvent.click(await screen.findByRole('button', { name: '申请入会' }));
  expect(phone.opened[0]?.url).toBe('/features/member/pages/enrol/index');
});

it('asks for a reason before a transfer, then sends it once', async () => {
  whenAsked('member.showMembership', { ok: true, value: aMembership() }, { ok: true, value: moving });
  whenAsked('member.requestTransfer', { ok: true, value: moving });
  await chooseWeifang();
  press('提交转会申请');
  expect(screen.getByRole('alert').textContent).toBe('请填写这一项');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  fireEvent.change(reason(), { target: { value: '换到潍坊新村送快递' } });
  press('提交转会申请');
  answerSheet('提交转会申请');
  expect(await screen.findByText('新工会接收')).toBeTruthy();
  expect(asked.filter(({ name }) => name === 'member.requestTransfer').map(({ input }) => input)).toEqual([
    { toUnionId: 'weifang', reason: '换到潍坊新村送快递' },
  ]);
});

it('keeps the union and the reason when the line is dead', async () => {
  whenAsked('member.showMembership', { ok: true, value: aMembership() });
  whenAsked('member.requestTransfer', 'no-network');
  await chooseWeifang();
  fireEvent.change(reason(), { target: { value: '搬家' } });
  press('提交转会申请');
  answerSheet('提交转会申请');
  expect(await screen.findByText('网络不可用，请检查网络后重试')).toBeTruthy();
  expect(reason().value).toBe('搬家');
  expect(screen.getByRole('button', { name: /^潍坊新村街道总工会/ })).toBeTruthy();
});

it('tells of both unions who has said yes and how long the other still has', async () => {
  whenAsked('member.showMembership', { ok: true, value: moving });
  render(<MembershipPage />);
  expect(await screen.findByText('会员卡在此期间照常有效。')).toBeTruthy();
  expect(screen.getByText('11月21日（周六）09:30')).toBeTruthy();
  expect(screen.getByText('还剩9个工作日，12月4日（周五）到期')).toBeTruthy();
});

it('lets nobody leave by accident', async () => {
  whenAsked('member.showMembership', { ok: true, value: aMembership() });
  render(<MembershipPage />);
  fireEvent.click(await screen.findByRole('button', { name: '退出工会' }));
  answerSheet('保留会籍');
  expect(await screen.findByRole('button', { name: '退出工会' })).toBeTruthy();
  expect(timesAsked('member.leave')).toBe(0);
});

it('says goodbye with the day of deletion and a way on', async () => {
  whenAsked('member.showMembership', { ok: true, value: aMembership() });
  whenAsked('member.leave', { ok: true, value: { leftAt: at('2026-11-20T10:00:00+08:00') } });
  render(<MembershipPage />);
  fireEvent.click(await screen.findByRole('button', { name: '退出工会' }));
  answerSheet('退出工会');
  expect(await screen.findByText(/将于2026年12月20日删除/)).toBeTruthy();
  press('回到首页');
  expect(phone.opened[0]).toEqual({ by: 'switchTab', url: '/pages/home/index' });
});
