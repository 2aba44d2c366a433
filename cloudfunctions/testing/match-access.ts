import type { InputFor, RefusalFor } from '../../types/contracts';
import { UnionId } from '../../types/ids';
import {
  matchConsentVersion,
  matchPurposes,
  mixerConsentVersion,
  pledgeVersion,
  statementVersion,
} from '../../types/match-kind';
import { ShanghaiDay } from '../../types/time';
import type { Action } from '../matchmaking/scene';
import type { TestCloud } from './cloud';
import { keyOf, shanghai } from './duty-world';
import type { MatchThings } from './match-world';
import { bookedAt, dots } from './match-world';
import { aForm, aStudio, profileIdOf } from './matchmaking';

/** Everybody who may try, and by which name they are known in the world of match-world.ts. */
export const callers = {
  nobody: null,
  stranger: '路人',
  member: '会员',
  /** Of a profile, an appointment, a picture, and of one side of a proposal. */
  owner: '小芳',
  otherSide: '阿强',
  matchmaker: '红娘',
  withoutPledge: '没签承诺的红娘',
  pledgeRanOut: '承诺过期的红娘',
  roleRanOut: '卸任的红娘',
  ofAnotherUnion: '潍坊红娘',
  ofTheDistrict: '区红娘',
  clerk: '干事',
  stationHead: '站长',
  volunteer: '志愿者',
  administrator: '主席',
  administratorElsewhere: '潍坊主席',
  administratorAbove: '区主席',
} as const;
export type Caller = keyof typeof callers;
export const callerNames = Object.keys(callers) as Caller[];

type Expected<Outcome extends string> = Readonly<Record<Caller, Outcome>>;
type Row<Name extends Action> = {
  /** What is asked, of whoever asks: the same, but for the revision of what is one's own. */
  readonly input: (things: MatchThings, own: { readonly revision: number }) => InputFor<`matchmaking.${Name}`>;
  readonly expected: Expected<'runs' | RefusalFor<`matchmaking.${Name}`>>;
};

const all = <Outcome extends string>(outcome: Outcome): Expected<Outcome> =>
  Object.fromEntries(callerNames.map((caller) => [caller, outcome])) as Expected<Outcome>;
const these = <Outcome extends string>(named: readonly Caller[], outcome: Outcome): Partial<Expected<Outcome>> =>
  Object.fromEntries(named.map((caller) => [caller, outcome]));

const signIn = these(['nobody'], 'sign-in-needed');
/** Everybody who is signed in, each about themselves. */
const everyPerson = { ...all('runs'), ...signIn };
/** Those whose it is; the rest hears a fact that would be true without them. */
const persons = <Refusal extends string>(named: readonly Caller[], otherwise: Refusal) => ({
  ...all(otherwise),
  ...these(named, 'runs'),
  ...signIn,
});
/** Those two who have a profile. */
const joined = persons(['owner', 'otherSide'], 'not-joined');
const sides = persons(['owner', 'otherSide'], 'proposal-not-found');

const matchmakers = ['matchmaker', 'withoutPledge', 'pledgeRanOut', 'ofAnotherUnion', 'ofTheDistrict'] as const;
const staff = (named: readonly Caller[]) => ({ ...all('not-allowed'), ...these(named, 'runs'), ...signIn });
/** The studio's own matchmaker with a pledge; matchmakers of other unions hear `outside`, above or beside. */
const bench = <Refusal extends string>(outside: Refusal) => ({
  ...staff(['matchmaker']),
  ...these(['withoutPledge', 'pledgeRanOut'], 'pledge-needed'),
  ...these(['ofAnotherUnion', 'ofTheDistrict'], outside),
});
const ofStudio = bench('outside-your-studio');
const ofPerson = bench('person-not-found');
const ofProposal = bench('proposal-not-found');
const judges = {
  ...staff(['administrator', 'administratorAbove']),
  ...these(['administratorElsewhere'], 'report-not-found'),
};

const studioId = UnionId.parse('beicai');
const friday = ShanghaiDay.parse('2026-11-27');
const [fang, qiang, lan] = [profileIdOf('小芳'), profileIdOf('阿强'), profileIdOf('小兰')];
const pair = { one: lan, other: qiang, hideOfOne: [], hideOfOther: [] };
const statement = { version: statementVersion, isSingle: true, isOfAge: true } as const;
/** Everything that somebody can say of themselves. */
const fullForm = (name: string) =>
  aForm(
    name,
    { seeks: 'men', children: 'open' },
    {
      street: { value: '北蔡镇', seenBy: 'studio' },
      hometown: { value: '南通', seenBy: 'proposal' },
      occupation: { value: 'courier', seenBy: 'proposal' },
      shift: { value: 'day', seenBy: 'proposal' },
      restDays: { value: [6, 7], seenBy: 'proposal' },
      interests: { value: ['walking', 'films'], seenBy: 'proposal' },
      smokes: { value: 'never', seenBy: 'mutual' },
      history: { value: 'never', seenBy: 'mutual' },
      hasChildren: { value: false, seenBy: 'studio' },
      about: { value: '话不多，爱做饭。', seenBy: 'proposal' },
      hopes: { value: '想找个能一起散步的人。', seenBy: 'mutual' },
      ages: { value: { from: 25, upTo: 40 }, seenBy: 'studio' },
    },
  );
const contact = { kind: 'wechat', value: 'wx_somebody' } as const;

/** Who may do what, action by action. An action that is added does not compile until somebody has said so here. */
export const access: { readonly [Name in Action]: Row<Name> } = {
  listStudios: { input: () => ({}), expected: all('runs') },
  showOwn: { input: () => ({}), expected: everyPerson },
  join: {
    input: () => ({
      ...{ studioId, statement, form: fullForm('新来的') },
      consents: matchPurposes.map((purpose) => ({ purpose, version: matchConsentVersion })),
    }),
    expected: persons(['member', 'owner', 'otherSide'], 'members-only'),
  },
  saveProfile: { input: (_things, { revision }) => ({ form: fullForm('小芳'), revision }), expected: joined },
  savePhoto: { input: () => ({ photo: dots, blurred: dots }), expected: joined },
  removePhoto: { input: () => ({}), expected: joined },
  showOwnPhoto: { input: () => ({}), expected: joined },
  agreeTo: { input: () => ({ purpose: 'suggestions', version: matchConsentVersion }), expected: joined },
  takeConsentBack: { input: () => ({ purpose: 'proposals' }), expected: joined },
  pause: { input: () => ({ until: null }), expected: joined },
  resume: { input: () => ({}), expected: joined },
  renew: { input: () => ({ statement }), expected: { ...joined, ...these(['otherSide'], 'too-early') } },
  leave: { input: () => ({ understood: true }), expected: everyPerson },
  listLooks: { input: () => ({ cursor: null }), expected: everyPerson },
  copyOwn: { input: () => ({}), expected: everyPerson },

  listSittings: { input: () => ({ studioId }), expected: everyPerson },
  bookSitting: {
    input: () => ({ studioId, startsAt: bookedAt }),
    expected: persons(['member', 'owner', 'otherSide'], 'members-only'),
  },
  cancelSitting: { input: () => ({}), expected: everyPerson },
  showDay: { input: () => ({ studioId, day: friday }), expected: ofStudio },
  markSitting: {
    input: () => ({ studioId, day: ShanghaiDay.parse('2026-11-20'), slotId: '1330a' as never, outcome: 'came' }),
    expected: ofStudio,
  },
  // Who is told is no secret of the pool: it needs no pledge.
  callOffDay: {
    input: () => ({ studioId, day: friday, reason: '停电' }),
    expected: {
      ...staff(['matchmaker', 'withoutPledge', 'pledgeRanOut', 'clerk', 'administrator', 'administratorAbove']),
      ...these(['ofAnotherUnion', 'ofTheDistrict', 'administratorElsewhere'], 'outside-your-studio'),
    },
  },
  showStudio: {
    input: () => ({}),
    expected: staff([...matchmakers, 'clerk', 'administrator', 'administratorElsewhere', 'administratorAbove']),
  },
  saveStudio: {
    input: () => ({ studioId, form: { ...aStudio().form, about: '先聊聊。' }, revision: 1 }),
    expected: {
      ...staff(['clerk', 'administrator', 'administratorAbove']),
      ...these(['administratorElsewhere'], 'outside-your-unions'),
    },
  },

  listProposals: { input: () => ({}), expected: everyPerson },
  showProposal: { input: ({ open }) => ({ proposalId: open }), expected: sides },
  showProposalPhoto: { input: ({ open }) => ({ proposalId: open }), expected: sides },
  answer: { input: ({ open }) => ({ proposalId: open, answer: 'no' }), expected: sides },
  // 阿强 is on no side of this one.
  takeBack: { input: ({ mutual }) => ({ proposalId: mutual }), expected: persons(['owner'], 'proposal-not-found') },
  stopFollowUps: {
    input: ({ mutual }) => ({ proposalId: mutual }),
    expected: persons(['owner'], 'proposal-not-found'),
  },
  block: { input: ({ open }) => ({ proposalId: open }), expected: sides },
  report: {
    input: ({ open }) => ({
      ...{ proposalId: open, reason: 'other', words: '说话很难听', photo: null },
      requestKey: keyOf('access'),
    }),
    expected: sides,
  },

  showBench: { input: () => ({}), expected: staff(matchmakers) },
  signPledge: { input: () => ({ version: pledgeVersion, agreed: true }), expected: staff(matchmakers) },
  searchPool: {
    input: () => ({ studioId, gender: null, ageFrom: null, ageUpTo: null, interests: [], text: '爬山', cursor: null }),
    expected: ofStudio,
  },
  showPerson: { input: () => ({ profileId: fang }), expected: ofPerson },
  suggest: { input: () => ({ profileId: fang }), expected: ofPerson },
  saveNote: {
    input: () => ({ profileId: fang, words: '爱爬山', requestKey: keyOf('access') }),
    expected: ofPerson,
  },
  // Nobody but its writer knows of it.
  removeNote: {
    input: ({ noteId }) => ({ noteId }),
    expected: { ...staff(['matchmaker']), ...these(matchmakers.slice(1), 'note-not-found') },
  },
  stamp: { input: () => ({ profileId: fang, seen: true }), expected: ofPerson },
  listHeld: { input: () => ({ studioId }), expected: ofStudio },
  decideHeld: {
    input: ({ heldMark }) => ({
      ...{ profileId: lan, field: 'about', mark: heldMark, agree: true, reason: null },
    }),
    expected: ofPerson,
  },
  previewProposal: { input: () => pair, expected: ofPerson },
  propose: {
    input: () => ({ ...pair, wordsToOne: null, wordsToOther: null, requestKey: keyOf('access') }),
    expected: ofPerson,
  },
  withdrawProposal: { input: ({ open }) => ({ proposalId: open }), expected: ofProposal },
  listStudioProposals: { input: () => ({ studioId, cursor: null }), expected: ofStudio },
  listFollowUps: { input: () => ({ studioId }), expected: ofStudio },
  doneFollowUp: { input: ({ mutual }) => ({ proposalId: mutual, side: 'one', stage: 'days' }), expected: ofProposal },

  showMixer: {
    input: ({ mixers }) => ({ eventId: mixers.badges }),
    expected: persons(['owner', 'otherSide'], 'not-registered'),
  },
  takeBadge: {
    input: ({ mixers }) => ({ eventId: mixers.badges, consent: mixerConsentVersion, calledName: '新名', contact }),
    expected: persons(['owner', 'otherSide'], 'not-there'),
  },
  // Number four is 小兰's.
  saveChoices: {
    input: ({ mixers }) => ({ eventId: mixers.choosing, numbers: [4] }),
    expected: persons(['owner', 'otherSide'], 'no-badge'),
  },
  leaveMixer: { input: ({ mixers }) => ({ eventId: mixers.badges }), expected: everyPerson },
  listMixers: { input: () => ({ studioId }), expected: ofStudio },
  openMixer: { input: ({ mixers }) => ({ studioId, eventId: mixers.unopened }), expected: ofStudio },
  openCards: {
    input: ({ mixers }) => ({ studioId, eventId: mixers.badges, until: shanghai('2026-11-24T20:00:00') }),
    expected: ofStudio,
  },

  listReports: {
    input: () => ({}),
    expected: staff(['administrator', 'administratorElsewhere', 'administratorAbove']),
  },
  showReport: { input: ({ reportId }) => ({ reportId }), expected: judges },
  decideReport: { input: ({ reportId }) => ({ reportId, outcome: 'warned', answer: '谈过了' }), expected: judges },
  readmit: { input: ({ removedId }) => ({ reportId: removedId }), expected: judges },

  makeSittings: { input: () => ({}), expected: all('not-allowed') },
  sweepMatches: { input: () => ({}), expected: all('not-allowed') },
};

export const actionNames = Object.keys(access) as Action[];

/** What one sends, and the revision of one's own profile in it. */
export function wishOf(cloud: TestCloud, things: MatchThings, action: Action, caller: Caller): unknown {
  const name = callers[caller];
  const own = name === null ? undefined : cloud.store('match-profiles').get(cloud.as(name).personId);
  return access[action].input(things, { revision: Number(own?.['revision'] ?? 1) });
}

export async function send(cloud: TestCloud, caller: Caller, action: Action, input: unknown): Promise<unknown> {
  const name = callers[caller];
  const message = { action, input };
  if (name !== null) return cloud.as(name).send('matchmaking', message);
  return (await cloud.nobody('matchmaking', message)).result;
}
