/** Events as members and guests see them, with what a test is not about filled in. */
import { EventDetail, EventSummary, EventViewer, OwnRegistration } from '@contract/event-view';

/** Sunday 22 November 2026, 10:00 in Shanghai. */
export const eventNow = Date.parse('2026-11-22T10:00:00+08:00');
const HOUR_MS = 3_600_000;

type About<Thing> = Partial<Record<keyof Thing, unknown>>;

const letters = 'abcdefghjkmnpqrstvwxyz';
/** The same letters for the same title. */
const idOf = (title: string): string =>
  `e${Array.from({ length: 11 }, (_, nth) => letters.charAt((title.charCodeAt(nth % title.length) + nth) % 22)).join('')}`;

/** Tomorrow, 14:00 to 16:00, 3 of 20 places left; registration has been open since yesterday. */
const summaryParts = (title: string, startsAt: number) => ({
  eventId: idOf(title),
  state: 'published',
  title,
  kind: 'fitness',
  cover: 'leaf',
  provider: null,
  unionName: '金桥镇总工会',
  stationId: 'jinqiao-99',
  stationName: '金桥镇户外职工爱心接力站',
  street: '金桥镇',
  zoneName: null,
  startsAt,
  endsAt: startsAt + 2 * HOUR_MS,
  nextAt: startsAt,
  sessions: 1,
  opensAt: eventNow - 24 * HOUR_MS,
  closesAt: startsAt,
  places: 'first-come',
  seats: 20,
  seatsLeft: 3,
  walkIns: false,
  isFamily: false,
  inPairs: false,
  fee: null,
  programme: null,
  seriesId: null,
});

const startOf = (about: { readonly startsAt?: unknown }): number =>
  typeof about.startsAt === 'number' ? about.startsAt : eventNow + 28 * HOUR_MS;

export const anEventSummary = (title: string, about: About<EventSummary> = {}): EventSummary =>
  EventSummary.parse({ ...summaryParts(title, startOf(about)), ...about });

export function anEventDetail(title: string, about: About<EventDetail> = {}): EventDetail {
  const summary = summaryParts(title, startOf(about));
  return EventDetail.parse({
    ...summary,
    text: '请穿便于活动的衣服。',
    address: '金高路1296号',
    place: { longitude: 121.585, latitude: 31.262 },
    allSessions: [{ startsAt: summary.startsAt, endsAt: summary.endsAt }],
    cancelBy: summary.startsAt - 24 * HOUR_MS,
    audience: { who: 'everyone', occupations: [], age: null },
    quotas: [{ group: 'anyone', places: 20, left: 3 }],
    waiting: 0,
    family: null,
    fields: [],
    contact: null,
    commitment: null,
    isDrawn: false,
    cancelReason: null,
    ...about,
  });
}

/** Somebody who may register. */
export const aViewer = (about: About<EventViewer> = {}): EventViewer =>
  EventViewer.parse({
    notNow: null,
    quotas: ['anyone'],
    name: '李小明',
    missedLately: 0,
    slip: 'a-slip',
    own: null,
    isStaff: false,
    ...about,
  });

/** A place of one's own. */
export const aRegistration = (about: About<Omit<OwnRegistration, 'may'>> & { may?: object } = {}): OwnRegistration =>
  OwnRegistration.parse({
    eventId: idOf('健身'),
    state: 'confirmed',
    lot: '7K2M9Q4T',
    people: 1,
    children: [],
    quota: 'anyone',
    registeredAt: eventNow - HOUR_MS,
    position: null,
    waitsFor: about.state === 'waiting' ? 'place' : null,
    until: null,
    admissionCode: null,
    attended: [],
    missed: null,
    rating: null,
    ...about,
    may: {
      cancel: false,
      cancelIsLate: false,
      accept: false,
      rate: false,
      excuse: false,
      checkIn: false,
      ...about.may,
    },
  });
