import type { AnswerFor } from '@contract/contracts';
import { render, screen } from '@testing-library/react';
import { aShift, aSwap, shiftNow } from '../../../../testing/a-shift';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { WaitingDesk } from './waiting-list';

type Waiting = AnswerFor<'duty.listWaiting'>;
const waiting = (about: object = {}): Waiting => ({
  ok: true,
  value: { volunteers: [], swaps: [], hours: [], certificates: [], stewards: [], excuses: [], ...about },
});
const claim = (about: object = {}) => ({
  claimId: 'w00000000002',
  number: 'V00000003',
  name: '王建国',
  stationName: '曹路镇户外职工驿站',
  from: Date.parse('2026-11-20T08:00:00+08:00'),
  until: Date.parse('2026-11-20T12:00:00+08:00'),
  title: '值班',
  reason: '手机没电',
  entry: null,
  enteredBy: '刘站长',
  isOwnEntry: false,
  at: shiftNow,
  ...about,
});
const certificate = {
  code: null,
  certificateId: 'w00000000004',
  state: 'asked',
  name: '周玉兰',
  document: null,
  volunteerNo: 'V00000006',
  from: '2026-01-01',
  until: '2026-10-31',
  minutes: 7_430,
  mix: [],
  content: ['门口接待，曹路镇户外职工驿站'],
  issuer: null,
  number: null,
  issuedOn: null,
  reason: null,
};
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <WaitingDesk />
    </Screen>,
  );
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
});
afterEach(() => jest.restoreAllMocks());

it('says that nothing waits', async () => {
  whenAsked('duty.listWaiting', waiting());
  await open();
  expect(screen.getByText('没有要答复的事')).toBeTruthy();
});

it('accepts a volunteer at one tap, and reads the list anew', async () => {
  const sun = { number: 'V00000009', name: '孙丽华', stationId: 'caolu-1', stationName: '曹路镇户外职工驿站', skills: [], askedAt: shiftNow, calledName: '孙姐', isVolunteer: false }; // prettier-ignore
  whenAsked('duty.listWaiting', waiting({ volunteers: [sun] }), waiting());
  whenAsked('duty.decideVolunteer', { ok: true, value: { state: 'accepted' } });
  await open();
  expect(screen.getByText('有 1 件事等您答复')).toBeTruthy();
  expect(screen.getByText('想让大家叫：孙姐')).toBeTruthy();
  await press('同意：孙丽华');
  expect(sent('duty.decideVolunteer')).toEqual({ number: 'V00000009', state: 'accepted', calledName: '孙姐' });
  expect(screen.getByText('没有要答复的事')).toBeTruthy();
});

it('asks once more before it says no to an exchange', async () => {
  whenAsked('duty.listWaiting', waiting({ swaps: [aSwap({ state: 'agreed' })] }));
  whenAsked('duty.decideSwap', { ok: false, refusal: 'places-changed' });
  await open();
  await press('不同意：张阿姨和李阿姨换班');
  await press('再想想');
  expect(timesAsked('duty.decideSwap')).toBe(0);
  await press('不同意：张阿姨和李阿姨换班');
  await press('不同意');
  expect(sent('duty.decideSwap')).toEqual({ swapId: 'w00000000001', agree: false });
  expect(screen.getByText('他们的班改过了，换不成了。请他们再约一次')).toBeTruthy();
});

it('lets nobody confirm hours that they wrote themselves', async () => {
  whenAsked('duty.listWaiting', waiting({ hours: [claim({ isOwnEntry: true })] }));
  await open();
  expect(screen.getByText('这一条是您写的，要请另一位同事确认。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /确认/ })).toBeNull();
});

it('wants a reason where hours are not confirmed', async () => {
  whenAsked('duty.listWaiting', waiting({ hours: [claim()] }), waiting());
  whenAsked('duty.decideHours', { ok: true, value: { seq: null } });
  await open();
  expect(screen.getByText('周五 11月20日 8:00–12:00，共 4 小时')).toBeTruthy();
  await press('不确认：王建国：值班');
  await press('不确认');
  expect(timesAsked('duty.decideHours')).toBe(0);
  type('原因', '这天他请假了');
  await press('不确认');
  expect(sent('duty.decideHours')).toEqual({ claimId: 'w00000000002', agree: false, reason: '这天他请假了' });
});

it('issues no certificate without somebody who signs it', async () => {
  whenAsked('duty.listWaiting', waiting({ certificates: [certificate] }));
  whenAsked('duty.issueCertificate', { ok: false, refusal: 'book-broken' });
  await open();
  await press('核对好了，开证明：周玉兰');
  expect(timesAsked('duty.issueCertificate')).toBe(0);
  expect(screen.getAllByText('请填写这一项')).toHaveLength(2);
  type('负责人姓名', '站长王建国');
  type('联系方式', '021-58680000');
  await press('核对好了，开证明：周玉兰');
  expect(sent('duty.issueCertificate')).toMatchObject({
    agree: true,
    responsible: '站长王建国',
    contact: '021-58680000',
  });
  expect(screen.getByText(/核对不上，先不能开/)).toBeTruthy();
});

it('tells why somebody did not come, in their own words', async () => {
  const excuse = { shift: aShift(), number: 'V00000005', name: '赵国强', words: '孙子发烧', saidAt: shiftNow };
  whenAsked('duty.listWaiting', waiting({ excuses: [excuse] }));
  whenAsked('duty.decideShiftExcuse', { ok: false, refusal: 'answered-already' });
  await open();
  expect(screen.getByText('孙子发烧')).toBeTruthy();
  await press('认可：赵国强没来成');
  expect(sent('duty.decideShiftExcuse')).toMatchObject({ number: 'V00000005', accept: true });
  expect(screen.getByText('同事已经答复过了，请刷新看看')).toBeTruthy();
});
