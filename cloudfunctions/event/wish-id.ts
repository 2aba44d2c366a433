import { EventId, SeriesId } from '../../types/ids';
import type { PersonId } from '../../types/ids';
import type { ShanghaiDay } from '../../types/time';
import { fingerprint } from '../runtime/sealed';

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LETTERS = 11;
const CODE_LETTERS = 8;

/** The same wish of the same person makes the same event; nobody else's wish can. */
export const eventOfWish = (personId: PersonId, requestKey: string): EventId =>
  EventId.parse(`e${drawn('event', `${personId}:${requestKey}`, ID_LETTERS)}`);

export const seriesOfWish = (personId: PersonId, requestKey: string): SeriesId =>
  SeriesId.parse(`s${drawn('series', `${personId}:${requestKey}`, ID_LETTERS)}`);

/**
 * The event of a series on a day, so that nothing is made twice.
 *
 * @param withdrawn how many events of that day the series had made and taken back before
 */
export const eventOfSeries = (seriesId: SeriesId, day: ShanghaiDay, withdrawn: number): EventId =>
  EventId.parse(`e${drawn('series-event', `${seriesId}:${day}:${withdrawn}`, ID_LETTERS)}`);

/** Letters of the code that an event's host shows: nobody who knows the event can guess them. */
export const hostLettersOf = (eventId: EventId): string => drawn('event-code', eventId, CODE_LETTERS).toUpperCase();

/** Five bits of each byte of the fingerprint. */
const drawn = (kind: string, text: string, count: number): string =>
  [...Buffer.from(fingerprint(kind, text), 'base64url').subarray(0, count)]
    .map((byte) => LETTERS.charAt(byte & 31))
    .join('');
