import type { PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import type { StationRecord } from './records';
import type { Handler } from './scene';
import { stationShown } from './station-shown';
import { forgottenAt } from './visit-days';
import type { WaterTake } from './visit-records';
import { waterTakes } from './visit-records';
import { doubtfulTakes, freeTakeId, rankOf, takeIds, takeIdsAround, wishMark } from './water';
import { neverTaken, takeBottle } from './water-stock';

/** Four round trips while there is enough for everybody. */
export const takeWater: Handler<'takeWater'> = async ({ code, requestKey }, { now, personId }) => {
  const found = await stationShown({ code, stationId: null }, now);
  if (!found.ok) return found;
  const { station } = found.value;
  const { waterQuota: dailyQuota } = station;
  if (dailyQuota === null) return refuse('no-scan-water');
  const claimed = await claimTake({ station, personId, dailyQuota, mark: wishMark(personId, requestKey), now });
  if (!claimed.ok) return claimed;
  const { take, takes } = claimed.value;
  if (take.stationId !== station._id) return refuse('other-station');
  const outcome = await takeBottle(station, { mark: take.requestKey, at: take.at });
  if (outcome === 'none-left') {
    await waterTakes.remove(take._id);
    return refuse('none-left');
  }
  const { _id: stationId, name } = station;
  return agree({ stationId, name, takenToday: rankOf(take, takes), dailyQuota, at: take.at });
};

type Asked = {
  readonly station: StationRecord;
  readonly personId: PersonId;
  readonly dailyQuota: number;
  readonly mark: string;
  readonly now: EpochMs;
};
type Claimed = { readonly take: WaterTake; readonly takes: readonly WaterTake[] };

/** The same person's phones may ask at the same time; each finds the next bottle once. */
const TRIES = 2;

/** The person's next bottle of the day, or the one that this very wish claimed before. */
async function claimTake(asked: Asked): Promise<Result<Claimed, 'quota-used'>> {
  const { station, personId, dailyQuota, mark, now } = asked;
  const ids = takeIds(personId, now, dailyQuota);
  const around = takeIdsAround(personId, now, dailyQuota);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const takes = await waterTakes.find({ _id: { in: around } }, { limit: around.length });
    const own = takes.find(({ requestKey }) => requestKey === mark);
    if (own !== undefined) return agree({ take: own, takes });
    const id = freeTakeId(ids, takes);
    if (id === null) return reclaim(asked, takes, doubtfulTakes(takes, ids, now));
    const take = { _id: id, stationId: station._id, requestKey: mark, at: now, purgeAt: forgottenAt(now) };
    if ((await waterTakes.insert(take)) === 'inserted') return agree({ take, takes });
  }
  throw new Contended('Another phone of the same person was quicker each time.');
}

/** A bottle that was claimed and never came off a shelf is given to this wish. */
async function reclaim(
  { station, mark, now }: Asked,
  takes: readonly WaterTake[],
  doubtful: readonly WaterTake[],
): Promise<Result<Claimed, 'quota-used'>> {
  const [idle] = await neverTaken(doubtful);
  if (idle === undefined) return refuse('quota-used');
  const take = { ...idle, stationId: station._id, requestKey: mark, at: now };
  const { _id, ...claim } = take;
  const outcome = await waterTakes.update({ _id, requestKey: idle.requestKey }, { set: claim });
  if (outcome !== 'updated') throw new Contended('Another wish of the same person was quicker.');
  return agree({ take, takes: takes.filter((other) => other._id !== _id) });
}
