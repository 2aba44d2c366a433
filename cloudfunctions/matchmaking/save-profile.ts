import { isDeepStrictEqual } from 'node:util';
import { agree, refuse } from '../../types/result';
import { afterwards, shownOwn, written } from './change-own';
import { checkedWords } from './checked-words';
import { keepProfile } from './keep-profile';
import { profiles, saidBy } from './profile-records';
import { afterWriting, checkedForm, freshWords, heldBy, keepsStamp } from './profile-rules';
import type { Handler } from './scene';

/**
 * Only words that changed are looked at again. The union's stamp stays unless year of birth or gender change: both may
 * be put right at any time, and the paper is shown anew. What was sent twice hears the same. Three round trips.
 */
export const saveProfile: Handler<'saveProfile'> = async ({ form: wished, revision }, { now, personId, openid }) => {
  const profile = await profiles.get(personId);
  if (profile === null) return refuse('not-joined');
  const before = saidBy(profile);
  const checked = checkedForm(wished, profile, now);
  if (!checked.ok) return checked;
  const form = checked.value;
  if (isDeepStrictEqual(form, before.form)) return agree(await shownOwn(profile, before, now));
  if (profile.revision !== revision) return refuse('changed-meanwhile');
  const words = await checkedWords(openid, freshWords(form, before.form));
  if (!words.ok) return words;
  const { held, said } = afterWriting({ held: profile.held, said: before }, form, words.value);
  const stamp = keepsStamp(before.form, form) ? profile.stamp : null;
  const change = written(profile, { ...heldBy(profile, held, said, now), said, stamp });
  if (!(await keepProfile(profile, change))) return refuse('changed-meanwhile');
  return agree(await shownOwn(afterwards(profile, change), said, now));
};
