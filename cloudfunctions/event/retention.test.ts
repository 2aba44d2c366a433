import * as fc from 'fast-check';
import { EpochMs, NEVER } from '../../types/time';
import type { Said, Terms } from './retention';
import { keptAt, nextPurge } from './retention';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const field = (fieldId: string, purgeDays: number): Terms['fields'][number] => ({
  fieldId,
  label: fieldId,
  kind: 'text',
  options: [],
  isRequired: false,
  isSensitive: false,
  askedIf: null,
  purgeDays,
});
const terms: Terms = {
  fields: [field('meal', 0), field('size', 30), field('illness', 3)],
  endsAt: at('2026-11-28T16:00'),
  isOut: false,
};
const said: Said = {
  details: { name: '李小飞', children: [{ name: '李小雨', age: 6 }], answers: { illness: '花生过敏' } },
  answers: { meal: '素', size: 'M' },
};
const before = (instant: EpochMs): EpochMs => EpochMs.parse(instant - 1);

describe('what somebody said when they registered', () => {
  it('is all there until the end of the event’s day in Shanghai', () => {
    expect(nextPurge(said, terms)).toBe(at('2026-11-29T00:00'));
    expect(keptAt(said, terms, before(at('2026-11-29T00:00')))).toEqual(said);
  });

  it('loses the children the day after, and each answer after as many days as its question says', () => {
    const dayAfter = keptAt(said, terms, at('2026-11-29T00:00'));
    expect(dayAfter.details).toEqual({ name: '李小飞', children: [], answers: { illness: '花生过敏' } });
    expect(dayAfter.answers).toEqual({ size: 'M' });
    expect(nextPurge(dayAfter, terms)).toBe(at('2026-12-02T00:00'));
    expect(keptAt(said, terms, before(at('2026-12-02T00:00'))).details?.answers).toEqual({ illness: '花生过敏' });
    expect(keptAt(said, terms, at('2026-12-02T00:00')).details?.answers).toEqual({});
    expect(keptAt(said, terms, at('2026-12-29T00:00')).answers).toEqual({});
  });

  it('loses the name after 180 days, and then nothing is left to delete', () => {
    const last = at('2027-05-28T00:00');
    expect(keptAt(said, terms, before(last)).details?.name).toBe('李小飞');
    const nothing = keptAt(said, terms, last);
    expect(nothing).toEqual({ details: null, answers: {} });
    expect(nextPurge(nothing, terms)).toBe(NEVER);
  });

  it('goes with the event’s day where somebody cancelled or was left without a place', () => {
    expect(keptAt(said, { ...terms, isOut: true }, at('2026-11-29T00:00'))).toEqual({ details: null, answers: {} });
    expect(keptAt(said, { ...terms, isOut: true }, at('2026-11-28T23:59'))).toEqual(said);
  });

  it('does not outlive its question: an answer whose question was removed goes with the event’s day', () => {
    expect(keptAt(said, { ...terms, fields: [] }, at('2026-11-29T00:00')).answers).toEqual({});
  });

  it('of an event that ends after midnight is kept for the day on which it ends', () => {
    expect(nextPurge(said, { ...terms, endsAt: at('2026-11-29T01:00') })).toBe(at('2026-11-30T00:00'));
  });

  it('never comes back: each later look keeps no more, and nothing due is left at the next one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 220 }), { minLength: 1, maxLength: 6 }), (days) => {
        let now = terms.endsAt;
        let left = said;
        for (const day of days) {
          now = EpochMs.parse(now + day * 86_400_000);
          left = keptAt(left, terms, now);
          expect(left).toEqual(keptAt(said, terms, now));
          expect(nextPurge(left, terms)).toBeGreaterThan(now);
        }
      }),
    );
  });
});
