import { Notice } from '@contract/notice';
import { wayOf } from './notice-way';

const told = (kind: string, about: object = {}): Notice =>
  Notice.parse({
    noticeId: 'n1',
    kind,
    at: 1,
    isRead: false,
    subject: '上午班',
    eventId: null,
    shiftId: null,
    stationId: null,
    proposalId: null,
    when: null,
    words: null,
    ...about,
  });
const shiftId = 'd00000000001';
const stationId = 'caolu-1';

it.each(['shift-assigned', 'shift-tomorrow', 'standby-called', 'shift-missed', 'clock-forgotten'])(
  'leads from %s to the shift',
  (kind) => {
    expect(wayOf(told(kind, { shiftId, stationId }))).toEqual({ to: 'shift', parameters: { id: shiftId } });
  },
);

it.each(['swap-asked', 'swap-answered', 'volunteer-answered'])('leads from %s to the page of the volunteer', (kind) => {
  expect(wayOf(told(kind, { shiftId, stationId }))).toEqual({ to: 'volunteer', parameters: {} });
});

it.each(['shift-gap', 'shift-late'])('leads the head from %s to the board of the station', (kind) => {
  expect(wayOf(told(kind, { shiftId, stationId }))).toEqual({ to: 'dutyBoard', parameters: { id: stationId } });
});

it('leads the head from an exchange to everything that waits', () => {
  expect(wayOf(told('swap-waits-for-head', { stationId }))).toEqual({ to: 'waiting', parameters: {} });
});

it.each(['hours-entered', 'certificate-answered', 'certificate-revoked'])('leads from %s to the own hours', (kind) => {
  expect(wayOf(told(kind, { stationId }))).toEqual({ to: 'hours', parameters: {} });
});

it('leads whoever wrote hours to the books of the station', () => {
  expect(wayOf(told('hours-answered', { stationId }))).toEqual({ to: 'dutyBook', parameters: { id: stationId } });
});

it('leads a steward to the stations that they look after', () => {
  expect(wayOf(told('steward-answered', { stationId }))).toEqual({ to: 'stewardships', parameters: {} });
});

it.each(['supply-expired', 'incident-reported', 'need-reported'])(
  'leads from %s to what is to be done at the station',
  (kind) => {
    expect(wayOf(told(kind, { shiftId, stationId }))).toEqual({ to: 'dutyTasks', parameters: { id: stationId } });
  },
);

it.each(['match-proposed', 'match-mutual', 'match-follow-up'])('leads from %s to the proposal', (kind) => {
  const proposalId = 'q00000000001';
  expect(wayOf(told(kind, { proposalId }))).toEqual({ to: 'proposal', parameters: { id: proposalId } });
});

it.each(['match-held-answered', 'match-expiring', 'match-expired'])('leads from %s to the own profile', (kind) => {
  expect(wayOf(told(kind))).toEqual({ to: 'matchProfile', parameters: {} });
});

it('leads whoever was taken out of the pool to the studio, where it says whom to ask', () => {
  expect(wayOf(told('match-removed'))).toEqual({ to: 'studio', parameters: {} });
});

it.each(['sitting-tomorrow', 'sitting-called-off', 'sitting-missed'])('leads from %s to the sittings', (kind) => {
  expect(wayOf(told(kind))).toEqual({ to: 'sittings', parameters: {} });
});

it.each(['mixer-cards', 'mixer-told'])('leads from %s to the numbers and cards of that mixer', (kind) => {
  const eventId = 'e00000000001';
  expect(wayOf(told(kind, { eventId }))).toEqual({ to: 'mixer', parameters: { id: eventId } });
});

it('leads an administrator to the reports, and whoever reported nowhere: the answer stands there', () => {
  expect(wayOf(told('match-report-made'))).toEqual({ to: 'matchReports', parameters: {} });
  expect(wayOf(told('match-report-answered', { words: '已经处理' }))).toBeNull();
});

it('leads from what is told of an event to the event', () => {
  const eventId = 'e00000000001';
  expect(wayOf(told('event-moved', { eventId }))).toEqual({ to: 'event', parameters: { id: eventId } });
});

it('leads nowhere from what is about nothing to see', () => {
  expect(wayOf(told('event-message'))).toBeNull();
});
