import type { Facility, FacilityCode } from '../../types/facility';
import type { PersonId, StationId } from '../../types/ids';
import type { OpenStatus } from '../../types/opening';
import type { Place } from '../../types/place';
import type { EpochMs } from '../../types/time';
import type { ReadCode } from './station-code';

/** The door to what happens at a station while somebody is on duty there. */

/** A station as those who work there need it. */
export type StationAtWork = {
  readonly stationId: StationId;
  readonly status: OpenStatus;
  readonly facilities: readonly Facility[];
  /** Letters of its codes: what was read from a code names them. */
  readonly doorCode: string;
  readonly place: Place | null;
  /** People on duty there now, by fingerprints that name nobody. */
  readonly onDuty: number;
};

const unwritten = (): never => {
  throw new Error('Not built yet.');
};

/** One round trip; null when there is none of that id. */
export const stationAtWork: (id: StationId, now: EpochMs) => Promise<StationAtWork | null> = unwritten;

/** The nearest other stations within three kilometres, at most eight. One round trip. */
export const stationsNear: (id: StationId, place: Place) => Promise<StationId[]> = unwritten;

/** Reads a code of a station as at an instant, which may be a while ago: a tap made without a network. */
export const readStationCode: (
  text: string,
  at: EpochMs,
) => { ok: true; value: ReadCode } | { ok: false; refusal: 'code-unreadable' | 'code-expired' } = unwritten;

/** Somebody came on duty: the map says open, with the reason, until then at the latest. Safe to repeat. One round trip. */
export const opensStation: (
  id: StationId,
  personId: PersonId,
  duty: { readonly since: EpochMs; readonly until: EpochMs },
) => Promise<void> = unwritten;

/** They left: the map says closed once nobody else is there, and the hours do not say otherwise. One round trip. */
export const closesStation: (id: StationId, personId: PersonId) => Promise<void> = unwritten;

/** Somebody on duty or a steward saw whether a thing works; its case is opened or closed. Some ten round trips. */
export const sawFacility: (
  id: StationId,
  seen: { readonly code: FacilityCode; readonly works: boolean },
  by: { readonly personId: PersonId; readonly name: string; readonly at: EpochMs },
) => Promise<'saved' | 'no-station' | 'changed-meanwhile'> = unwritten;
