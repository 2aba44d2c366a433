import { PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { aPlace, aShift, aVolunteer, dutyNow, numberOf } from '../testing/duty';
import { decidedOn } from './acceptance';
import { EXCUSE_WITHIN_MS, decidedExcuse, excused } from './excuses';
import { gapStage } from './gaps';
import type { ShiftPlace, ShiftRecord } from './shift-records';

const zhang = PersonId.parse(`p${'z'.repeat(22)}`);
const shiftWith = (place: Partial<ShiftPlace>): ShiftRecord =>
  aShift('上午班', { places: { [zhang]: aPlace('zhang', place) } });
const { endsAt } = shiftWith({});
const missed = shiftWith({ state: 'missed' });
const said = (words = '发烧了', shift = missed): ShiftRecord => {
  const answer = excused(shift, zhang, words, dutyNow);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
};
const decided = (accept: boolean, shift = said()) => decidedExcuse(shift, numberOf('zhang'), accept, '站长', dutyNow);

describe('why somebody did not come', () => {
  it('is said by whoever missed a shift, and by nobody else', () => {
    expect(said().places[zhang]?.excuse).toEqual({ words: '发烧了', at: dutyNow, accepted: null });
    for (const state of ['held', 'on-duty', 'served', 'run-out', 'excused'] as const)
      expect(excused(shiftWith({ state }), zhang, '发烧了', dutyNow)).toEqual({ ok: false, refusal: 'not-missed' });
    expect(excused(missed, PersonId.parse(`p${'w'.repeat(22)}`), '发烧了', dutyNow)).toEqual({
      ok: false,
      refusal: 'no-place',
    });
  });

  it('is said within two weeks of the shift', () => {
    const last = EpochMs.parse(endsAt + EXCUSE_WITHIN_MS);
    expect(excused(missed, zhang, '发烧了', EpochMs.parse(last - 1))).toMatchObject({ ok: true });
    expect(excused(missed, zhang, '发烧了', last)).toEqual({ ok: false, refusal: 'too-late' });
  });

  it('is answered once; the same answer again changes nothing', () => {
    const yes = decided(true);
    if (!yes.ok) throw new Error(yes.refusal);
    expect(yes.value.places[zhang]).toMatchObject({ state: 'excused', excuse: { accepted: true } });
    expect(yes.value.log.at(-1)).toMatchObject({ act: 'excused', by: '站长' });
    expect(decided(true, yes.value)).toEqual({ ok: true, value: yes.value });
    expect(decided(false, yes.value)).toEqual({ ok: false, refusal: 'answered-already' });
  });

  it('may be said better after a no', () => {
    const no = decided(false);
    if (!no.ok) throw new Error(no.refusal);
    expect(no.value.places[zhang]).toMatchObject({ state: 'missed', excuse: { accepted: false } });
    const again = said('发烧了，有病历', no.value);
    expect(again.places[zhang]?.excuse).toMatchObject({ words: '发烧了，有病历', accepted: null });
    expect(decided(true, again)).toMatchObject({ ok: true });
  });

  it('cannot be answered before it is said', () => {
    expect(decided(true, missed)).toEqual({ ok: false, refusal: 'nothing-said' });
    expect(decided(true, shiftWith({}))).toEqual({ ok: false, refusal: 'not-missed' });
    expect(decided(true, aShift('上午班'))).toEqual({ ok: false, refusal: 'no-place' });
  });
});

describe('a head’s word on a volunteer', () => {
  const word = (
    state: 'asked' | 'accepted' | 'paused' | 'declined' | 'left',
    to: 'accepted' | 'declined' | 'paused',
  ) => {
    const answer = decidedOn(aVolunteer('zhang', zhang, { state }), to, null, dutyNow);
    return answer.ok ? answer.value.state : answer.refusal;
  };

  it('leads only where there is a way', () => {
    const all = (to: 'accepted' | 'declined' | 'paused') =>
      (['asked', 'accepted', 'paused', 'declined', 'left'] as const).map((state) => word(state, to));
    const no = 'answered-already';
    expect(all('accepted')).toEqual(['accepted', 'accepted', 'accepted', 'accepted', no]);
    expect(all('declined')).toEqual(['declined', no, 'declined', 'declined', no]);
    expect(all('paused')).toEqual([no, 'paused', 'paused', no, no]);
  });

  const named = (
    state: 'asked' | 'accepted' | 'paused',
    to: 'accepted' | 'declined' | 'paused',
    read: string | null,
  ) => {
    const waiting = aVolunteer('zhang', zhang, { state, calledName: 'V00000001', heldName: '老王' });
    const answer = decidedOn(waiting, to, read, dutyNow);
    if (!answer.ok) return answer.refusal;
    const { state: after, calledName, heldName, waitingFor } = answer.value;
    return [after, calledName, heldName, waitingFor.length > 0];
  };

  it('shows a name to colleagues only if it is the one that the head read', () => {
    expect(named('asked', 'accepted', '老王')).toEqual(['accepted', '老王', null, false]);
    expect(named('asked', 'accepted', '老李')).toEqual(['accepted', 'V00000001', '老王', true]);
    expect(named('asked', 'accepted', null)).toEqual(['accepted', 'V00000001', '老王', true]);
    expect(named('accepted', 'accepted', '老王')).toEqual(['accepted', '老王', null, false]);
    expect(named('accepted', 'accepted', '老李')).toEqual(['accepted', 'V00000001', '老王', false]);
  });

  it('can turn a name down without the volunteer, once it is that name', () => {
    expect(named('accepted', 'declined', '老王')).toEqual(['accepted', 'V00000001', null, false]);
    expect(named('accepted', 'declined', '老李')).toBe('answered-already');
    expect(named('asked', 'declined', '老王')).toEqual(['declined', 'V00000001', '老王', false]);
    expect(named('accepted', 'paused', '老王')).toEqual(['paused', 'V00000001', '老王', false]);
  });
});

describe('a gap', () => {
  const stageAt = (hours: number, more: Parameters<typeof aShift>[1] = {}) =>
    gapStage(aShift('上午班', more), EpochMs.parse(aShift('上午班').startsAt - hours * 3_600_000));

  it('comes near at 72, 24 and 4 hours, and is there when the shift begins', () => {
    expect([73, 72, 24.01, 24, 4, 0.01, 0].map((hours) => stageAt(hours)?.stage)).toEqual([
      'later',
      '72h',
      '72h',
      '24h',
      '4h',
      '4h',
      'now',
    ]);
  });

  it('is none once the shift is over, called off, or everybody is found', () => {
    expect(stageAt(-3)).toBeNull();
    expect(stageAt(24, { state: 'called-off' })).toBeNull();
    const both = { [zhang]: aPlace('zhang'), [`p${'w'.repeat(22)}`]: aPlace('wang') };
    expect(stageAt(24, { places: both })).toBeNull();
    expect(stageAt(24, { places: { [zhang]: aPlace('zhang') } })).toEqual({ people: 1, stage: '24h' });
  });
});
