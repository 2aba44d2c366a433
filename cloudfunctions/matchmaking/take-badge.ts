import type { EventId, PersonId } from '../../types/ids';
import { mixerConsentVersion } from '../../types/match-kind';
import type { MatchContact } from '../../types/match-profile';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { wasThere } from '../event/mixer-guests';
import { checkedText } from '../runtime/content-check';
import { Contended } from '../runtime/database';
import { badgeKeyOf, sealedContact, sealedName } from './badge';
import { barKeyOf } from './ids';
import type { Mixer } from './mixer-records';
import { mixers } from './mixer-records';
import { handsOut } from './mixer-times';
import { badgeOf, mixerView } from './mixer-view';
import { bars } from './report-records';
import type { Handler } from './scene';
import { sealedChoices } from './sealed-choices';

const TRIES = 3;
/** More numbers than a card has digits for. */
const MOST_BADGES = 400;

/**
 * A number is a place in a list that only grows: forty people at once are forty places, without one waiting for
 * another. Five round trips. What one is called passes the check or is not taken: the others are in the room. Whoever
 * was taken out of the studio after a report hears what somebody hears who was not there.
 */
export const takeBadge: Handler<'takeBadge'> = async (wish, { now, personId, openid }) => {
  const { eventId, calledName } = wish;
  const [mixer, came, bar] = await Promise.all([
    mixers.get(eventId),
    wasThere(eventId, personId),
    bars.get(barKeyOf(personId)),
  ]);
  if (mixer === null) return refuse('mixer-not-found');
  if (!came || bar !== null) return refuse('not-there');
  if (wish.consent !== mixerConsentVersion) return refuse('consent-text-changed');
  if (!mayHave(mixer, personId, now)) return refuse('too-late');
  if ((await checkedText(openid, calledName, 'profile')) !== 'pass')
    return refuse('words-refused', [{ path: 'calledName', problem: 'characters' }]);

  let stands: Mixer | null = mixer;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (!mayHave(stands, personId, now)) return refuse('too-late');
    const isWritten = await write(stands, personId, wish);
    stands = await mixers.get(eventId);
    if (stands === null) return refuse('mixer-not-found');
    if (isWritten) return agree({ mixer: mixerView(stands, personId, { wasThere: true, mutual: [] }, now) });
  }
  throw new Contended('A badge changed each time.');
};

const mayHave = (mixer: Mixer, personId: PersonId, now: EpochMs): boolean =>
  handsOut(mixer, now) && (mixer.people.includes(badgeKeyOf(personId)) || mixer.people.length < MOST_BADGES);

type Wish = { readonly eventId: EventId; readonly calledName: string; readonly contact: MatchContact };

/** Writes the badge on what was read: a first one, one that somebody left, or the one that they have. One round trip. */
async function write(mixer: Mixer, personId: PersonId, { eventId, calledName, contact }: Wish): Promise<boolean> {
  const key = badgeKeyOf(personId);
  const path = `badges.${personId}`;
  const name = { [`names.${key}`]: sealedName(eventId, key, calledName) };
  const reached = sealedContact(eventId, personId, contact);
  const outcome =
    badgeOf(mixer, personId) === null
      ? await mixers.update(
          {
            _id: eventId,
            isClosed: false,
            state: { in: ['badges', 'choosing'] },
            [path]: { exists: false },
            people: mixer.people.includes(key) ? key : { not: key },
          },
          {
            set: { ...name, [path]: { contact: reached, choices: sealedChoices(eventId, personId, []) } },
            ...(mixer.people.includes(key) ? {} : { append: { people: [key] } }),
          },
        )
      : await mixers.update(
          { _id: eventId, isClosed: false, state: { in: ['badges', 'choosing'] }, [path]: { exists: true } },
          { set: { ...name, [`${path}.contact`]: reached } },
        );
  return outcome === 'updated';
}
