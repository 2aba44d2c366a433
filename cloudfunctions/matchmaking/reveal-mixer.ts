import * as z from 'zod/mini';
import { PersonId, ProfileId } from '../../types/ids';
import type { MatchContact } from '../../types/match-profile';
import type { Change } from '../runtime/filter';
import type { Transaction } from '../runtime/database';
import { transaction } from '../runtime/database';
import { badgeKeyOf, namesByNumber, numberOf, openedContact } from './badge';
import { mixerProposalIdOf } from './ids';
import { Mixer, mixers } from './mixer-records';
import { badgeOf } from './mixer-view';
import { guestsOf } from './mixer-news';
import { mutualPairs } from './mutual-choices';
import type { MixerPerson } from './new-proposal';
import { mutualProposal } from './new-proposal';
import { markChosen } from './pair-marks';
import { profiles } from './profile-records';
import { Proposal } from './proposal-records';
import { openedChoices } from './sealed-choices';

/** Pairs that one transaction writes. Most mixers have fewer, so that all of theirs are there at one instant. */
const AT_ONCE = 20;

/**
 * What was mutual at a mixer becomes known, and what was not is forgotten: nothing is left of any card.
 *
 * Cards are closed first, so that a choice which is taken back in the last moment is read as taken back. Then each part
 * of the pairs is written together with the mixer itself: whoever leaves meanwhile is in none that comes after. Each
 * pair is written together with its mark: two of whom one asked never to be proposed to the other, before that was
 * written, are none. Safe to repeat after a call that died.
 *
 * @returns the mixer as it is now; null where another call is seeing to it
 */
export async function revealMixer(mixer: Mixer): Promise<Mixer | null> {
  const closed = await close(mixer);
  if (closed === null) return null;
  const made = await mutualOf(closed);
  const parts = made.length === 0 ? [[]] : chunks(made, AT_ONCE);
  let pairs = 0;
  for (const [nth, part] of parts.entries()) {
    const written = await transaction(async (tx) => {
      const stands = await tx.get('match-mixers', Mixer, mixer._id);
      if (stands?.state !== 'choosing') return null;
      let count = 0;
      for (const proposal of part) if (await isMade(tx, stands, proposal)) count += 1;
      await tx.update('match-mixers', mixer._id, nth < parts.length - 1 ? noticed : ended(stands, pairs + count));
      return count;
    });
    if (written === null) return null;
    pairs += written;
  }
  return mixers.get(mixer._id);
}

/** Writes a pair and its mark where both are still here and may be told. @returns whether it is there, or was before */
async function isMade(tx: Transaction, mixer: Mixer, proposal: Proposal): Promise<boolean> {
  if ((await tx.get('match-proposals', Proposal, proposal._id)) !== null) return true;
  const { one, other, revealsAt } = proposal;
  if ([one, other].some(({ personId }) => badgeOf(mixer, personId) === null)) return false;
  if (!(await markChosen(tx, one.personId, other.personId, revealsAt))) return false;
  await tx.insert('match-proposals', proposal);
  return true;
}

/** No card is taken from now on. Two round trips at most. */
async function close({ _id, state, isClosed, choosesUntil }: Mixer): Promise<Mixer | null> {
  if (!isClosed) {
    const outcome = await mixers.update({ _id, state, isClosed, choosesUntil }, { set: { isClosed: true } });
    if (outcome !== 'updated') return null;
  }
  const closed = await mixers.get(_id);
  return closed?.state === 'choosing' && closed.isClosed ? closed : null;
}

/** Everybody's card is opened here and nowhere else. */
async function mutualOf(mixer: Mixer): Promise<Proposal[]> {
  const { _id: eventId, studioId, studioName, by, byName, choosesUntil } = mixer;
  if (choosesUntil === null) throw new Error('Cards that are filled in have an end.');
  const people = peopleOf(mixer);
  const numbers = mutualPairs(new Map([...people].map(([number, { choices }]) => [number, choices])));
  if (numbers.length === 0) return [];
  const named = numbers.flatMap(([lower, higher]) => {
    const one = people.get(lower);
    const other = people.get(higher);
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
  const ids = [...new Set(named.flat().map(({ personId }) => personId))];
  const inThePool = await profiles.findParts({ _id: { in: ids } }, known, { limit: ids.length });
  const profileIds = new Map(inThePool.map(({ _id, profileId }) => [_id, profileId]));
  const proposed = ({ personId, calledName, contact }: Guest): MixerPerson => ({
    personId,
    profileId: profileIds.get(personId) ?? null,
    calledName,
    contact,
  });
  return named.map(([one, other]) =>
    mutualProposal(
      {
        _id: mixerProposalIdOf(eventId, one.personId, other.personId),
        studioId,
        studioName,
        by,
        byName,
        eventId,
        people: [proposed(one), proposed(other)],
      },
      choosesUntil,
    ),
  );
}

type Guest = {
  readonly personId: PersonId;
  readonly calledName: string;
  readonly contact: MatchContact;
  readonly choices: readonly number[];
};

/** Everybody who has a badge, by number, with the card opened. */
function peopleOf(mixer: Mixer): Map<number, Guest> {
  const names = namesByNumber(mixer);
  return new Map(
    guestsOf(mixer).flatMap((personId) => {
      const number = numberOf(mixer, personId);
      const { contact, choices } = badgeOf(mixer, personId) ?? {};
      if (number === null || !contact || !choices) return [];
      return [
        [
          number,
          {
            personId,
            calledName: names.get(number) ?? '',
            contact: openedContact(mixer._id, personId, contact),
            choices: openedChoices(mixer._id, personId, choices),
          },
        ] as const,
      ];
    }),
  );
}

/** Whoever leaves while pairs are being written changes the mixer as well: one of the two is done anew. */
const noticed: Change = { increase: { turn: 1 } };

/** All cards and contacts go, and names that nobody answers to. It stays due until everybody has been told. */
function ended({ badges, people, names }: Mixer, pairs: number): Change {
  const here = new Set(guestsOf({ badges }).map(badgeKeyOf));
  return {
    set: {
      state: 'told',
      pairs,
      badges: Object.fromEntries(Object.keys(badges).map((personId) => [personId, { contact: null, choices: null }])),
      names: Object.fromEntries(people.flatMap((key) => (here.has(key) ? [[key, names[key] ?? '']] : []))),
    },
  };
}

const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, nth) => items.slice(nth * size, (nth + 1) * size));

const Known = z.object({ _id: PersonId, profileId: ProfileId });
const known = { schema: Known, fields: Object.keys(Known.shape) };
