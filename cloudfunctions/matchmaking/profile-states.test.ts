import fc from 'fast-check';
import type { ProfileState } from '../../types/match-kind';
import { profileStates } from '../../types/match-kind';
import { EpochMs, NEVER, ShanghaiDay, addDays, shanghaiDay, startOfDay } from '../../types/time';
import type { Profile } from './profile-records';
import type { ProfileStep } from './profile-states';
import { dueAtOf, isToBeTold, isToGo, mayRenew, profileSteps, runsOutAt, stateAt, stepped } from './profile-states';

const DAY_MS = 86_400_000;
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const later = (instant: EpochMs, ms: number): EpochMs => EpochMs.parse(instant + ms);
const joined = at('2026-11-23T10:00:00');
const expiresAt = runsOutAt(joined);
type Times = Pick<Profile, 'state' | 'pausedUntil' | 'expiresAt' | 'told' | 'lookedUpAt'>;
const aProfile = (more: Partial<Times> = {}): Times => ({
  ...{ state: 'active', pausedUntil: null, expiresAt, told: [], lookedUpAt: NEVER },
  ...more,
});

describe('a profile in the pool', () => {
  it.each<[ProfileState, ProfileStep, ProfileState]>([
    ['active', 'pause', 'paused'],
    ['active', 'run-out', 'expired'],
    ['active', 'renew', 'active'],
    ['paused', 'pause', 'paused'],
    ['paused', 'resume', 'active'],
    ['paused', 'run-out', 'expired'],
    ['paused', 'renew', 'paused'],
    ['expired', 'renew', 'active'],
  ])('that is %s is, after %s, %s', (from, step, to) => {
    expect(stepped(from, step)).toBe(to);
  });

  it('knows no other step, reaches every state, and can always be renewed', () => {
    const steps: ProfileStep[] = ['pause', 'resume', 'run-out', 'renew'];
    expect(profileStates.flatMap((state) => steps.filter((step) => stepped(state, step) !== null))).toHaveLength(8);
    const reached = new Set<ProfileState>([
      'active',
      ...Object.values(profileSteps).flatMap((to) => Object.values(to)),
    ]);
    expect([...reached].sort()).toEqual([...profileStates].sort());
    expect(profileStates.filter((state) => stepped(state, 'renew') === null)).toEqual([]);
  });

  it('runs out after half a year, to the millisecond, whether or not anybody has looked', () => {
    expect(expiresAt).toBe(at('2027-05-24T10:00:00'));
    expect(stateAt(aProfile(), later(expiresAt, -1))).toBe('active');
    expect(stateAt(aProfile(), expiresAt)).toBe('expired');
    expect(stateAt(aProfile({ state: 'paused' }), expiresAt)).toBe('expired');
  });

  it('comes back by itself at the midnight in Shanghai with which its day begins, or never without a day', () => {
    const paused = aProfile({ state: 'paused', pausedUntil: ShanghaiDay.parse('2026-12-24') });
    expect(stateAt(paused, at('2026-12-23T23:59:59.999'))).toBe('paused');
    expect(stateAt(paused, at('2026-12-24T00:00:00'))).toBe('active');
    expect(stateAt(aProfile({ state: 'paused' }), at('2027-05-24T09:59:59'))).toBe('paused');
  });

  it('may be renewed from thirty days before on, and as long as it is there', () => {
    expect(mayRenew(aProfile(), later(expiresAt, -30 * DAY_MS - 1))).toBe(false);
    expect(mayRenew(aProfile(), later(expiresAt, -30 * DAY_MS))).toBe(true);
    expect(mayRenew(aProfile({ state: 'expired' }), later(expiresAt, 29 * DAY_MS))).toBe(true);
  });

  it('is told of once, fourteen days before', () => {
    expect(isToBeTold(aProfile(), later(expiresAt, -14 * DAY_MS - 1))).toBe(false);
    expect(isToBeTold(aProfile(), later(expiresAt, -14 * DAY_MS))).toBe(true);
    expect(isToBeTold(aProfile({ told: ['expiring'] }), expiresAt)).toBe(false);
  });

  it('goes thirty days after it ran out, and not before', () => {
    expect(isToGo(aProfile({ state: 'expired' }), later(expiresAt, 30 * DAY_MS - 1))).toBe(false);
    expect(isToGo(aProfile({ state: 'expired' }), later(expiresAt, 30 * DAY_MS))).toBe(true);
    expect(isToGo(aProfile(), later(expiresAt, 30 * DAY_MS))).toBe(true);
  });

  it('is never looked at later than anything happens to it', () => {
    const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(shanghaiDay(joined), days));
    const profile: fc.Arbitrary<Times> = fc.record({
      state: fc.constantFrom(...profileStates),
      pausedUntil: fc.option(day),
      expiresAt: fc.constant(expiresAt),
      told: fc.constantFrom([], ['expiring']),
      lookedUpAt: fc.constantFrom(joined, NEVER),
    });
    fc.assert(
      fc.property(profile, fc.integer({ min: 0, max: 300 * DAY_MS }), (one, ms) => {
        const now = later(joined, ms);
        const hasNews =
          stateAt(one, now) !== one.state || isToGo(one, now) || (one.state !== 'expired' && isToBeTold(one, now));
        if (hasNews) expect(dueAtOf(one)).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('is looked at when a pause ends, before anything else', () => {
    const pausedUntil = ShanghaiDay.parse('2026-12-24');
    expect(dueAtOf(aProfile({ state: 'paused', pausedUntil }))).toBe(startOfDay(pausedUntil));
    expect(dueAtOf(aProfile())).toBe(later(expiresAt, -14 * DAY_MS));
    expect(dueAtOf(aProfile({ told: ['expiring'] }))).toBe(expiresAt);
    expect(dueAtOf(aProfile({ state: 'expired' }))).toBe(later(expiresAt, 30 * DAY_MS));
  });

  it('is looked at every day for whose member they are, until it ran out', () => {
    expect(dueAtOf(aProfile({ lookedUpAt: joined }))).toBe(later(joined, DAY_MS));
    expect(dueAtOf(aProfile({ lookedUpAt: joined, state: 'paused' }))).toBe(later(joined, DAY_MS));
    expect(dueAtOf(aProfile({ lookedUpAt: joined, state: 'expired' }))).toBe(later(expiresAt, 30 * DAY_MS));
  });
});
