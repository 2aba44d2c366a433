import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { FacilityCase, StationRecord } from './records';

type Breaking = {
  /** The station's, once this is stored: two times that a thing breaks are two cases. */
  readonly revision: number;
  readonly by: string;
  readonly byId: PersonId;
  readonly office: string;
  readonly at: EpochMs;
};

/** Which cases a change of the facilities opens and closes: each broken facility has one, from breaking to working. */
export function facilityCases(
  before: Pick<StationRecord, 'facilityCases'> | null,
  after: Pick<StationRecord, 'facilities'>,
  { revision, at, by, byId, office }: Breaking,
): FacilityCase[] {
  const rounds = before?.facilityCases ?? {};
  const broken = after.facilities.filter(({ state }) => state === 'broken').map(({ code }) => code);
  const waiting = Object.entries(rounds).map(([code, round]) => ({ code: code as (typeof broken)[number], round }));
  return [
    ...waiting
      .filter(({ code }) => !broken.includes(code))
      .map(({ code, round }): FacilityCase => ({ act: 'close', code, round, at, by, byId, office })),
    ...broken
      .filter((code) => !Object.hasOwn(rounds, code))
      .map((code): FacilityCase => ({ act: 'open', code, round: revision, at })),
  ];
}

/** The station, with the round of each case that waits now. */
export function withCaseRounds(station: StationRecord, cases: readonly FacilityCase[]): StationRecord {
  const rounds = new Map(Object.entries(station.facilityCases ?? {}));
  for (const one of cases) {
    if (one.act === 'open') rounds.set(one.code, one.round);
    else rounds.delete(one.code);
  }
  return { ...station, facilityCases: Object.fromEntries(rounds) };
}
