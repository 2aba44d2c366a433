import type { InputOf } from '../../types/contract';
import type { Facility } from '../../types/facility';
import { agree, refuse } from '../../types/result';
import { stationContract } from '../../types/station';
import type { EpochMs } from '../../types/time';
import { editorOf } from './editor';
import { facilityWords } from './form-words';
import type { StationRecord } from './records';
import { stations } from './records';
import type { Handler } from './scene';
import { TENDERS } from './scene';
import { saveStation, settle } from './settling';
import { indexed } from './station-index';

type Mark = InputOf<typeof stationContract.markFacility>;

/** Whoever is overtaken marks once more on what is stored then: another's mark of another thing is no quarrel. */
const TRIES = 2;

export const markFacility: Handler<'markFacility'> = async (mark, { now, standing }) => {
  const allowance = { trips: stationContract.markFacility.roundTrips - 1 };
  for (let nth = 0; nth < TRIES; nth += 1) {
    allowance.trips -= 1;
    const before = await stations.get(mark.stationId);
    if (before === null) return refuse('station-not-found');
    if (!standing.covers(before.scope, TENDERS)) return refuse('outside-your-unions');
    const after = marked(before, mark, now);
    const fields = [facilityWords(before.facilities, after.facilities)].flat();
    const act = {
      act: 'facility',
      ...editorOf(standing, before.scope, now),
      fields: fields.length === 0 ? null : fields,
    } as const;
    const saved = await saveStation(before, after, act, allowance);
    if (saved.outcome !== 'saved') continue;
    await settle(saved.station, allowance);
    return agree({ facilities: saved.station.facilities });
  }
  return refuse('changed-meanwhile');
};

/** The station after somebody looked at one of its things. Counted as before where nobody counted; one where it is new. */
export function marked(station: StationRecord, { code, state, count }: Mark, now: EpochMs): StationRecord {
  const old = station.facilities.find((one) => one.code === code);
  const seen: Facility = { code, state, count: count ?? old?.count ?? (state === 'absent' ? 0 : 1), checkedAt: now };
  const facilities =
    old === undefined
      ? [...station.facilities, seen]
      : station.facilities.map((one) => (one.code === code ? seen : one));
  return indexed({ ...station, facilities }, now);
}
