import type { InputFor } from '../../types/contracts';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { checkedText } from '../runtime/content-check';
import { transaction } from '../runtime/database';
import { benchPerson } from './bench-person';
import type { WordField } from './held-parts';
import { afterDecision, heldMark, picturesAsStored, waitingParts, wordsOf } from './held-parts';
import { keepProfile } from './keep-profile';
import { Profile, ProfilePhoto, profiles, saidBy, sealedSaid } from './profile-records';
import type { Handler } from './scene';
import { studios } from './studio-records';

/** As many colleagues as may be at work on one person. */
const TRIES = 5;

type Input = InputFor<'matchmaking.decideHeld'>;
type Decided = { readonly left: number; readonly change: Partial<Profile>; readonly revision: number };
type No = 'person-not-found' | 'nothing-held' | 'changed-meanwhile';

/**
 * Lets words or a picture through to others, or deletes them with a reason for their writer. The writer is told that
 * somebody looked where something was not let through, and when nothing waits any more.
 */
export const decideHeld: Handler<'decideHeld'> = async (input, { now, standing, openid }) => {
  const found = await benchPerson(standing, input.profileId, now);
  if (!found.ok) return found;
  const { profile } = found.value;
  const { field } = input;
  if (!waitingParts(profile, saidBy(profile)).includes(field)) return refuse('nothing-held');
  if (!input.agree && input.reason === null) return refuse('reason-needed');
  if (!(await maySay(input, openid))) return refuse('words-refused', [{ path: 'reason', problem: 'characters' }]);
  const decided = field === 'photo' ? await ofPicture(profile, input) : await ofWords(profile, field, input);
  if (!decided.ok) return decided;
  const { left, revision } = decided.value;
  if (!input.agree || left === 0) await tellWriter(profile, revision, now);
  return agree({ left });
};

/**
 * A matchmaker at a desk comes by the web, where WeChat cannot be asked: a reason from there goes through, as without
 * one nothing could be turned down, and what is held would wait for good.
 */
const maySay = async ({ agree: lets, reason }: Input, openid: string | null): Promise<boolean> =>
  lets || reason === null || openid === null || (await checkedText(openid, reason, 'remark')) === 'pass';

/** What is written where these very words, or this picture, still wait. */
function decision(profile: Profile | null, content: (profile: Profile) => string | null, input: Input) {
  if (profile === null || profile.profileId !== input.profileId) return refuse('person-not-found');
  const said = saidBy(profile);
  if (!waitingParts(profile, said).includes(input.field)) return refuse('nothing-held');
  const seen = content(profile);
  if (seen === null || heldMark(profile, input.field, seen) !== input.mark) return refuse('changed-meanwhile');
  const { parts, said: after, left } = afterDecision(profile, said, input);
  const change = { ...parts, sealed: sealedSaid(profile.profileId, after) };
  return agree({ left, change, revision: profile.revision + 1 });
}

async function ofWords(first: Profile, field: WordField, input: Input): Promise<Result<Decided, No>> {
  let profile: Profile | null = first;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const decided: Result<Decided, No> = decision(profile, (one) => wordsOf(saidBy(one).form, field), input);
    if (!decided.ok || profile === null) return decided;
    if (await keepProfile(profile, decided.value.change)) return decided;
    profile = await profiles.get(first._id);
  }
  return refuse('changed-meanwhile');
}

/** In one with the picture, which goes in the same instant in which it is not let through, and no newer one with it. */
const ofPicture = ({ _id }: Profile, input: Input): Promise<Result<Decided, No>> =>
  transaction(async (tx) => {
    const profile = await tx.get('match-profiles', Profile, _id);
    const stored = await tx.get('match-photos', ProfilePhoto, input.profileId);
    const decided = decision(profile, () => (stored === null ? null : picturesAsStored(stored)), input);
    if (!decided.ok) return decided;
    const { change, revision } = decided.value;
    await tx.update('match-profiles', _id, { set: { ...change, revision } });
    if (!input.agree) await tx.remove('match-photos', input.profileId);
    return decided;
  });

/** The reason is in the profile, for the writer alone. */
async function tellWriter({ _id, profileId, studioId }: Profile, revision: number, now: EpochMs): Promise<void> {
  const studio = await studios.get(studioId);
  await tell([
    {
      to: _id,
      kind: 'match-held-answered',
      once: `${profileId}:${revision}`,
      at: now,
      subject: studio?.form.name ?? '',
      eventId: null,
      when: null,
      words: null,
    },
  ]);
}
