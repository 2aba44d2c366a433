import type { HeldField } from '../../types/match-kind';
import { LEAST_AGE, heldFields, sensitiveFacts } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { ageIn } from './card';
import type { WordField } from './held-parts';
import { waitingParts, wordsOf } from './held-parts';
import type { Profile, Said } from './profile-records';
import { consentsTo } from './profile-records';

export type FormRefusal = 'consent-needed' | 'too-young' | 'ages-wrong';

/**
 * Whether somebody may say this of themselves: of age by the year, and nothing that needs a consent which they did not
 * give. Day and month of birth are not asked, so whoever becomes eighteen this year counts as eighteen.
 */
export function checkedForm(
  form: ProfileForm,
  consents: Pick<Profile, 'consents'>,
  now: EpochMs,
): Result<ProfileForm, FormRefusal> {
  if (!consentsTo(consents, 'sensitive') && saysSensitive(form)) return refuse('consent-needed');
  if (ageIn(form.facts.age.value, now) < LEAST_AGE) return refuse('too-young');
  const ages = form.facts.ages?.value;
  if (ages !== undefined && ages.from > ages.upTo) return refuse('ages-wrong');
  return agree(eachOnce(form));
}

const saysSensitive = ({ facts, seeks, children }: ProfileForm): boolean =>
  sensitiveFacts.some((fact) => facts[fact] !== null) || seeks !== null || children !== null;

/** The same without everything that needs the consent `sensitive`. */
export const withoutSensitive = (form: ProfileForm): ProfileForm => ({
  ...form,
  facts: { ...form.facts, history: null, hasChildren: null },
  seeks: null,
  children: null,
});

/** A day or an interest that is named twice is one. */
function eachOnce(form: ProfileForm): ProfileForm {
  const { restDays, interests } = form.facts;
  const days = restDays && { ...restDays, value: [...new Set(restDays.value)].sort((one, other) => one - other) };
  const liked = interests && { ...interests, value: [...new Set(interests.value)] };
  return { ...form, facts: { ...form.facts, restDays: days, interests: liked } };
}

const wordFields = heldFields.filter((field) => field !== 'photo');

/** Words that somebody has to look at, or WeChat: those that are there and were not before. */
export const freshWords = (form: ProfileForm, before: ProfileForm | null): { field: WordField; words: string }[] =>
  wordFields.flatMap((field) => {
    const words = wordsOf(form, field);
    return words === null || (before !== null && wordsOf(before, field) === words) ? [] : [{ field, words }];
  });

/**
 * A union's stamp is on what the paper said. Year of birth and gender may be put right at any time, and a new paper is
 * shown then.
 */
export const keepsStamp = (before: ProfileForm, after: ProfileForm): boolean =>
  before.gender === after.gender && before.facts.age.value === after.facts.age.value;

/**
 * What waits to be looked at after a change: what is doubtful now, and what was doubtful before and is still as it was.
 * What was not let through is out of the list as soon as it is written anew.
 */
export function afterWriting(
  before: { readonly held: readonly HeldField[]; readonly said: Said },
  form: ProfileForm,
  doubtful: readonly WordField[],
): { readonly held: HeldField[]; readonly said: Said } {
  const isAsBefore = (field: HeldField): boolean =>
    field === 'photo' || wordsOf(before.said.form, field) === wordsOf(form, field);
  return {
    held: heldFields.filter(
      (field) =>
        (doubtful as readonly HeldField[]).includes(field) || (before.held.includes(field) && isAsBefore(field)),
    ),
    said: { form, turnedDown: before.said.turnedDown.filter(({ field }) => isAsBefore(field)) },
  };
}

/** The fields of a profile that say what waits, for whom, and since when. */
export function heldBy(
  { studioId, heldSince }: Pick<Profile, 'studioId' | 'heldSince'>,
  held: readonly HeldField[],
  said: Said,
  now: EpochMs,
): Pick<Profile, 'held' | 'heldFor' | 'heldSince'> {
  const waits = waitingParts({ held: [...held] }, said).length > 0;
  return { held: [...held], heldFor: waits ? [studioId] : [], heldSince: waits ? (heldSince ?? now) : null };
}
