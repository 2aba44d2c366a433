import fc from 'fast-check';
import { followUpStages, proposalStates } from '../../types/match-kind';
import type { ProposalState } from '../../types/match-kind';
import { EpochMs, NEVER, addDays, shanghaiDay } from '../../types/time';
import { matchNow } from '../testing/matchmaking';
import { goneAt } from './ended';
import { nextFollowUp, nextTelling, stageAt, stagesOf, untold } from './follow-ups';
import { endable, proposalStepped, proposalSteps } from './proposal-states';
import { revealDay } from './reveal-day';

const DAY = 86_400_000;
const side = (more: object = {}) => ({ followsUp: true, done: [], told: [], ...more });
const after = (days: number): EpochMs => EpochMs.parse(matchNow + days * DAY);

describe('a follow-up', () => {
  it('comes three days, three weeks and three months after both heard', () => {
    expect(followUpStages.map((stage) => (stageAt(matchNow, stage) - matchNow) / DAY)).toEqual([3, 21, 90]);
  });

  it('is due from its instant on, and the next one is to come', () => {
    expect(stagesOf(side(), matchNow, EpochMs.parse(after(3) - 1))).toEqual({ due: [], later: ['days'] });
    expect(stagesOf(side(), matchNow, after(3))).toEqual({ due: ['days'], later: ['weeks'] });
    expect(stagesOf(side({ done: ['days'] }), matchNow, after(22))).toEqual({ due: ['weeks'], later: ['months'] });
    expect(stagesOf(side(), matchNow, after(90))).toEqual({ due: ['days', 'weeks', 'months'], later: [] });
  });

  it('is nobody’s who does not want to be asked', () => {
    const stopped = side({ followsUp: false });
    expect(stagesOf(stopped, matchNow, after(90))).toEqual({ due: [], later: [] });
    expect([nextFollowUp(matchNow, [stopped, stopped]), nextTelling(stopped, matchNow)]).toEqual([NEVER, NEVER]);
  });

  it('is told once to each', () => {
    expect(untold(side(), matchNow, after(21))).toEqual(['days', 'weeks']);
    expect(untold(side({ told: ['days', 'weeks'] }), matchNow, after(21))).toEqual([]);
    expect(nextTelling(side({ told: ['days'] }), matchNow)).toBe(after(21));
  });

  it('is next the earliest of both that nobody saw to', () => {
    const some = fc.record({ followsUp: fc.boolean(), done: fc.uniqueArray(fc.constantFrom(...followUpStages)) });
    fc.assert(
      fc.property(some, some, fc.integer({ min: 0, max: 100 }), (one, other, days) => {
        const listed = [one, other].flatMap((asked) => {
          const { due, later } = stagesOf(asked, matchNow, after(days));
          return [...due, ...later].map((stage) => stageAt(matchNow, stage));
        });
        expect(nextFollowUp(matchNow, [one, other])).toBe(Math.min(NEVER, ...listed));
      }),
    );
  });
});

describe('a proposal', () => {
  it('is told at eight in the evening of the fifth day after, however late it was made', () => {
    for (const time of ['00:00:00.000', '10:00:00.000', '23:59:59.999'])
      expect(revealDay(EpochMs.parse(Date.parse(`2026-11-23T${time}+08:00`)))).toBe(
        Date.parse('2026-11-28T20:00:00+08:00'),
      );
  });

  it('leaves between four and six days to think, and is the same instant for all of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
        const now = EpochMs.parse(at);
        const when = revealDay(now);
        expect(when - now).toBeGreaterThan(4 * DAY);
        expect(when - now).toBeLessThan(6 * DAY);
        expect(shanghaiDay(when)).toBe(addDays(shanghaiDay(now), 5));
      }),
    );
  });

  it.each<[ProposalState, 'reveal' | 'end', ProposalState | null]>([
    ['open', 'reveal', 'mutual'],
    ['open', 'end', 'ended'],
    ['mutual', 'end', 'ended'],
    ['mutual', 'reveal', null],
    ['ended', 'reveal', null],
    ['ended', 'end', null],
  ])('that is %s is, after %s, %s', (from, step, to) => {
    expect(proposalStepped(from, step)).toBe(to);
  });

  it('reaches every state, and stays ended', () => {
    const reached = new Set<ProposalState>([
      'open',
      ...Object.values(proposalSteps).flatMap((ways) => Object.values(ways)),
    ]);
    expect([...reached].sort()).toEqual([...proposalStates].sort());
    expect(proposalStates.filter((state) => proposalStepped(state, 'end') !== null)).toEqual([...endable]);
  });

  it('is kept 30 days after its day, or 120 where it was mutual', () => {
    expect(proposalStates.map((state) => (goneAt(matchNow, state) - matchNow) / DAY)).toEqual([30, 120, 30]);
  });
});
