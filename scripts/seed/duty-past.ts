import type { EntryDraft } from '../../cloudfunctions/duty/book';
import { entryIdOf, shiftDraft } from '../../cloudfunctions/duty/book';
import { chained } from '../../cloudfunctions/duty/chain';
import type { BookEntry } from '../../cloudfunctions/duty/hours-records';
import { mixOf } from '../../cloudfunctions/duty/hours-sum';
import { pairIdOf } from '../../cloudfunctions/duty/ids';
import { indexed } from '../../cloudfunctions/duty/shift-index';
import type { ShiftPlace, ShiftRecord } from '../../cloudfunctions/duty/shift-records';
import { stretchesOf } from '../../cloudfunctions/duty/stretches';
import type { VolunteerRecord } from '../../cloudfunctions/duty/volunteer-records';
import type { DutyEvidence } from '../../types/duty-kind';
import type { PersonId } from '../../types/ids';
import { EpochMs, shanghaiDay } from '../../types/time';
import { diceOf } from './dice';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const seenAs: readonly DutyEvidence[] = [
  'rotating-code',
  'rotating-code',
  'code-and-near',
  'code-and-near',
  'door-code',
  'near',
];

/** A shift that is over: everybody came, but for whoever is named. */
export function served(shift: ShiftRecord, missing: PersonId | null, now: EpochMs): ShiftRecord {
  const dice = diceOf(shift._id);
  const after = (at: number, minutes: number) => EpochMs.parse(at + minutes * MINUTE_MS);
  const came = (place: ShiftPlace): ShiftPlace => {
    const evidence = dice.among(seenAs);
    const until = after(shift.endsAt, dice.between(-4, 9));
    return {
      ...place,
      state: 'served',
      clockIn: { at: after(shift.startsAt, dice.between(-12, 3)), evidence },
      clockOut: { at: until, evidence: dice.oneIn(5) ? 'tap' : evidence },
      lastSignAt: until,
    };
  };
  const stayedAway = (place: ShiftPlace): ShiftPlace => ({
    ...place,
    state: 'missed',
    excuse: { words: '孙子发烧，陪他去医院了，没来得及说', at: after(shift.endsAt, 50), accepted: null },
  });
  const places = Object.entries(shift.places).map(([id, place]) => [
    id,
    id === missing ? stayedAway(place) : came(place),
  ]);
  const [first] = Object.values(shift.places);
  return indexed(
    {
      ...shift,
      state: 'closed',
      places: Object.fromEntries(places) as ShiftRecord['places'],
      visitors: dice.between(9, 46),
      note:
        first === undefined
          ? null
          : {
              words: dice.among([
                '饮水机的水换过了，纸杯快用完了，麻烦下一班补一下。',
                '充电线少了一根，已经问过商场服务台。',
                '今天送餐的小哥多，热水下午四点以后不够，提前烧好。',
                '一切正常，地面拖过了，小心滑。',
              ]),
              by: first.calledName,
              at: shift.endsAt,
            },
    },
    now,
  );
}

/** A book of hours: what was clocked, in the order in which it ended, then what staff wrote. */
export function bookOf(
  volunteer: VolunteerRecord,
  shifts: readonly ShiftRecord[],
  more: readonly { readonly draft: EntryDraft; readonly at: EpochMs }[],
): { readonly entries: BookEntry[]; readonly volunteer: VolunteerRecord } {
  const clocked = shifts.flatMap((shift) => {
    const place = shift.places[volunteer._id];
    const stretches = place === undefined ? [] : stretchesOf(shift, place);
    if (place === undefined || stretches.length === 0) return [];
    return [{ draft: shiftDraft(shift, place.role, stretches), at: place.clockOut?.at ?? shift.endsAt }];
  });
  const entries: BookEntry[] = [];
  for (const { draft, at } of [...clocked, ...more].sort((one, other) => one.at - other.at))
    entries.push(entryOf(volunteer._id, draft, at, entries));
  const head = entries.at(-1)?.hash ?? '';
  return { entries, volunteer: { ...volunteer, chain: { length: entries.length, head } } };
}

function entryOf(personId: PersonId, draft: EntryDraft, at: EpochMs, before: readonly BookEntry[]): BookEntry {
  const { kind, stationId, stationName, title, role, day, corrects, enteredBy, confirmedBy, reason } = draft;
  const shiftId = draft.kind === 'shift' ? draft.shiftId : null;
  return chained(
    {
      _id: entryIdOf(personId, draft.kind === 'shift' ? draft.shiftId : draft.claimId),
      personId,
      seq: before.length + 1,
      ...{ kind, stationId, stationName, title, shiftId, role, day, corrects, enteredBy, confirmedBy, reason },
      month: day.slice(0, 7),
      stretches: [...draft.stretches],
      mix: mixOf(draft.stretches),
      at,
    },
    before.at(-1)?.hash ?? '',
  );
}

/** A cleaning day that nobody clocked, written by the head and confirmed by the district. */
export function staffEntry(volunteer: VolunteerRecord, from: EpochMs): { draft: EntryDraft; at: EpochMs } {
  const until = EpochMs.parse(from + 2 * HOUR_MS);
  return {
    at: EpochMs.parse(until + 26 * HOUR_MS),
    draft: {
      kind: 'staff-entry',
      claimId: pairIdOf('hours', volunteer._id, String(from)),
      stationId: volunteer.stationId,
      stationName: volunteer.stationName,
      title: '高温慰问发放',
      role: null,
      day: shanghaiDay(from),
      stretches: [{ from, until, evidence: 'staff-entry' }],
      corrects: null,
      enteredBy: '陆敏',
      confirmedBy: '沈建国',
      reason: '当天发放清凉包，没有排班，按签名表补录',
    },
  };
}
