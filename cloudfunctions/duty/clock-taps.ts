import type { Tapped, TapRefusal } from '../../types/duty-tap';
import type { DutyEvidence } from '../../types/duty-kind';
import type { PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { bandAt, isAnotherOnDuty, readStationCode } from '../station/at-work';
import type { Act, DutyFacts, DutyState } from './duty-state';
import { hasColleague, ownPlaceIn, withEffects, withLine, withPlace } from './duty-state';
import { isAtLeast } from './evidence-rank';
import { CLOCK_IN_EARLY_MS, COUNTS_LATE_MS } from './moments';
import { moved, stepped } from './place-steps';
import type { ShiftPlace } from './shift-records';
import type { CodeSeen } from './tap-evidence';
import { PROMPT_MS, tapEvidence } from './tap-evidence';

type Did<Name extends Tapped['did']> = Extract<Tapped, { did: Name }>;

/** Comes: the map says open from now on. */
export const clockIn: Act<Did<'clock-in'>> = (state, tapped, at, facts) => {
  const { personId, now } = facts;
  const { shift, clock } = state;
  const place = ownPlaceIn(state, personId);
  if (place.state === 'served') return refuse('clocked-out-already');
  if (stepped(place.state, 'clock-in') === null) return refuse('clocked-in-already');
  if (at < shift.startsAt - CLOCK_IN_EARLY_MS) return refuse('too-early');
  if (at >= shift.endsAt) return refuse('too-late');
  if (clock !== null && clock.on !== null && clock.on !== shift._id && at < clock.until)
    return refuse('on-duty-elsewhere');
  const evidence = evidenceOf(state, tapped, at, facts, 'in');
  if (!evidence.ok) return evidence;
  const here = { ...moved(place, 'clock-in'), clockIn: { at, evidence: evidence.value }, lastSignAt: at };
  const until = EpochMs.parse(shift.endsAt + COUNTS_LATE_MS);
  const clocked = withLine(withPlace(state, personId, here), 'clocked-in', at, { number: place.number });
  return agree({
    ...(now < shift.endsAt
      ? withEffects(clocked, [{ does: 'open-station', personId, since: at, until: shift.endsAt }])
      : clocked),
    clock: { on: shift._id, since: at, until, lastOutAt: clock?.lastOutAt ?? null },
  });
};

/** Leaves. Whoever is last has gone through the closing list, or says why not. */
export const clockOut: Act<Did<'clock-out'>> = (state, tapped, at, facts) => {
  const { personId } = facts;
  const { shift, clock } = state;
  const place = ownPlaceIn(state, personId);
  if (place.state === 'served') return refuse('clocked-out-already');
  if (stepped(place.state, 'clock-out') === null || place.clockIn === null) return refuse('not-clocked-in');
  const isLast = !hasColleague(state, personId);
  if (isLast && shift.closing === null && tapped.withoutList === null) return refuse('list-needed');
  const evidence = evidenceOf(state, tapped, at, facts, 'out');
  if (!evidence.ok) return evidence;
  const outAt = beforeNextDuty(at, place.clockIn.at, clock?.since ?? null);
  const gone: ShiftPlace = {
    ...moved(place, 'clock-out'),
    clockOut: { at: outAt, evidence: evidence.value },
    lastSignAt: outAt,
  };
  const { number } = place;
  const left = withLine(withPlace(state, personId, gone), 'clocked-out', at, { number, reason: tapped.withoutList });
  return agree({
    ...withEffects(left, [{ does: 'close-station', personId }]),
    clock:
      clock === null
        ? null
        : {
            ...clock,
            on: clock.on === shift._id ? null : clock.on,
            lastOutAt: EpochMs.parse(Math.max(outAt, clock.lastOutAt ?? 0)),
          },
  });
};

/** Somebody who was on another shift since had left this one by then, whenever they say so. */
const beforeNextDuty = (at: EpochMs, inAt: EpochMs, since: EpochMs | null): EpochMs =>
  since !== null && since > inAt && since < at ? since : at;

/** A colleague's word for somebody who is there. Whoever gives it has shown more than that their own phone is near. */
export const vouch: Act<Did<'vouch'>> = (state, { number }, at, { personId }) => {
  const own = ownPlaceIn(state, personId);
  if (own.state !== 'on-duty' || own.clockIn === null) return refuse('not-clocked-in');
  if (!isAtLeast(own.clockIn.evidence, 'door-code')) return refuse('evidence-needed');
  const found = Object.entries(state.shift.places).find(([, place]) => place.number === number);
  if (found === undefined) return refuse('colleague-not-here');
  const [id, place] = found;
  if (id === personId || place.state !== 'on-duty' || place.clockIn === null || at < place.clockIn.at)
    return refuse('colleague-not-here');
  return agree(withPlace(state, id as PersonId, { ...place, vouchedBy: place.vouchedBy ?? own.number }));
};

function evidenceOf(
  state: DutyState,
  { code, place }: { readonly code: string | null; readonly place: Did<'clock-in'>['place'] },
  at: EpochMs,
  { station, personId, now }: DutyFacts,
  way: 'in' | 'out',
): Result<DutyEvidence, TapRefusal> {
  return tapEvidence(
    {
      code: code === null ? null : codeSeen(code, station.doorCode, at),
      band: bandAt(place, station),
      isWitnessed: hasColleague(state, personId) || isAnotherOnDuty(station, personId, state.shift._id),
      isPrompt: now - at <= PROMPT_MS,
    },
    way,
  );
}

function codeSeen(text: string, doorCode: string, at: EpochMs): CodeSeen {
  const read = readStationCode(text, at);
  if (!read.ok) return read.refusal === 'code-expired' ? 'expired' : 'unreadable';
  return read.value.doorCode === doorCode ? read.value.shown : 'other-station';
}
