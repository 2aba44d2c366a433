/** What the functions answer to whoever looks for an event, has a place, or reads what one was told. */
import type { Answers } from './answers';

const now = Date.now();
const HOUR_MS = 3_600_000;
const eventId = 'eabcdefghjkm';
const stationId = 'jinqiao-99';
const startsAt = now + 48 * HOUR_MS;

const summary = (nth: number) => ({
  eventId: `eabcdefghj${String(nth).padStart(2, '0')}`, state: 'published' as const, title: `午间瑜伽 ${nth}`, kind: 'fitness' as const,
  cover: 'leaf' as const, provider: null, unionName: '金桥镇总工会', stationId, stationName: '金桥镇户外职工爱心接力站', street: '金桥镇',
  zoneName: '多功能厅', startsAt, endsAt: startsAt + HOUR_MS, nextAt: startsAt, sessions: 1, opensAt: now - HOUR_MS, closesAt: startsAt,
  places: 'first-come' as const, seats: 20, seatsLeft: 3, walkIns: false, isFamily: true, inPairs: false, fee: null, programme: '浦工乐学 2026',
  seriesId: 'sabcdefghjkm',
}); // prettier-ignore
const family = { mostChildren: 2, ageFrom: 4, ageUpTo: 10 };
const field = { isRequired: true, isSensitive: false, askedIf: null, purgeDays: 7, options: [] as string[] };
const own = {
  eventId, state: 'confirmed' as const, lot: '7K2M9Q4T', people: 1, children: [], quota: 'anyone' as const, registeredAt: now - HOUR_MS,
  position: null, waitsFor: null, until: null, admissionCode: 't.7K2M9Q4T.03XYZ8HJ', attended: [], missed: null, rating: null,
  may: { cancel: true, cancelIsLate: false, accept: false, rate: false, excuse: false, checkIn: false },
}; // prettier-ignore

export const eventAnswers: Answers = {
  'event.browse': { items: Array.from({ length: 20 }, (_, nth) => summary(nth)), next: 'mark' },
  'event.show': {
    event: {
      ...summary(0), text: '请穿便于活动的衣服。\n垫子由站点准备。', address: '巨峰路868号', place: { longitude: 121.59, latitude: 31.283 },
      allSessions: [{ startsAt, endsAt: startsAt + HOUR_MS }], cancelBy: startsAt - 24 * HOUR_MS,
      audience: { who: 'everyone', occupations: [], age: { from: 18, upTo: 60 } },
      quotas: [{ group: 'men', places: 10, left: 1 }, { group: 'women', places: 10, left: 2 }], waiting: 2, family,
      fields: [
        { ...field, fieldId: 'meal', label: '一起吃午饭吗', kind: 'yes-no' },
        { ...field, fieldId: 'size', label: '衣服尺码', kind: 'choice', options: ['S', 'M', 'L'] },
      ],
      contact: '021-50312351', commitment: null, isDrawn: false, cancelReason: null,
    },
    viewer: { notNow: null, quotas: ['men', 'women'], name: '李小明', missedLately: 1, slip: 'a-slip', own: null, isStaff: true },
  }, // prettier-ignore
  'event.register': own,
  'event.listOwn': { registrations: [{ event: summary(1), own }, { event: summary(2), own: { ...own, state: 'waiting', position: 3, waitsFor: 'place' } }] }, // prettier-ignore
  'event.checkIn': { eventId, title: '午间瑜伽', session: startsAt, at: startsAt, isNew: true },
  'event.showProgramme': {
    programme: '浦工乐学 2026', events: 169, sessions: 703, stations: 75, unions: 118, attended: 28_000, next: [summary(1), summary(2)],
  }, // prettier-ignore
  'notice.countUnread': { unread: 3 },
  'notice.listOwn': {
    items: [
      { noticeId: 'n1', kind: 'place-offered', at: now, isRead: false, subject: '午间瑜伽', eventId, shiftId: null, stationId: null,
      proposalId: null, when: now + HOUR_MS, words: null },
      { noticeId: 'n2', kind: 'event-message', at: now - HOUR_MS, isRead: true, subject: '午间瑜伽', eventId, shiftId: null, stationId: null,
      proposalId: null, when: null, words: '请带毛巾' },
    ],
    next: null,
  }, // prettier-ignore
  'notice.markRead': { unread: 0 },
};

const page = (name: string): string => `features/event/pages/${name}/index`;

export const eventParameters: Readonly<Record<string, string>> = {
  [page('event')]: `?id=${eventId}`,
  [page('register')]: `?id=${eventId}`,
  [page('check-in')]: '?code=e.7K2M9Q4T.03XYZ8HJAB',
  [page('programme')]: `?name=${encodeURIComponent('浦工乐学 2026')}`,
};
