import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { EpochMs } from '../../types/time';
import type { EventRecord } from './records';

dayjs.extend(utc);

/** What a calendar is told of an event. */
export type CalendarEntry = Pick<
  EventRecord,
  | '_id'
  | 'revision'
  | 'state'
  | 'title'
  | 'text'
  | 'sessions'
  | 'stationName'
  | 'zoneName'
  | 'address'
  | 'fee'
  | 'contact'
  | 'cancelled'
>;

const ZONE = 'Asia/Shanghai';
/** China has kept one offset without summer time since 1992. */
const shanghai = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\n');
const OFFSET_MINUTES = 480;

/**
 * An event as a calendar file (RFC 5545), one entry a session. The ids stay and the sequence rises with every change, so
 * a phone that is given the file again moves its entries and adds none.
 */
export function calendarText(event: CalendarEntry, now: EpochMs): string {
  const calendar = ical({
    prodId: { company: 'union-station', product: 'events', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    // Without a name of its own the calendar keeps its stamps in UTC, as the standard wants them.
    timezone: { name: null, generator: () => shanghai },
  });
  const isOff = event.state === 'cancelled';
  for (const [nth, { startsAt, endsAt }] of event.sessions.entries())
    calendar.createEvent({
      id: `${event._id}-${nth + 1}@union-station`,
      sequence: event.revision,
      stamp: new Date(now),
      timezone: ZONE,
      start: inShanghai(startsAt),
      end: inShanghai(endsAt),
      status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: visible(event.title),
      location: visible([event.stationName, event.zoneName, event.address].filter(isSaid).join(' ')),
      description: visible([event.cancelled?.reason, event.text, event.fee, event.contact].filter(isSaid).join('\n')),
    });
  return `${calendar.toString()}\r\n`;
}

/** What a phone or a computer takes for the name of a file. */
export const fileNameFor = (title: string): string =>
  `${
    visible(title)
      .replaceAll(/[\\/:*?"<>|.\s]+/g, ' ')
      .trim() || '活动'
  }.ics`;

const inShanghai = (at: EpochMs): dayjs.Dayjs => dayjs.utc(at).utcOffset(OFFSET_MINUTES);

/** The library escapes what has a meaning in the file; characters that nobody sees have no place in it. */
const visible = (text: string): string => text.replaceAll(/[^\P{C}\n]/gu, ' ');

const isSaid = (text: string | null | undefined): text is string => typeof text === 'string' && text !== '';
