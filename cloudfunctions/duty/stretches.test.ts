import { EpochMs } from '../../types/time';
import { aPlace, aShift, numberOf } from '../testing/duty';
import type { ShiftPlace } from './shift-records';
import { stretchesOf } from './stretches';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`2026-11-25T${text}+08:00`));
const shift = aShift('上午班');
const place = (more: Partial<ShiftPlace>): ShiftPlace =>
  aPlace('zhang', { clockIn: { at: at('09:00:00'), evidence: 'code-and-near' }, lastSignAt: at('09:00:00'), ...more });
const served = (out: EpochMs, more: Partial<ShiftPlace> = {}): ShiftPlace =>
  place({ state: 'served', clockOut: { at: out, evidence: 'rotating-code' }, ...more });

describe('the time that somebody served', () => {
  it('begins a quarter of an hour before the shift, and ends half an hour after it, at most', () => {
    const long = served(at('14:00:00'), { clockIn: { at: at('08:30:00'), evidence: 'rotating-code' } });
    expect(stretchesOf(shift, long)).toEqual([
      { from: at('08:45:00'), until: at('12:30:00'), evidence: 'rotating-code' },
    ]);
  });

  it('rests on the weaker of coming and leaving', () => {
    expect(stretchesOf(shift, served(at('12:00:00')))).toMatchObject([{ evidence: 'code-and-near' }]);
    const tapped = served(at('12:00:00'), { clockOut: { at: at('12:00:00'), evidence: 'tap' } });
    expect(stretchesOf(shift, tapped)).toMatchObject([{ evidence: 'tap' }]);
  });

  it('rests on a colleague’s word where coming was proved by less, and never on less for it', () => {
    const vouchedBy = numberOf('li');
    const near = { at: at('09:00:00'), evidence: 'near' } as const;
    expect(stretchesOf(shift, served(at('12:00:00'), { clockIn: near, vouchedBy }))).toMatchObject([
      { evidence: 'co-worker' },
    ]);
    const strong = { at: at('09:00:00'), evidence: 'rotating-code' } as const;
    expect(stretchesOf(shift, served(at('12:00:00'), { clockIn: strong, vouchedBy }))).toMatchObject([
      { evidence: 'rotating-code' },
    ]);
  });

  it('ends with the last sign of life where the clock ran out, their own word; what is after that is assumed', () => {
    expect(stretchesOf(shift, place({ state: 'run-out', lastSignAt: at('10:30:00') }))).toEqual([
      { from: at('09:00:00'), until: at('10:30:00'), evidence: 'tap' },
      { from: at('10:30:00'), until: at('12:00:00'), evidence: 'assumed' },
    ]);
  });

  it('assumes nothing where the last sign of life came after the end', () => {
    expect(stretchesOf(shift, place({ state: 'run-out', lastSignAt: at('12:20:00') }))).toEqual([
      { from: at('09:00:00'), until: at('12:20:00'), evidence: 'tap' },
    ]);
  });

  it('is none for whoever left before it began to count, has not left yet, or never came', () => {
    const early = { at: at('08:31:00'), evidence: 'near' } as const;
    expect(stretchesOf(shift, served(at('08:40:00'), { clockIn: early }))).toEqual([]);
    expect(stretchesOf(shift, place({ state: 'on-duty' }))).toEqual([]);
    expect(stretchesOf(shift, aPlace('zhang', { state: 'missed' }))).toEqual([]);
  });
});
