import type { DistanceBand, Evidence, VisitorKey } from '../../types/evidence';
import type { PersonId, StationId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { fingerprint } from '../runtime/sealed';
import type { Shown } from './station-code';
import type { Visit } from './visit-records';

/** Whoever comes back sooner is still on the same visit, midnight or not. Milliseconds. */
export const VISIT_COOL_DOWN_MS = 2 * 3_600_000;

export type Arrival = {
  /** null: nothing was scanned, only tapped. */
  readonly shown: Shown | null;
  readonly band: DistanceBand;
  /** Somebody surveyed where the station is. */
  readonly isOnMap: boolean;
};

/**
 * What somebody's being there rests on. A place only raises what a code says, and never stands in its way; without a
 * code it must be near.
 *
 * @returns `code-needed` at a station that is not on the map: nothing can be near it
 */
export function evidenceOf({
  shown,
  band,
  isOnMap,
}: Arrival): Result<Evidence, 'place-needed' | 'too-far' | 'code-needed'> {
  const isNear = band === 'at-the-door' || band === 'near';
  if (shown === 'rotating') return agree('rotating-code');
  if (shown === 'printed') return agree(isNear ? 'code-and-near' : 'door-code');
  if (!isOnMap) return refuse('code-needed');
  if (band === 'not-said') return refuse('place-needed');
  return isNear ? agree('near') : refuse('too-far');
}

/** Who came: somebody the platform knows, or a phone that drew a key and then must have scanned a code. */
export function visitorOf(
  personId: PersonId | null,
  visitorKey: VisitorKey | null,
  shown: Shown | null,
): Result<string, 'code-needed' | 'visitor-unknown'> {
  if (personId !== null) return agree(personId);
  if (shown === null) return refuse('code-needed');
  return visitorKey === null ? refuse('visitor-unknown') : agree(`anonymous:${visitorKey}`);
}

/** A visitor as one station knows them until the cool-down is over; another station knows the same person otherwise. */
export const visitorMark = (stationId: StationId, visitor: string): string =>
  fingerprint(`visitor:${stationId}`, visitor).slice(0, 22);

/** Whether a visit is still going on. From exactly the end of the cool-down, coming again is a visit of its own. */
export const goesOn = ({ at }: Visit, now: EpochMs): boolean => now - at < VISIT_COOL_DOWN_MS;

/** When nobody who came up to an instant can be on that visit any more. */
export const coolDownAfter = (at: EpochMs): EpochMs => EpochMs.parse(at + VISIT_COOL_DOWN_MS);
