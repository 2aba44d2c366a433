import fc from 'fast-check';
import type { PersonId } from '../../types/ids';
import { MOST_A_WEEK } from '../../types/match-kind';
import { EpochMs } from '../../types/time';
import { aProfile, aStudio, matchNow } from '../testing/matchmaking';
import type { Profile } from './profile-records';
import { inTheLastWeek, proposable } from './proposable';

const WEEK_MS = 7 * 86_400_000;
const ago = (ms: number): EpochMs => EpochMs.parse(matchNow - ms);

describe('somebody of the pool', () => {
  let before: NodeJS.ProcessEnv;
  beforeAll(() => {
    before = { ...process.env };
    process.env['SEALING_KEYS'] = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
  });
  afterAll(() => {
    process.env = before;
  });

  const reason = (more: Partial<Profile> = {}, needsStamp = false) =>
    proposable(aProfile('林', 'p1234567890123456789012' as PersonId, more), aStudio({}, { needsStamp }), matchNow);

  it('can be proposed who is active, agreed to it, and was not proposed twice in seven days', () => {
    expect(reason()).toBeNull();
    expect(reason({ stamp: { at: matchNow } }, true)).toBeNull();
  });

  it.each([
    ['paused', { state: 'paused' }, false],
    ['expired', { state: 'expired' }, false],
    ['expired', { expiresAt: matchNow }, false],
    ['proposals-off', { consents: [] }, false],
    ['stamp-needed', {}, true],
    ['week-full', { proposedAt: [ago(0), ago(WEEK_MS - 1)] }, false],
  ] as const)('cannot be proposed now: %s', (expected, more, needsStamp) => {
    expect(reason(more as Partial<Profile>, needsStamp)).toBe(expected);
  });

  it('has room again a week to the millisecond after the first of two', () => {
    expect(reason({ proposedAt: [ago(WEEK_MS), ago(1)] })).toBeNull();
    expect(reason({ expiresAt: EpochMs.parse(matchNow + 1) })).toBeNull();
  });

  it('is never proposed more often in any seven days than a week holds, whenever somebody asks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 * 86_400_000 }), { maxLength: 30 }), (waits) => {
        const all: EpochMs[] = [];
        let now = matchNow;
        for (const wait of waits) {
          now = EpochMs.parse(now + wait);
          const { form } = aStudio();
          const profile = {
            ...aProfile('林', 'p1234567890123456789012' as PersonId),
            proposedAt: inTheLastWeek(all, now),
          };
          if (proposable(profile, { form }, now) === null) all.push(now);
        }
        for (const at of all)
          expect(
            inTheLastWeek(
              all.filter((one) => one <= at),
              at,
            ).length,
          ).toBeLessThanOrEqual(MOST_A_WEEK);
      }),
    );
  });
});
