import type { UnionId } from '../../types/ids';
import { statementVersion } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { guestFacts } from '../member/standing';
import { newId } from '../runtime/platform';
import { shownOwn } from './change-own';
import { checkedWords } from './checked-words';
import { finishLeaving } from './erase';
import { barKeyOf, newProfileId } from './ids';
import type { GivenConsent } from './match-consents';
import { withConsents } from './match-consents';
import { ownProfile } from './own-profile';
import type { Profile } from './profile-records';
import { consentsTo, profiles, sealedSaid } from './profile-records';
import type { FormRefusal } from './profile-rules';
import { afterWriting, checkedForm, freshWords, heldBy } from './profile-rules';
import { dueAtOf, runsOutAt } from './profile-states';
import { bars } from './report-records';
import type { Handler } from './scene';
import { studios } from './studio-records';

/** Six round trips, one more when two phones join at once; more after somebody left a moment ago and it broke off. */
export const join: Handler<'join'> = async (wish, { now, personId, openid }) => {
  const [there, guest, studio, bar] = await Promise.all([
    profiles.get(personId),
    guestFacts(personId),
    studios.get(wish.studioId),
    bars.get(barKeyOf(personId)),
  ]);
  if (there !== null) return agree(await shownOwn(there, null, now));
  const [unionId] = guest.unions;
  if (!guest.isMember || unionId === undefined) return refuse('members-only');
  if (bar !== null) return refuse('removed-before');
  if (studio === null) return refuse('studio-not-found');
  if (!studio.form.isOpen) return refuse('studio-closed');
  const attested = attest(wish, now);
  if (!attested.ok) return attested;
  const { form, consents } = attested.value;
  const words = await checkedWords(openid, freshWords(form, null));
  if (!words.ok) return words;
  // What is still to be erased of somebody who was here before goes first: it would take the new profile's along.
  await finishLeaving(personId, now);
  const { held, said } = afterWriting({ held: [], said: { form, turnedDown: [] } }, form, words.value);
  const profileId = newProfileId();
  const fresh: Omit<Profile, 'dueAt'> = {
    ...{ _id: personId, profileId, studioId: wish.studioId, unionId, lookedUpAt: now, state: 'active', revision: 1 },
    sealed: sealedSaid(profileId, said),
    ...heldBy({ studioId: wish.studioId, heldSince: null }, held, said, now),
    ...{ hasPhoto: false, consents, statement: { version: statementVersion, at: now }, stamp: null },
    ...{ pausedUntil: null, joinedAt: now, expiresAt: runsOutAt(now), told: [], proposedAt: [], lastProposedAt: 0 },
  };
  const joined = { ...fresh, dueAt: dueAtOf(fresh) };
  if ((await profiles.insert(joined)) === 'inserted') return agree({ profile: ownProfile(joined, said, studio, now) });
  const first = await profiles.get(personId);
  if (first === null) throw new Error('A profile is there and is not.');
  return agree(await shownOwn(first, null, now));
};

type Wish = {
  readonly studioId: UnionId;
  readonly statement: { readonly version: string };
  readonly consents: readonly GivenConsent[];
  readonly form: ProfileForm;
};
type Attested = { readonly form: ProfileForm; readonly consents: Profile['consents'] };

/** Whether what was attested and agreed to is today's text, and enough for what is said. */
function attest(
  { statement, consents: given, form }: Wish,
  now: EpochMs,
): Result<Attested, 'statement-changed' | 'consent-text-changed' | FormRefusal> {
  if (statement.version !== statementVersion) return refuse('statement-changed');
  const consents = withConsents([], given, { now, newReceiptNo: newId });
  if (!consents.ok) return consents;
  if (!consentsTo({ consents: consents.value }, 'pool')) return refuse('consent-needed');
  const checked = checkedForm(form, { consents: consents.value }, now);
  return checked.ok ? agree({ form: checked.value, consents: consents.value }) : checked;
}
