/** What the functions answer to the head of a station who looks at its week, and at what waits. */
import type { Answers } from './answers';

const now = Date.now();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const stationId = 'jinqiao-99';
const stationName = '金桥镇户外职工爱心接力站';
/** Midnight of this week's Monday in Shanghai. */
const monday = (() => {
  const today = Math.floor((now + 8 * HOUR_MS) / DAY_MS);
  return (today - ((today + 3) % 7)) * DAY_MS - 8 * HOUR_MS;
})();
const dayOf = (at: number): string => new Date(at + 8 * HOUR_MS).toISOString().slice(0, 10);

const shift = (nth: number, startsAt: number, free = 0, about: object = {}) => ({
  shiftId: `d000000000${String(nth).padStart(2, '0')}`, state: 'planned' as const, title: nth % 2 === 0 ? '上午班' : '下午班', stationId, stationName,
  street: '金桥镇', address: '巨峰路868号', startsAt, endsAt: startsAt + 4 * HOUR_MS,
  needs: [{ role: 'door' as const, count: 2, skill: null, free }], standbyFree: 0, ...about,
}); // prettier-ignore
const names = ['李桂芬', '张秀英', '王建国', '陈美珍', '赵国强', '周玉兰'] as const;
const number = (nth: number): string => `V0000000${(nth % names.length) + 1}`;
const place = (nth: number, about: object = {}) => ({
  number: number(nth), name: names[nth % names.length] ?? '', role: 'door' as const, state: 'held' as const, isLate: false,
  clockedInAt: null, clockedOutAt: null, evidence: null, excuse: null, ...about,
}); // prettier-ignore

const stages = ['later', '72h', '24h', '4h', 'now'] as const;
/** Two shifts a day: those that are over, one under way with somebody late, those to come with gaps. */
const week = Array.from({ length: 14 }, (_, nth) => {
  const startsAt = monday + Math.floor(nth / 2) * DAY_MS + (nth % 2 === 0 ? 8 : 13) * HOUR_MS;
  const isOver = startsAt + 4 * HOUR_MS <= now;
  const isGap = !isOver && nth % 3 === 0;
  const came = { state: 'served' as const, clockedInAt: startsAt + 60_000, clockedOutAt: startsAt + 4 * HOUR_MS, evidence: 'rotating-code' as const };
  return {
    shift: { ...shift(nth, startsAt, isGap ? 1 : 0), state: isOver ? ('closed' as const) : ('planned' as const) },
    places: [
      place(nth, isOver ? came : {}),
      ...(isGap ? [] : [place(nth + 1, isOver ? { state: 'missed' as const, excuse: '孙子发烧，送医院去了' } : { isLate: nth % 4 === 2 })]),
    ],
    standby: nth % 4 === 0 ? [{ number: number(nth + 2), name: names[(nth + 2) % 6] ?? '', isCalled: nth % 8 === 0 }] : [],
    gap: isGap ? { people: 1, stage: stages[nth % 5] ?? ('later' as const) } : null,
    visitors: isOver ? 37 : 0,
    note: isOver ? '冰水放在第二格' : null,
  };
}); // prettier-ignore

const entry = (seq: number, about: object = {}) => ({
  seq, kind: 'shift' as const, day: dayOf(now - seq * DAY_MS), stationId, stationName, title: '上午班', shiftId: null, minutes: 232,
  mix: [{ evidence: 'rotating-code' as const, minutes: 200 }, { evidence: 'co-worker' as const, minutes: 32 }],
  corrects: null, correctedBy: null, enteredBy: null, confirmedBy: null, reason: null, at: now - seq * DAY_MS, ...about,
}); // prettier-ignore
const item = (code: string, name: string, unit: string, quantity: number, atLeast: number, expiresOn: string | null) => ({
  code, name, unit, isMedicine: expiresOn !== null, quantity, atLeast, expiresOn,
}); // prettier-ignore
const template = (nth: number, title: string, weekdays: number[], from: number) => ({
  templateId: `t0000${nth}`, title, turns: [], weekdays, from, until: from + 240, needs: [{ role: 'door' as const, count: 2, skill: null }],
  standby: 1, firstDay: '2026-11-02', lastDay: null, skipsHolidays: true,
}); // prettier-ignore

export const dutyHeadAnswers: Answers = {
  'duty.showBoard': { stationName, shifts: week, asOf: now },
  'duty.listGaps': {
    items: Array.from({ length: 30 }, (_, nth) => ({ shift: shift(nth, now + nth * 5 * HOUR_MS, 1), people: 1, stage: stages[nth % 5] ?? ('later' as const) })),
    next: '001795482000000:d00000000030',
  },
  'duty.listVolunteers': {
    volunteers: names.map((name, nth) => ({
      number: number(nth), name, calledName: `${name.slice(0, 1)}阿姨`, state: nth === 4 ? ('paused' as const) : ('accepted' as const),
      skills: nth % 2 === 0 ? ['phones' as const, 'blood-pressure' as const] : [], since: now - 300 * DAY_MS, weekMinutes: 240 * nth,
      notTheirs: nth === 1 ? ['overlaps' as const] : nth === 3 ? ['too-little-rest' as const, 'week-full' as const] : [],
    })),
  },
  'duty.listWaiting': {
    volunteers: [{ number: 'V00000009', name: '孙丽华', stationId, stationName, calledName: '孙姐', isVolunteer: false, skills: ['phones'], askedAt: now - 5 * HOUR_MS }],
    swaps: [{
      swapId: 'w00000000001', state: 'agreed', isOwn: false, from: { number: 'V00000002', calledName: '张阿姨' },
      to: { number: 'V00000001', calledName: '李阿姨' }, given: shift(20, now + 60 * HOUR_MS), wanted: shift(21, now + 120 * HOUR_MS),
      askedAt: now - HOUR_MS, until: now + 58 * HOUR_MS, undoUntil: null,
    }],
    hours: [
      {
        claimId: 'w00000000002', number: 'V00000003', name: '王建国', stationName, from: now - 30 * HOUR_MS, until: now - 26 * HOUR_MS,
        title: '值班', reason: '手机没电，没能签到', entry: null, enteredBy: '刘站长', isOwnEntry: false, at: now - HOUR_MS,
      },
      {
        claimId: 'w00000000003', number: 'V00000004', name: '陈美珍', stationName, from: now - 50 * HOUR_MS, until: now - 50 * HOUR_MS,
        title: '上午班', reason: '这天她请假了', entry: entry(2), enteredBy: '李小明', isOwnEntry: true, at: now - HOUR_MS,
      },
    ],
    certificates: [{
      code: null, certificateId: 'w00000000004', state: 'asked', name: '周玉兰', document: '身份证 尾号0024', volunteerNo: 'V00000006',
      from: '2026-01-01', until: '2026-10-31', minutes: 7_430, mix: [{ evidence: 'rotating-code', minutes: 7_430 }],
      content: [`门口接待，${stationName}`], issuer: null, number: null, issuedOn: null, reason: null,
    }],
    stewards: [{ stewardId: 'w00000000005', stationId, stationName, calledName: '骑手小李', state: 'asked', since: now - 20 * HOUR_MS, closed: 0 }],
    excuses: [{ shift: shift(22, now - 40 * HOUR_MS), number: 'V00000005', name: '赵国强', words: '孙子发烧，送医院去了', saidAt: now - 30 * HOUR_MS }],
  },
  'duty.showRoster': {
    stationId, stationName, revision: 3, madeUpTo: dayOf(now + 28 * DAY_MS),
    form: { templates: [template(1, '上午班', [1, 2, 3, 4, 5, 6, 7], 480), template(2, '下午班', [1, 2, 3, 4, 5], 780)], releaseHours: 20, swapNeedsHead: true },
  },
  'duty.previewRoster': {
    shifts: 48, places: 96, hours: 384, leftOut: [{ day: '2027-01-01', holiday: '元旦' }], overlapping: [{ one: 't00001', other: 't00002' }],
  },
  'duty.showBook': {
    name: '李桂芬', next: 1, total: 7_430, mix: [{ evidence: 'rotating-code', minutes: 7_000 }, { evidence: 'staff-entry', minutes: 430 }], certificates: [],
    entries: [
      entry(8, { kind: 'correction', corrects: 7, minutes: 180, enteredBy: '李小明', confirmedBy: '刘站长', reason: '早走了一小时' }),
      entry(7, { correctedBy: 8 }), ...[6, 5, 4, 3, 2].map((seq) => entry(seq)),
    ],
  },
  'duty.showShelf': {
    stationName, revision: 2,
    items: [
      item('water', '瓶装水', '瓶', 48, 24, null), item('cooling-drops', '藿香正气水', '盒', 3, 2, '2026-10-31'),
      item('plasters', '创可贴', '盒', 1, 4, '2027-06-30'), item('own-abc', '大号雨伞', '把', 6, 5, null),
    ],
    deliveries: [{
      deliveryId: 'w00000000006', code: 'water', name: '瓶装水', quantity: 240, donor: '浦东新区总工会', at: now - 50 * HOUR_MS, by: '李小明',
    }],
  },
}; // prettier-ignore

const page = (name: string): string => `features/duty/pages/${name}/index`;

export const dutyHeadParameters: Readonly<Record<string, string>> = {
  [page('board')]: `?id=${stationId}`,
  [page('roster')]: `?id=${stationId}`,
  [page('book')]: `?id=${stationId}&no=V00000001`,
  [page('shelf')]: `?id=${stationId}`,
};
