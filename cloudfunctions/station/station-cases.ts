import type { FacilityCode } from '../../types/facility';
import { CaseId } from '../../types/ids';
import type { StationCaseKind } from '../../types/review';
import type { EpochMs } from '../../types/time';
import type { Closing } from '../review/ledger';
import { closeCase, openCase } from '../review/ledger';
import type { StationRecord } from './records';

type CaseStation = Pick<StationRecord, '_id' | 'name' | 'offices'>;

/**
 * Owes the people of a station something: before its head first, then before its union and those above, by the clock of
 * the case's kind. Safe to repeat: the round says which time it is.
 *
 * @param what the facility that broke; null for doors and supplies
 */
export async function openStationCase(
  station: CaseStation,
  kind: StationCaseKind,
  round: number,
  what: FacilityCode | null,
  at: EpochMs,
): Promise<void> {
  const [owner] = station.offices;
  if (owner === undefined) throw new Error('A station without an owner union.');
  await openCase(
    {
      _id: caseId(station, kind, round, what),
      kind,
      subjectId: null,
      stationId: station._id,
      facility: what,
      maskedName: station.name,
      occupation: null,
      offices: [{ ...owner, name: `${owner.name}（站长）`, desk: 'station-head' }, ...station.offices],
    },
    at,
  );
}

/** Whoever closed it earlier stays written. */
export const closeStationCase = (
  station: CaseStation,
  kind: StationCaseKind,
  round: number,
  what: FacilityCode | null,
  closing: Closing,
): Promise<void> => closeCase(caseId(station, kind, round, what), closing);

const caseId = ({ _id }: CaseStation, kind: StationCaseKind, round: number, what: FacilityCode | null): CaseId =>
  CaseId.parse(`${kind}:${_id}${what === null ? '' : `.${what}`}:${round}`);
