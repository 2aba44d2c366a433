import { verifyChain } from '../../cloudfunctions/duty/chain';
import { isGenuine } from '../../cloudfunctions/duty/certificate';
import { BookEntry, CertificateRecord } from '../../cloudfunctions/duty/hours-records';
import { minutesOf, sumOf } from '../../cloudfunctions/duty/hours-sum';
import { RosterRecord } from '../../cloudfunctions/duty/roster-records';
import { wantedOf } from '../../cloudfunctions/duty/shift-index';
import { ShiftRecord } from '../../cloudfunctions/duty/shift-records';
import { StewardRecord, UpkeepRecord } from '../../cloudfunctions/duty/upkeep-records';
import { VolunteerRecord } from '../../cloudfunctions/duty/volunteer-records';
import { personIdFor } from '../../cloudfunctions/runtime/serve';
import { EpochMs } from '../../types/time';
import { freshKeys } from '../local-keys';
import type { SeededDuty } from './duty';
import { AUNTIES_STATION, seededDuty } from './duty';
import { networkRecords } from './network';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const HOUR_MS = 3_600_000;

beforeAll(() => {
  Object.assign(process.env, freshKeys());
});

const seeded = (now: EpochMs): SeededDuty => seededDuty(networkRecords(now), personIdFor('wechat', 'local-rider'), now);

describe.each([
  ['on a Monday morning', at('2026-11-23T10:00:00')],
  ['a minute before midnight', at('2026-11-23T23:59:00')],
  ['in the holidays of October', at('2026-10-03T03:20:00')],
])('the demonstration begun %s', (_when, now) => {
  let made: SeededDuty;
  beforeAll(() => {
    made = seeded(now);
  });
  const duty = (): SeededDuty => made;

  it('holds documents as the functions read them, each once', () => {
    const { volunteers, rosters, shifts, entries, certificates, upkeeps, stewards } = duty();
    volunteers.forEach((one) => VolunteerRecord.parse(one));
    rosters.forEach((one) => RosterRecord.parse(one));
    shifts.forEach((one) => ShiftRecord.parse(one));
    entries.forEach((one) => BookEntry.parse(one));
    certificates.forEach((one) => CertificateRecord.parse(one));
    upkeeps.forEach((one) => UpkeepRecord.parse(one));
    stewards.forEach((one) => StewardRecord.parse(one));
    for (const ids of [volunteers, shifts, entries].map((records) => records.map(({ _id }) => String(_id))))
      expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(volunteers.map(({ number }) => number)).size).toBe(volunteers.length);
  });

  it('has nobody in two places at one time, and no more people than a shift needs', () => {
    const { volunteers, shifts } = duty();
    for (const { diary } of volunteers) {
      const spans = Object.values(diary).sort((one, other) => one.startsAt - other.startsAt);
      spans.slice(1).forEach((span, nth) => expect(span.startsAt).toBeGreaterThanOrEqual(spans[nth]?.endsAt ?? 0));
    }
    for (const shift of shifts) {
      const needed = shift.needs.reduce((sum, { count }) => sum + count, 0);
      expect(Object.keys(shift.places).length + wantedOf(shift)).toBe(needed);
    }
    const engaged = volunteers.flatMap(({ _id, diary }) => Object.keys(diary).map((shiftId) => `${shiftId}:${_id}`));
    const seated = shifts.flatMap(({ _id, places }) => Object.keys(places).map((personId) => `${_id}:${personId}`));
    expect(engaged.sort()).toEqual(seated.sort());
  });

  it('has books that hold, and a certificate that says what its book says', () => {
    const { volunteers, entries, certificates } = duty();
    for (const { _id, chain } of volunteers)
      expect(
        verifyChain(
          entries.filter(({ personId }) => personId === _id),
          chain,
        ),
      ).toBeNull();
    const [certificate] = certificates;
    const own = entries.filter(({ personId }) => personId === certificate?.personId);
    expect(certificate).toBeDefined();
    expect(certificate && isGenuine(certificate)).toBe(true);
    expect(certificate?.minutes).toBe(sumOf(own).minutes);
    expect(own.reduce((sum, { mix }) => sum + minutesOf(mix), 0)).toBeGreaterThan(10 * 60);
  });

  it('has a shift at 曹路 to which somebody may come at once, and one place of it is free', () => {
    const soon = duty().shifts.filter(({ stationId, title }) => stationId === AUNTIES_STATION && title === '机动班');
    expect(soon).toHaveLength(1);
    const [shift] = soon;
    expect(shift && shift.startsAt - now).toBeGreaterThan(0);
    expect(shift && shift.startsAt - now).toBeLessThanOrEqual(HOUR_MS / 4 + 60_000);
    expect(shift && wantedOf(shift)).toBe(1);
  });

  it('wants somebody within a day and within three days, and has a medicine out of date', () => {
    const { shifts, upkeeps } = duty();
    const gaps = shifts.filter((shift) => shift.stationId === AUNTIES_STATION && wantedOf(shift) > 0);
    for (const hours of [24, 96])
      expect(gaps.some(({ startsAt }) => now < startsAt && startsAt < now + hours * HOUR_MS)).toBe(true);
    expect(upkeeps[0]?.items['cooling-drops']?.expiresOn).not.toBeNull();
  });
});
