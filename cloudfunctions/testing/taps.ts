import { createHash } from 'node:crypto';
import type { Tap, Tapped } from '../../types/duty-tap';
import { RequestKey } from '../../types/evidence';
import type { EpochMs } from '../../types/time';
import { printedCode, rotatingCode } from '../station/station-code';

/** A key that a phone drew: the same for the same text. */
export const keyOf = (text: string): RequestKey =>
  RequestKey.parse(createHash('sha256').update(text).digest('base64url').slice(0, 22));

/** A tap as a phone whose clock is right writes it down. */
export const aTap = (name: string, at: EpochMs, tapped: Tapped): Tap => ({ key: keyOf(name), at, tapped });

/** At the door of beicai-1, as the phone says. */
export const atTheDoor = { longitude: 121.556, latitude: 31.179 };

export const comes = (code: string | null = null, place: typeof atTheDoor | null = atTheDoor): Tapped => ({
  did: 'clock-in',
  code,
  place,
});
export const leaves = (
  code: string | null = null,
  place: typeof atTheDoor | null = atTheDoor,
  withoutList: string | null = null,
): Tapped => ({ did: 'clock-out', code, place, withoutList });

/** Everything is in order. */
export const opensUp: Tapped = {
  did: 'opening-list',
  items: [
    { item: 'floor', done: true },
    { item: 'toilet', done: true },
  ],
  facilities: [],
  counted: [],
  note: '',
};
export const closesDown: Tapped = { did: 'closing-list', items: [{ item: 'floor', done: true }], note: '' };
export const counts = (people: number): Tapped => ({ did: 'visitors', people });

/** What hangs at a door. */
export const printedAt = (doorCode: string): string => printedCode(doorCode);
/** What the screen of somebody on duty shows at an instant. */
export const shownAt = (doorCode: string, at: EpochMs): string => rotatingCode(doorCode, at);
