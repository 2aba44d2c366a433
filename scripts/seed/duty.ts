import type { BookEntry, CertificateRecord } from '../../cloudfunctions/duty/hours-records';
import { pairIdOf } from '../../cloudfunctions/duty/ids';
import type { RosterRecord } from '../../cloudfunctions/duty/roster-records';
import type { ShiftRecord } from '../../cloudfunctions/duty/shift-records';
import { freshUpkeep, indexedUpkeep, withCounts } from '../../cloudfunctions/duty/upkeep';
import type { StewardRecord, UpkeepRecord } from '../../cloudfunctions/duty/upkeep-records';
import type { VolunteerRecord } from '../../cloudfunctions/duty/volunteer-records';
import type { StationRecord } from '../../cloudfunctions/station/records';
import type { PersonId } from '../../types/ids';
import { EpochMs, addDays, shanghaiDay } from '../../types/time';
import { emptyShifts, manned } from './duty-ahead';
import { issued } from './duty-certificate';
import { bookOf, served, staffEntry } from './duty-past';
import { aunties, enlisted, fewAt } from './duty-people';
import { PAST_DAYS, auntiesRoster, groundOf, lastDayAhead, plainRoster, rosterOf, studiosRoster } from './duty-rosters';
import { daysFrom } from './event-days';

/** Everything that a fresh start holds of duty. */
export type SeededDuty = {
  readonly volunteers: readonly VolunteerRecord[];
  readonly rosters: readonly RosterRecord[];
  readonly shifts: readonly ShiftRecord[];
  readonly entries: readonly BookEntry[];
  readonly certificates: readonly CertificateRecord[];
  readonly upkeeps: readonly UpkeepRecord[];
  readonly stewards: readonly StewardRecord[];
};

/** 曹路恒越: 十多位退休阿姨轮流值守. */
export const AUNTIES_STATION = 'caoluhengyueguangchanghuwaifuwuzhan';
const STUDIOS_STATION = 'nuochaoaixinyizhan';
const HOUR_MS = 3_600_000;

/** So many other stations of Pudong have a roster, those with a number on their sign first. */
const OTHERS = 20;

export function seededDuty(stations: readonly StationRecord[], rider: PersonId, now: EpochMs): SeededDuty {
  const station = (id: string): StationRecord => {
    const found = stations.find(({ _id }) => String(_id) === id);
    if (found === undefined) throw new Error(`${id} is no station of the network.`);
    return found;
  };
  const home = dutyOfAunties(station(AUNTIES_STATION), stations, now);
  const studios = rosterOf(groundOf(station(STUDIOS_STATION), stations), studiosRoster(now), now);
  const others = otherStations(stations).map((one) => dutyOfFew(one, stations, now));
  return {
    volunteers: [...home.volunteers, ...others.flatMap(({ people }) => people)],
    rosters: [home.roster, studios, ...others.map(({ roster }) => roster)],
    shifts: [...home.shifts, ...emptyShifts(studios, ahead(now), now), ...others.flatMap(({ shifts }) => shifts)],
    entries: home.entries,
    certificates: home.certificates,
    upkeeps: [home.upkeep],
    stewards: [stewardOf(station(AUNTIES_STATION), rider, now)],
  };
}

const ahead = (now: EpochMs) => ({ from: shanghaiDay(now), upTo: lastDayAhead(now) });

function dutyOfAunties(station: StationRecord, stations: readonly StationRecord[], now: EpochMs) {
  const ground = groundOf(station, stations);
  const roster = rosterOf(ground, auntiesRoster(now), now);
  const people = aunties().map((who) => enlisted(who, ground, EpochMs.parse(now - 400 * 24 * HOUR_MS)));
  const all = emptyShifts(roster, { from: addDays(shanghaiDay(now), -PAST_DAYS), upTo: lastDayAhead(now) }, now);
  const isPast = ({ endsAt }: ShiftRecord) => endsAt + HOUR_MS < now;
  const isFar = ({ startsAt }: ShiftRecord) => startsAt > now + 16 * 24 * HOUR_MS;
  const isRunning = (shift: ShiftRecord) => !isPast(shift) && shift.startsAt < now;
  const past = manned(all.filter(isPast), people, () => false, now);
  // What is to come: every seventh place and more later on is still wanted; of the shift that begins now, one.
  const coming = manned(
    all.filter((shift) => !isPast(shift) && !isRunning(shift)),
    past.people,
    (nth, shift) => (shift.title === '机动班' ? nth % 2 === 1 : nth % 7 === 3 || (isFar(shift) && nth % 2 === 0)),
    now,
  );
  const missing = whoMissed(past.shifts);
  const over = past.shifts.map((shift, nth) => served(shift, nth === past.shifts.length - 6 ? missing : null, now));
  const [first, ...rest] = coming.people;
  if (first === undefined) throw new Error('Nobody volunteers.');
  const entry = staffEntry(first, daysFrom(now).at(-40, '13:00'));
  const books = [bookOf(first, over, [entry]), ...rest.map((volunteer) => bookOf(volunteer, over, []))];
  return {
    roster,
    volunteers: books.map(({ volunteer }) => volunteer),
    shifts: [...over, ...coming.shifts],
    entries: books.flatMap(({ entries }) => entries),
    certificates: books.slice(0, 1).map(({ volunteer, entries }) => issued(volunteer, entries, now)),
    upkeep: shelfOf(roster, now),
  };
}

/** Somebody of the sixth shift from the end, but none of the personas. */
const whoMissed = (shifts: readonly ShiftRecord[]): PersonId | null =>
  (Object.keys(shifts.at(-6)?.places ?? {}).at(-1) as PersonId | undefined) ?? null;

/** Counted yesterday: the cooling drops are past their date, the paper cups are nearly gone. */
function shelfOf({ ground }: RosterRecord, now: EpochMs): UpkeepRecord {
  const today = shanghaiDay(now);
  const counts = [
    { code: 'water', quantity: 46, expiresOn: addDays(today, 200) },
    { code: 'cups', quantity: 8, expiresOn: null },
    { code: 'cooling-drops', quantity: 5, expiresOn: addDays(today, -6) },
    { code: 'plasters', quantity: 6, expiresOn: addDays(today, 400) },
    { code: 'disinfectant', quantity: 4, expiresOn: addDays(today, 21) },
  ];
  return indexedUpkeep(withCounts(freshUpkeep(ground), counts, EpochMs.parse(now - 20 * HOUR_MS)), now);
}

function dutyOfFew(station: StationRecord, stations: readonly StationRecord[], now: EpochMs) {
  const ground = groundOf(station, stations);
  const roster = rosterOf(ground, plainRoster(now), now);
  const people = fewAt(station._id).map((who) => enlisted(who, ground, EpochMs.parse(now - 100 * 24 * HOUR_MS)));
  const shifts = emptyShifts(roster, ahead(now), now).filter(({ startsAt }) => now < startsAt);
  return { roster, ...manned(shifts, people, (nth) => nth % 3 === 2, now) };
}

/** Stations around 曹路 and 北蔡, where somebody may look for a shift near them. */
const otherStations = (stations: readonly StationRecord[]): StationRecord[] =>
  stations
    .filter(
      ({ _id, street, category, place }) =>
        (street === '曹路镇' || street === '北蔡镇') &&
        category === 'courier-home' &&
        place !== null &&
        String(_id) !== AUNTIES_STATION,
    )
    .slice(0, OTHERS);

const stewardOf = (station: StationRecord, personId: PersonId, now: EpochMs): StewardRecord => ({
  _id: pairIdOf('steward', station._id, personId),
  stationId: station._id,
  stationName: station.name,
  scope: station.scope,
  waitingFor: [],
  personId,
  calledName: '小李',
  state: 'accepted',
  since: EpochMs.parse(now - 30 * 24 * HOUR_MS),
  closed: 2,
});
