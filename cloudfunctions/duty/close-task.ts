import type { Facility } from '../../types/facility';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import { sawFacility } from '../station/at-work';
import { wishIdOf } from './ids';
import { isDone, mended } from './mending';
import type { Handler } from './scene';
import { tasksOf } from './tasks';
import type { Tending } from './tending';
import { tendingOf } from './tending';
import { actOnUpkeep } from './upkeep-keeping';
import type { UpkeepRecord } from './upkeep-records';

/**
 * The upkeep first, in one transaction, so that of many one does it; then the station hears what works again. A retry
 * tells the station once more.
 */
export const closeTask: Handler<'closeTask'> = async (closing, { now, personId }) => {
  const found = await tendingOf(personId, closing.stationId, now);
  if (!found.ok) return found;
  const { station, ground, reader, calledName, steward } = found.value;
  const once = wishIdOf('task', personId, closing.requestKey);
  const decide = (upkeep: UpkeepRecord) => {
    if (isDone(upkeep, once)) return agree(upkeep);
    const task = tasksOf(upkeep, station.facilities, reader, now).find(({ key }) => key === closing.key) ?? null;
    return mended(upkeep, task, closing, { once, calledName, isStaff: reader.isStaff }, closing.note, now);
  };
  const plain = decide(found.value.upkeep);
  if (!plain.ok) return plain;
  const kept = await actOnUpkeep(ground, decide, now, async (tx) => {
    if (steward !== null) await tx.update('stewards', steward._id, { increase: { closed: 1 } });
  });
  if (!kept.ok) return kept;
  const facilities = await heardByStation(found.value, closing.key, now);
  return agree({ tasks: tasksOf(kept.value, facilities, reader, now) });
};

/** The station's facilities after it heard of the one that works again. */
async function heardByStation(
  { station, reader, calledName }: Tending,
  key: string,
  now: EpochMs,
): Promise<readonly Facility[]> {
  const broken = station.facilities.find(({ code, state }) => key === `facility:${code}` && state === 'broken');
  if (broken === undefined) return station.facilities;
  const by = { personId: reader.personId, name: calledName, at: now };
  if ((await sawFacility(station.stationId, { code: broken.code, works: true }, by)) === 'changed-meanwhile')
    throw new Contended('The station changed every time.');
  return station.facilities.filter((one) => one !== broken);
}
