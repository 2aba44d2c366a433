import type { HeldField, OwnDataView } from '@contract/own-data';
import { EpochMs } from '@contract/time';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import OwnDataPage from '../pages/own-data';
import { changesOf, correctionsFrom, groupsOf } from './corrections';

const at = (text: string) => EpochMs.parse(Date.parse(text));

const aField = (field: HeldField['field'], shown: string, different: Partial<HeldField> = {}): HeldField => ({
  field,
  shown,
  purpose: 'membership',
  keptUntil: 'while-member',
  deletedOn: null,
  ...different,
});

const held: HeldField[] = [
  aField('name', '王建军', { keptUntil: 'membership-record' }),
  aField('mobile', '139****0003'),
  aField('document', '310115********0012', { purpose: 'identity-document' }),
  aField('occupation', '快递员'),
  aField('workRelation', 'employed'),
  aField('employer', '圆通速递'),
];

const aView = (different: Partial<OwnDataView> = {}): OwnDataView => ({
  held,
  consents: [
    {
      purpose: 'membership',
      version: '2026-11',
      receiptNo: 'R-1',
      givenAt: at('2026-11-20T10:00:00+08:00'),
      withdrawnAt: null,
    },
  ],
  looks: [],
  may: { correct: true },
  ...different,
});

const textOf = (file: Blob | undefined): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.readAsText(file ?? new Blob());
  });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const mobile = () => screen.getByRole<HTMLInputElement>('textbox', { name: '新的手机号码' });

beforeEach(() => {
  // A day of another year is written with its year.
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-23T10:00:00+08:00'));
  resetServer();
  resetPhone();
  phone.path = 'features/member/pages/own-data/index';
});
afterEach(() => jest.restoreAllMocks());

it('puts together what has one purpose and one end', () => {
  expect(groupsOf(held).map((group) => group.map(({ field }) => field))).toEqual([
    ['name'],
    ['mobile', 'occupation', 'workRelation', 'employer'],
    ['document'],
  ]);
});

it('sends only what differs, and takes an emptied employer off the record', () => {
  const before = correctionsFrom(held);
  expect(before).toEqual({ mobile: '', occupation: 'courier', workRelation: 'employed', employerName: '圆通速递' });
  expect(changesOf(before, before)).toBeNull();
  expect(changesOf(before, { ...before, employerName: ' ' })).toEqual({ employerName: null });
  expect(changesOf(before, { ...before, mobile: '13800138000', occupation: 'food-delivery' })).toEqual({
    mobile: '13800138000',
    occupation: 'food-delivery',
  });
});

it('says what is kept, why and how long, and that nobody has looked', async () => {
  whenAsked('member.showOwnData', { ok: true, value: aView() });
  render(<OwnDataPage />);
  expect(await screen.findByText('310115********0012')).toBeTruthy();
  expect(screen.getByText('用途：核对身份，保证一人只入会一次')).toBeTruthy();
  expect(screen.getByText('保存期限：作为会籍档案长期保存，用来证明您的会籍')).toBeTruthy();
  expect(screen.getByText('还没有人查看过您的资料。')).toBeTruthy();
});

it('says what registering for events leaves, until when, and where the list of them is', async () => {
  whenAsked('member.showOwnData', { ok: true, value: aView() });
  render(<OwnDataPage />);
  expect(await screen.findByText(/^将要参加的和最近一年的报名/)).toBeTruthy();
  const facts = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(facts).toContain('姓名活动后180天删除');
  expect(facts).toContain('孩子的称呼和年龄活动第二天删除');
  expect(facts).toContain('您的回答期限写在报名表的每道题下面，到期删除');
  press('看我的活动');
  expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/event/pages/own/index' }]);
});

it('says who looked and what for', async () => {
  const looks: OwnDataView['looks'] = [
    {
      at: at('2026-11-21T09:30:00+08:00'),
      office: '北蔡镇总工会',
      act: 'reveal',
      about: null,
      purpose: 'compare-document',
    },
  ];
  whenAsked('member.showOwnData', { ok: true, value: aView({ looks }) });
  render(<OwnDataPage />);
  expect(await screen.findByText('查看完整号码，核对证件')).toBeTruthy();
  expect(screen.getByText('11月21日（周六）09:30，北蔡镇总工会')).toBeTruthy();
});

it('says for which event a name was shown or taken away in a table, and keeps the words of staff as they are', async () => {
  const looks: OwnDataView['looks'] = [
    {
      at: at('2026-11-21T09:30:00+08:00'),
      office: '北蔡镇总工会',
      act: 'reveal',
      about: '秋季健康讲座',
      purpose: '通知改期<b>',
    },
    {
      at: at('2026-11-20T09:30:00+08:00'),
      office: '北蔡镇总工会',
      act: 'export',
      about: '亲子手工课',
      purpose: 'compare-document',
    },
  ];
  whenAsked('member.showOwnData', { ok: true, value: aView({ looks }) });
  render(<OwnDataPage />);
  expect(await screen.findByText('查看您在“秋季健康讲座”的报名信息，用于：通知改期<b>')).toBeTruthy();
  expect(screen.getByText('把您列入“亲子手工课”的报名名单并导出，用于：compare-document')).toBeTruthy();
});

it('shows at the field that a number is wrong, sends nothing, and keeps what was typed', async () => {
  whenAsked('member.showOwnData', { ok: true, value: aView() });
  render(<OwnDataPage />);
  await screen.findByText('139****0003');
  press('更正资料');
  fireEvent.change(mobile(), { target: { value: '1380013' } });
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.blur(mobile());
  expect(screen.getByRole('alert').textContent).toBe('手机号码是11位数字，请检查');
  press('保存更正');
  expect(timesAsked('member.correctOwnData')).toBe(0);
  expect(mobile().value).toBe('1380013');
});

it('saves a correction once', async () => {
  whenAsked('member.showOwnData', { ok: true, value: aView() });
  whenAsked('member.correctOwnData', { ok: true, value: aView() });
  render(<OwnDataPage />);
  await screen.findByText('139****0003');
  press('更正资料');
  fireEvent.change(mobile(), { target: { value: '138 0013 8000' } });
  press('保存更正');
  press('保存更正');
  await waitFor(() => expect(screen.queryByRole('textbox', { name: '新的手机号码' })).toBeNull());
  expect(asked.filter(({ name }) => name === 'member.correctOwnData').map(({ input }) => input)).toEqual([
    { mobile: '138 0013 8000' },
  ]);
});

it('tells a member at once that leaving comes first, with the way there, and asks and sends nothing', async () => {
  whenAsked('member.showOwnData', { ok: true, value: aView() });
  render(<OwnDataPage />);
  fireEvent.click(await screen.findByRole('button', { name: /^撤回同意/ }));
  expect(await screen.findByText(/退会时，这项同意会一并撤回/)).toBeTruthy();
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(timesAsked('member.withdrawConsent')).toBe(0);
  fireEvent.click(screen.getAllByRole('button', { name: '去看怎样退会' })[0] as HTMLElement);
  expect(phone.opened[0]?.url).toBe('/features/member/pages/membership/index');
});

it('asks a member first before the consent to notices is taken back', async () => {
  const [membership] = aView().consents;
  const notices = { ...membership, purpose: 'notices', receiptNo: 'R-3' } as OwnDataView['consents'][number];
  whenAsked('member.showOwnData', { ok: true, value: aView({ consents: [notices] }) });
  whenAsked('member.withdrawConsent', { ok: true, value: { receipts: [] } });
  render(<OwnDataPage />);
  fireEvent.click(await screen.findByRole('button', { name: /^撤回同意/ }));
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '撤回同意' }));
  expect(await screen.findByText('同意已撤回')).toBeTruthy();
  expect(timesAsked('member.withdrawConsent')).toBe(1);
});

it('explains to an applicant why a consent cannot be taken back yet, with a way there', async () => {
  whenAsked('member.showOwnData', { ok: true, value: aView({ may: { correct: false } }) });
  whenAsked('member.withdrawConsent', { ok: false, refusal: 'withdraw-application-first' });
  render(<OwnDataPage />);
  fireEvent.click(await screen.findByRole('button', { name: /^撤回同意/ }));
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '撤回同意' }));
  expect(await screen.findByText(/请先撤回申请，再撤回同意/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '去撤回入会申请' }));
  expect(phone.opened[0]?.url).toBe('/features/member/pages/status/index');
});

it('hands the copy over and never shows what is in it', async () => {
  URL.createObjectURL = () => 'blob:copy';
  URL.revokeObjectURL = () => undefined;
  whenAsked('member.showOwnData', { ok: true, value: aView() });
  whenAsked('member.copyOwnData', {
    ok: true,
    value: { fileName: '我的数据.json', json: '{"mobile":"13900000003"}' },
  });
  whenAsked('event.copyOwn', { ok: true, value: { json: '[{"event":"秋季健康讲座","name":"王建军"}]' } });
  whenAsked('matchmaking.copyOwn', { ok: true, value: { json: '{"profile":{"calledName":"小王"}}' } });
  const written: Blob[] = [];
  URL.createObjectURL = (file) => {
    written.push(file as Blob);
    return 'blob:copy';
  };
  render(<OwnDataPage />);
  fireEvent.click(await screen.findByRole('button', { name: '复制我的资料' }));
  expect(await screen.findByText(/文件已保存/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('13900000003');
  expect(document.body.textContent).not.toContain('秋季健康讲座');
  expect(written).toHaveLength(1);
  expect(JSON.parse(await textOf(written[0]))).toEqual({
    mobile: '13900000003',
    events: [{ event: '秋季健康讲座', name: '王建军' }],
    matchmaking: { profile: { calledName: '小王' } },
  });
});

it.each([
  ['events', { ok: false, fault: 'r-7' }, { ok: true, value: { json: '{}' } }],
  ['the matchmaking studio', { ok: true, value: { json: '[]' } }, { ok: false, fault: 'r-7' }],
] as const)('hands no copy over in which %s are missing', async (_, ofEvents, ofMatchmaking) => {
  let files = 0;
  URL.createObjectURL = () => `blob:${(files += 1)}`;
  whenAsked('member.showOwnData', { ok: true, value: aView() });
  whenAsked('member.copyOwnData', { ok: true, value: { fileName: '我的数据.json', json: '{}' } });
  whenAsked('event.copyOwn', ofEvents);
  whenAsked('matchmaking.copyOwn', ofMatchmaking);
  render(<OwnDataPage />);
  fireEvent.click(await screen.findByRole('button', { name: '复制我的资料' }));
  expect(await screen.findByText(/r-7/)).toBeTruthy();
  expect(files).toBe(0);
});
