/** What a matchmaker's bench is answered, with what a test is not about filled in. */
import { PoolRow } from '@contract/match-bench';
import { FollowUp, StudioProposal } from '@contract/match-proposing';
import { MatchCard } from '@contract/match-proposal';
import { DaySlot } from '@contract/match-sitting';

type About<Shape> = Partial<Record<keyof Shape, unknown>>;

/** Monday 23 November 2026, 10:00 in Shanghai. */
export const benchNow = Date.parse('2026-11-23T10:00:00+08:00');
/** 20:00 of the fifth day after. */
export const revealsAt = Date.parse('2026-11-28T20:00:00+08:00');

export const lin = 'm00000000001';
export const zhou = 'm00000000002';

/** 小林, 30, who has yet to be proposed to anybody. */
export const aPoolRow = (about: About<PoolRow> = {}): PoolRow =>
  PoolRow.parse({
    profileId: lin,
    calledName: '小林',
    gender: 'woman',
    age: 30,
    street: '北蔡镇',
    occupation: 'courier',
    interests: ['walking', 'films'],
    isStamped: false,
    lastProposedAt: null,
    notNow: null,
    ...about,
  });

/** 小周, 33, as 小林 may find him. */
export const aManRow = (about: About<PoolRow> = {}): PoolRow =>
  aPoolRow({ profileId: zhou, calledName: '小周', gender: 'man', age: 33, interests: ['films'], ...about });

const noFacts: MatchCard['facts'] = {
  street: null, hometown: null, occupation: null, shift: null, restDays: null, interests: null, smokes: null, history: null,
  hasChildren: null, about: null, hopes: null, ages: null,
}; // prettier-ignore

/** 小林, who says how old she is and that she is a courier. */
export const aMatchCard = (about: About<MatchCard> = {}, facts: Partial<MatchCard['facts']> = {}): MatchCard =>
  MatchCard.parse({
    calledName: '小林',
    gender: 'woman',
    age: 30,
    hasPhoto: false,
    isStamped: false,
    ...about,
    facts: { ...noFacts, occupation: 'courier', ...facts },
  });

export const aStudioProposal = (about: About<StudioProposal> = {}): StudioProposal =>
  StudioProposal.parse({
    proposalId: 'q00000000001',
    state: 'open',
    one: { profileId: lin, calledName: '小林' },
    other: { profileId: zhou, calledName: '小周' },
    byName: '钱老师',
    proposedAt: benchNow,
    revealsAt,
    mayWithdraw: true,
    ...about,
  });

export const aFollowUp = (about: About<FollowUp> = {}): FollowUp =>
  FollowUp.parse({
    proposalId: 'q00000000001',
    side: 'one',
    profileId: lin,
    calledName: '小林',
    otherCalledName: '小周',
    stage: 'days',
    dueAt: benchNow,
    ...about,
  });

/** 13:00 to 13:20 of the day, at the first table, where nobody is. */
export const aDaySlot = (about: About<DaySlot> = {}): DaySlot => {
  const startsAt = Date.parse('2026-11-27T13:00:00+08:00');
  return DaySlot.parse({
    slotId: '1300a',
    startsAt,
    endsAt: startsAt + 20 * 60_000,
    table: 'a',
    state: 'free',
    who: null,
    profileId: null,
    ...about,
  });
};
