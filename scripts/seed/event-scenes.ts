import { EpochMs } from '../../types/time';
import type { Seat, Somebody } from './event-guests';
import { diceOf } from './dice';
import type { EventDraft } from './event-draft';
import type { Days } from './event-days';

const HOUR_MS = 3_600_000;

/** People of the demonstration who go to events. */
export type Cast = { readonly member: Somebody; readonly rider: Somebody; readonly others: readonly Somebody[] };

/**
 * Who is at which event, by its key: enough that each state is met by somebody one can be.
 *
 * The member has a place, waits at a full event, holds an offer, is in the draws, came to one event that is over and
 * missed another.
 */
export function seatsOf({ member, rider, others }: Cast, { now }: Days): Readonly<Record<string, readonly Seat[]>> {
  const some = (from: number, count: number, is: Seat['is']): Seat[] =>
    others.slice(from, from + count).map((who) => ({ who, is }));
  return {
    'ninth-hospital': [
      { who: member, is: 'confirmed', group: 'new-employment', answers: { question: '搬重物以后腰疼' } },
      ...some(0, 4, 'confirmed').map((seat): Seat => ({ ...seat, group: 'anyone' })),
      { who: rider, is: 'confirmed', group: 'anyone' },
    ],
    'leather-salon': [...some(0, 6, 'confirmed'), ...some(6, 2, 'waiting'), { who: member, is: 'waiting' }],
    'oil-painting': [
      ...some(8, 7, 'confirmed'),
      { who: member, is: 'offered', until: EpochMs.parse(now + 20 * HOUR_MS) },
    ],
    'little-bird': [
      family(others[0], [{ name: '张乐', age: 8 }]),
      family(others[1], [
        { name: '李小满', age: 6 },
        { name: '李小暑', age: 11 },
      ]),
    ],
    mixer: [
      ...some(2, 6, 'confirmed').map((seat): Seat => ({ ...seat, group: 'men', answers: { cooking: '会一点' } })),
      ...some(9, 6, 'confirmed').map((seat): Seat => ({ ...seat, group: 'women', answers: { cooking: '常做' } })),
    ],
    'on-now': [...some(0, 6, 'confirmed'), { who: rider, is: 'confirmed' }],
    'draw-to-come': [
      ...some(0, 9, 'entered').map((seat): Seat => ({ ...seat, group: 'anyone' })),
      { who: member, is: 'entered' },
    ],
    'draw-drawn': [...some(10, 9, 'entered'), { who: member, is: 'entered' }, { who: rider, is: 'entered' }],
    'held-contracts': [
      { who: member, is: 'confirmed', came: true },
      ...some(0, 5, 'confirmed').map((seat, nth): Seat => ({ ...seat, came: true, ...said[nth] })),
      ...some(5, 1, 'confirmed').map((seat): Seat => ({ ...seat, came: false })),
    ],
    'held-riding': [
      ...some(6, 5, 'confirmed').map((seat): Seat => ({ ...seat, came: true })),
      { who: member, is: 'confirmed', came: false },
    ],
  };
}

const said: readonly Pick<Seat, 'stars' | 'words'>[] = [
  { stars: 5, words: '讲得很细，离职证明那段正好用得上' },
  { stars: 4, words: '时间有点短' },
  { stars: 5 },
];

const family = (who: Somebody | undefined, children: NonNullable<Seat['children']>): Seat => {
  if (who === undefined) throw new Error('There are too few people for the demonstration.');
  return { who, is: 'confirmed', children, answers: { allergy: false } };
};

/** People at a course: those who come every week, once it has begun. */
export function regularsAt({ key, sessions }: EventDraft, { others }: Cast, { now }: Days): Seat[] {
  const dice = diceOf(key);
  const hasBegun = sessions.some(({ endsAt }) => endsAt <= now);
  const from = dice.between(0, others.length - 1);
  return [...others.slice(from), ...others.slice(0, from)]
    .slice(0, dice.between(6, 16))
    .map((who) => ({ who, is: 'confirmed', ...(hasBegun ? { came: true } : {}) }));
}
