import { EpochMs } from '../../types/time';
import type { Mixer } from './mixer-records';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Numbers can be handed out so long before the event begins, and until so long after its end. */
const BEFORE_MS = 2 * HOUR_MS;
const AFTER_MS = DAY_MS;
/** Cards end while people still remember each other, and never sooner than somebody can fill one in. */
const CARDS_WITHIN_MS = 3 * DAY_MS;
const CARDS_LEAST_MS = HOUR_MS;
/** What was mutual is read at the mixer for so long after all were told. */
const KEPT_MS = 120 * DAY_MS;

type Span = { readonly startsAt: EpochMs; readonly endsAt: EpochMs };
type Stand = Pick<Mixer, 'state' | 'isClosed' | 'choosesUntil' | 'endsAt'>;

/** Whether numbers may be handed out now. */
export function opening({ startsAt, endsAt }: Span, now: EpochMs): 'now' | 'too-early' | 'too-late' {
  if (now < startsAt - BEFORE_MS) return 'too-early';
  return now < endsAt + AFTER_MS ? 'now' : 'too-late';
}

/** Whether cards may be filled in until then. */
export const isEndOfCards = ({ endsAt }: Span, until: EpochMs, now: EpochMs): boolean =>
  until >= endsAt && until <= endsAt + CARDS_WITHIN_MS && until >= now + CARDS_LEAST_MS;

/** Whether cards are filled in now. */
export const isChoosing = ({ state, isClosed, choosesUntil }: Stand, now: EpochMs): boolean =>
  state === 'choosing' && !isClosed && choosesUntil !== null && now < choosesUntil;

/** Whether a number can be taken now by somebody who was there; who comes late may still be chosen. */
export const handsOut = (mixer: Stand, now: EpochMs): boolean =>
  mixer.state === 'badges' ? now < mixer.endsAt + AFTER_MS : isChoosing(mixer, now);

/** When a mixer goes whose cards nobody opened: nothing can come of it any more. */
export const emptyAt = ({ endsAt }: Pick<Span, 'endsAt'>): EpochMs => EpochMs.parse(endsAt + CARDS_WITHIN_MS);

/** When a mixer goes of which all were told. */
export const goneAt = (told: EpochMs): EpochMs => EpochMs.parse(told + KEPT_MS);
