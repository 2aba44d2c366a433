import type { AnswerFor } from '@contract/contracts';
import { StationId, VolunteerNo } from '@contract/ids';
import { fireEvent, render, screen } from '@testing-library/react';
import { shiftNow } from '../../../../testing/a-shift';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { BookSheet } from './book-sheet';
import { PeopleDesk } from './people-desk';

const stationId = StationId.parse('caolu-1');
type Book = AnswerFor<'duty.showBook'>;
const entry = (seq: number, about: object = {}) => ({
  seq, kind: 'shift', day: '2026-11-20', stationId: 'caolu-1', stationName: '曹路镇户外职工驿站', title: '上午班', shiftId: null, minutes: 232,
  mix: [{ evidence: 'rotating-code', minutes: 232 }], corrects: null, correctedBy: null, enteredBy: null, confirmedBy: null,
  reason: null, at: shiftNow, ...about,
}); // prettier-ignore
const book = (entries: readonly object[], next: number | null = null, certificates: readonly object[] = []): Book =>
  ({ ok: true, value: { name: '李桂芬', entries, next, total: 232, mix: [], certificates } }) as unknown as Book;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <BookSheet stationId={stationId} number={VolunteerNo.parse('V00000001')} />
    </Screen>,
  );
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
  globalThis.scrollTo = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

it('enters missing hours across midnight, and says that a second person must confirm', async () => {
  whenAsked('duty.showBook', book([]));
  whenAsked('duty.enterHours', { ok: true, value: { claimId: 'w00000000001' } } as AnswerFor<'duty.enterHours'>);
  await open();
  await press('补录漏记的时长');
  expect(screen.getByText(/要另一位同事确认才算数/)).toBeTruthy();
  type('哪一天', '2026-11-20');
  type('几点到岗', '20:00');
  type('几点离岗', '02:00');
  await press('交同事确认');
  expect(timesAsked('duty.enterHours')).toBe(0);
  type('原因', '手机没电');
  await press('交同事确认');
  expect(sent('duty.enterHours')).toMatchObject({
    number: 'V00000001',
    stationId: 'caolu-1',
    corrects: null,
    from: Date.parse('2026-11-20T20:00:00+08:00'),
    until: Date.parse('2026-11-21T02:00:00+08:00'),
    title: '驿站值守',
  });
  expect(screen.getByText('已经记下，等另一位同事确认')).toBeTruthy();
});

it('corrects an entry to nothing, and only those that were not corrected before', async () => {
  whenAsked('duty.showBook', book([entry(2), entry(1, { correctedBy: 3 })]));
  whenAsked('duty.enterHours', { ok: false, refusal: 'corrected-already' });
  await open();
  expect(screen.queryByRole('button', { name: '更正第 1 条' })).toBeNull();
  expect(screen.getByText('已由第 3 条更正，不再计入')).toBeTruthy();
  await press('更正第 2 条');
  fireEvent.click(screen.getByRole('switch', { name: /这一条不算/ }));
  type('原因', '这天她请假了');
  await press('交同事确认');
  const midnight = Date.parse('2026-11-20T00:00:00+08:00');
  expect(sent('duty.enterHours')).toMatchObject({ corrects: 2, from: midnight, until: midnight });
  expect(screen.getByText('这条记录已经更正过了，请更正最新的那一条')).toBeTruthy();
});

it('reads older entries only when asked for', async () => {
  whenAsked('duty.showBook', book([entry(3)], 3), book([entry(2), entry(1)]));
  await open();
  expect(timesAsked('duty.showBook')).toBe(1);
  await press('再看一些');
  expect(sent('duty.showBook')).toEqual({ number: 'V00000001', before: 3 });
  expect(screen.getAllByRole('button', { name: /^更正第/ })).toHaveLength(3);
});

it('lists the volunteers of a station, and hands the month over as a file', async () => {
  const li = { number: 'V00000001', name: '李桂芬', calledName: '李阿姨', state: 'accepted', skills: [], since: 0, weekMinutes: 240, notTheirs: [] }; // prettier-ignore
  whenAsked('duty.listVolunteers', {
    ok: true,
    value: { volunteers: [li] },
  } as unknown as AnswerFor<'duty.listVolunteers'>);
  whenAsked('duty.exportMonth', {
    ok: true,
    value: { fileName: 'caolu-1-2026-10.csv', csv: 'x', volunteers: 1, minutes: 5 },
  });
  const kept: string[] = [];
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    kept.push(this.download);
  });
  render(
    <Screen title="">
      <PeopleDesk stationId={stationId} />
    </Screen>,
  );
  await settle();
  fireEvent.change(screen.getByLabelText('哪个月'), { target: { value: '2026-10' } });
  await press('下载表格');
  expect(sent('duty.exportMonth')).toEqual({ stationId: 'caolu-1', month: '2026-10' });
  expect(kept).toEqual(['caolu-1-2026-10.csv']);
  await press('看李桂芬的时长');
  expect(phone.opened.at(-1)?.url).toBe('/features/duty/pages/book/index?id=caolu-1&no=V00000001');
});

it('revokes a certificate with a reason, which whoever checks it reads', async () => {
  const paper = (about: object = {}) => ({
    code: '7K2M9Q4TXHJB', certificateId: 'w00000000001', state: 'issued', name: '李桂芬', document: null, volunteerNo: 'V00000001',
    from: '2026-09-28', until: '2026-11-22', minutes: 232, mix: [], content: [], issuer: null, number: 'caolu-2026-7K2M9Q',
    issuedOn: '2026-11-23', reason: null, ...about,
  }); // prettier-ignore
  const revoked = paper({ state: 'revoked', reason: '时长更正过' });
  whenAsked('duty.showBook', book([entry(1)], null, [paper()]), book([entry(1)], null, [revoked]));
  whenAsked('duty.revokeCertificate', {
    ok: true,
    value: { certificate: revoked },
  } as unknown as AnswerFor<'duty.revokeCertificate'>);
  await open();
  await press('撤销这份证明 caolu-2026-7K2M9Q');
  await press('撤销这份证明');
  expect(timesAsked('duty.revokeCertificate')).toBe(0);
  fireEvent.change(screen.getByLabelText(/原因/), { target: { value: '时长更正过' } });
  await press('撤销这份证明');
  expect(sent('duty.revokeCertificate')).toEqual({ certificateId: 'w00000000001', reason: '时长更正过' });
  expect(screen.getByText('已撤销')).toBeTruthy();
  expect(screen.getByText('原因：时长更正过')).toBeTruthy();
});
