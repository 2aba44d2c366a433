/** What the functions answer to those who keep stations. */
import type { Answers } from './answers';

const at = Date.UTC(2026, 10, 20, 6);
const stationId = 'jinqiao-99';
const open = {
  state: 'open' as const,
  reasons: [
    { because: 'by-rule-open' as const, from: at, until: at + 3_600_000, attendance: 'staffed' as const, allDay: false },
  ],
}; // prettier-ignore
const facilities = (['aircon', 'fridge', 'water', 'charging', 'seating', 'microwave'] as const).map((code, nth) => ({
  code, count: 1 + nth, state: code === 'microwave' ? ('broken' as const) : ('ok' as const), checkedAt: at,
})); // prettier-ignore

export const staffAnswers: Answers = {
  'station.listOwn': {
    items: Array.from({ length: 20 }, (_, nth) => ({
      stationId: `own-${nth}`, name: `第${nth + 1}户外职工爱心接力站`, category: 'relay', signNo: String(nth + 1), street: '金桥镇',
      unionName: '金桥镇总工会', status: open, broken: nth === 0 ? ['microwave'] : [], lacks: [], agreementEnds: null, lockedReports: 0,
    })), // prettier-ignore
    next: 'next',
  },
  'station.showDesk': {
    stationId, name: '金桥镇户外职工爱心接力站', status: open, closure: null, facilities, bottles: 12, visitsToday: 31, mayEdit: true, awaitsAnswer: true,
    reports: [{ says: 'locked', at, atTheDoor: true }], doorCode: 'K7M2 P9QX AB', isShared: true, scores: [],
  }, // prettier-ignore
  'station.showForm': {
    stationId, revision: 3, unionName: '金桥镇总工会', changes: [],
    form: {
      name: '金桥镇户外职工爱心接力站', tier: 4, parentId: null, category: 'relay', features: ['all-day'], signNo: '99', city: '上海市', district: '浦东新区',
      street: '金桥镇', address: '金高路1296号', place: { longitude: 121.6, latitude: 31.27 }, phone: null, areaM2: 45, unionId: 'jinqiao', openedOn: null,
      opening: {
        sessions: [{ days: [1, 2, 3, 4, 5], from: 510, until: 1_020, attendance: 'staffed', season: null }],
        onHolidays: 'closed', holidaySessions: [],
      },
      facilities, zones: [], services: [], meals: [], swap: null, outlet: null, awards: [], grades: [], waterQuota: 2, doorId: null, notice: null,
    },
  }, // prettier-ignore
  'station.figures': {
    district: '浦东新区', outdoor: 875,
    tiers: [1, 44, 103, 1_782].map((count, nth) => ({ tier: nth + 1, count })),
    categories: [
      { category: 'relay', count: 173 }, { category: 'courier-home', count: 68 }, { category: 'red-petrol', count: 178 }, { category: 'volunteer-point', count: 456 },
      { category: 'mother-baby', count: 790 }, { category: 'library', count: 101 }, { category: 'health-point', count: 16 },
    ],
    rooms: [{ industry: 'room-public', count: 11 }, { industry: 'room-transport', count: 44 }], breakRooms: 55,
    partners: [{ partner: '全家', count: 378 }, { partner: '中国电信', count: 44 }, { partner: '中国银行', count: 34 }],
  }, // prettier-ignore
  'station.useReport': {
    month: '2026-11', stations: 3, visits: 2_207, bottles: 40,
    days: Array.from({ length: 30 }, (_, nth) => ({ day: `2026-11-${String(nth + 1).padStart(2, '0')}`, visits: 60 + nth })),
    groups: [{ occupation: 'courier', visits: 449 }, { occupation: 'care', visits: null }],
    evidence: [{ evidence: 'rotating-code', visits: 1_200 }, { evidence: 'door-code', visits: 1_007 }],
  }, // prettier-ignore
};

/** What the pages are opened with. */
export const staffParameters: Readonly<Record<string, string>> = {
  'features/station/pages/desk/index': `?id=${stationId}`,
  'features/station/pages/edit/index': `?id=${stationId}`,
};
