/** Stations as the server answers them, with what a test is not about filled in. */
import { StationSummary } from '@contract/station-view';

type About = Partial<Record<keyof StationSummary, unknown>>;

/** 9:00–17:00, open. */
export const openByHours = (now: number) => ({
  state: 'open',
  reasons: [
    { because: 'by-rule-open', from: now - 3_600_000, until: now + 3_600_000, attendance: 'staffed', allDay: true },
  ],
});

/** Opens again tomorrow. */
export const closedByHours = (now: number) => ({
  state: 'closed',
  reasons: [{ because: 'by-rule-closed', opensAt: now + 20 * 3_600_000 }],
});

export const aStationSummary = (name: string, about: About = {}): StationSummary =>
  StationSummary.parse({
    stationId: `station-${Array.from(name, (letter) => letter.charCodeAt(0).toString(36)).join('')}`,
    name,
    tier: 4,
    category: 'relay',
    signNo: null,
    district: '浦东新区',
    street: '金桥镇',
    address: '金高路1296号',
    place: { longitude: 121.585, latitude: 31.262 },
    status: openByHours(Date.UTC(2026, 10, 22, 2)),
    distanceM: 320,
    offers: ['water'],
    broken: [],
    meals: [],
    swapOperator: null,
    finest: null,
    ...about,
  });
