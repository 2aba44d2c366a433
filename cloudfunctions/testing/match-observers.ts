import type { Contract } from '../../types/contract';
import { matchmakingContract } from '../../types/matchmaking';
import { collections } from '../runtime/collections';
import { itIs } from './calendar';
import type { Phone, TestCloud } from './cloud';

/** Everybody who may look at what becomes of a proposal, and where they look. */
export const observers = [
  'her',
  'him',
  'matchmaker',
  'colleague',
  'administrator',
  'third',
  'nobody',
  'store',
  'log',
] as const;
export type Observer = (typeof observers)[number];
/** What each of them sees at one moment, as text: equal texts cannot be told apart. */
export type Seen = Readonly<Record<Observer, string>>;

type Action = Extract<keyof typeof matchmakingContract, string>;

/** Actions that change something: what they answer is tested where they are. */
export const writes: readonly Action[] = [
  ...(['join', 'saveProfile', 'savePhoto', 'removePhoto', 'agreeTo', 'takeConsentBack'] as const),
  ...(['pause', 'resume', 'renew', 'leave', 'bookSitting', 'cancelSitting', 'markSitting', 'callOffDay'] as const),
  ...(['saveStudio', 'answer', 'takeBack', 'stopFollowUps', 'block', 'report', 'signPledge', 'propose'] as const),
  ...(['withdrawProposal', 'saveNote', 'removeNote', 'stamp', 'decideHeld', 'doneFollowUp', 'takeBadge'] as const),
  ...([
    'saveChoices',
    'leaveMixer',
    'openMixer',
    'openCards',
    'decideReport',
    'readmit',
    'makeSittings',
    'sweepMatches',
  ] as const),
];

/** Actions that only read, each with what may be asked of it here. */
export const reads = (about: {
  readonly proposalId: string;
  readonly one: string;
  readonly other: string;
}): Readonly<Partial<Record<Action, readonly object[]>>> => {
  const studioId = 'beicai';
  const { proposalId, one, other } = about;
  const anybody = { gender: null, ageFrom: null, ageUpTo: null, interests: [], text: null };
  const nothing = [{}];
  return {
    listStudios: nothing,
    showOwn: nothing,
    showOwnPhoto: nothing,
    listLooks: nothing,
    copyOwn: nothing,
    listSittings: [{ studioId }],
    showDay: [{ studioId, day: '2026-11-27' }],
    showStudio: nothing,
    listProposals: nothing,
    showProposal: [{ proposalId }],
    showProposalPhoto: [{ proposalId }],
    showBench: nothing,
    searchPool: [{ studioId, ...anybody }],
    showPerson: [{ profileId: one }, { profileId: other }],
    suggest: [{ profileId: one }, { profileId: other }],
    previewProposal: [{ one, other, hideOfOne: [], hideOfOther: [] }],
    listStudioProposals: [{ studioId }],
    listHeld: [{ studioId }],
    listFollowUps: [{ studioId }],
    showMixer: [{ eventId: 'e00000000000' }],
    listMixers: [{ studioId }],
    listReports: nothing,
    showReport: [{ reportId: 'w00000000000' }],
  };
};

/** The actions that somebody by themselves, as staff, or without signing in may call at all. */
const isFor = (who: 'person' | 'staff' | 'anyone', action: Action): boolean => {
  const { caller } = (matchmakingContract as Contract)[action] ?? {};
  if (caller === 'anyone') return true;
  return who === 'staff' ? typeof caller === 'object' : who === 'person' && caller === 'person';
};

/**
 * Lets everybody look at everything that they may look at, from `at` on, a second after each other, with the round trips
 * of each look; then looks at what is stored and what was logged.
 */
export async function observe(
  cloud: TestCloud,
  about: Parameters<typeof reads>[0],
  phones: Readonly<Record<Exclude<Observer, 'nobody' | 'store' | 'log'>, Phone>>,
  at: number,
): Promise<Seen> {
  let clock = at;
  const asked = reads(about);
  const all = Object.entries(asked) as [Action, readonly object[]][];
  const looks = async (phone: Phone, isStaff: boolean): Promise<string> => {
    const seen: unknown[] = [];
    const look = async (action: string, input: object): Promise<void> => {
      itIs((clock += 1_000));
      seen.push([action, input, await phone.ask(action as never, input as never), phone.tripsOfLast()]);
    };
    for (const [action, inputs] of all)
      if (isFor('person', action) || (isStaff && isFor('staff', action)))
        for (const input of inputs) await look(`matchmaking.${action}`, input);
    await look('notice.listOwn', {});
    await look('notice.countUnread', {});
    return alike(JSON.stringify(seen), phones);
  };
  const byNobody: unknown[] = [];
  const seen = {
    her: await looks(phones.her, false),
    him: await looks(phones.him, false),
    matchmaker: await looks(phones.matchmaker, true),
    colleague: await looks(phones.colleague, true),
    administrator: await looks(phones.administrator, true),
    third: await looks(phones.third, false),
  };
  for (const [action, inputs] of all)
    for (const input of inputs) {
      const { result, ...rest } = await cloud.nobody('matchmaking', { action, input });
      byNobody.push([action, input, result, 'roundTrips' in rest ? rest.roundTrips : null]);
    }
  return {
    ...seen,
    nobody: alike(JSON.stringify(byNobody), phones),
    store: stored(cloud, phones),
    log: logged(cloud),
  };
}

type Known = Readonly<Record<string, Phone>>;

/** Without what is drawn at random: ids of 22 letters that are nobody's, and what is sealed but for its length. */
function alike(text: string, phones: Known): string {
  const known = new Set(Object.values(phones).map(({ personId }) => personId as string));
  return text
    .replace(/k1\.[\w-]{16}\.([\w-]+)/g, (_, body: string) => `<sealed ${body.length}>`)
    .replace(/(?<![\w-])p?[\w-]{22}(?![\w-])/g, (id) => (known.has(id) ? id : '<id>'))
    .replace(/"fault":"[^"]*"/g, '"fault"');
}

/** Every document of every collection, with its fields, in an order that its random id does not give. */
const stored = (cloud: TestCloud, phones: Known): string =>
  collections
    .map(({ name }) => {
      const documents = cloud.store(name).find();
      return [name, ...documents.map((document) => alike(JSON.stringify(document), phones)).sort()].join('\n');
    })
    .join('\n');

/**
 * Lines of log, but for the platform's number and how long it took, and the round trips of the timer. That somebody asked
 * for something is a line that names nobody; it says the same whatever was asked, which is tested where those lines are.
 */
const logged = (cloud: TestCloud): string =>
  `${cloud.tripsOfTicks().join(' ')}\n${cloud.everythingWritten()}`
    .split('\n')
    .filter((line) => /^(\d+ )*\d+$|^\[\w+\] \{"(action|alarm)":/.test(line))
    .filter((line) => !/"matchmaking\.(answer|block|report|withdrawProposal|leave|takeConsentBack)"/.test(line))
    .map((line) => line.replace(/"requestId":"[^"]*","ms":\d+,/, ''))
    .join('\n');
