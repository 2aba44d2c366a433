import type { InputFor } from '../../types/contracts';
import { UnionId } from '../../types/ids';
import type { MatchPurpose } from '../../types/match-kind';
import { matchConsentVersion, matchPurposes, statementVersion } from '../../types/match-kind';
import type { OwnProfile, ProfileForm } from '../../types/match-profile';
import { Profile, saidBy } from '../matchmaking/profile-records';
import { itIs } from './calendar';
import type { Phone, TestCloud } from './cloud';
import { openTestCloud } from './cloud';
import { aForm, aStudio, matchNow } from './matchmaking';
import { aMember } from './members';
import { playWeChat } from './wechat';

/** 北蔡's studio on a Monday morning, and whoever comes to it. */
export type StudioWorld = {
  readonly cloud: TestCloud;
  /** Back to the morning: the studio is open and the pool is empty. */
  reset(): void;
  close(): void;
  /** A member of a union who has not joined the studio. */
  member(name: string, unionId?: string): Phone;
  /** A member who has joined, with everything agreed to. */
  joined(name: string, form?: ProfileForm): Promise<Phone>;
  /** The profile as its owner reads it now. */
  own(phone: Phone): Promise<OwnProfile>;
  /** The profile as it is stored. */
  stored(phone: Phone): Profile;
  change(phone: Phone, more: Partial<Profile>): void;
  /** Nobody is a member of anything any more. */
  endMembership(phone: Phone): void;
  kindsTold(phone: Phone): string[];
};

export const statement = { version: statementVersion, isSingle: true, isOfAge: true } as const;
export const consentsTo = (purposes: readonly MatchPurpose[] = matchPurposes) =>
  purposes.map((purpose) => ({ purpose, version: matchConsentVersion }));

/** What somebody sends who joins 北蔡's studio, agrees to everything and says little. */
export const joining = (more: Partial<InputFor<'matchmaking.join'>> = {}): InputFor<'matchmaking.join'> => ({
  studioId: UnionId.parse('beicai'),
  statement,
  consents: consentsTo(),
  form: aForm('小林'),
  ...more,
});

export async function openStudioWorld(): Promise<StudioWorld> {
  const cloud = await openTestCloud();
  const weChat = playWeChat();
  const stored = (phone: Phone): Profile => Profile.parse(cloud.store('match-profiles').get(phone.personId));
  const member: StudioWorld['member'] = (name, unionId) => {
    const phone = cloud.as(name);
    cloud.store('members').insert(aMember(name, phone.personId, unionId));
    return phone;
  };
  return {
    cloud,
    reset() {
      cloud.reset();
      itIs(matchNow);
      cloud.store('match-studios').insert(aStudio());
    },
    close() {
      jest.useRealTimers();
      weChat.restore();
      cloud.close();
    },
    member,
    async joined(name, form = aForm(name)) {
      const phone = member(name);
      await phone.must('matchmaking.join', joining({ form }));
      return phone;
    },
    async own(phone) {
      const { profile } = await phone.must('matchmaking.showOwn', {});
      if (profile === null) throw new Error('There is no profile.');
      return profile;
    },
    stored,
    change(phone, more) {
      const before = stored(phone);
      cloud.store('match-profiles').remove({ _id: phone.personId });
      cloud.store('match-profiles').insert({ ...before, ...more });
    },
    endMembership: (phone) => {
      cloud.store('members').remove({ _id: phone.personId });
    },
    kindsTold: (phone) =>
      cloud
        .store('notices')
        .find({ personId: phone.personId })
        .map(({ kind }) => String(kind))
        .sort(),
  };
}

/** What somebody says of themselves, as it is sealed in the store. */
export const saidIn = (world: StudioWorld, phone: Phone): Promise<ReturnType<typeof saidBy>> =>
  world.cloud.inside(() => Promise.resolve(saidBy(world.stored(phone))));
