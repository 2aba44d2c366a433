import { createHash } from 'node:crypto';
import type { RequestKey } from '../../types/evidence';
import type { PersonId } from '../../types/ids';
import { StationId } from '../../types/ids';
import type { StationForm } from '../../types/station-form';
import { StationForm as FormSchema } from '../../types/station-form';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import { placeOf, pointOf } from './place';
import type { Office, StationRecord } from './records';
import { indexed } from './station-index';

/** What a station has that no form says: drawn or looked up when it is added or given to another union. */
export type Given = {
  readonly _id: StationId;
  readonly offices: readonly Office[];
  readonly doorCode: string;
  /** When somebody looked at what the form counts anew; null for what a list says. */
  readonly lookedAt: EpochMs | null;
};

/** The station that a form makes of what was there, or of nothing. What people do at the door is carried along. */
export function edited(before: StationRecord | null, form: StationForm, given: Given, now: EpochMs): StationRecord {
  const { place, ...own } = FormSchema.parse(form);
  const { lookedAt, ...made } = given;
  return indexed(
    {
      ...(before ?? blank),
      ...own,
      ...made,
      offices: [...given.offices],
      scope: given.offices.map(({ unionId }) => unionId),
      place: place === null ? null : pointOf(place),
      features: [...new Set(own.features)],
      facilities: looked(before, own.facilities, lookedAt),
    },
    now,
  );
}

/** A station as its form. */
export const formOf = (station: Omit<StationForm, 'place'> & Pick<StationRecord, 'place'>): StationForm =>
  FormSchema.parse({ ...station, place: station.place === null ? null : placeOf(station.place) });

/**
 * One line for each kind, the first one said. Whoever writes another count or state looked at it today; the day that a
 * form brings along is not asked.
 */
function looked(
  before: StationRecord | null,
  facilities: StationForm['facilities'],
  at: EpochMs | null,
): StationRecord['facilities'] {
  const first = facilities.filter(({ code }, nth) => facilities.findIndex((other) => other.code === code) === nth);
  return first.map((one) => {
    const old = before?.facilities.find(({ code }) => code === one.code);
    return old?.count === one.count && old.state === one.state ? old : { ...one, checkedAt: at };
  });
}

/** Tier 2 belongs to a station of tier 1, 3 to one of 2, 4 to one of 3; tier 1 and those outside of the tiers to none. */
export function fitsBelow(tier: StationForm['tier'], parent: Pick<StationRecord, 'tier'> | null): boolean {
  return tier !== null && tier > 1 && parent?.tier === tier - 1;
}

/** The same wish of the same person adds the same station; nobody else's wish can. */
export const idOfWish = (personId: PersonId, requestKey: RequestKey): StationId =>
  StationId.parse(`st-${createHash('sha256').update(`${personId}:${requestKey}`).digest('hex').slice(0, 16)}`);

const blank = {
  revision: 0,
  closure: null,
  live: { round: 1, statements: {}, duty: {}, answers: [] },
  followUps: null,
  unsettledAt: NEVER,
} satisfies Partial<StationRecord>;
