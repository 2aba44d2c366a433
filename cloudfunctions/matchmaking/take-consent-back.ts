import type { PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Own } from './change-own';
import { changeOwn } from './change-own';
import { endProposalsOf } from './end-proposals';
import { withoutConsent } from './match-consents';
import { changePicture, withoutPicture } from './own-picture';
import { withoutSensitive } from './profile-rules';
import type { Handler } from './scene';

/** What the purpose was for goes in this same call; taking back what was never given does no harm. */
export const takeConsentBack: Handler<'takeConsentBack'> = ({ purpose }, { now, personId }) =>
  goings[purpose](personId, now);

type Going = (personId: PersonId, now: EpochMs) => Promise<Result<Own, 'not-joined' | 'changed-meanwhile'>>;

const goings: Readonly<Record<'proposals' | 'suggestions' | 'photo' | 'sensitive', Going>> = {
  proposals: async (personId, now) => {
    // Before as well as after: if the call dies in between, what was agreed to still stands and nothing is proposed.
    await endProposalsOf(personId);
    const taken = await changeOwn<never>(personId, now, ({ consents }) =>
      agree({ consents: withoutConsent(consents, 'proposals') }),
    );
    if (taken.ok) await endProposalsOf(personId);
    return taken;
  },
  suggestions: (personId, now) =>
    changeOwn<never>(personId, now, ({ consents }) => agree({ consents: withoutConsent(consents, 'suggestions') })),
  photo: (personId, now) =>
    changePicture<never>(personId, now, (profile, said) =>
      agree({
        change: { ...withoutPicture(profile, said, now), consents: withoutConsent(profile.consents, 'photo') },
        pictures: null,
      }),
    ),
  sensitive: (personId, now) =>
    changeOwn<never>(personId, now, ({ consents }, said) =>
      agree({
        consents: withoutConsent(consents, 'sensitive'),
        said: { ...said, form: withoutSensitive(said.form) },
      }),
    ),
};
