import fc from 'fast-check';
import { UnionId } from '../../types/ids';
import { heldFields } from '../../types/match-kind';
import { aForm, matchNow } from '../testing/matchmaking';
import { afterDecision, waitingParts } from './held-parts';
import type { Said } from './profile-records';

const text = (value: string) => ({ value, seenBy: 'proposal' as const });
const said: Said = {
  form: aForm('小林', {}, { street: text('北蔡'), hometown: text('盐城'), about: text('爱笑'), hopes: text('踏实') }),
  turnedDown: [],
};
const all = { held: [...heldFields], heldFor: [UnionId.parse('beicai')], heldSince: matchNow, hasPhoto: true };

describe('what becomes of something that was looked at', () => {
  it('is shown when it was agreed to, and everything else waits on', () => {
    const { parts, said: after, left } = afterDecision(all, said, { field: 'about', agree: true, reason: null });
    expect(parts).toEqual({ ...all, held: heldFields.filter((field) => field !== 'about') });
    expect(after).toEqual(said);
    expect(left).toBe(5);
  });

  it('is deleted when it was not, with the reason for its writer', () => {
    const { parts, said: after } = afterDecision(all, said, { field: 'about', agree: false, reason: '有联系方式' });
    expect(parts.held).not.toContain('about');
    expect(after.form.facts).toEqual({ ...said.form.facts, about: null });
    expect(after.turnedDown).toEqual([{ field: 'about', reason: '有联系方式' }]);
  });

  it('goes as a picture without a word of the form changing', () => {
    const { parts, said: after } = afterDecision(all, said, { field: 'photo', agree: false, reason: '不是本人' });
    expect(parts.hasPhoto).toBe(false);
    expect(after.form).toEqual(said.form);
    expect(afterDecision(all, said, { field: 'photo', agree: true, reason: null }).parts.hasPhoto).toBe(true);
  });

  it('stays hidden as a name until it is written anew, and waits for nobody of the studio', () => {
    const only = { ...all, held: ['calledName' as const] };
    const {
      parts,
      said: after,
      left,
    } = afterDecision(only, said, { field: 'calledName', agree: false, reason: '是广告' });
    expect(parts).toEqual({ ...only, heldFor: [], heldSince: null });
    expect(after.form.calledName).toBe('小林');
    expect([left, waitingParts(parts, after)]).toEqual([0, []]);
  });

  it('leaves as much as waits, in whatever order it is looked through', () => {
    const decisions = fc
      .shuffledSubarray([...heldFields], { minLength: 6 })
      .chain((fields) =>
        fc.tuple(...fields.map((field) => fc.record({ field: fc.constant(field), agree: fc.boolean() }))),
      );
    fc.assert(
      fc.property(decisions, (chosen) => {
        let [parts, now] = [all as ReturnType<typeof afterDecision>['parts'], said];
        chosen.forEach(({ field, agree }, nth) => {
          const after = afterDecision(parts, now, { field, agree, reason: agree ? null : '请改写' });
          [parts, now] = [after.parts, after.said];
          expect(after.left).toBe(chosen.length - nth - 1);
          expect(parts.heldFor.length === 0).toBe(after.left === 0);
        });
        expect(now.turnedDown).toHaveLength(chosen.filter(({ agree }) => !agree).length);
        expect(parts.held).toEqual(
          chosen.some(({ field, agree }) => field === 'calledName' && !agree) ? ['calledName'] : [],
        );
      }),
    );
  });
});
