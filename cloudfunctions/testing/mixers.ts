import { createHash } from 'node:crypto';
import { PersonId, UnionId } from '../../types/ids';
import type { MatchContact } from '../../types/match-profile';
import { EpochMs, NEVER } from '../../types/time';
import type { EventRecord } from '../event/records';
import type { Attendance } from '../event/registration-records';
import { badgeKeyOf, sealedContact, sealedName } from '../matchmaking/badge';
import type { Mixer } from '../matchmaking/mixer-records';
import { sealedChoices } from '../matchmaking/sealed-choices';
import type { TestCloud } from './cloud';
import { anEvent } from './events';
import { storeWithGuests } from './guests';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));

/** 北蔡's mixer on 28 November 14:00–16:00, for sixty people. `more` says what the test is about. */
export const aMixerEvent = (name: string, more: Parameters<typeof anEvent>[1] = {}): EventRecord =>
  anEvent(name, { kind: 'mixer', quotas: [{ group: 'anyone', places: 60 }], ...more });

export const mixerStart = at('2026-11-28T14:00:00');
export const mixerEnd = at('2026-11-28T16:00:00');
/** The evening after, until which cards of the tests are filled in. */
export const cardsUntil = at('2026-11-29T20:00:00');

/** Stores an event to which these people came, each with a place. */
export function storeMixerEvent(
  cloud: Pick<TestCloud, 'store'>,
  event: EventRecord,
  came: readonly PersonId[],
): EventRecord {
  const stored = storeWithGuests(
    cloud,
    event,
    came.map((personId) => ({ personId })),
  );
  const marks = Object.fromEntries(came.map((personId) => [personId, { at: event.startsAt, by: 'host' as const }]));
  const attendance: Attendance = {
    _id: event._id,
    present: { [String(event.startsAt)]: marks },
    came: Object.fromEntries(came.map((personId) => [personId, true])),
    attended: came.length,
    walkIns: 0,
    counted: {},
    ratings: 0,
    stars: 0,
    given: {},
    round: 0,
    unsettledAt: NEVER,
  };
  cloud.store('event-attendance').insert(attendance);
  return stored;
}

/** Somebody at a mixer; the first has number 1. */
export type GuestOfMixer = {
  readonly personId: PersonId;
  readonly calledName: string;
  readonly choices?: readonly number[];
};

/** How somebody is reached, made of what they are called. */
export const contactOf = (calledName: string): MatchContact => ({
  kind: 'wechat',
  value: `wx_${createHash('sha256').update(calledName).digest('hex').slice(0, 12)}`,
});

/** 北蔡's mixer of that event as it is stored, where cards are filled in until the evening after. */
export function aMixer(event: EventRecord, guests: readonly GuestOfMixer[], more: Partial<Mixer> = {}): Mixer {
  const { _id, title, startsAt, endsAt } = event;
  return {
    _id,
    studioId: UnionId.parse('beicai'),
    studioName: '北蔡公益红娘工作室',
    title,
    state: 'choosing',
    startsAt,
    endsAt,
    choosesUntil: cardsUntil,
    isClosed: false,
    by: PersonId.parse(`p${'0'.repeat(22)}`),
    byName: '红娘',
    people: guests.map(({ personId }) => badgeKeyOf(personId)),
    names: Object.fromEntries(
      guests.map(({ personId, calledName }) => {
        const key = badgeKeyOf(personId);
        return [key, sealedName(_id, key, calledName)];
      }),
    ),
    badges: Object.fromEntries(
      guests.map(({ personId, calledName, choices = [] }) => [
        personId,
        {
          contact: sealedContact(_id, personId, contactOf(calledName)),
          choices: sealedChoices(_id, personId, choices),
        },
      ]),
    ),
    pairs: null,
    told: ['cards'],
    turn: 0,
    dueAt: cardsUntil,
    ...more,
  };
}
