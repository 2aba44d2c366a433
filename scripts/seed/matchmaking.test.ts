import { Profile, saidBy } from '../../cloudfunctions/matchmaking/profile-records';
import { Pledge, Studio } from '../../cloudfunctions/matchmaking/studio-records';
import { Member } from '../../cloudfunctions/member/records';
import { ProfileForm } from '../../types/match-profile';
import { EpochMs } from '../../types/time';
import { freshKeys } from '../local-keys';
import type { SeededMatchmaking } from './matchmaking';
import { seededMatchmaking } from './matchmaking';
import { networkRecords } from './network';

const now = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));

describe('the studio of the demonstration', () => {
  let made: SeededMatchmaking;
  beforeAll(() => {
    Object.assign(process.env, freshKeys());
    made = seededMatchmaking(networkRecords(now), now);
  });

  it('holds documents as the functions read them, each once', () => {
    Studio.parse(made.studio);
    Pledge.parse(made.pledge);
    made.members.forEach((one) => Member.parse(one));
    made.profiles.forEach((one) => Profile.parse(one));
    const numbers = made.members.map(({ cardNumber }) => cardNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    const ids = made.profiles.map(({ profileId }) => profileId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has more than four hundred people, as the newspaper says, of age and with what a form allows', () => {
    expect(made.profiles.length).toBeGreaterThan(400);
    for (const profile of made.profiles) {
      const { form } = saidBy(profile);
      expect(ProfileForm.parse(form)).toEqual(form);
      expect(2026 - form.facts.age.value).toBeGreaterThanOrEqual(18);
      const { ages } = form.facts;
      if (ages !== null) expect(ages.value.from).toBeLessThanOrEqual(ages.value.upTo);
    }
  });

  it('leaves nothing open of what people said', () => {
    expect(JSON.stringify(made.profiles)).not.toContain('made_up_');
    expect(JSON.stringify(made.profiles)).not.toContain('小雨');
  });

  it('sits on Fridays', () => {
    expect(made.studio.form.weekday).toBe(5);
    expect(made.studio.form.isOpen).toBe(true);
  });
});
