import type { EventSummary } from '../../types/event-view';
import { instantOf } from './event-index';
import { isInPairs } from './pairs';
import type { EventLine } from './records';

/** What a list says of an event. */
export function summaryOf(event: EventLine): EventSummary {
  const seats = event.quotas.reduce((sum, { places }) => sum + places, 0);
  return {
    eventId: event._id,
    state: event.state,
    title: event.title,
    kind: event.kind,
    cover: event.cover,
    provider: event.provider,
    unionName: event.unionName,
    stationId: event.stationId,
    stationName: event.stationName,
    street: event.street,
    zoneName: event.zoneName,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    nextAt: instantOf(event.listKey),
    sessions: event.sessions.length,
    opensAt: event.opensAt,
    closesAt: event.closesAt,
    places: event.quotas.length === 0 ? 'walk-in' : event.places,
    seats,
    seatsLeft: Object.values(event.live.free).reduce((sum, free) => sum + free, 0),
    walkIns: event.walkIns,
    isFamily: event.family !== null,
    inPairs: isInPairs(event),
    fee: event.fee,
    programme: event.programme,
    seriesId: event.seriesId,
  };
}
