import { createHash } from 'node:crypto';
import type { StationRecord } from '../../cloudfunctions/station/records';
import { lettersOf } from '../../cloudfunctions/runtime/code-letters';
import type { Unindexed } from '../../cloudfunctions/station/station-index';
import { indexed } from '../../cloudfunctions/station/station-index';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import { tables } from './opening-tables';

type Needed =
  '_id' | 'name' | 'tier' | 'category' | 'city' | 'district' | 'street' | 'address' | 'place' | 'unionId' | 'offices';
/** What differs from a station about which nothing more is known. */
export type Draft = Pick<Unindexed, Needed> & Partial<Omit<Unindexed, 'scope' | 'doorCode'>>;

const plain = {
  revision: 1,
  parentId: null,
  features: [],
  signNo: null,
  phone: null,
  areaM2: null,
  openedOn: null,
  opening: tables.notKnown,
  facilities: [],
  zones: [],
  services: [],
  meals: [],
  swap: null,
  outlet: null,
  awards: [],
  grades: [],
  waterQuota: null,
  doorId: null,
  notice: null,
  closure: null,
  followUps: null,
  unsettledAt: NEVER,
} satisfies Partial<Unindexed>;

/** A station of the seeds, whole. */
export const stationFrom = (draft: Draft, now: EpochMs): StationRecord =>
  indexed(
    {
      ...plain,
      live: { round: 1, statements: {}, duty: {}, answers: [] },
      ...draft,
      scope: draft.offices.map(({ unionId }) => unionId),
      doorCode: doorCodeOf(draft._id),
    },
    now,
  );

/** Staff draw a door's letters at random; a seeded door has always the same, so that a printed code goes on working. */
const doorCodeOf = (id: string): string => lettersOf(createHash('sha256').update(id).digest(), 8);
