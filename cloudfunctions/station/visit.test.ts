import * as fc from 'fast-check';
import type { DistanceBand } from '../../types/evidence';
import { Evidence, VisitorKey } from '../../types/evidence';
import { PersonId, StationId } from '../../types/ids';
import { EpochMs, shanghaiDay } from '../../types/time';
import type { Shown } from './station-code';
import { VISIT_COOL_DOWN_MS, evidenceOf, goesOn, visitorOf } from './visit';
import { AFTER_MONTH, forgottenAt, visitDay } from './visit-days';

const id = StationId.parse('beicai-1');
const person = PersonId.parse(`p${'a'.repeat(22)}`);
const phone = VisitorKey.parse('k'.repeat(22));
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const bands: DistanceBand[] = ['at-the-door', 'near', 'far', 'not-said'];
const noon = at('2026-11-20T12:00:00');
const later = (ms: number): EpochMs => EpochMs.parse(noon + ms);

describe('what a visit rests on', () => {
  it.each<[Shown | null, readonly [string, string, string, string]]>([
    ['rotating', ['rotating-code', 'rotating-code', 'rotating-code', 'rotating-code']],
    ['printed', ['code-and-near', 'code-and-near', 'door-code', 'door-code']],
    [null, ['near', 'near', 'too-far', 'place-needed']],
  ])('with the code %s, at the door, near, far and not said', (shown, expected) => {
    const answers = bands.map((band) => evidenceOf({ shown, band, isOnMap: true }));
    expect(answers.map((answer) => (answer.ok ? answer.value : answer.refusal))).toEqual(expected);
  });

  it('is never weaker for saying a place, and a code is never refused for one', () => {
    for (const shown of ['rotating', 'printed'] as const) {
      const silent = evidenceOf({ shown, band: 'not-said', isOnMap: true });
      for (const band of bands) {
        const said = evidenceOf({ shown, band, isOnMap: true });
        if (!said.ok || !silent.ok) throw new Error('a code was refused');
        expect(Evidence.options.indexOf(said.value)).toBeLessThanOrEqual(Evidence.options.indexOf(silent.value));
      }
    }
  });

  it('is a code at a station that is not on the map', () => {
    expect(evidenceOf({ shown: null, band: 'not-said', isOnMap: false })).toMatchObject({ refusal: 'code-needed' });
    expect(evidenceOf({ shown: 'printed', band: 'not-said', isOnMap: false })).toMatchObject({ value: 'door-code' });
  });
});

describe('who came', () => {
  it('is the person who is signed in, whatever key the phone sends', () => {
    expect(visitorOf(person, phone, null)).toEqual({ ok: true, value: person });
  });

  it('is a phone that drew a key, and then only by a code', () => {
    expect(visitorOf(null, phone, 'printed')).toMatchObject({ value: `anonymous:${phone}` });
    expect(visitorOf(null, phone, null)).toMatchObject({ refusal: 'code-needed' });
    expect(visitorOf(null, null, 'printed')).toMatchObject({ refusal: 'visitor-unknown' });
  });
});

describe('a visit', () => {
  it.each([
    ['one millisecond before the cool-down is over', VISIT_COOL_DOWN_MS - 1, true],
    ['exactly when it is over', VISIT_COOL_DOWN_MS, false],
    ['by a clock that is behind', -5_000, true],
  ])('goes on %s', (_when, ms, answer) => {
    expect(goesOn({ at: noon, evidence: 'near' }, later(ms))).toBe(answer);
  });

  it('is looked for wherever another tap of it may have been entered', () => {
    const instants = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2028-12-31T00:00:00') });
    const between = fc.integer({ min: 0, max: VISIT_COOL_DOWN_MS - 1 });
    fc.assert(
      fc.property(instants, between, (first, gap) => {
        const [earlier, now] = [EpochMs.parse(first), EpochMs.parse(first + gap)].map((one) => visitDay(id, one));
        if (earlier === undefined || now === undefined) throw new Error('no day');
        if (earlier.useId === now.useId) {
          expect(now.besides).toContain(earlier.day);
          if (gap < 60_000) expect(earlier.besides).toContain(now.day);
        } else {
          expect(now.monthBefore).toEqual({ useId: earlier.useId, day: earlier.day });
          expect(earlier.besides).toContain(AFTER_MONTH);
        }
      }),
    );
  });

  it('is written under its day in Shanghai', () => {
    expect(visitDay(id, at('2026-11-20T23:59:59.999'))).toMatchObject({ useId: 'beicai-1:2026-11', day: '20' });
    expect(visitDay(id, at('2026-12-01T00:00:00'))).toMatchObject({ useId: 'beicai-1:2026-12', day: '01' });
  });

  it('is not forgotten before its cool-down is over', () => {
    const instants = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2028-12-31T00:00:00') });
    fc.assert(
      fc.property(instants, (instant) => {
        const over = forgottenAt(EpochMs.parse(instant));
        expect(over).toBeGreaterThan(instant + VISIT_COOL_DOWN_MS);
        expect(shanghaiDay(over) > shanghaiDay(EpochMs.parse(instant))).toBe(true);
      }),
    );
  });
});
