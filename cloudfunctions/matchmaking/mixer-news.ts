import { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import type { Mixer } from './mixer-records';
import { mixers } from './mixer-records';
import { goneAt } from './mixer-times';

/** Everybody who has a badge. */
export const guestsOf = ({ badges }: Pick<Mixer, 'badges'>): PersonId[] =>
  Object.keys(badges).map((personId) => PersonId.parse(personId));

type Opened = Mixer & { readonly choosesUntil: EpochMs };

/** Everybody hears until when cards can be filled in. Two round trips; safe to repeat. */
export async function tellOfCards({ _id, title, choosesUntil, badges }: Opened, now: EpochMs): Promise<void> {
  await tell(
    guestsOf({ badges }).map((to) => ({
      to,
      kind: 'mixer-cards',
      once: `${_id}:${choosesUntil}`,
      at: now,
      subject: title,
      eventId: _id,
      when: choosesUntil,
      words: null,
    })),
  );
  await mixers.update({ _id, state: 'choosing', choosesUntil }, { set: { told: ['cards'], dueAt: choosesUntil } });
}

/** Everybody hears at once that it can be read, with a pair and without. Two round trips; safe to repeat. */
export async function tellOfOutcome({ _id, title, choosesUntil, badges }: Opened, now: EpochMs): Promise<void> {
  await tell(
    guestsOf({ badges }).map((to) => ({
      to,
      kind: 'mixer-told',
      once: _id,
      at: now,
      subject: title,
      eventId: _id,
      when: null,
      words: null,
    })),
  );
  await mixers.update({ _id, state: 'told' }, { set: { told: ['cards', 'told'], dueAt: goneAt(choosesUntil) } });
}
