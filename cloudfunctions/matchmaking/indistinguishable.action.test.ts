import type { ProposalId } from '../../types/ids';
import type { MatchAnswer } from '../../types/match-kind';
import { answers } from '../../types/match-kind';
import { matchmakingContract } from '../../types/matchmaking';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { keyOf } from '../testing/duty-world';
import { matchNow, profileIdOf } from '../testing/matchmaking';
import type { Observer, Seen } from '../testing/match-observers';
import { observe, observers, reads, writes } from '../testing/match-observers';
import type { PoolWorld } from '../testing/pool-world';
import { DAY, poolWorld, revealsAt } from '../testing/pool-world';

/** What she and he answer; `none` is never to have answered. */
type Pair = { readonly her: MatchAnswer; readonly him: MatchAnswer };
const nine: readonly Pair[] = answers.flatMap((her) => answers.map((him) => ({ her, him })));
const nameOf = ({ her, him }: Pair): string => `${her}/${him}`;
const isMutual = ({ her, him }: Pair): boolean => her === 'yes' && him === 'yes';

const hour = 3_600_000;
/** Moments at which everybody looks: while it is open, between its instant and the sweep, after it, a month later. */
const moments = {
  open: matchNow + 10 * hour,
  lastMinute: revealsAt - hour,
  instant: revealsAt + 1,
  told: revealsAt + hour,
  later: revealsAt + 22 * DAY,
} as const;
type Moment = keyof typeof moments;
const everyMoment = Object.keys(moments) as Moment[];
type Lived = Readonly<Record<Moment, Seen>>;

let cloud: TestCloud;
let world: PoolWorld;
let phones: Record<'her' | 'him' | 'matchmaker' | 'colleague' | 'administrator' | 'third', Phone>;
let proposalId: ProposalId;

beforeAll(async () => {
  cloud = await openTestCloud();
  world = poolWorld(cloud);
});
afterAll(() => {
  jest.useRealTimers();
  cloud.close();
});

const acts = {
  answer: (who: 'her' | 'him', answer: MatchAnswer) => world.says(phones[who], proposalId, answer),
  block: (who: 'her' | 'him') => phones[who].must('matchmaking.block', { proposalId }),
  leave: (who: 'her' | 'him') => phones[who].must('matchmaking.leave', { understood: true }),
  report: (who: 'her' | 'him') =>
    phones[who].must('matchmaking.report', {
      ...{ proposalId, reason: 'other', words: '他的话让我不舒服', photo: null },
      requestKey: keyOf('the-report'),
    }),
  agreeNoMore: (who: 'her' | 'him') => phones[who].must('matchmaking.takeConsentBack', { purpose: 'proposals' }),
  withdraw: () => phones.matchmaker.ask('matchmaking.withdrawProposal', { proposalId }),
};

type Script = {
  /** On the first afternoon. */
  readonly first: (pair: Pair) => Promise<unknown>;
  /** On the third day. */
  readonly later?: (pair: Pair) => Promise<unknown>;
  /** In the last millisecond. */
  readonly last?: (pair: Pair) => Promise<unknown>;
  /** At its instant, with the sweep. */
  readonly atOnce?: () => Promise<unknown>;
};

const answerBoth = async ({ her, him }: Pair): Promise<void> => {
  if (her !== 'none') await acts.answer('her', her);
  if (him !== 'none') await acts.answer('him', him);
};

/** One world from the same beginning, with the same clock: only what is answered differs. */
async function live(script: Script, pair: Pair): Promise<Lived> {
  world.open();
  phones = {
    her: world.woman(
      '小芳',
      {},
      {},
      { about: { value: '爱爬山', seenBy: 'proposal' }, street: { value: '莲园路', seenBy: 'mutual' } },
    ),
    him: world.man('阿强', {}, {}, { street: { value: '莲园路', seenBy: 'proposal' } }),
    third: world.man('大刘', {}, {}, { street: { value: '莲园路', seenBy: 'proposal' } }),
    matchmaker: world.matchmaker('陈红娘'),
    colleague: world.matchmaker('李红娘'),
    administrator: cloud.as('主席'),
  };
  cloud.appoint('主席', 'administrator', 'beicai');
  proposalId = await world.propose(phones.matchmaker, '小芳', '阿强', {
    requestKey: keyOf('the-proposal'),
    wordsToOne: null,
    hideOfOther: ['age'],
  });
  const look = (moment: Moment): Promise<Seen> =>
    observe(cloud, { proposalId, one: profileIdOf('小芳'), other: profileIdOf('阿强') }, phones, moments[moment]);
  const seen: Partial<Record<Moment, Seen>> = {};
  await world.sweep(matchNow + 5 * 60_000);
  itIs(matchNow + hour);
  await script.first(pair);
  seen.open = await look('open');
  itIs(matchNow + 3 * DAY);
  await script.later?.(pair);
  seen.lastMinute = await look('lastMinute');
  itIs(revealsAt - 1);
  await script.last?.(pair);
  seen.instant = await look('instant');
  itIs(moments.instant + 30 * 60_000);
  await Promise.all([cloud.tick('matchmaking'), script.atOnce?.()]);
  seen.told = await look('told');
  for (const days of [3, 21]) await world.sweep(revealsAt + days * DAY);
  seen.later = await look('later');
  return seen as Lived;
}

/** A world that somebody may tell from another; `ends` where nothing came of it, whatever was answered. */
type World = { readonly name: string; readonly pair: Pair; readonly ends: boolean; readonly lived: Lived };

/** What somebody knows by themselves: their own answer, and, once it was told, whether it was mutual. */
function knownTo(observer: Observer, { pair, ends }: World, moment: Moment): string {
  const own = observer === 'her' || observer === 'him' ? pair[observer] : '';
  const isTold = moment === 'told' || moment === 'later';
  return `${own} ${isTold && isMutual(pair) && !ends ? 'mutual' : ''}`.trim();
}

/** Fails with who tells what apart from what, when, and by which look. */
function expectAlike(
  worlds: readonly World[],
  who: readonly Observer[] = observers,
  when: readonly Moment[] = everyMoment,
): void {
  const told = when.flatMap((moment) => who.flatMap((observer) => tellings(worlds, observer, moment)));
  expect(told).toEqual([]);
}

/** What somebody tells apart at one moment: each world is held against the first in which they know as much. */
function tellings(worlds: readonly World[], observer: Observer, moment: Moment): string[] {
  const first = new Map<string, World>();
  return worlds.flatMap((one) => {
    const known = knownTo(observer, one, moment);
    const other = first.get(known) ?? one;
    first.set(known, other);
    const [before, text] = [other.lived[moment][observer], one.lived[moment][observer]];
    if (before === text) return [];
    return [`${moment}: ${observer} tells ${other.name} from ${one.name}: ${differenceOf(before, text)}`];
  });
}

function differenceOf(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 60), at + 60)}… | …${other.slice(Math.max(0, at - 60), at + 60)}…`;
}

/**
 * What is told of proposals alone: a matchmaker does not look at her for his sake once he is not there, nor reads their
 * names in a list once it has ended, and each of them reads when they were looked at.
 */
const ofProposals = ({ lived, ...world }: World): World => ({
  ...world,
  lived: { ...lived, told: withoutLooks(lived.told), later: withoutLooks(lived.later) },
});
const withoutLooks = (seen: Seen): Seen => ({
  ...seen,
  her: proposalLooks(seen.her),
  him: proposalLooks(seen.him),
  store: seen.store
    .split('\n')
    .filter((line) => !line.includes('"act":"'))
    .join('\n'),
});
const proposalLooks = (text: string): string =>
  JSON.stringify((JSON.parse(text) as [string][]).filter(([action]) => /\.(list|show)Proposal|^notice/.test(action)));

async function nineOf(name: string, script: Script, ends = false): Promise<World[]> {
  const lived: World[] = [];
  for (const pair of nine) lived.push({ name: `${name} ${nameOf(pair)}`, pair, ends, lived: await live(script, pair) });
  return lived;
}

const allBut = (...who: Observer[]): Observer[] => observers.filter((observer) => !who.includes(observer));
const since = (moment: Moment): Moment[] => everyMoment.slice(everyMoment.indexOf(moment));

describe('nobody learns of a no, nor of a yes that is not answered', () => {
  jest.setTimeout(240_000);
  let plain: World[];
  let notMutual: World[];

  beforeAll(async () => {
    plain = await nineOf('plain', { first: answerBoth });
    notMutual = plain.filter(({ pair }) => !isMutual(pair));
  }, 240_000);

  it('is looked for with every action that reads', () => {
    const asked = Object.keys(reads({ proposalId: '', one: '', other: '' }));
    expect([...asked, ...writes].sort()).toEqual(Object.keys(matchmakingContract).sort());
  });

  it('holds in a world in which something happens', () => {
    const [mutual] = plain.filter(({ pair }) => isMutual(pair));
    const [ended] = notMutual;
    expect(mutual?.lived.told.her).toContain('"kind":"wechat"');
    expect(mutual?.lived.open.her).not.toBe(ended?.lived.open.her);
    for (const observer of ['her', 'him', 'matchmaker', 'colleague', 'store', 'log'] as const)
      expect(mutual?.lived.told[observer]).not.toBe(ended?.lived.told[observer]);
    for (const { log } of everyMoment.map((moment) => mutual?.lived[moment] ?? { log: '' }))
      for (const action of ['listProposals', 'listStudioProposals', 'sweepMatches'])
        expect(log).toContain(`"action":"matchmaking.${action}"`);
    // Nobody is kept from telling by a call that breaks.
    expect(JSON.stringify(plain)).not.toContain('fault');
    for (const observer of ['administrator', 'third', 'nobody'] as const)
      expect(mutual?.lived.told[observer]).toBe(ended?.lived.told[observer]);
  });

  it('for all nine ways to answer', () => {
    expectAlike(plain);
  });

  it('whoever answers first', async () => {
    const swapped = await nineOf('swapped', {
      first: async ({ her, him }) => {
        if (him !== 'none') await acts.answer('him', him);
        if (her !== 'none') await acts.answer('her', her);
      },
    });
    expectAlike([...plain, ...swapped]);
  });

  it('however often they change their minds, up to the last millisecond', async () => {
    const turned = await nineOf('turned', {
      first: async () => {
        for (const answer of ['yes', 'no', 'yes'] as const)
          for (const who of ['her', 'him'] as const) await acts.answer(who, answer);
      },
      later: async () => {
        for (const who of ['her', 'him'] as const) await acts.answer(who, 'no');
      },
      last: async ({ her, him }) => {
        await acts.answer('her', her);
        await acts.answer('him', him);
      },
    });
    // What one said oneself in between is one's own to know.
    expectAlike([...plain, ...turned], allBut('her', 'him'));
    expectAlike([...plain, ...turned], observers, since('instant'));
  });

  it('where she never wants to hear of him again', async () => {
    const blocked = await nineOf('blocked', { first: answerBoth, later: () => acts.block('her') }, true);
    // Her own list is another, and a line of log says that somebody asked for what they do not have; all others read what
    // they read after any no.
    expectAlike([...plain, ...blocked], allBut('her', 'log'));
    expectAlike(blocked);
  });

  it('where she reports him', async () => {
    const reported = await nineOf('reported', { first: answerBoth, later: () => acts.report('her') }, true);
    // A report is stored, and the administrators read it: nobody else can tell.
    expectAlike([...plain, ...reported], ['him', 'matchmaker', 'colleague', 'third', 'nobody']);
    expectAlike(reported);
  });

  it('where the matchmaker takes it back in the last millisecond', async () => {
    const withdrawn = await nineOf('withdrawn', { first: answerBoth, last: () => acts.withdraw() }, true);
    expectAlike(withdrawn);
    expectAlike([...notMutual, ...withdrawn].map(ofProposals), allBut('log'), since('told'));
  });

  it('where the matchmaker takes it back while both answer', async () => {
    const last: Script['last'] = ({ her, him }) =>
      Promise.all([acts.answer('her', her), acts.withdraw(), acts.answer('him', him)]);
    const withdrawn = await nineOf('withdrawn', { first: () => Promise.resolve(), last }, true);
    expectAlike(withdrawn, observers, since('instant'));
  });

  it('where the matchmaker tries to take it back at its instant', async () => {
    const late = await nineOf('late', { first: answerBoth, atOnce: () => acts.withdraw() });
    expectAlike(late);
    expectAlike([...plain, ...late]);
  });

  it('where he agrees no more to being proposed', async () => {
    const gone = await nineOf('gone', { first: answerBoth, later: () => acts.agreeNoMore('him') }, true);
    expectAlike(gone);
    // What she reads once all is over is what she reads after any no.
    expectAlike([...notMutual, ...gone].map(ofProposals), ['her'], since('told'));
  });

  it('where he leaves', async () => {
    const left = await nineOf('left', { first: answerBoth, later: () => acts.leave('him') }, true);
    expectAlike(left, allBut('him'));
    expectAlike(left, ['him'], since('lastMinute'));
    expectAlike([...notMutual, ...left].map(ofProposals), ['her'], since('told'));
  });

  it('in what an answer itself says: the same steps and the same line, whatever it is and was', async () => {
    await live({ first: () => Promise.resolve() }, { her: 'none', him: 'none' });
    world.open();
    phones = { ...phones, her: world.woman('小芳'), him: world.man('阿强'), matchmaker: world.matchmaker('陈红娘') };
    proposalId = await world.propose(phones.matchmaker, '小芳', '阿强');
    const seen = new Set<string>();
    for (const his of answers) {
      await acts.answer('him', his);
      for (const hers of [...answers, ...answers].reverse()) {
        expect(await acts.answer('her', hers)).toEqual({ ok: true, value: { answer: hers } });
        const line = cloud.everythingWritten().trimEnd().split('\n').at(-1) ?? '';
        const { one, other } = world.proposal(proposalId);
        const lengths = [one.answer?.length, other.answer?.length];
        seen.add(JSON.stringify([phones.her.tripsOfLast(), line.replace(/"requestId":"[^"]*","ms":\d+/, ''), lengths]));
      }
    }
    expect(seen.size).toBe(1);
  });
});
