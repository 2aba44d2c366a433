import * as fc from 'fast-check';
import type { EventId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { mixerConsentVersion } from '../../types/match-kind';
import { EpochMs, NEVER } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPledge, aStudio } from '../testing/matchmaking';
import { aMixer, aMixerEvent, cardsUntil, contactOf, storeMixerEvent } from '../testing/mixers';
import { playWeChat } from '../testing/wechat';
import { deleteProposalsOf } from './end-proposals';
import { eraseBadgesOf } from './erase-badges';
import { Mixer, mixers } from './mixer-records';
import { pairKeyOf } from './ids';
import { markNever, markProposed, untilOf } from './pair-marks';
import { profiles } from './profile-records';
import { Pair, Proposal } from './proposal-records';
import { sweepMixers } from './sweep-mixers';

const PEOPLE = 40;
const beicai = UnionId.parse('beicai');
const during = EpochMs.parse(Date.parse('2026-11-28T16:30:00+08:00'));

let cloud: TestCloud;
let weChat: { restore(): void };
let eventId: EventId;

beforeAll(async () => {
  cloud = await openTestCloud();
  weChat = playWeChat();
});
afterAll(() => {
  weChat.restore();
  cloud.close();
});
afterEach(() => {
  jest.useRealTimers();
});

/** What each number chose; the first has number 1. */
type Cards = readonly (readonly number[])[];

const nameOf = (number: number): string => `来宾${number}`;
const phones: Phone[] = [];
const phone = (number: number): Phone => phones[number - 1] as Phone;

/** A mixer of so many whose cards are being filled in: empty so far, or these. */
function mixerOf(count: number, cards: Cards = []): void {
  cloud.reset();
  itIs(during);
  phones.length = 0;
  phones.push(...Array.from({ length: count }, (_, nth) => cloud.as(`guest-${nth + 1}`)));
  cloud.store('match-studios').insert(aStudio());
  cloud.appoint('hong', 'matchmaker', 'beicai');
  cloud.appoint('chair', 'administrator', 'beicai');
  cloud.store('match-pledges').insert(aPledge(cloud.as('hong').personId));
  const came = phones.map(({ personId }) => personId);
  const event = storeMixerEvent(cloud, aMixerEvent('四十人联谊'), came);
  eventId = event._id;
  const people = came.map((personId, nth) => ({ personId, calledName: nameOf(nth + 1), choices: cards[nth] ?? [] }));
  cloud.store('match-mixers').insert(aMixer(event, people));
}

const choose = (who: Phone, numbers: readonly number[]) =>
  who.ask('matchmaking.saveChoices', { eventId, numbers: [...numbers] });
const stored = (): Mixer => Mixer.parse(cloud.store('match-mixers').get(eventId));
const proposals = (): Proposal[] =>
  cloud
    .store('match-proposals')
    .find()
    .map((found) => Proposal.parse(found));
/** The sweep of mixers alone, so that what happens meanwhile falls into each of its steps. */
const sweep = (): Promise<number> => cloud.inside(() => sweepMixers(cardsUntil));
/** So many turns of the event loop, for what is under way to come to another point each time. */
const turns = async (count: number): Promise<void> => {
  for (let nth = 0; nth < count; nth += 1) await Promise.resolve();
};

/** Something that one part of a test waits for until another says so. */
function aSignal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

/** Everything that somebody can read of the mixer, with the round trips that it took. */
async function seenBy(who: Phone): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  const look = async (answer: Promise<unknown>): Promise<void> => {
    seen.push(await answer, who.tripsOfLast());
  };
  await look(who.ask('matchmaking.showMixer', { eventId }));
  await look(who.ask('matchmaking.listProposals', {}));
  await look(who.ask('notice.listOwn', {}));
  await look(who.ask('notice.countUnread', {}));
  return seen;
}
/** What the studio and those above it can read. */
async function seenByStudio(): Promise<readonly unknown[]> {
  const [hong, chair] = [cloud.as('hong'), cloud.as('chair')];
  const seen: unknown[] = [];
  const look = async (who: Phone, answer: Promise<unknown>): Promise<void> => {
    seen.push(await answer, who.tripsOfLast());
  };
  await look(hong, hong.ask('matchmaking.listMixers', { studioId: beicai }));
  await look(hong, hong.ask('matchmaking.listStudioProposals', { studioId: beicai }));
  await look(hong, hong.ask('matchmaking.listFollowUps', { studioId: beicai }));
  await look(hong, hong.ask('notice.listOwn', {}));
  await look(chair, chair.ask('matchmaking.listReports', {}));
  await look(chair, chair.ask('notice.listOwn', {}));
  return seen;
}

/** Everything stored and logged, where what is sealed is as long as it is and says nothing else. */
const written = (): string =>
  cloud
    .everythingWritten()
    .replace(/k1\.[\w-]{16}\.([\w-]+)/g, (_, body: string) => `<sealed ${body.length}>`)
    .replace(/"requestId":"[^"]*","ms":\d+/g, '"of":"a call"');

type World = {
  readonly saved: readonly unknown[];
  readonly before: readonly (readonly unknown[])[];
  readonly studioBefore: readonly unknown[];
  readonly writtenBefore: string;
  readonly after: readonly (readonly unknown[])[];
  readonly studioAfter: readonly unknown[];
  readonly written: string;
  readonly pairs: readonly string[];
};

/** The same afternoon with these cards. */
async function lived(cards: Cards): Promise<World> {
  mixerOf(cards.length);
  const saved: unknown[] = [];
  for (const [nth, numbers] of cards.entries())
    saved.push(await choose(phone(nth + 1), numbers), phone(nth + 1).tripsOfLast());
  const look = async () => {
    const seen: (readonly unknown[])[] = [];
    for (const who of phones) seen.push(await seenBy(who));
    return seen;
  };
  const [before, studioBefore, writtenBefore] = [await look(), await seenByStudio(), written()];
  itIs(cardsUntil);
  await cloud.tick('matchmaking');
  const [after, studioAfter] = [await look(), await seenByStudio()];
  return {
    saved,
    before,
    studioBefore,
    writtenBefore,
    after,
    studioAfter,
    written: written(),
    pairs: await pairsTold(),
  };
}

/** Who reads of whom, as `3-7`, each pair from both sides. */
async function pairsTold(): Promise<string[]> {
  const told: string[] = [];
  for (const [nth, who] of phones.entries()) {
    const { mutual } = (await who.must('matchmaking.showMixer', { eventId })).mixer;
    told.push(...mutual.map(({ number }) => `${nth + 1}-${number}`));
  }
  return told.sort();
}

const named = (cards: Cards, one: number, other: number): boolean => cards[one - 1]?.includes(other) === true;
const numbers = Array.from({ length: PEOPLE }, (_, nth) => nth + 1);
const mutualOf = (cards: Cards): string[] =>
  numbers
    .flatMap((one) =>
      numbers.filter((other) => named(cards, one, other) && named(cards, other, one)).map((other) => `${one}-${other}`),
    )
    .sort();

/** Cards of forty, most of them for neighbours, so that some are returned. */
const fortyCards: fc.Arbitrary<Cards> = fc.tuple(
  ...numbers.map((own) =>
    fc
      .uniqueArray(
        fc.oneof(
          {
            weight: 3,
            arbitrary: fc.integer({ min: -3, max: 3 }).map((step) => ((own - 1 + step + PEOPLE) % PEOPLE) + 1),
          },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: PEOPLE }) },
        ),
        { maxLength: 3 },
      )
      .map((chosen) => chosen.filter((number) => number !== own)),
  ),
);

/** The same cards where these people chose nobody but those who chose them. */
const onlyReturned = (cards: Cards, who: ReadonlySet<number>): Cards =>
  cards.map((chosen, nth) => (who.has(nth + 1) ? chosen.filter((other) => named(cards, other, nth + 1)) : chosen));

const withoutOwnCard = (seen: readonly unknown[]): string => JSON.stringify(seen).replace(/"choices":\[[\d,]*\]/, '');

/** Groups of four where everybody chose everybody: six pairs each. */
const inFours = (people: number): Cards =>
  Array.from({ length: people }, (_, nth) => {
    const first = nth - (nth % 4) + 1;
    return [first, first + 1, first + 2, first + 3].filter((number) => number !== nth + 1);
  });

describe('forty people who choose each other', () => {
  it('read exactly those whom they chose and who chose them; everything else is the same whatever else was chosen', async () => {
    const worlds = fc.tuple(fortyCards, fc.uniqueArray(fc.constantFrom(...numbers), { minLength: 10, maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(worlds, async ([cards, changed]) => {
        const who = new Set(changed);
        const one = await lived(cards);
        const other = await lived(onlyReturned(cards, who));
        expect(one.pairs).toEqual(mutualOf(cards));
        expect(other.pairs).toEqual(one.pairs);
        expect(other.studioBefore).toEqual(one.studioBefore);
        expect(other.studioAfter).toEqual(one.studioAfter);
        expect(other.writtenBefore).toBe(one.writtenBefore);
        expect(other.written).toBe(one.written);
        for (const number of numbers) {
          const nth = number - 1;
          if (!who.has(number)) expect(other.before[nth]).toEqual(one.before[nth]);
          expect(withoutOwnCard(other.before[nth] ?? [])).toBe(withoutOwnCard(one.before[nth] ?? []));
          expect(other.after[nth]).toEqual(one.after[nth]);
          expect(other.saved[2 * nth + 1]).toBe(one.saved[2 * nth + 1]);
        }
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  it('cannot tell a card that was never touched from one that chose somebody who did not', async () => {
    const look = async (first: () => Promise<unknown>) => {
      mixerOf(6);
      await first();
      await choose(phone(2), [3]);
      await choose(phone(3), [2]);
      const seen: unknown[] = [];
      for (const number of [2, 3, 4, 5, 6]) seen.push(await seenBy(phone(number)));
      // Own calls are counted, whatever was in them.
      const store = (): string =>
        written()
          .split('\n')
          .filter((line) => !line.includes('"matchmaking.saveChoices"'))
          .join('\n');
      const before = [...seen, await seenByStudio(), store()];
      itIs(cardsUntil);
      await cloud.tick('matchmaking');
      const after: unknown[] = [];
      for (const who of phones) after.push(await seenBy(who));
      return { before, after: [...after, await seenByStudio(), store()] };
    };
    const never = await look(() => Promise.resolve());
    expect(await look(() => choose(phone(1), []))).toEqual(never);
    expect(await look(() => choose(phone(1), [2, 3, 4]))).toEqual(never);
    expect(
      await look(async () => {
        await choose(phone(1), [2]);
        await choose(phone(1), []);
        await choose(phone(1), [6]);
      }),
    ).toEqual(never);
    expect(await look(() => choose(phone(2), [1]))).toEqual(never);
  });

  it('of whom one leaves in silence read what they would read had that card been empty', async () => {
    const look = async (first: () => Promise<unknown>) => {
      mixerOf(6);
      await choose(phone(2), [1, 3]);
      await choose(phone(3), [2]);
      await first();
      const read = async () => {
        const seen: unknown[] = [];
        for (const number of [2, 3, 4, 5, 6]) seen.push(await seenBy(phone(number)));
        return [...seen, await seenByStudio()];
      };
      const before = await read();
      itIs(cardsUntil);
      await cloud.tick('matchmaking');
      return { before, after: await read() };
    };
    const stayed = await look(() => choose(phone(1), []));
    const left = await look(async () => {
      await choose(phone(1), [2]);
      await phone(1).must('matchmaking.leaveMixer', { eventId });
    });
    expect(left).toEqual(stayed);
  });

  it('in groups of four where everybody chose everybody are sixty pairs, all told', async () => {
    const { pairs: told } = await lived(inFours(PEOPLE));
    expect(told).toHaveLength(120);
    expect(stored()).toMatchObject({ state: 'told', pairs: 60 });
    expect(proposals()).toHaveLength(60);
  }, 30_000);
});

describe('at the very instant', () => {
  it('a card that is changed while all are read counts as it was answered: taken, or too late', async () => {
    const outcomes = new Set<string>();
    for (let nth = 0; nth < 60; nth += 1) {
      mixerOf(4);
      await choose(phone(1), [2]);
      await choose(phone(2), [1]);
      // The change is asked for in time; the sweep is there already.
      itIs(cardsUntil - 1);
      const swept = nth < 30 ? null : sweep();
      await turns(nth < 30 ? 0 : (nth - 30) * 4);
      const changed = choose(phone(1), []);
      await turns(nth < 30 ? (30 - nth) * 4 : 0);
      const [answer] = await Promise.all([changed, swept ?? sweep()]);
      await sweep();
      outcomes.add(`${answer.ok}`);
      expect(stored()).toMatchObject({ state: 'told', pairs: answer.ok ? 0 : 1 });
      expect(proposals()).toHaveLength(answer.ok ? 0 : 1);
      if (!answer.ok) expect(answer).toEqual({ ok: false, refusal: 'not-choosing' });
    }
    expect(outcomes).toEqual(new Set(['true', 'false']));
  });

  it('a card that reaches the database after all were read is too late, and changes nothing', async () => {
    mixerOf(4);
    await choose(phone(1), [2]);
    await choose(phone(2), [1]);
    itIs(cardsUntil - 1);
    // The database is slow: the change arrives when the sweep has read every card and written no pair yet.
    const [allRead, answered] = [aSignal(), aSignal()];
    const [write, find] = [mixers.update.bind(mixers), profiles.findParts.bind(profiles)];
    const slowWrite = jest.spyOn(mixers, 'update').mockImplementationOnce(async (...wish) => {
      await allRead.given;
      return write(...wish);
    });
    const slowFind = jest.spyOn(profiles, 'findParts').mockImplementationOnce(async (...wish) => {
      allRead.give();
      await answered.given;
      return find(...wish);
    });
    const changed = choose(phone(1), []);
    while (slowWrite.mock.calls.length === 0) await turns(1);
    const swept = sweep();
    const answer = await changed;
    answered.give();
    await swept;
    slowWrite.mockRestore();
    slowFind.mockRestore();
    expect(answer).toEqual({ ok: false, refusal: 'not-choosing' });
    expect(stored()).toMatchObject({ state: 'told', pairs: 1 });
  });

  it.each([
    [
      'a block that is answered',
      (one: Phone, other: Phone): Promise<unknown> => markNever(pairKeyOf(other.personId, one.personId), cardsUntil),
      1,
    ],
    ['leaving', (one: Phone): Promise<unknown> => one.must('matchmaking.leaveMixer', { eventId }), 0],
  ])(
    '%s after all cards were read and before a pair is written makes it no pair, and marks nobody anew',
    async (_, act, marks) => {
      mixerOf(4);
      await choose(phone(1), [2]);
      await choose(phone(2), [1]);
      itIs(cardsUntil);
      const find = profiles.findParts.bind(profiles);
      const slowFind = jest.spyOn(profiles, 'findParts').mockImplementationOnce(async (...wish) => {
        await act(phone(1), phone(2));
        return find(...wish);
      });
      await sweep();
      expect(slowFind).toHaveBeenCalled();
      slowFind.mockRestore();
      expect(stored()).toMatchObject({ state: 'told', pairs: 0 });
      expect(proposals()).toEqual([]);
      expect(cloud.store('match-pairs').count()).toBe(marks);
      expect((await phone(2).must('matchmaking.showMixer', { eventId })).mixer.mutual).toEqual([]);
    },
  );

  it('a pair is there when a block is answered, or never will be', async () => {
    const made = new Set<number>();
    for (let nth = 0; nth < 40; nth += 1) {
      mixerOf(4);
      await choose(phone(1), [2]);
      await choose(phone(2), [1]);
      // Half of them were proposed to each other before: their mark is changed, and not made.
      if (nth % 2 === 0) await cloud.inside(() => markProposed(phone(1).personId, phone(2).personId, during));
      itIs(cardsUntil);
      const swept = sweep();
      await turns(nth * 8);
      await cloud.inside(() => markNever(pairKeyOf(phone(1).personId, phone(2).personId), during));
      const there = proposals().length;
      await swept;
      await cloud.tick('matchmaking');
      made.add(there);
      expect(proposals()).toHaveLength(there);
      expect(stored()).toMatchObject({ state: 'told', pairs: there });
      const marks = cloud.store('match-pairs').find({});
      expect(marks.map((mark) => untilOf(Pair.parse(mark)))).toEqual([NEVER]);
    }
    expect(made).toEqual(new Set([0, 1]));
  }, 30_000);

  it.each([
    ['leaves the mixer', (who: Phone) => who.must('matchmaking.leaveMixer', { eventId })],
    [
      'leaves the studio',
      async (who: Phone) => {
        await cloud.inside(() => eraseBadgesOf(who.personId));
        await cloud.inside(() => deleteProposalsOf(who.personId));
      },
    ],
  ])(
    'somebody who %s is in no pair that stands',
    async (_, leave) => {
      // 24 pairs are more than are written at once.
      for (let nth = 0; nth < 32; nth += 1) {
        mixerOf(16, inFours(16));
        itIs(cardsUntil);
        const swept = sweep();
        await turns(nth * 12);
        await leave(phone(1));
        const after = await Promise.all(phones.slice(1, 4).map((who) => who.must('matchmaking.listProposals', {})));
        await swept;
        await cloud.tick('matchmaking');
        expect(stored()).toMatchObject({ state: 'told' });
        expect(stored().badges).not.toHaveProperty(phone(1).personId);
        const standing = proposals().filter(({ state }) => state === 'mutual');
        expect(standing.filter(({ people }) => people.includes(phone(1).personId))).toEqual([]);
        expect(standing).toHaveLength(21);
        // Nobody read of them once the leaving was answered.
        const read = after.flatMap(({ proposals: own }) => own.map(({ calledName }) => calledName));
        expect(read).not.toContain(nameOf(1));
      }
    },
    30_000,
  );

  it('several sweeps at once make each pair once, and tell everybody once', async () => {
    mixerOf(6);
    await choose(phone(1), [2, 3]);
    await choose(phone(2), [1]);
    await choose(phone(3), [1]);
    itIs(cardsUntil);
    await Promise.all([1, 2, 3].map(() => cloud.tick('matchmaking')));
    await cloud.tick('matchmaking');
    expect(stored()).toMatchObject({ state: 'told', pairs: 2, told: ['cards', 'told'] });
    expect(proposals()).toHaveLength(2);
    for (const who of phones)
      expect((await who.must('notice.listOwn', {})).items.map(({ kind }) => kind)).toEqual(['mixer-told']);
  });

  it('forty who fill in their cards at once each find their own', async () => {
    mixerOf(PEOPLE);
    const card = (own: number): number[] => [(own % PEOPLE) + 1, ((own + 1) % PEOPLE) + 1].sort((a, b) => a - b);
    await Promise.all(phones.map((who, nth) => choose(who, card(nth + 1))));
    for (const [nth, who] of phones.entries())
      expect((await who.must('matchmaking.showMixer', { eventId })).mixer.choices).toEqual(card(nth + 1));
  });

  it('numbers that are taken and given back in a hurry are never two people’s', async () => {
    mixerOf(4);
    const take = (who: Phone) =>
      who.ask('matchmaking.takeBadge', {
        eventId,
        consent: mixerConsentVersion,
        calledName: '来宾',
        contact: contactOf('a'),
      });
    const leave = (who: Phone) => who.ask('matchmaking.leaveMixer', { eventId });
    for (let round = 0; round < 6; round += 1)
      await Promise.all(
        phones.flatMap((who, nth) => [
          take(who),
          leave(who),
          ...(nth === round % 4 ? [cloud.inside(() => eraseBadgesOf(who.personId))] : []),
          take(who),
        ]),
      );
    for (const who of phones) await take(who);
    const { people, badges } = stored();
    const held = people.filter((key) => key !== '');
    expect(new Set(held).size).toBe(held.length);
    expect(Object.keys(badges)).toHaveLength(4);
    const own = await Promise.all(
      phones.map(async (who) => (await who.must('matchmaking.showMixer', { eventId })).mixer.number),
    );
    expect(new Set(own).size).toBe(4);
    expect(own).not.toContain(null);
  });
});
