import { UnionId } from '../../types/ids';
import type { MatchLookView } from '../../types/match-profile';
import type { PageCursor } from '../../types/paging';
import { EpochMs } from '../../types/time';
import { fullLife, marks } from '../testing/full-life';
import { aProposal } from '../testing/match-proposals';
import { aStudio, matchNow } from '../testing/matchmaking';
import type { StudioWorld } from '../testing/studio-world';
import { openStudioWorld } from '../testing/studio-world';
import { writeLooks } from './looking';
import { sealedAnswer, sealedList } from './sealed-answer';

type Copy = {
  readonly profile: Readonly<Record<string, unknown>> | null;
  readonly notesByMatchmakers: number;
  readonly looks: readonly { readonly act: string }[];
  readonly proposals: readonly Readonly<Record<string, unknown>>[];
  readonly appointment: object | null;
  readonly sittings: readonly object[];
  readonly mixers: readonly object[];
};

describe('what somebody reads of their own at the studio', () => {
  let world: StudioWorld;
  beforeAll(async () => {
    world = await openStudioWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  it('are the studios there are, that of their own union first; nobody signs in for it', async () => {
    const studio = (id: string, name: string) => aStudio({ _id: UnionId.parse(id), stationName: id }, { name });
    world.cloud
      .store('match-studios')
      .insertMany([studio('weifang', '潍坊红娘工作室'), studio('pudong', '浦东红娘工作室')]);
    const idsFor = async (name: string | null) => {
      const { studios } = await world.cloud.as(name ?? 'passer').must('matchmaking.listStudios', {});
      return studios.map(({ studioId }) => studioId);
    };
    world.member('lin');
    world.member('wei', 'weifang');
    expect(await idsFor('lin')).toEqual(['beicai', 'pudong', 'weifang']);
    expect(await idsFor('wei')).toEqual(['weifang', 'pudong', 'beicai']);
    expect(await idsFor(null)).toEqual(['beicai', 'pudong', 'weifang']);
    const asked = await world.cloud.nobody('matchmaking', { action: 'listStudios', input: {} });
    expect(asked.result).toMatchObject({ ok: true, value: { studios: [{ studioId: 'beicai' }, {}, {}] } });
  });

  it('is how many proposals wait for an answer: none whose day has come, none that was blocked', async () => {
    const [lin, zhao] = [await world.joined('lin'), await world.joined('zhao')];
    const one = { name: 'lin', personId: lin.personId };
    const other = { name: 'zhao', personId: zhao.personId };
    const hidden = aProposal('hidden', one, other);
    world.cloud
      .store('match-proposals')
      .insertMany([
        aProposal('open', one, other),
        aProposal('asked-of-her', other, one),
        aProposal('due', one, other, { revealsAt: matchNow }),
        aProposal('ended', one, other, { state: 'ended' }),
        { ...hidden, one: { ...hidden.one, list: sealedList(hidden._id, 'one', true) } },
      ]);
    expect((await lin.must('matchmaking.showOwn', {})).open).toBe(2);
    expect(lin.tripsOfLast()).toBe(4);
    expect((await zhao.must('matchmaking.showOwn', {})).open).toBe(3);
    expect(await world.cloud.as('passer').must('matchmaking.showOwn', {})).toEqual({
      ...{ isMember: false, profile: null, open: 0 },
    });
  });

  it('is every look of every matchmaker, latest first, page by page, and nobody else’s', async () => {
    const [lin, zhao] = [await world.joined('lin'), await world.joined('zhao')];
    const looker = { name: '张红娘', studioName: '北蔡公益红娘工作室' };
    for (let nth = 0; nth < 45; nth += 1)
      await world.cloud.inside(() =>
        writeLooks([lin.personId, zhao.personId], 'listed', looker, EpochMs.parse(matchNow + Math.floor(nth / 3))),
      );
    const pages: MatchLookView[][] = [];
    let cursor: PageCursor | null = null;
    do {
      const { items, next }: { items: MatchLookView[]; next: PageCursor | null } = await lin.must(
        'matchmaking.listLooks',
        { cursor },
      );
      pages.push(items);
      cursor = next;
    } while (cursor !== null);
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
    const instants = pages.flat().map(({ at }) => at);
    expect(instants).toEqual([...instants].sort((a, b) => b - a));
    expect(pages[0]?.[0]).toEqual({ at: matchNow + 14, act: 'listed', by: '北蔡公益红娘工作室 张红娘' });
  });

  it('is a copy of everything: what they said, what they agreed to, who looked, what there was', async () => {
    const { lin, open: proposalId } = await fullLife(world);
    await lin.must('matchmaking.answer', { proposalId, answer: 'no' });
    const { json } = await lin.must('matchmaking.copyOwn', {});
    expect(lin.tripsOfLast()).toBe(8);
    const { note, words, ...said } = marks;
    for (const mark of Object.values(said)) expect(json).toContain(mark);
    expect(json).toContain(words);
    expect(json).not.toContain(note);
    const copy = JSON.parse(json) as Copy;
    expect(copy).toMatchObject({
      profile: { studio: 'beicai', union: 'beicai', state: 'active', waiting: ['about', 'photo'], seeks: 'men' },
      notesByMatchmakers: 1,
      appointment: { studio: 'beicai', day: '2026-12-04' },
      sittings: [{ state: 'missed' }, { state: 'booked' }],
      mixers: [{ title: '联谊', number: 1, calledName: marks.badge, choices: [2] }],
    });
    expect(copy.looks.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['opened', 'listed', 'proposed', 'sitting']),
    );
    const open = copy.proposals.filter(({ state }) => state === 'open');
    expect(open).toMatchObject([{ answer: 'no', source: 'bench', fromMatchmaker: words }]);
    const mutual = copy.proposals.filter(({ state }) => state === 'mutual');
    expect(mutual.map(({ answer, contact }) => [answer, String(contact)])).toEqual([
      [null, expect.stringContaining(marks.contact)],
    ]);
  });

  it('is no word of the other, whatever they answered', async () => {
    const [lin, zhao] = [await world.joined('lin'), await world.joined('zhao')];
    const copies = [];
    for (const answer of ['none', 'yes', 'no'] as const) {
      const proposal = aProposal(
        'open',
        { name: 'lin', personId: lin.personId },
        { name: 'zhao', personId: zhao.personId },
      );
      const other = { ...proposal.other, answer: sealedAnswer(proposal._id, 'other', answer) };
      world.cloud.store('match-proposals').clear();
      world.cloud.store('match-proposals').insert({ ...proposal, other });
      copies.push((await lin.must('matchmaking.copyOwn', {})).json);
    }
    expect(new Set(copies).size).toBe(1);
    expect(copies[0]).not.toContain('zhao');
  });

  it('is an empty copy for whoever has nothing there', async () => {
    const { json } = await world.cloud.as('passer').must('matchmaking.copyOwn', {});
    expect(JSON.parse(json)).toEqual({
      ...{
        profile: null,
        notesByMatchmakers: 0,
        looks: [],
        proposals: [],
        appointment: null,
        sittings: [],
        mixers: [],
      },
    });
  });

  it('is a copy of all looks, more than one question brings', async () => {
    const lin = await world.joined('lin');
    const looks = Array.from({ length: 1_003 }, (_, nth) => ({
      ...{ _id: `look-${nth}`, subjectId: lin.personId, at: matchNow, act: 'listed', by: '红娘' },
      ...{ listKey: `${String(matchNow + nth).padStart(15, '0')}:look-${nth}`, purgeAt: matchNow },
    }));
    world.cloud.store('match-looks').insertMany(looks);
    const copy = JSON.parse((await lin.must('matchmaking.copyOwn', {})).json) as Copy;
    expect(copy.looks).toHaveLength(1_003);
  });
});
