/** What the functions answer to a volunteer at a station. */
import type { Answers } from './answers';

const now = Date.now();
const HOUR_MS = 3_600_000;
const shiftId = 'd00000000001';
const stationId = 'jinqiao-99';
const codes = ['aircon', 'fridge', 'water', 'charging', 'seating', 'microwave', 'toilet', 'wifi', 'first-aid'] as const;

/** Of somebody on duty since an hour, with a full shelf. */
const shift = {
  shiftId, state: 'planned' as const, title: '上午班', stationId, stationName: '金桥镇户外职工爱心接力站', street: '金桥镇', address: '巨峰路868号',
  startsAt: now - HOUR_MS, endsAt: now + 3 * HOUR_MS, needs: [{ role: 'door' as const, count: 2, skill: null, free: 0 }], standbyFree: 1,
}; // prettier-ignore
const colleagues = ['李阿姨', '张师傅', '王老师'].map((calledName, nth) => ({
  number: `V0000000${nth + 1}`, calledName, role: 'door' as const, state: 'on-duty' as const, isSelf: nth === 0,
})); // prettier-ignore

const shelfLine = (nth: number) => ({
  code: `own-${nth}`, name: `货架上的东西 ${nth}`, unit: '瓶', isMedicine: nth % 2 === 0, quantity: 3, atLeast: 5, expiresOn: '2027-01-31',
}); // prettier-ignore
const task = {
  facility: null,
  item: null,
  about: null,
  words: null,
  since: now - 30 * HOUR_MS,
  reports: 0,
  claimedBy: null,
};

export const dutyAnswers: Answers = {
  'duty.listTasks': {
    stationName: shift.stationName,
    tasks: [
      ...Array.from({ length: 8 }, (_, nth) => ({ ...task, key: `short:own-${nth}`, kind: 'short' as const, item: shelfLine(nth) })),
      { ...task, key: 'facility:microwave', kind: 'facility', facility: 'microwave', reports: 0, claimedBy: { calledName: '李阿姨', isSelf: true, at: now } },
      { ...task, key: 'cleaning:floor', kind: 'cleaning', about: 'floor' },
    ],
    done: Array.from({ length: 10 }, (_, nth) => ({ key: 'cleaning:toilet', about: 'toilet', calledName: '张师傅', at: now - nth * 20 * HOUR_MS })),
  }, // prettier-ignore
  'duty.listStewardships': {
    stewardships: [0, 1, 2].map((nth) => ({
      stewardId: `w0000000000${nth}`, stationId, stationName: shift.stationName, calledName: '小王', state: 'accepted' as const, since: now - 900 * HOUR_MS, closed: 4, tasks: nth,
    })),
  }, // prettier-ignore
  'duty.showDuty': {
    shift, role: 'door', state: 'on-duty', mayClockInFrom: now - 1.5 * HOUR_MS, mayClockInUntil: now + 3 * HOUR_MS,
    clockedInAt: now - HOUR_MS, clockedOutAt: null, evidence: 'rotating-code', minutes: [], colleagues,
    status: { state: 'open', reasons: [{ because: 'on-duty', since: now - HOUR_MS }] },
    facilities: codes.map((code) => ({ code, count: 1, state: 'ok' as const, checkedAt: now - 24 * HOUR_MS })),
    shelf: Array.from({ length: 12 }, (_, nth) => ({
      code: `own-${nth}`, name: `货架上的东西 ${nth}`, unit: '瓶', isMedicine: nth % 2 === 0, quantity: 10, atLeast: 5, expiresOn: '2027-01-31',
    })),
    openingDoneAt: null, closingDoneAt: null, visitors: 3, incidents: 1,
    lastNote: { words: '微波炉要等一等才热，冰水放在第二格。', by: '王师傅', at: now - 12 * HOUR_MS }, ownNote: null, asOf: now,
  }, // prettier-ignore
};

const page = (name: string): string => `features/duty/pages/${name}/index`;

export const dutyParameters: Readonly<Record<string, string>> = {
  [page('on-duty')]: `?id=${shiftId}`,
  [page('tasks')]: `?id=${stationId}`,
};
