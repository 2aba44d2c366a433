import { EnrolmentView } from '@contract/enrolment';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import StatusPage from '../pages/status';

const since = Date.parse('2026-03-02T10:00:00+08:00');
const clock = {
  caseId: `enrolment:p${'a'.repeat(22)}:1`,
  office: '北蔡镇总工会',
  since,
  dueAt: Date.parse('2026-03-17T00:00:00+08:00'),
  dueDay: '2026-03-16',
  workingDaysLeft: 7,
  upperOffice: '浦东新区总工会',
  timesMovedUp: 0,
};
const form = {
  occupation: null,
  workRelation: null,
  employerName: null,
  employerCode: null,
  workAreaId: null,
  homeAreaId: null,
  name: '赵敏',
  maskedMobile: null,
  documentKind: null,
  maskedNumber: null,
};
const submitted = {
  state: 'submitted',
  form,
  consents: [],
  union: null,
  clock,
  history: [{ step: 'submit', at: since, office: '北蔡镇总工会', reasons: [], note: null }],
  missing: [],
  may: { edit: false, submit: false, withdraw: true },
};
const anEnrolment = (about: object = {}): EnrolmentView => EnrolmentView.parse({ ...submitted, ...about });
const decided = (step: string, reasons: string[], note: string | null = null) => ({
  clock: null,
  history: [...submitted.history, { step, at: since + 86_400_000, office: '北蔡镇总工会', reasons, note }],
  may: { edit: true, submit: true, withdraw: false },
});

const openPage = async (): Promise<void> => {
  render(<StatusPage />);
  await act(async () => Promise.resolve());
};
const press = (name: string): Promise<void> =>
  act(async () => {
    const buttons = screen.getAllByRole('button', { name: new RegExp(`^${name}`) });
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
    await Promise.resolve();
  });

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-05T09:00:00+08:00'));
});
afterEach(() => jest.restoreAllMocks());

it('says who holds the decision, until which day, and where it goes then', async () => {
  whenAsked('member.showEnrolment', { ok: true, value: anEnrolment() });
  await openPage();
  expect(screen.getByRole('heading', { name: '北蔡镇总工会' })).toBeTruthy();
  expect(screen.getByText('剩余7个工作日')).toBeTruthy();
  expect(screen.getByText('最晚3月16日（周一）答复您')).toBeTruthy();
  expect(screen.getByText('到期没有答复，会自动转到浦东新区总工会。')).toBeTruthy();
});

it('says that it has moved up already', async () => {
  whenAsked('member.showEnrolment', {
    ok: true,
    value: anEnrolment({ clock: { ...clock, office: '浦东新区总工会', upperOffice: null, timesMovedUp: 1 } }),
  });
  await openPage();
  expect(screen.getByText(/已经向上转了1次/)).toBeTruthy();
  expect(screen.getByText(/这里已经是最上一级/)).toBeTruthy();
});

it('says 今天截止 on the last day and that time is over after it', async () => {
  const last = { ...clock, workingDaysLeft: 0 };
  whenAsked('member.showEnrolment', { ok: true, value: anEnrolment({ clock: last }) });
  await openPage();
  expect(screen.getByText('今天截止')).toBeTruthy();
  jest.spyOn(Date, 'now').mockReturnValue(clock.dueAt);
  await openPage();
  expect(screen.getByText('已经过了答复期限')).toBeTruthy();
});

it('takes an application back only after asking', async () => {
  whenAsked('member.showEnrolment', { ok: true, value: anEnrolment() });
  whenAsked('member.withdraw', { ok: true, value: { state: 'withdrawn' } });
  await openPage();
  await press('撤回申请');
  await press('继续等待');
  expect(timesAsked('member.withdraw')).toBe(0);
  await press('撤回申请');
  whenAsked('member.showEnrolment', {
    ok: true,
    value: anEnrolment({ state: 'withdrawn', ...decided('withdraw', []) }),
  });
  await press('撤回申请');
  expect(timesAsked('member.withdraw')).toBe(1);
  expect(await screen.findByText('您已经撤回申请')).toBeTruthy();
});

it('shows what to correct and leads there', async () => {
  const returned = { state: 'returned', ...decided('return', ['name-differs'], '名字少一个字') };
  whenAsked('member.showEnrolment', { ok: true, value: anEnrolment(returned) });
  await openPage();
  expect(screen.getAllByText('姓名与证件不一致').length).toBeGreaterThan(0);
  await press('去补正');
  expect(phone.opened[0]?.url).toBe('/features/member/pages/enrol/index');
});

it('tells a member that the application was approved, and leads to the card', async () => {
  const approved = { state: 'approved', ...decided('approve', []) };
  whenAsked('member.showEnrolment', {
    ok: true,
    value: anEnrolment({ ...approved, may: { edit: false, submit: false, withdraw: false } }),
  });
  await openPage();
  expect(screen.getByText('您已经是工会会员')).toBeTruthy();
  await press('查看会员卡');
  expect(phone.opened[0]?.url).toBe('/features/member/pages/card/index');
});

it('tells somebody who left the union so, and leads to a new application', async () => {
  const left = { state: 'approved', ...decided('approve', []) };
  whenAsked('member.showEnrolment', {
    ok: true,
    value: anEnrolment({ ...left, may: { edit: true, submit: false, withdraw: false } }),
  });
  await openPage();
  expect(screen.getByText('您已退出工会')).toBeTruthy();
  expect(screen.queryByText('您已经是工会会员')).toBeNull();
  expect(screen.queryByRole('button', { name: '查看会员卡' })).toBeNull();
  await press('重新申请');
  expect(phone.opened[0]?.url).toBe('/features/member/pages/enrol/index');
});

it('sends a member of another union to the transfer, not to a second application', async () => {
  const refused = { state: 'refused', ...decided('refuse', ['member-elsewhere']) };
  whenAsked('member.showEnrolment', { ok: true, value: anEnrolment(refused) });
  await openPage();
  expect(screen.queryByRole('button', { name: /重新申请/ })).toBeNull();
  await press('查看会籍与转会');
  expect(phone.opened[0]?.url).toBe('/features/member/pages/membership/index');
});
