import type { InputFor } from '../../types/contracts';
import { EventId, UnionId } from '../../types/ids';
import { mixerConsentVersion } from '../../types/match-kind';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPledge, aStudio } from '../testing/matchmaking';
import { aMixerEvent, cardsUntil, contactOf, mixerEnd, mixerStart, storeMixerEvent } from '../testing/mixers';
import { playWeChat } from '../testing/wechat';
import { badgeKeyOf } from './badge';
import { eraseBadgesOf } from './erase-badges';
import { barKeyOf, pairKeyOf } from './ids';
import { Mixer } from './mixer-records';
import { markNever } from './pair-marks';
import { Proposal } from './proposal-records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const later = (instant: number, ms: number): EpochMs => EpochMs.parse(instant + ms);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const during = at('2026-11-28T15:00:00');

let cloud: TestCloud;
let weChat: { restore(): void };
let hong: Phone;
let event: ReturnType<typeof aMixerEvent>;

beforeAll(async () => {
  cloud = await openTestCloud();
  weChat = playWeChat();
});
afterAll(() => {
  weChat.restore();
  cloud.close();
});
beforeEach(() => {
  cloud.reset();
  itIs(during);
  cloud.store('match-studios').insert(aStudio());
  cloud.appoint('hong', 'matchmaker', 'beicai');
  hong = cloud.as('hong');
  cloud.store('match-pledges').insert(aPledge(hong.personId));
  event = storeMixerEvent(
    cloud,
    aMixerEvent('秋日联谊'),
    guests(8).map(({ personId }) => personId),
  );
});
afterEach(() => {
  jest.useRealTimers();
});

const phones = new Map<number, Phone>();
const guest = (nth: number): Phone => {
  const phone = phones.get(nth) ?? cloud.as(`guest-${nth}`);
  phones.set(nth, phone);
  return phone;
};
const guests = (count: number): Phone[] => Array.from({ length: count }, (_, nth) => guest(nth + 1));
const beicai = UnionId.parse('beicai');
const refused = (refusal: string) => ({ ok: false, refusal });
const here = () => ({ studioId: beicai, eventId: event._id });

const badge = (name: string, more: Partial<InputFor<'matchmaking.takeBadge'>> = {}) => ({
  eventId: event._id,
  consent: mixerConsentVersion,
  calledName: name,
  contact: contactOf(name),
  ...more,
});
const take = (phone: Phone, name: string, more: Partial<InputFor<'matchmaking.takeBadge'>> = {}) =>
  phone.ask('matchmaking.takeBadge', badge(name, more));
const choose = (phone: Phone, numbers: readonly number[]) =>
  phone.ask('matchmaking.saveChoices', { eventId: event._id, numbers: [...numbers] });
const show = async (phone: Phone) => (await phone.must('matchmaking.showMixer', { eventId: event._id })).mixer;
const openCards = (until: EpochMs = cardsUntil) => hong.ask('matchmaking.openCards', { ...here(), until });
const stored = (): Mixer => Mixer.parse(cloud.store('match-mixers').get(event._id));
const proposals = (): Proposal[] =>
  cloud
    .store('match-proposals')
    .find()
    .map((found) => Proposal.parse(found));
const noticesOf = async (phone: Phone): Promise<string[]> =>
  (await phone.must('notice.listOwn', {})).items.map(({ kind }) => kind);

/** Numbers are handed out to so many, in this order. */
async function handOut(count: number): Promise<Phone[]> {
  await hong.must('matchmaking.openMixer', here());
  const people = guests(count);
  for (const [nth, phone] of people.entries()) await phone.must('matchmaking.takeBadge', badge(`来宾${nth + 1}`));
  return people;
}
async function withCards(count: number): Promise<Phone[]> {
  const people = await handOut(count);
  await hong.must('matchmaking.openCards', { ...here(), until: cardsUntil });
  return people;
}
async function reveal(): Promise<void> {
  itIs(cardsUntil);
  await cloud.tick('matchmaking');
}

describe('opening a mixer', () => {
  it('hands out numbers from two hours before the event until a day after it', async () => {
    const open = () => hong.ask('matchmaking.openMixer', here());
    itIs(mixerStart - 2 * HOUR - 1);
    expect(await open()).toEqual(refused('too-early'));
    itIs(mixerEnd + DAY);
    expect(await open()).toEqual(refused('too-late'));
    itIs(mixerStart - 2 * HOUR);
    expect(await open()).toEqual({ ok: true, value: { state: 'badges' } });
    expect(hong.tripsOfLast()).toBe(5);
    itIs(mixerEnd + DAY - 1);
    expect(await open()).toEqual({ ok: true, value: { state: 'badges' } });
  });

  it('asked for again says where it stands', async () => {
    await withCards(4);
    expect(await hong.ask('matchmaking.openMixer', here())).toEqual({ ok: true, value: { state: 'choosing' } });
    expect(stored().people).toHaveLength(4);
  });

  it('is for events of the studio’s own union of that kind, which people may read', async () => {
    const open = (of: typeof event) => hong.ask('matchmaking.openMixer', { studioId: beicai, eventId: of._id });
    const insert = (of: typeof event): typeof event => {
      cloud.store('events').insert(of);
      return of;
    };
    const office = (unionId: string) => ({ unionId: UnionId.parse(unionId), name: unionId });
    const below = { unionId: UnionId.parse('beicai-builders'), offices: [office('beicai-builders'), office('beicai')] };
    expect(await open(insert(aMixerEvent('讲座', { kind: 'lecture' })))).toEqual(refused('not-a-mixer'));
    expect(await open(insert(aMixerEvent('建筑工会的', below)))).toEqual(refused('event-not-found'));
    expect(await open(insert(aMixerEvent('还没发布', { state: 'draft' })))).toEqual(refused('event-not-found'));
    expect(await open(insert(aMixerEvent('不办了', { state: 'cancelled' })))).toEqual(refused('event-not-found'));
    expect(await open(aMixerEvent('没有这个'))).toEqual(refused('event-not-found'));
  });

  it('is for the studio’s matchmakers with a pledge that stands', async () => {
    cloud.appoint('no pledge', 'matchmaker', 'beicai');
    cloud.appoint('weifang hong', 'matchmaker', 'weifang');
    cloud.appoint('pudong hong', 'matchmaker', 'pudong');
    cloud.store('match-pledges').insert(aPledge(cloud.as('pudong hong').personId));
    const until = cardsUntil;
    for (const [who, refusal] of [
      ['no pledge', 'pledge-needed'],
      ['weifang hong', 'outside-your-studio'],
      ['pudong hong', 'outside-your-studio'],
      ['guest-1', 'not-allowed'],
    ] as const) {
      const phone = cloud.as(who);
      expect(await phone.ask('matchmaking.openMixer', here())).toEqual(refused(refusal));
      expect(await phone.ask('matchmaking.openCards', { ...here(), until })).toEqual(refused(refusal));
      expect(await phone.ask('matchmaking.listMixers', { studioId: beicai })).toEqual(refused(refusal));
    }
    cloud.store('match-studios').remove({ _id: beicai });
    expect(await hong.ask('matchmaking.openMixer', here())).toEqual(refused('studio-not-found'));
    expect(await hong.ask('matchmaking.openCards', { ...here(), until })).toEqual(refused('studio-not-found'));
    expect(await hong.ask('matchmaking.listMixers', { studioId: beicai })).toEqual(refused('studio-not-found'));
  });
});

describe('the list of mixers', () => {
  it('says of each event where it stands, and counts nobody who gave a number back', async () => {
    const list = async () => (await hong.must('matchmaking.listMixers', { studioId: beicai })).mixers;
    const row = { eventId: event._id, title: '秋日联谊', startsAt: mixerStart, endsAt: mixerEnd };
    cloud.store('events').insert(aMixerEvent('讲座', { kind: 'lecture' }));
    cloud.store('events').insert(aMixerEvent('还没发布', { state: 'draft' }));
    cloud.store('events').insert(aMixerEvent('取消了', { state: 'cancelled' }));
    expect(await list()).toEqual([{ ...row, state: null, opening: 'now', badges: 0, choosesUntil: null, pairs: null }]);
    expect(hong.tripsOfLast()).toBe(6);
    const [one, other, third] = await withCards(5);
    await choose(one as Phone, [2]);
    await choose(other as Phone, [1]);
    await (third as Phone).must('matchmaking.leaveMixer', { eventId: event._id });
    expect(await list()).toEqual([
      { ...row, state: 'choosing', opening: 'now', badges: 5, choosesUntil: cardsUntil, pairs: null },
    ]);
    await reveal();
    expect(await list()).toEqual([
      { ...row, state: 'told', opening: 'too-late', badges: 5, choosesUntil: cardsUntil, pairs: 1 },
    ]);
  });
});

describe('events that are listed', () => {
  it('are those of the last sixty days and those to come, of that very union, the latest first', async () => {
    const session = (startsAt: number) => [{ startsAt: later(startsAt, 0), endsAt: later(startsAt, HOUR) }];
    const office = (unionId: string) => ({ unionId: UnionId.parse(unionId), name: unionId });
    const below = { unionId: UnionId.parse('beicai-builders'), offices: [office('beicai-builders'), office('beicai')] };
    const over = { state: 'held' } as const;
    for (const mixer of [
      aMixerEvent('以前的', { ...over, sessions: session(during - 60 * DAY) }),
      aMixerEvent('太久的', { ...over, sessions: session(during - 60 * DAY - 1) }),
      aMixerEvent('以后的', { sessions: session(during + 30 * DAY) }),
      aMixerEvent('下面的', below),
    ])
      cloud.store('events').insert(mixer);
    const { mixers } = await hong.must('matchmaking.listMixers', { studioId: beicai });
    expect(mixers.map(({ title, opening }) => [title, opening])).toEqual([
      ['以后的', 'too-early'],
      ['秋日联谊', 'now'],
      ['以前的', 'too-late'],
    ]);
  });
});

describe('who may look at a mixer', () => {
  it('is not whoever was offered a place or gave theirs back', async () => {
    await hong.must('matchmaking.openMixer', here());
    const look = () => guest(2).ask('matchmaking.showMixer', { eventId: event._id });
    cloud.store('event-attendance').clear();
    expect(await look()).toMatchObject({ ok: true });
    const holder = `live.holders.${guest(2).personId}`;
    cloud.store('events').update({ _id: event._id }, { $set: { [`${holder}.until`]: during } });
    expect(await look()).toEqual(refused('not-registered'));
    cloud.store('events').update({ _id: event._id }, { $set: { [`${holder}.until`]: null } });
    cloud.store('registrations').update({ personId: guest(2).personId }, { $set: { state: 'cancelled' } });
    expect(await look()).toEqual(refused('not-registered'));
  });
});

describe('a number', () => {
  it('is for whoever was checked in at the event', async () => {
    const stranger = cloud.as('stranger');
    expect(await take(guest(1), '小林')).toEqual(refused('mixer-not-found'));
    await hong.must('matchmaking.openMixer', here());
    expect(await take(stranger, '生人')).toEqual(refused('not-there'));
    expect(await stranger.ask('matchmaking.showMixer', { eventId: event._id })).toEqual(refused('not-registered'));
    const { mixer } = await guest(1).must('matchmaking.takeBadge', badge('小林'));
    expect(guest(1).tripsOfLast()).toBe(5);
    expect(mixer).toEqual({
      eventId: event._id,
      title: '秋日联谊',
      studioName: '北蔡公益红娘工作室',
      state: 'badges',
      endsAt: mixerEnd,
      choosesUntil: null,
      number: 1,
      mayTakeBadge: true,
      others: [],
      choices: [],
      mutual: [],
    });
    expect(await show(guest(1))).toEqual(mixer);
    expect(guest(1).tripsOfLast()).toBe(2);
  });

  it('is offered to nobody who has a place and was not checked in', async () => {
    await hong.must('matchmaking.openMixer', here());
    cloud.store('event-attendance').update({ _id: event._id }, { $unset: { [`came.${guest(2).personId}`]: '' } });
    expect(await show(guest(2))).toMatchObject({ number: null, mayTakeBadge: false, others: [] });
    expect(guest(2).tripsOfLast()).toBe(5);
    expect(await take(guest(2), '小王')).toEqual(refused('not-there'));
  });

  it('is for nobody who was taken out of the studio: they read what somebody reads who was not there', async () => {
    await hong.must('matchmaking.openMixer', here());
    cloud.store('event-attendance').update({ _id: event._id }, { $unset: { [`came.${guest(2).personId}`]: '' } });
    cloud.store('match-bars').insert({ _id: barKeyOf(guest(3).personId), at: during, reportId: 'w0123456789a' });
    const [absent, barred] = [guest(2), guest(3)];
    expect(await show(barred)).toEqual(await show(absent));
    expect(barred.tripsOfLast()).toBe(absent.tripsOfLast());
    expect(await take(barred, '回来了')).toEqual(refused('not-there'));
    expect([barred.tripsOfLast(), stored().people]).toEqual([(await take(absent, '没来'), absent.tripsOfLast()), []]);
  });

  it('is the same when it is asked for again; what one is called and how one is reached is new', async () => {
    const [lin] = await withCards(4);
    const phone = lin as Phone;
    await choose(phone, [2, 3]);
    const { mixer } = await phone.must('matchmaking.takeBadge', badge('新称呼'));
    expect(mixer).toMatchObject({ number: 1, choices: [2, 3] });
    expect((await show(guest(2))).others).toContainEqual({ number: 1, calledName: '新称呼' });
    expect(stored().people).toHaveLength(4);
    await choose(guest(2), [1]);
    await reveal();
    const [proposal] = (await show(guest(2))).mutual;
    if (proposal === undefined) throw new Error('They chose each other.');
    const { contact } = (await guest(2).must('matchmaking.showProposal', proposal)).proposal;
    expect(contact).toEqual(contactOf('新称呼'));
  });

  it('comes with words that pass the check, and with the consent as it is worded now', async () => {
    await hong.must('matchmaking.openMixer', here());
    const notThose = { ...refused('words-refused'), fields: [{ path: 'calledName', problem: 'characters' }] };
    expect(await take(guest(1), '赌博')).toEqual(notThose);
    expect(await take(guest(1), '投资')).toEqual(notThose);
    expect(await take(guest(1), '检查失灵')).toEqual(notThose);
    expect(await take(guest(1), '小林', { consent: '2020-01' })).toEqual(refused('consent-text-changed'));
    expect(stored().people).toEqual([]);
  });

  it('is taken until a day after the event, or while cards are filled in', async () => {
    await handOut(4);
    itIs(mixerEnd + DAY);
    expect(await take(guest(5), '晚到')).toEqual(refused('too-late'));
    expect(await show(guest(5))).toMatchObject({ mayTakeBadge: false });
    await hong.must('matchmaking.openCards', { ...here(), until: later(mixerEnd, 3 * DAY) });
    expect(await take(guest(5), '晚到')).toMatchObject({ ok: true, value: { mixer: { number: 5 } } });
    itIs(mixerEnd + 3 * DAY);
    expect(await take(guest(6), '太晚')).toEqual(refused('too-late'));
    expect(await take(guest(5), '改名')).toEqual(refused('too-late'));
  });

  it('is another for each of forty who ask at once, from 1 to 40', async () => {
    cloud.reset();
    cloud.store('match-studios').insert(aStudio());
    cloud.appoint('hong', 'matchmaker', 'beicai');
    cloud.store('match-pledges').insert(aPledge(hong.personId));
    const people = guests(40);
    event = storeMixerEvent(
      cloud,
      aMixerEvent('四十人'),
      people.map(({ personId }) => personId),
    );
    await hong.must('matchmaking.openMixer', here());
    // Everybody taps twice.
    const taken = await Promise.all(
      [...people, ...people].map(async (phone, nth) => {
        const { mixer } = await phone.must('matchmaking.takeBadge', badge(`来宾${(nth % 40) + 1}`));
        return mixer.number;
      }),
    );
    expect(new Set(taken)).toEqual(new Set(Array.from({ length: 40 }, (_, nth) => nth + 1)));
    expect(taken.slice(40)).toEqual(taken.slice(0, 40));
    expect(Math.max(...people.map((phone) => phone.tripsOfLast()))).toBeLessThanOrEqual(7);
    expect(Object.keys(stored().badges)).toHaveLength(40);
  });
});

describe('cards', () => {
  it('are opened among four or more, to end between the event’s end and three days after it, an hour ahead', async () => {
    expect(await openCards()).toEqual(refused('mixer-not-found'));
    await handOut(3);
    expect(await openCards()).toEqual(refused('too-few'));
    await take(guest(4), '来宾4');
    expect(await openCards(later(mixerEnd, -1))).toEqual(refused('until-wrong'));
    expect(await openCards(later(mixerEnd, 3 * DAY + 1))).toEqual(refused('until-wrong'));
    itIs(mixerEnd);
    expect(await openCards(later(mixerEnd, HOUR - 1))).toEqual(refused('until-wrong'));
    const until = later(mixerEnd, HOUR);
    expect(await openCards(until)).toEqual({ ok: true, value: { state: 'choosing', choosesUntil: until } });
    expect(hong.tripsOfLast()).toBe(7);
  });

  it('are told of to everybody with a number, once for each instant that is named', async () => {
    await withCards(4);
    expect(await openCards()).toMatchObject({ ok: true });
    expect(await noticesOf(guest(1))).toEqual(['mixer-cards']);
    expect(await noticesOf(guest(5))).toEqual([]);
    const another = later(cardsUntil, HOUR);
    expect(await openCards(another)).toEqual({ ok: true, value: { state: 'choosing', choosesUntil: another } });
    expect(await noticesOf(guest(1))).toEqual(['mixer-cards', 'mixer-cards']);
    const { items } = await guest(1).must('notice.listOwn', {});
    expect(items[0]).toMatchObject({ eventId: event._id, when: another, subject: '秋日联谊', words: null });
    itIs(cardsUntil);
    await cloud.tick('matchmaking');
    expect(stored().state).toBe('choosing');
  });

  it('are told of by the timer when the call died', async () => {
    await withCards(4);
    cloud.store('notices').remove({ kind: 'mixer-cards' });
    cloud.store('match-mixers').update({ _id: event._id }, { $set: { told: [], dueAt: during } });
    await cloud.tick('matchmaking');
    expect(await noticesOf(guest(1))).toEqual(['mixer-cards']);
    expect(stored()).toMatchObject({ told: ['cards'], dueAt: cardsUntil });
  });

  it('are opened no more once they have ended', async () => {
    await withCards(4);
    itIs(cardsUntil);
    expect(await openCards(later(cardsUntil, 2 * HOUR))).toEqual(refused('told-already'));
    expect(await openCards()).toEqual({ ok: true, value: { state: 'choosing', choosesUntil: cardsUntil } });
    await cloud.tick('matchmaking');
    expect(await openCards(later(cardsUntil, 2 * HOUR))).toEqual(refused('told-already'));
  });

  it('of two matchmakers who open them at once have one end', async () => {
    await handOut(4);
    cloud.appoint('second', 'matchmaker', 'beicai');
    cloud.store('match-pledges').insert(aPledge(cloud.as('second').personId));
    const answers = await Promise.all(
      ['hong', 'second', 'hong', 'second'].map((who) =>
        cloud.as(who).ask('matchmaking.openCards', { ...here(), until: cardsUntil }),
      ),
    );
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { state: 'choosing', choosesUntil: cardsUntil } })));
    expect(await noticesOf(guest(1))).toEqual(['mixer-cards']);
  });

  it('show the others by number, and can be filled in and changed', async () => {
    const [lin] = await withCards(4);
    const phone = lin as Phone;
    expect(await show(phone)).toMatchObject({
      state: 'choosing',
      number: 1,
      others: [2, 3, 4].map((number) => ({ number, calledName: `来宾${number}` })),
      choices: [],
    });
    expect(await choose(phone, [4, 2, 2])).toEqual({ ok: true, value: { choices: [2, 4] } });
    expect(phone.tripsOfLast()).toBe(2);
    expect((await show(phone)).choices).toEqual([2, 4]);
    expect(await choose(phone, [])).toEqual({ ok: true, value: { choices: [] } });
    expect((await show(phone)).choices).toEqual([]);
    expect(await show(guest(5))).toMatchObject({ number: null, others: [], choices: [] });
  });

  it('name neither oneself nor a number that nobody got', async () => {
    await withCards(4);
    expect(await choose(guest(1), [1])).toEqual(refused('own-number'));
    expect(await choose(guest(1), [5])).toEqual(refused('number-unknown'));
    expect(await choose(guest(1), [2, 3, 4])).toMatchObject({ ok: true });
    expect(await choose(guest(5), [1])).toEqual(refused('no-badge'));
    expect(await guest(1).ask('matchmaking.saveChoices', { eventId: event._id, numbers: [2, 3, 4, 5] })).toMatchObject(
      refused('input-invalid'),
    );
    expect(await guest(1).ask('matchmaking.saveChoices', { eventId: event._id, numbers: [0] })).toMatchObject(
      refused('input-invalid'),
    );
  });

  it('are filled in from their opening on until the last millisecond', async () => {
    expect(await choose(guest(1), [2])).toEqual(refused('mixer-not-found'));
    await handOut(4);
    expect(await choose(guest(1), [2])).toEqual(refused('not-choosing'));
    await hong.must('matchmaking.openCards', { ...here(), until: cardsUntil });
    itIs(cardsUntil - 1);
    expect(await choose(guest(1), [2])).toMatchObject({ ok: true });
    itIs(cardsUntil);
    expect(await choose(guest(1), [3])).toEqual(refused('not-choosing'));
    expect(await show(guest(1))).toMatchObject({ state: 'choosing', choices: [], mutual: [] });
  });
});

describe('the instant that was named', () => {
  it('tells those who chose each other, with how each is reached, and of nothing else', async () => {
    const [one, two, three, four] = (await withCards(5)) as [Phone, Phone, Phone, Phone];
    await choose(one, [2, 3]);
    await choose(two, [1]);
    await choose(three, [4]);
    await choose(four, [1, 2]);
    await reveal();
    const seen = await show(one);
    expect(seen).toMatchObject({ state: 'told', number: 1, others: [], choices: [] });
    expect(seen.mutual).toEqual([{ number: 2, calledName: '来宾2', proposalId: proposals()[0]?._id }]);
    expect((await show(three)).mutual).toEqual([]);
    expect((await show(four)).mutual).toEqual([]);
    const { proposal } = await one.must('matchmaking.showProposal', { proposalId: proposals()[0]?._id as never });
    expect(proposal).toMatchObject({
      state: 'mutual',
      fromMixer: true,
      calledName: '来宾2',
      contact: contactOf('来宾2'),
    });
    expect(proposals()).toHaveLength(1);
    expect(proposals()[0]).toMatchObject({ source: 'mixer', eventId: event._id, revealsAt: cardsUntil });
  });

  it('is told to everybody with a number, with a pair and without, at one instant', async () => {
    const people = await withCards(5);
    await choose(people[0] as Phone, [2]);
    await choose(people[1] as Phone, [1]);
    await reveal();
    const heard = await Promise.all(people.map((phone) => phone.must('notice.listOwn', {})));
    const lines = heard.map(({ items }) =>
      items.filter(({ kind }) => kind !== 'mixer-cards').map((line) => ({ ...line, noticeId: null })),
    );
    expect(lines[0]).toHaveLength(1);
    expect(lines[0]?.[0]).toMatchObject({ kind: 'mixer-told', eventId: event._id, proposalId: null, words: null });
    for (const line of lines) expect(line).toEqual(lines[0]);
  });

  it('leaves nothing of any card in the store, nor of how anybody is reached', async () => {
    await withCards(5);
    await choose(guest(1), [2, 3]);
    await reveal();
    const { badges, ...rest } = stored();
    expect(Object.values(badges)).toEqual(Array.from({ length: 5 }, () => ({ contact: null, choices: null })));
    expect(rest).toMatchObject({ state: 'told', pairs: 0, told: ['cards', 'told'] });
    expect(proposals()).toEqual([]);
    expect(cloud.store('match-pairs').find()).toEqual([]);
  });

  it('makes no pair of two of whom one never wants to be proposed to the other, and says nothing of it', async () => {
    const [one, two] = (await withCards(4)) as [Phone, Phone];
    await cloud.inside(() => markNever(pairKeyOf(two.personId, one.personId), during));
    await choose(one, [2]);
    await choose(two, [1]);
    await reveal();
    expect(proposals()).toEqual([]);
    expect(stored().pairs).toBe(0);
    expect((await show(one)).mutual).toEqual([]);
  });

  it('is made good when the call died before everybody was told, and told once', async () => {
    const [one, two] = (await withCards(4)) as [Phone, Phone];
    await choose(one, [2]);
    await choose(two, [1]);
    await reveal();
    const [first] = proposals();
    cloud.store('notices').remove({ kind: 'mixer-told' });
    cloud.store('match-mixers').update({ _id: event._id }, { $set: { told: ['cards'], dueAt: cardsUntil } });
    await cloud.tick('matchmaking');
    await cloud.tick('matchmaking');
    expect(await noticesOf(one)).toEqual(['mixer-told', 'mixer-cards']);
    expect(proposals()).toEqual([first]);
    expect(stored().told).toEqual(['cards', 'told']);
  });

  it('is made good when the call died between two pairs', async () => {
    const [one, two, three, four] = (await withCards(4)) as [Phone, Phone, Phone, Phone];
    await choose(one, [2]);
    await choose(two, [1]);
    await choose(three, [4]);
    await choose(four, [3]);
    const before = cloud.store('match-mixers').get(event._id);
    await reveal();
    const [first, second] = proposals().sort((a, b) => a._id.localeCompare(b._id)) as [Proposal, Proposal];
    cloud.store('match-proposals').remove({ _id: second._id });
    cloud.store('match-mixers').remove({ _id: event._id });
    cloud.store('match-mixers').insert({ ...before, isClosed: true });
    await cloud.tick('matchmaking');
    expect(proposals()).toHaveLength(2);
    expect(proposals()).toContainEqual(first);
    expect(stored()).toMatchObject({ state: 'told', pairs: 2 });
  });

  it('comes for a mixer of which everybody left', async () => {
    const people = await withCards(4);
    for (const phone of people) await phone.must('matchmaking.leaveMixer', { eventId: event._id });
    await reveal();
    expect(stored()).toMatchObject({ state: 'told', pairs: 0, badges: {}, names: {} });
  });

  it('does not come for one mixer when another cannot be read', async () => {
    await withCards(4);
    const broken = { ...stored(), _id: aMixerEvent('坏的')._id, dueAt: EpochMs.parse(0) };
    const [somebody = ''] = Object.keys(broken.badges);
    broken.badges[somebody] = { contact: 'k1.x.y', choices: 'k1.x.y' };
    cloud.store('match-mixers').insert(broken);
    await reveal();
    expect(stored().state).toBe('told');
    expect(cloud.everythingWritten()).toContain('match-mixer-unsettled');
    expect(Mixer.parse(cloud.store('match-mixers').get(broken._id)).state).toBe('choosing');
  });

  it('is forgotten 120 days later', async () => {
    await withCards(4);
    await reveal();
    itIs(cardsUntil + 120 * DAY - 1);
    await cloud.tick('matchmaking');
    expect(stored().state).toBe('told');
    itIs(cardsUntil + 120 * DAY);
    await cloud.tick('matchmaking');
    expect(cloud.store('match-mixers').find()).toEqual([]);
  });

  it('never comes where nobody opened the cards: three days after the event the mixer is gone', async () => {
    await handOut(4);
    itIs(mixerEnd + 3 * DAY - 1);
    await cloud.tick('matchmaking');
    expect(stored().state).toBe('badges');
    itIs(mixerEnd + 3 * DAY);
    await cloud.tick('matchmaking');
    expect(cloud.store('match-mixers').find()).toEqual([]);
    expect(await noticesOf(guest(1))).toEqual([]);
  });
});

describe('leaving a mixer', () => {
  const leave = (phone: Phone) => phone.ask('matchmaking.leaveMixer', { eventId: event._id });

  it('takes the badge, the card and the contact away at once; asked for again it is the same', async () => {
    expect(await leave(guest(1))).toEqual(refused('mixer-not-found'));
    await withCards(4);
    await choose(guest(1), [2]);
    expect(await leave(guest(1))).toEqual({ ok: true, value: { left: true } });
    expect(guest(1).tripsOfLast()).toBe(3);
    expect(await leave(guest(1))).toEqual({ ok: true, value: { left: true } });
    expect(JSON.stringify(stored())).not.toContain(guest(1).personId);
    expect(await show(guest(1))).toMatchObject({ number: null, others: [], choices: [], mayTakeBadge: true });
    expect(await choose(guest(1), [2])).toEqual(refused('no-badge'));
    expect(await leave(cloud.as('stranger'))).toEqual({ ok: true, value: { left: true } });
  });

  it('while cards are filled in is noticed by nobody: the list and what can be chosen stay', async () => {
    await withCards(5);
    const before = await show(guest(2));
    await leave(guest(1));
    expect(await show(guest(2))).toEqual(before);
    expect(await choose(guest(2), [1])).toEqual({ ok: true, value: { choices: [1] } });
    await reveal();
    expect((await show(guest(2))).mutual).toEqual([]);
    expect(Object.keys(stored().names)).toHaveLength(4);
  });

  it('before cards are opened leaves no line in their list', async () => {
    await handOut(5);
    await leave(guest(1));
    await openCards();
    expect((await show(guest(2))).others.map(({ number }) => number)).toEqual([3, 4, 5]);
  });

  it('gives a number to nobody else, and back to whoever returns', async () => {
    await withCards(4);
    await leave(guest(2));
    expect(await take(guest(5), '来宾5')).toMatchObject({ ok: true, value: { mixer: { number: 5 } } });
    expect(await take(guest(2), '回来了')).toMatchObject({ ok: true, value: { mixer: { number: 2, choices: [] } } });
    expect((await show(guest(1))).others).toContainEqual({ number: 2, calledName: '回来了' });
  });

  it('after all were told ends what was mutual for both, and erases how each is reached', async () => {
    const [one, two] = (await withCards(4)) as [Phone, Phone];
    await choose(one, [2]);
    await choose(two, [1]);
    await reveal();
    expect((await show(two)).mutual).toHaveLength(1);
    await leave(one);
    expect(one.tripsOfLast()).toBe(4);
    expect((await show(two)).mutual).toEqual([]);
    expect(proposals()[0]).toMatchObject({
      state: 'ended',
      one: { contact: null, named: null },
      other: { contact: null, named: null },
    });
  });
});

describe('somebody who leaves the studio', () => {
  it('is in no mixer any more, whatever state it is in, as the others can see from its list', async () => {
    await withCards(5);
    await choose(guest(1), [2]);
    await cloud.inside(() => eraseBadgesOf(guest(1).personId));
    await cloud.inside(() => eraseBadgesOf(guest(1).personId));
    const text = JSON.stringify(stored());
    expect(text).not.toContain(guest(1).personId);
    expect(text).not.toContain(badgeKeyOf(guest(1).personId));
    expect((await show(guest(2))).others.map(({ number }) => number)).toEqual([3, 4, 5]);
    expect(await choose(guest(2), [1])).toMatchObject({ ok: true });
    expect(await take(guest(6), '来宾6')).toMatchObject({ ok: true, value: { mixer: { number: 6 } } });
    await reveal();
    await cloud.inside(() => eraseBadgesOf(guest(2).personId));
    expect(JSON.stringify(stored())).not.toContain(guest(2).personId);
    expect(stored().people).toHaveLength(6);
  });

  it('has a new number where they come back', async () => {
    await withCards(5);
    await cloud.inside(() => eraseBadgesOf(guest(1).personId));
    expect(await take(guest(1), '来宾1')).toMatchObject({ ok: true, value: { mixer: { number: 6 } } });
    expect((await show(guest(2))).others.map(({ number }) => number)).toEqual([3, 4, 5, 6]);
  });

  it('is in none that they gave their number back at before', async () => {
    await withCards(5);
    await guest(1).must('matchmaking.leaveMixer', { eventId: event._id });
    await cloud.inside(() => eraseBadgesOf(guest(1).personId));
    expect(JSON.stringify(stored())).not.toContain(badgeKeyOf(guest(1).personId));
    expect((await show(guest(2))).others.map(({ number }) => number)).toEqual([3, 4, 5]);
  });
});

describe('ids and words that a hostile client sends', () => {
  it('end in a refusal and change nothing', async () => {
    await withCards(4);
    const before = JSON.stringify(stored());
    const unknown = EventId.parse('e00000000000');
    const anything: readonly unknown[] = [
      {},
      null,
      { eventId: unknown },
      { eventId: "e'; drop" },
      { eventId: { $ne: null } },
      { eventId: event._id, numbers: [[1]] },
      { eventId: event._id, numbers: [1.5] },
      { eventId: event._id, numbers: [401] },
      { eventId: event._id, numbers: ['1'] },
      { eventId: event._id, numbers: { length: 1 } },
      { ...badge('小林'), calledName: '很长很长很长的一个称呼' },
      { ...badge('小林'), calledName: '换\n行' },
      { ...badge('小林'), calledName: '   ' },
      { ...badge('小林'), contact: { kind: 'mobile', value: 'javascript:1' } },
      { ...badge('小林'), contact: null },
      { studioId: 'beicai', eventId: unknown, until: cardsUntil },
      { studioId: 'weifang', eventId: event._id, until: cardsUntil },
      { studioId: { $gt: '' }, eventId: event._id, until: cardsUntil },
      { studioId: 'beicai', eventId: event._id, until: -1 },
      { studioId: 'beicai', eventId: event._id, until: Number.MAX_SAFE_INTEGER },
    ];
    const actions = ['showMixer', 'takeBadge', 'saveChoices', 'openMixer', 'openCards', 'listMixers'] as const;
    for (const action of actions)
      for (const input of anything)
        for (const phone of [guest(5), hong]) {
          const answer = await phone.send('matchmaking', { action, input });
          expect(answer).not.toHaveProperty('fault');
        }
    expect(JSON.stringify(stored())).toBe(before);
  });
});
