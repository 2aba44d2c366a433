import { createHash } from 'node:crypto';
import { keptDetails } from '../../cloudfunctions/event/details';
import type { EventRecord } from '../../cloudfunctions/event/records';
import type { Attendance, Guest, Registration } from '../../cloudfunctions/event/registration-records';
import { registrationId } from '../../cloudfunctions/event/registration-records';
import { remindersOf } from '../../cloudfunctions/event/reminders';
import { noticeOf } from '../../cloudfunctions/notice/inbox';
import type { NoticeRecord } from '../../cloudfunctions/notice/records';
import { personIdFor } from '../../cloudfunctions/runtime/serve';
import { guardianConsentVersion } from '../../types/event';
import type { Answers } from '../../types/event-form';
import type { QuotaGroup } from '../../types/event-kind';
import type { PersonId } from '../../types/ids';
import { Lot } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { letters } from './event-draft';

const MINUTE_MS = 60_000;
/** How long an event that was missed counts. Days; as in the rule. */
const MISSED_DAYS = 60;

/** An offer of an event that is days away stands so long. Milliseconds. */
const OFFER_MS = 24 * 3_600_000;

export type Somebody = { readonly personId: PersonId; readonly name: string };

/** One person at one event of the demonstration. */
export type Seat = {
  readonly who: Somebody;
  readonly is: 'entered' | 'waiting' | 'offered' | 'confirmed';
  readonly group?: QuotaGroup;
  readonly children?: readonly { readonly name: string; readonly age: number }[];
  readonly answers?: Answers;
  /** An offer stands until then. */
  readonly until?: EpochMs;
  /** Of an event that is over. */
  readonly came?: boolean;
  readonly stars?: number;
  readonly words?: string;
};

export type Filled = {
  readonly event: EventRecord;
  readonly rows: readonly Registration[];
  readonly attendance: Attendance | null;
  readonly guests: readonly Guest[];
  readonly notices: readonly NoticeRecord[];
};

const guestNames = [
  ...['张伟民', '李秀兰', '王芳', '刘洋', '陈静', '杨帆', '黄志强', '赵丽华', '吴鹏', '周婷', '徐磊', '孙晓梅'],
  ...['马超', '朱玲', '胡建平', '郭颖', '林峰', '何雪', '高翔', '罗燕', '梁宇', '宋佳', '唐军', '许晴'],
] as const;

/** People whom nobody can be: they fill the places of the demonstration. All made up. */
export const madeUpGuests = (): Somebody[] =>
  guestNames.map((name, nth) => ({ name, personId: personIdFor('wechat', `local-guest-${nth}`) }));

/** An event with its people: the places, the rows and the counters say the same. */
export function filled(event: EventRecord, seats: readonly Seat[], now: EpochMs): Filled {
  const registeredAt = (nth: number): EpochMs =>
    EpochMs.parse(Math.min(event.opensAt + (nth * 37 + 5) * MINUTE_MS, now - (seats.length - nth) * MINUTE_MS));
  const rows = seats.map((seat, nth) => rowOf(event, seat, registeredAt(nth)));
  const holding = seats.flatMap((seat, nth) => {
    const row = rows[nth];
    return row?.group == null ? [] : [{ seat, row, group: row.group }];
  });
  const free = { ...event.live.free };
  for (const { row, group } of holding) free[group] = (free[group] ?? 0) - row.people;
  const holders = Object.fromEntries(
    holding.map(({ row, group }) => {
      const { personId, people, claim, registeredAt: at, until } = row;
      return [personId, { group, people, claim, at, until }];
    }),
  );
  const offers = holding.flatMap(({ row }) => row.until ?? []);
  return {
    event: {
      ...event,
      live: { ...event.live, free, holders, turn: seats.length },
      sweepAt: EpochMs.parse(Math.min(event.sweepAt, ...offers)),
    },
    rows,
    attendance: seats.some(({ came }) => came !== undefined) ? attendanceOf(event, seats, now) : null,
    guests: seats.flatMap((seat, nth) => (rows[nth]?.missed === 'counts' ? [missedBy(seat.who, event)] : [])),
    notices: rows.flatMap((row) => [...newsOf(row, event), ...remindersFor(row, event, now)]),
  };
}

function rowOf(event: EventRecord, seat: Seat, registeredAt: EpochMs): Registration {
  const { who, is, children = [], answers = {}, came, stars, words } = seat;
  const group = seat.group ?? event.quotas[0]?.group ?? 'anyone';
  const _id = registrationId(event._id, who.personId);
  const lot = Lot.parse(letters(`lot:${_id}`, 8).toUpperCase());
  const isPlaced = is === 'confirmed' || is === 'offered';
  return {
    _id,
    eventId: event._id,
    personId: who.personId,
    revision: 1,
    state: is,
    lot,
    claim: createHash('sha256').update(`claim:${_id}`).digest('base64url').slice(0, 22),
    groups: seat.group === undefined ? event.quotas.map((quota) => quota.group) : [group],
    group: isPlaced ? group : null,
    people: 1 + children.length,
    registeredAt,
    until: is === 'offered' ? (seat.until ?? null) : null,
    orderKey: `${String(registeredAt).padStart(15, '0')}:${lot}`,
    ...keptDetails(_id, { name: who.name, children, answers }, event),
    guardianConsent: children.length === 0 ? null : { version: guardianConsentVersion, at: registeredAt },
    rating: stars === undefined ? null : { stars, words: words ?? null, at: event.endsAt },
    missed: is === 'confirmed' && came === false ? 'counts' : null,
    excuse: null,
    steps: stepsOf(is, registeredAt),
    endsAt: event.endsAt,
  };
}

function stepsOf(is: Seat['is'], at: EpochMs): Registration['steps'] {
  if (is === 'entered') return [{ at, step: 'enter' }];
  if (is === 'confirmed') return [{ at, step: 'register' }];
  if (is === 'waiting') return [{ at, step: 'wait' }];
  return [
    { at, step: 'wait' },
    { at, step: 'offer' },
  ];
}

function attendanceOf(event: EventRecord, seats: readonly Seat[], now: EpochMs): Attendance {
  const those = seats.filter(({ came }) => came === true);
  const begun = event.sessions.filter(({ startsAt }) => startsAt <= now);
  const marks = (startsAt: EpochMs): Attendance['present'][string] =>
    Object.fromEntries(those.map(({ who }) => [who.personId, { at: startsAt, by: 'host' as const }]));
  const rated = those.flatMap(({ who, stars }) => (stars === undefined ? [] : [[who.personId, stars] as const]));
  return {
    _id: event._id,
    present: Object.fromEntries(begun.map(({ startsAt }) => [String(startsAt), marks(startsAt)])),
    came: Object.fromEntries(those.map(({ who }) => [who.personId, true])),
    attended: those.length,
    walkIns: 0,
    counted: {},
    ratings: rated.length,
    stars: rated.reduce((sum, [, stars]) => sum + stars, 0),
    given: Object.fromEntries(rated),
    round: 0,
  };
}

function missedBy({ personId }: Somebody, { _id, title, endsAt }: EventRecord): Guest {
  const expiresAt = EpochMs.parse(endsAt + MISSED_DAYS * 86_400_000);
  const missed = [{ eventId: _id, title, at: endsAt, expiresAt, counts: true }];
  return { _id: personId, revision: 1, missed, purgeAt: expiresAt };
}

/** What somebody was told of it. */
function newsOf({ personId, claim, state, until, missed }: Registration, event: EventRecord): NoticeRecord[] {
  const about = { to: personId, subject: event.title, eventId: event._id, words: null };
  if (state === 'offered' && until !== null) {
    const at = EpochMs.parse(until - OFFER_MS);
    return [noticeOf({ ...about, kind: 'place-offered', once: `${event._id}:${claim}`, at, when: until })];
  }
  if (missed !== 'counts') return [];
  return [noticeOf({ ...about, kind: 'event-missed', once: event._id, at: event.endsAt, when: event.startsAt })];
}

/**
 * What the timer told whoever has a place before it began; read, where it is over. People of courses are reminded of so
 * many sessions that their inboxes, which nobody can open, would be most of the seeds.
 */
function remindersFor({ personId, state, registeredAt }: Registration, event: EventRecord, now: EpochMs) {
  const { _id, title, sessions, endsAt, cancelled } = event;
  if (state !== 'confirmed' || sessions.length > 1 || cancelled !== null) return [];
  return remindersOf(sessions)
    .filter(({ at }) => registeredAt <= at && at <= now)
    .map(({ kind, at, of }) => ({
      ...noticeOf({
        to: personId,
        kind,
        once: `${_id}:${kind}:${of}`,
        at,
        subject: title,
        eventId: _id,
        when: of,
        words: null,
      }),
      isRead: endsAt <= now,
    }));
}
