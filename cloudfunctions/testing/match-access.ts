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
import type { Caller, Expected } from './match-callers';
import {
  all,
  callers,
  everyPerson,
  joined,
  judges,
  matchmakers,
  ofPerson,
  ofProposal,
  ofStudio,
  persons,
  sides,
  staff,
  these,
} from './match-callers';
import { aForm, aStudio, profileIdOf } from './matchmaking';

type Row<Name extends Action> = {
  /** What is asked, of whoever asks: the same, but for the revision of what is one's own. */
  readonly input: (things: MatchThings, own: { readonly revision: number }) => InputFor<`matchmaking.${Name}`>;
  readonly expected: Expected<'runs' | RefusalFor<`matchmaking.${Name}`>>;
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
