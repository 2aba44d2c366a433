/** What the functions answer to those who hold events. */
import type { Answers } from './answers';

const eventId = 'e00000000000';
const seriesId = 's00000000000';
const at = Date.UTC(2026, 10, 27, 4);
const HOUR_MS = 3_600_000;
const summary = (nth: number) => ({
  eventId: `e0000000000${nth % 10}`, state: 'published' as const, title: `午间瑜伽${nth + 1}`, kind: 'fitness' as const, cover: 'leaf' as const,
  provider: '金桥健身协会', unionName: '金桥镇总工会', stationId: 'jinqiao-99', stationName: '金桥镇户外职工爱心接力站', street: '金桥镇', zoneName: '多功能厅',
  startsAt: at, endsAt: at + HOUR_MS, nextAt: at, sessions: 1, opensAt: at - 7 * 24 * HOUR_MS, closesAt: at - 2 * HOUR_MS, places: 'first-come' as const,
  seats: 30, seatsLeft: 12, walkIns: false, isFamily: false, inPairs: false, fee: null, programme: null, seriesId: null,
}); // prettier-ignore
const terms = {
  unionId: 'jinqiao', stationId: 'jinqiao-99', zoneId: null, audience: { who: 'everyone' as const, occupations: [], age: null },
  quotas: [{ group: 'anyone' as const, places: 30 }], family: null, fields: [], walkIns: false, fee: null, programme: null, contact: null,
}; // prettier-ignore
const content = {
  title: '午间瑜伽',
  kind: 'fitness' as const,
  cover: 'leaf' as const,
  text: '请带毛巾',
  provider: null,
};

export const eventStaffAnswers: Answers = {
  'event.listDesk': { items: Array.from({ length: 10 }, (_, nth) => summary(nth)), next: null },
  'event.showDesk': {
    event: summary(0),
    figures: {
      seats: 30, confirmed: 17, offered: 1, waiting: 4, entered: 0, cancelled: 2, sides: [], attended: 0, walkIns: 0, noShows: null, ratings: 0, stars: 0,
    },
    may: { publish: false, close: true, cancel: true, edit: true, message: true, exportList: true },
    ratingCase: null,
    words: [{ stars: 5, words: '老师很耐心', at }],
    exports: [],
    history: [{ at, by: '李*华', office: '金桥镇总工会', act: 'published' }],
  }, // prettier-ignore
  'event.showForm': {
    eventId, state: 'published', revision: 3, seriesId: null, taken: [{ group: 'anyone', people: 18 }],
    form: {
      ...terms, ...content, sessions: [{ startsAt: at, endsAt: at + HOUR_MS }], opensAt: at - 7 * 24 * HOUR_MS, closesAt: at - 2 * HOUR_MS,
      cancelBy: at - 24 * HOUR_MS, places: 'first-come',
    },
  }, // prettier-ignore
  'event.showSeriesForm': {
    seriesId, revision: 2, events: [{ eventId, day: '2026-11-27', title: '午间瑜伽' }],
    form: {
      ...terms, name: '午间一小时', turns: [content], opensDaysBefore: 7, closesMinutesBefore: 120,
      rule: { every: 'week', weekdays: [5], nth: null, from: 720, until: 780, firstDay: '2026-11-27', lastDay: '2027-01-29', skipsHolidays: true },
    },
  }, // prettier-ignore
  'event.listRegistrants': {
    items: Array.from({ length: 10 }, (_, nth) => ({
      lot: `7K2M9Q4${nth}`, maskedName: '王*明', state: 'confirmed' as const, people: 1, quota: 'anyone' as const, registeredAt: at, attended: [], answers: {},
      hasSensitive: false, missed: null, excuse: null,
    })),
    next: null,
  }, // prettier-ignore
  'event.seriesAttendance': {
    dates: 11,
    people: Array.from({ length: 10 }, (_, nth) => ({ maskedName: '王*明', came: 11 - nth, missed: nth % 3 })),
  },
  'event.showHostCodes': {
    eventId, title: '午间瑜伽', session: at, asOf: at, expected: 50, present: 37, walkIns: 4, takesWalkIns: true,
    codes: [{ code: 'e.7K2M9Q4T.03XYZ8HJAB', from: 0, until: Date.UTC(2100, 0) }],
  }, // prettier-ignore
};

const page = (name: string): string => `features/event/pages/${name}/index`;

/** What the pages are opened with. */
export const eventStaffParameters: Readonly<Record<string, string>> = {
  [page('desk')]: `?id=${eventId}`,
  [page('edit')]: `?id=${eventId}`,
  [page('edit-series')]: `?id=${seriesId}`,
  [page('registrants')]: `?id=${eventId}`,
  [page('host')]: `?id=${eventId}`,
  [page('series-attendance')]: `?id=${seriesId}`,
};
