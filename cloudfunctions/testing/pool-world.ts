import type { AnswerFor, InputFor } from '../../types/contracts';
import type { ProposalId } from '../../types/ids';
import type { MatchAnswer } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import { EpochMs } from '../../types/time';
import type { Profile } from '../matchmaking/profile-records';
import type { Pair, Proposal } from '../matchmaking/proposal-records';
import { itIs } from './calendar';
import type { Phone, TestCloud } from './cloud';
import { keyOf } from './duty-world';
import { aForm, aPledge, aProfile, aStudio, matchNow, profileIdOf } from './matchmaking';
import { aMember } from './members';

/** Monday 23 November, ten o’clock, and the evening of the fifth day after. */
export const revealsAt = EpochMs.parse(Date.parse('2026-11-28T20:00:00+08:00'));
export const DAY = 86_400_000;

/** Singles of 北蔡's studio and its matchmakers, and what became of them. */
export const poolWorld = (cloud: TestCloud) => {
  let requests = 0;

  /** A member of 北蔡 in its pool. */
  const single = (
    name: string,
    form: Parameters<typeof aForm>[1] = {},
    more: Partial<Profile> = {},
    facts: Partial<ProfileForm['facts']> = {},
  ): Phone => {
    const phone = cloud.as(name);
    cloud.store('members').insert(aMember(name, phone.personId));
    cloud.store('match-profiles').insert(aProfile(name, phone.personId, more, aForm(name, form, facts)));
    return phone;
  };

  const proposal = (id: ProposalId): Proposal => {
    const found = cloud.store('match-proposals').get(id);
    if (found === undefined) throw new Error('There is no such proposal.');
    return found as unknown as Proposal;
  };

  const wishFor = (one: string, other: string): InputFor<'matchmaking.propose'> => ({
    one: profileIdOf(one),
    other: profileIdOf(other),
    hideOfOne: [],
    hideOfOther: [],
    wordsToOne: null,
    wordsToOther: null,
    requestKey: keyOf(`propose-${(requests += 1)}`),
  });

  return {
    open: (): void => {
      cloud.reset();
      requests = 0;
      itIs(matchNow);
      cloud.store('match-studios').insert(aStudio());
    },
    woman: single,
    man: (
      name: string,
      form: Parameters<typeof aForm>[1] = {},
      more: Partial<Profile> = {},
      facts: Partial<ProfileForm['facts']> = {},
    ): Phone => single(name, { gender: 'man', ...form }, more, facts),
    matchmaker: (name: string, unionId = 'beicai'): Phone => {
      cloud.appoint(name, 'matchmaker', unionId);
      const phone = cloud.as(name);
      cloud.store('match-pledges').insert(aPledge(phone.personId));
      return phone;
    },
    wishFor,
    propose: async (
      by: Phone,
      one: string,
      other: string,
      more: Partial<InputFor<'matchmaking.propose'>> = {},
    ): Promise<ProposalId> => (await by.must('matchmaking.propose', { ...wishFor(one, other), ...more })).proposalId,
    says: (who: Phone, proposalId: ProposalId, answer: MatchAnswer): Promise<AnswerFor<'matchmaking.answer'>> =>
      who.ask('matchmaking.answer', { proposalId, answer }),
    sweep: (at: number): Promise<unknown> => {
      itIs(at);
      return cloud.tick('matchmaking');
    },
    proposal,
    proposals: (): Proposal[] => cloud.store('match-proposals').find({}) as unknown as Proposal[],
    profile: (name: string): Profile =>
      cloud.store('match-profiles').get(cloud.as(name).personId) as unknown as Profile,
    pairs: (): Pair[] => cloud.store('match-pairs').find({}) as unknown as Pair[],
    change: (collection: string, id: string, more: object): void => {
      const before = cloud.store(collection).get(id);
      cloud.store(collection).remove({ _id: id });
      cloud.store(collection).insert({ ...before, ...more, _id: id });
    },
    told: (phone: Phone): { kind: string; subject: string; words: string | null; proposalId: string | null }[] =>
      [...cloud.store('notices').find({ personId: phone.personId })]
        .sort((one, other) => Number(one['at']) - Number(other['at']))
        .map(({ kind, subject, words, proposalId }) => ({ kind, subject, words, proposalId })) as never,
    looks: (phone: Phone): unknown[] =>
      cloud
        .store('match-looks')
        .find({ subjectId: phone.personId })
        .map(({ act }) => act),
  };
};
export type PoolWorld = ReturnType<typeof poolWorld>;
