import fc from 'fast-check';
import { isAtLeast, stronger, weaker } from './evidence-rank';
import { dutyEvidences } from '../../types/duty-kind';
import type { Shown } from './tap-evidence';
import { tapEvidence } from './tap-evidence';

const shown = (more: Partial<Shown>): Shown => ({
  code: null,
  band: 'not-said',
  isWitnessed: false,
  isPrompt: true,
  ...more,
});
const answer = (more: Partial<Shown>, way: 'in' | 'out'): string => {
  const evidence = tapEvidence(shown(more), way);
  return evidence.ok ? evidence.value : evidence.refusal;
};

describe('what a tap rests on', () => {
  it.each([
    [{ code: 'rotating', band: 'at-the-door' }, 'rotating-code', 'rotating-code'],
    [{ code: 'rotating', band: 'near' }, 'rotating-code', 'rotating-code'],
    [{ code: 'rotating', isWitnessed: true }, 'rotating-code', 'rotating-code'],
    [{ code: 'rotating', band: 'far', isWitnessed: true }, 'door-code', 'door-code'],
    [{ code: 'rotating' }, 'door-code', 'door-code'],
    [{ code: 'rotating', band: 'far' }, 'door-code', 'door-code'],
    [{ code: 'rotating', isWitnessed: true, isPrompt: false }, 'door-code', 'door-code'],
    [{ code: 'rotating', band: 'near', isPrompt: false }, 'code-and-near', 'code-and-near'],
    [{ code: 'printed', band: 'near' }, 'code-and-near', 'code-and-near'],
    [{ code: 'printed', band: 'far' }, 'door-code', 'door-code'],
    [{ code: 'printed' }, 'door-code', 'door-code'],
    [{ code: 'expired', isPrompt: false }, 'door-code', 'door-code'],
    [{ code: 'expired' }, 'code-expired', 'code-expired'],
    [{ code: 'unreadable', band: 'at-the-door' }, 'code-unreadable', 'code-unreadable'],
    [{ code: 'other-station', band: 'at-the-door' }, 'other-station', 'other-station'],
    [{ band: 'at-the-door' }, 'near', 'near'],
    [{ band: 'near' }, 'near', 'near'],
    [{ band: 'far' }, 'too-far', 'tap'],
    [{}, 'evidence-needed', 'tap'],
  ] as const)('of %j is %s in coming and %s in leaving', (what, coming, leaving) => {
    expect([answer(what, 'in'), answer(what, 'out')]).toEqual([coming, leaving]);
  });

  it('is a changing code only when it came in time', () => {
    const any = fc.record<Shown>({
      code: fc.constantFrom('rotating', 'printed', 'expired', 'unreadable', 'other-station', null),
      band: fc.constantFrom('at-the-door', 'near', 'far', 'not-said'),
      isWitnessed: fc.boolean(),
      isPrompt: fc.boolean(),
    });
    fc.assert(
      fc.property(any, fc.constantFrom('in', 'out'), (what, way) => {
        const evidence = tapEvidence(what, way);
        if (!evidence.ok || evidence.value !== 'rotating-code') return;
        expect(what).toMatchObject({ code: 'rotating', isPrompt: true });
        expect(what.band).not.toBe('far');
      }),
    );
  });
});

describe('the order of evidences', () => {
  const any = fc.constantFrom(...dutyEvidences);
  it('is one line: of two, one is the weaker and the other the stronger', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect([weaker(one, other), stronger(one, other)].sort()).toEqual([one, other].sort());
        expect(isAtLeast(stronger(one, other), weaker(one, other))).toBe(true);
      }),
    );
    expect(weaker('rotating-code', 'tap')).toBe('tap');
    expect(stronger('near', 'co-worker')).toBe('co-worker');
  });
});
