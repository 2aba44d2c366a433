/** What the functions answer to a volunteer who looks for shifts, has some, and is asked for an exchange. */
import type { Answers } from './answers';

const now = Date.now();
const HOUR_MS = 3_600_000;

const shift = (nth: number, startsAt: number) => ({
  shiftId: `d000000000${String(nth).padStart(2, '0')}`, state: 'planned' as const, title: '上午班', stationId: 'jinqiao-99',
  stationName: '金桥镇户外职工爱心接力站', street: '金桥镇', address: '巨峰路868号', startsAt, endsAt: startsAt + 4 * HOUR_MS,
  needs: [{ role: 'door' as const, count: 2, skill: null, free: 1 }, { role: 'first-aid' as const, count: 1, skill: 'first-aid' as const, free: 1 }],
  standbyFree: 1,
}); // prettier-ignore
const own = (nth: number, hours: number, state: 'held' | 'served' = 'held') => ({
  shift: shift(nth, now + hours * HOUR_MS), role: 'door' as const, state, isStandby: false, isCalled: false, mayRelease: true,
  releaseUntil: now + (hours - 20) * HOUR_MS, mayClockInFrom: now + (hours - 0.5) * HOUR_MS, excuse: null,
}); // prettier-ignore
const ahead = (nth: number) => own(nth, 24 + 48 * nth);
const swap = {
  swapId: 'w00000000001', state: 'asked' as const, isOwn: false, from: { number: 'V00000002', calledName: '张阿姨' },
  to: { number: 'V00000001', calledName: '李阿姨' }, given: shift(1, now + 60 * HOUR_MS), wanted: shift(2, now + 120 * HOUR_MS),
  askedAt: now - HOUR_MS, until: now + 58 * HOUR_MS, undoUntil: null,
}; // prettier-ignore
const colleagues = ['李阿姨', '张师傅'].map((calledName, nth) => ({
  number: `V0000000${nth + 1}`, calledName, role: 'door' as const, state: 'held' as const, isSelf: nth === 0,
})); // prettier-ignore

const mix = [{ evidence: 'rotating-code' as const, minutes: 2_400 }, { evidence: 'staff-entry' as const, minutes: 120 }]; // prettier-ignore
const entry = (seq: number) => ({
  seq, kind: 'shift' as const, day: '2026-11-20', stationId: 'jinqiao-99', stationName: '金桥镇户外职工爱心接力站', title: '上午班', shiftId: `d000000000${seq}`,
  minutes: 240, mix, corrects: null, correctedBy: null, enteredBy: null, confirmedBy: null, reason: null, at: now - 24 * HOUR_MS,
}); // prettier-ignore
const certificate = {
  code: '7K2M9Q4TXHJB', certificateId: 'w00000000001', state: 'issued' as const, name: '李桂芬', document: null, volunteerNo: 'V00000001', from: '2026-10-01',
  until: '2026-11-20', minutes: 2_520, mix, content: ['金桥镇户外职工爱心接力站 驿站值守（10次）'], number: 'jinqiao-2026-7K2M9Q', issuedOn: '2026-11-21', reason: null,
  issuer: { unionName: '金桥镇总工会', responsible: '陆敏', handler: '沈建国', contact: '021-58600000' },
}; // prettier-ignore

export const volunteerAnswers: Answers = {
  'duty.listOwnHours': {
    entries: Array.from({ length: 30 }, (_, nth) => entry(40 - nth)), next: 11, thisYear: 2_520, total: 9_000, mix, certificates: [certificate],
  },
  'duty.showVolunteer': {
    volunteer: {
      number: 'V00000001', state: 'accepted', calledName: '李阿姨', nameWaits: false, stationId: 'jinqiao-99', birthYear: 1960, skills: ['phones'],
      thanks: true, stationName: '金桥镇户外职工爱心接力站', since: now - 9_000 * HOUR_MS,
    },
    next: ahead(0), swapsAsked: 1,
  },
  'duty.listOwnShifts': {
    upcoming: [0, 1, 2, 3, 4, 5].map(ahead), past: [1, 2, 3, 4, 5, 6, 7, 8].map((nth) => own(10 + nth, -48 * nth, 'served')), swaps: [swap],
  },
  'duty.listOpenShifts': {
    shifts: Array.from({ length: 20 }, (_, nth) => ({
      ...shift(nth, now + (20 + 12 * nth) * HOUR_MS), distanceM: 300 * nth, notMine: nth % 4 === 0 ? ['overlaps' as const, 'day-full' as const] : [], isCall: nth % 5 === 1,
    })),
    next: 'mark',
  },
  'duty.showShift': {
    shift: shift(1, now + 60 * HOUR_MS), place: { longitude: 121.59, latitude: 31.283 }, phone: '021-50312351', colleagues, own: own(1, 60),
    notMine: [], swaps: [swap], releaseHours: 20, swapNeedsHead: true,
  },
}; // prettier-ignore

export const volunteerParameters: Readonly<Record<string, string>> = {
  'features/duty/pages/shift/index': '?id=d00000000001',
  'features/duty/pages/certificate/index': '?id=w00000000001',
};
