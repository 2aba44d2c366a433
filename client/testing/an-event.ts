/** Events as the server answers them, with what a test is not about filled in. */
import { EventSummary } from '@contract/event-view';

type About = Partial<Record<keyof EventSummary, unknown>>;

const noon = Date.parse('2026-11-27T12:00:00+08:00');

/** 27 November 2026, 12:00 to 13:00, thirty places of which twelve are left. */
export const anEventSummary = (title: string, about: About = {}): EventSummary =>
  EventSummary.parse({
    eventId: 'e00000000000',
    state: 'published',
    title,
    kind: 'fitness',
    cover: 'leaf',
    provider: '金桥健身协会',
    unionName: '金桥镇总工会',
    stationId: 'jinqiao-99',
    stationName: '金桥镇户外职工爱心接力站',
    street: '金桥镇',
    zoneName: '多功能厅',
    startsAt: noon,
    endsAt: noon + 3_600_000,
    nextAt: noon,
    sessions: 1,
    opensAt: Date.parse('2026-11-20T08:00:00+08:00'),
    closesAt: Date.parse('2026-11-27T10:00:00+08:00'),
    places: 'first-come',
    seats: 30,
    seatsLeft: 12,
    walkIns: false,
    isFamily: false,
    inPairs: false,
    fee: null,
    programme: null,
    seriesId: null,
    ...about,
  });
