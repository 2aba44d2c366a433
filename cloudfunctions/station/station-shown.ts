import type { StationId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { codeRefusals } from '../../types/visit';
import type { StationRecord } from './records';
import { stations } from './records';
import type { Shown } from './station-code';
import { readCode } from './station-code';

/** What a visitor hands in to say where they are. */
export type Pointer = { readonly code: string | null; readonly stationId: StationId | null };

/**
 * The station somebody stands at: of the code they showed, or the one they picked, or both when they agree. One round
 * trip at most.
 *
 * @returns `shown` is null for a station that was only picked
 */
export async function stationShown(
  { code, stationId }: Pointer,
  now: EpochMs,
): Promise<
  Result<
    { readonly station: StationRecord; readonly shown: Shown | null },
    'station-not-found' | (typeof codeRefusals)[number]
  >
> {
  if (code === null) {
    const picked = stationId === null ? null : await stations.get(stationId);
    return picked === null ? refuse('station-not-found') : agree({ station: picked, shown: null });
  }
  const read = readCode(code, now);
  if (!read.ok) return read;
  const [station] = await stations.find({ doorCode: read.value.doorCode }, { limit: 1 });
  if (station === undefined) return refuse('station-not-found');
  if (stationId !== null && stationId !== station._id) return refuse('other-station');
  return agree({ station, shown: read.value.shown });
}
