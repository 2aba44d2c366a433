import { matchFacts } from '../../types/match-kind';
import type { MatchFact } from '../../types/match-kind';
import { agree, refuse } from '../../types/result';
import { benchPerson } from './bench-person';
import { notes } from './look-records';
import { writeLooks } from './looking';
import { MOST_NOTES, noteView } from './note-words';
import type { PoolPerson } from './pool';
import { opened, rowOf } from './pool';
import { consentsTo } from './profile-records';
import type { Handler } from './scene';
import { studios } from './studio-records';

/** With the caller's own notes. There is no picture: a matchmaker sees one only to say whether others may. */
export const showPerson: Handler<'showPerson'> = async ({ profileId }, { now, standing }) => {
  const found = await benchPerson(standing, profileId, now);
  if (!found.ok) return found;
  const { profile, isMember } = found.value;
  const [studio, own] = await Promise.all([
    studios.get(profile.studioId),
    notes.find({ profileId, by: standing.personId }, { order: [['at', 'desc']], limit: MOST_NOTES }),
  ]);
  if (studio === null) return refuse('person-not-found');
  const person = opened(profile, now);
  await writeLooks([profile._id], 'opened', { name: standing.name, studioName: studio.form.name }, now);
  return agree({
    row: rowOf(person, studio, now),
    state: profile.state,
    card: person.card,
    studioOnly: studioOnly(person),
    joinedAt: profile.joinedAt,
    isMember,
    suggestionsOn: consentsTo(profile, 'suggestions'),
    notes: own.map(noteView),
  });
};

/** Of what the card shows, the facts that are for the studio's eyes alone. */
const studioOnly = ({ said: { form }, card }: PoolPerson): MatchFact[] =>
  matchFacts.filter(
    (fact) => form.facts[fact]?.seenBy === 'studio' && (fact === 'age' ? card.age : card.facts[fact]) !== null,
  );
