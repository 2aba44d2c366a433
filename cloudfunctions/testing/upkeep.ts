import { StationId, WishId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { lettersOf } from '../runtime/code-letters';
import { createHash } from 'node:crypto';
import type { Counted } from '../../types/duty-tap';
import type { ShelfItem } from '../../types/duty-upkeep';
import { arranged } from '../duty/shelf';
import { freshUpkeep, indexedUpkeep, withCounts } from '../duty/upkeep';
import type { StewardRecord, UpkeepRecord } from '../duty/upkeep-records';
import { pairIdOf } from '../duty/ids';
import { UnionId } from '../../types/ids';
import type * as z from 'zod/mini';
import type { PersonId } from '../../types/ids';
import { dutyNow } from './duty';

/** An id of a delivery or an incident that differs by name. */
export const wishIdOfTest = (name: string): WishId =>
  WishId.parse(`w${lettersOf(createHash('sha256').update(name).digest(), 11).toLowerCase()}`);

export const beicaiGround = (station: string) => ({
  stationId: StationId.parse(station),
  stationName: `${station}驿站`,
  scope: ['beicai', 'pudong'].map((id) => UnionId.parse(id)),
});

/** Ten bottles of water should be there, and a box of drops against the heat; both were counted at nine. */
export function anUpkeep(station: string, counts: readonly Counted[], more: Partial<UpkeepRecord> = {}): UpkeepRecord {
  const form: z.infer<typeof ShelfItem>[] = [
    { code: 'water', name: '瓶装水', unit: '瓶', isMedicine: false, atLeast: 10 },
    { code: 'cooling-drops', name: '藿香正气水', unit: '盒', isMedicine: true, atLeast: 1 },
  ];
  const fresh = freshUpkeep(beicaiGround(station));
  const at = EpochMs.parse(dutyNow - 3_600_000);
  const shelf = withCounts({ ...fresh, revision: 1, items: arranged({}, form, at) }, counts, at);
  return indexedUpkeep({ ...shelf, ...more }, dutyNow);
}

/** Somebody who looks after a station, accepted. */
export const aSteward = (name: string, personId: PersonId, station: string): StewardRecord => ({
  _id: pairIdOf('steward', station, personId),
  ...beicaiGround(station),
  waitingFor: [],
  personId,
  calledName: name,
  state: 'accepted',
  since: dutyNow,
  closed: 0,
});
