import type { HeldField } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import { fingerprint } from '../runtime/sealed';
import type { Profile, ProfilePhoto, Said } from './profile-records';

/** A field that holds words; a picture is the other thing that may wait. */
export type WordField = Exclude<HeldField, 'photo'>;

/**
 * What of a profile waits for somebody of the studio. A name that was turned down waits for its writer: it cannot be
 * left empty, so it stays hidden until it is written anew.
 */
export const waitingParts = ({ held }: Pick<Profile, 'held'>, { turnedDown }: Said): HeldField[] =>
  held.filter((field) => !turnedDown.some((one) => one.field === field));

/** Null where nothing is written. */
export const wordsOf = (form: ProfileForm, field: WordField): string | null =>
  field === 'calledName' ? form.calledName : (form.facts[field]?.value ?? null);

/**
 * Which words, or which picture, a matchmaker looked at: nothing that was written since passes for what was seen.
 *
 * @param content the words, or `picturesAsStored`
 */
export const heldMark = ({ profileId }: Pick<Profile, 'profileId'>, field: HeldField, content: string): string =>
  fingerprint('match-held', `${profileId}:${field}:${content}`);

/** Both pictures, the small one as well: it is what others see first, and nothing says that it shows the same. */
export const picturesAsStored = ({ photo, blurred }: ProfilePhoto): string => `${photo} ${blurred}`;

export type Decision = { readonly field: HeldField; readonly agree: boolean; readonly reason: string | null };
type Parts = Pick<Profile, 'held' | 'heldFor' | 'heldSince' | 'hasPhoto'>;

/**
 * A profile after somebody looked at one part of it: shown to others from now on, or gone, with the reason for its
 * writer alone.
 */
export function afterDecision(
  profile: Pick<Profile, 'held' | 'heldFor' | 'heldSince' | 'hasPhoto'>,
  said: Said,
  { field, agree, reason }: Decision,
): { readonly parts: Parts; readonly said: Said; readonly left: number } {
  const isKept = !agree && field === 'calledName';
  const held = isKept ? profile.held : profile.held.filter((one) => one !== field);
  const earlier = said.turnedDown.filter((one) => one.field !== field);
  const after: Said = {
    form: agree ? said.form : without(said.form, field),
    turnedDown: agree ? earlier : [...earlier, { field, reason }],
  };
  const left = waitingParts({ held }, after).length;
  return {
    parts: {
      held,
      heldFor: left === 0 ? [] : profile.heldFor,
      heldSince: left === 0 ? null : profile.heldSince,
      hasPhoto: profile.hasPhoto && (agree || field !== 'photo'),
    },
    said: after,
    left,
  };
}

const without = (form: ProfileForm, field: HeldField): ProfileForm =>
  field === 'photo' || field === 'calledName' ? form : { ...form, facts: { ...form.facts, [field]: null } };
