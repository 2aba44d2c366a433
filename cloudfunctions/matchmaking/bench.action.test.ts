import type { InputFor } from '../../types/contracts';
import { SmallPhoto } from '../../types/duty-tap';
import { ProfileId, UnionId, WishId } from '../../types/ids';
import type { HeldField } from '../../types/match-kind';
import { pledgeVersion } from '../../types/match-kind';
import type { MatchFacts, ProfileForm } from '../../types/match-profile';
import { PageCursor } from '../../types/paging';
import { EpochMs, NEVER, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aForm, aPledge, aProfile, aStudio, matchNow, profileIdOf } from '../testing/matchmaking';
import { aMember } from '../testing/members';
import { keyOf } from '../testing/taps';
import { playWeChat } from '../testing/wechat';
import { pairKeyOf } from './ids';
import { markNever } from './pair-marks';
import { sealedNote } from './note-words';
import type { Profile } from './profile-records';
import { Profile as ProfileSchema, saidBy } from './profile-records';
import { sealedPhotos } from './sealed-photo';
import { sittingIdOf } from './sitting-records';

const beicai = UnionId.parse('beicai');
const weifang = UnionId.parse('weifang');
const DAY_MS = 86_400_000;
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const said = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });
const studioOnly = <Value>(value: Value) => ({ value, seenBy: 'studio' as const });
const picture = SmallPhoto.parse('AAAA');
const dots = SmallPhoto.parse('BBBB');

describe("the matchmaker's bench", () => {
  let cloud: TestCloud;
  let weChat: { restore(): void };
  let hong: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
    weChat = playWeChat();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(matchNow);
    cloud
      .store('match-studios')
      .insertMany([
        aStudio(),
        aStudio({ _id: weifang, scope: [weifang, UnionId.parse('pudong')] }, { name: '潍坊红娘工作室' }),
      ]);
    hong = matchmaker('hong');
  });
  afterAll(() => {
    jest.useRealTimers();
    weChat.restore();
    cloud.close();
  });

  const matchmaker = (name: string, union = 'beicai'): Phone => {
    cloud.appoint(name, 'matchmaker', union);
    const phone = cloud.as(name);
    cloud.store('match-pledges').insert(aPledge(phone.personId));
    return phone;
  };
  const single = (
    name: string,
    more: Partial<Profile> = {},
    facts: Partial<MatchFacts> = {},
    form: Partial<Omit<ProfileForm, 'facts'>> = {},
  ): Phone => {
    const phone = cloud.as(name);
    const all = aForm(name, { gender: name.startsWith('他') ? 'man' : 'woman', ...form }, facts);
    if (cloud.store('members').get(phone.personId) === undefined)
      cloud.store('members').insert(aMember(name, phone.personId));
    cloud.store('match-profiles').insert(aProfile(name, phone.personId, more, all));
    return phone;
  };
  const stored = (name: string): Profile =>
    ProfileSchema.parse(cloud.store('match-profiles').find({ profileId: profileIdOf(name) })[0]);
  const looksAt = async (phone: Phone): Promise<string[]> =>
    (await phone.must('matchmaking.listLooks', {})).items.map(({ act, by }) => `${act} ${by}`);
  const actsAt = (phone: Phone): unknown[] =>
    cloud
      .store('match-looks')
      .find({ subjectId: phone.personId })
      .map(({ act }) => act);
  const noted = () => cloud.store('match-notes').find({});

  const anybody: InputFor<'matchmaking.searchPool'> = {
    studioId: beicai,
    gender: null,
    ageFrom: null,
    ageUpTo: null,
    interests: [],
    text: null,
  };
  const names = async (phone: Phone, wish: Partial<InputFor<'matchmaking.searchPool'>> = {}): Promise<string[]> =>
    (await phone.must('matchmaking.searchPool', { ...anybody, ...wish })).items.map(({ calledName }) => calledName);

  describe('begins with a pledge', () => {
    beforeEach(() => {
      cloud.store('match-pledges').remove({ _id: hong.personId });
    });

    it('and shows before it nothing but the studio and what is to be signed', async () => {
      single('小林', { held: ['about'] });
      expect(await hong.must('matchmaking.showBench', {})).toEqual({
        studios: [{ studioId: beicai, name: '北蔡公益红娘工作室', stationName: 'beicai-1驿站' }],
        pledge: { isSigned: false, until: null, version: pledgeVersion },
        counts: null,
        nextSitting: null,
      });
    });

    it('that stands for a year', async () => {
      expect(await hong.must('matchmaking.signPledge', { version: pledgeVersion, agreed: true })).toEqual({
        until: '2027-11-22',
      });
      expect(await names(hong)).toEqual([]);
      itIs(at('2027-11-22T23:59:59.999'));
      expect(await names(hong)).toEqual([]);
      itIs(at('2027-11-23T00:00:00'));
      expect(await hong.ask('matchmaking.searchPool', anybody)).toMatchObject({ refusal: 'pledge-needed' });
    });

    it('that stands no longer than the role', async () => {
      cloud.appoint('hong', 'matchmaker', 'beicai', '2026-12-31');
      expect(await hong.must('matchmaking.signPledge', { version: pledgeVersion, agreed: true })).toEqual({
        until: '2026-12-31',
      });
    });

    it('that may be signed anew, and stands a year from then', async () => {
      await hong.must('matchmaking.signPledge', { version: pledgeVersion, agreed: true });
      itIs(matchNow + 30 * DAY_MS);
      expect(await hong.must('matchmaking.signPledge', { version: pledgeVersion, agreed: true })).toEqual({
        until: '2027-12-22',
      });
      expect(hong.tripsOfLast()).toBe(3);
    });

    it('of which an old wording is not signed any more', async () => {
      expect(await hong.ask('matchmaking.signPledge', { version: '2020-01', agreed: true })).toMatchObject({
        refusal: 'pledge-changed',
      });
      cloud.store('match-pledges').insert(aPledge(hong.personId, { version: '2020-01' }));
      expect((await hong.must('matchmaking.showBench', {})).pledge.isSigned).toBe(false);
    });

    it('without which no profile is seen, noted or stamped, whoever it is of', async () => {
      const lin = single('小林', { held: ['about'] }, { about: said('爱笑') });
      const zoe = single('小周', { studioId: weifang });
      for (const profileId of [profileIdOf('小林'), profileIdOf('小周'), ProfileId.parse('m00000000000')]) {
        const person = { profileId };
        const requestKey = keyOf('note');
        const refusal = { ok: false, refusal: 'pledge-needed' };
        expect(await hong.ask('matchmaking.showPerson', person)).toEqual(refusal);
        expect(await hong.ask('matchmaking.suggest', person)).toEqual(refusal);
        expect(await hong.ask('matchmaking.stamp', { ...person, seen: true })).toEqual(refusal);
        expect(await hong.ask('matchmaking.saveNote', { ...person, words: '爱笑', requestKey })).toEqual(refusal);
        expect(
          await hong.ask('matchmaking.decideHeld', { ...person, field: 'about', mark: '', agree: true, reason: null }),
        ).toEqual(refusal);
      }
      expect(await hong.ask('matchmaking.listHeld', { studioId: beicai })).toMatchObject({ refusal: 'pledge-needed' });
      expect(await hong.ask('matchmaking.searchPool', anybody)).toMatchObject({ refusal: 'pledge-needed' });
      expect([...actsAt(lin), ...actsAt(zoe), ...noted()]).toEqual([]);
    });
  });

  it('says what is to be done today', async () => {
    single('小林');
    single('小周', { held: ['about', 'photo'] });
    single('小吴', { expiresAt: matchNow });
    single('小孙', { studioId: weifang });
    const slot = { endsAt: at('2026-11-27T13:50:00'), personId: null, profileId: null, named: null };
    const friday = ShanghaiDay.parse('2026-11-27');
    cloud.store('match-sittings').insert({
      _id: sittingIdOf(beicai, friday),
      studioId: beicai,
      day: friday,
      startsAt: at('2026-11-27T13:30:00'),
      endsAt: at('2026-11-27T17:00:00'),
      slots: {
        '1330a': { ...slot, startsAt: at('2026-11-27T13:30:00'), state: 'booked' },
        '1330b': { ...slot, startsAt: at('2026-11-27T13:30:00'), state: 'free' },
      },
      people: [],
      isCalledOff: false,
      reason: null,
      told: [],
      revision: 1,
      dueAt: NEVER,
    });
    const bench = await hong.must('matchmaking.showBench', {});
    expect(bench.pledge).toEqual({ isSigned: true, until: '2027-11-22', version: pledgeVersion });
    expect(bench.counts).toEqual({ profiles: 2, held: 1, followUps: 0, open: 0 });
    expect(bench.nextSitting).toEqual({ studioId: beicai, day: '2026-11-27', booked: 1 });
    expect(hong.tripsOfLast()).toBe(8);
  });

  it('is empty for a matchmaker whose union has no studio', async () => {
    const bench = await matchmaker('li', 'jinqiao').must('matchmaking.showBench', {});
    expect(bench).toMatchObject({ studios: [], counts: { profiles: 0, held: 0, followUps: 0, open: 0 } });
  });

  describe('searches the pool', () => {
    it('of the very union, and of no other above or below it', async () => {
      const refusal = { refusal: 'outside-your-studio' };
      const wei = matchmaker('wei', 'weifang');
      expect(await wei.ask('matchmaking.searchPool', anybody)).toMatchObject(refusal);
      expect(await matchmaker('qu', 'pudong').ask('matchmaking.searchPool', anybody)).toMatchObject(refusal);
      expect(await wei.ask('matchmaking.listHeld', { studioId: beicai })).toMatchObject(refusal);
      const li = matchmaker('li', 'jinqiao');
      const there = { studioId: UnionId.parse('jinqiao') };
      expect(await li.ask('matchmaking.searchPool', { ...anybody, ...there })).toMatchObject({
        refusal: 'studio-not-found',
      });
      expect(await li.ask('matchmaking.listHeld', there)).toMatchObject({ refusal: 'studio-not-found' });
    });

    it('shows those who wait longest first, and whoever is paused with the reason', async () => {
      single('小林', { lastProposedAt: matchNow - 2 * DAY_MS });
      single('小周', { lastProposedAt: matchNow - 9 * DAY_MS });
      single('小吴', { state: 'paused' });
      single('小钱', { state: 'expired' });
      single('小郑', { expiresAt: matchNow });
      single('小孙', { studioId: weifang });
      const { items, total, next } = await hong.must('matchmaking.searchPool', anybody);
      expect(items.map(({ calledName, notNow }) => [calledName, notNow])).toEqual([
        ['小吴', 'paused'],
        ['小周', null],
        ['小林', null],
      ]);
      expect([total, next]).toEqual([3, null]);
      expect(hong.tripsOfLast()).toBe(6);
    });

    it('by what people stated', async () => {
      single('小林', {}, { interests: said(['films']), street: said('北蔡镇') });
      single('他周', {}, { age: said(1990), interests: said(['films', 'pets']) });
      expect(await names(hong, { interests: ['films', 'pets'] })).toEqual(['他周']);
      expect(await names(hong, { gender: 'man', ageFrom: 36, ageUpTo: 36 })).toEqual(['他周']);
      expect(await names(hong, { text: '北蔡' })).toEqual(['小林']);
      expect(await names(hong, { text: 'wx_' })).toEqual([]);
      expect(await names(hong, { text: '  ' })).toHaveLength(2);
    });

    it('never by words that wait to be looked at, nor shows them', async () => {
      single('小林', { held: ['calledName', 'street'] }, { street: said('北蔡镇') });
      expect(await names(hong, { text: '小林' })).toEqual([]);
      const { items } = await hong.must('matchmaking.searchPool', anybody);
      expect(items).toMatchObject([{ calledName: '', street: null }]);
    });

    it('page by page, everybody once, though the day turns and somebody is proposed meanwhile', async () => {
      for (let nth = 0; nth < 45; nth += 1) single(`小${nth}`);
      const first = await hong.must('matchmaking.searchPool', anybody);
      const moved = first.items[3]?.profileId;
      cloud.store('match-profiles').update({ profileId: moved }, { $set: { lastProposedAt: matchNow } });
      itIs(matchNow + DAY_MS);
      const second = await hong.must('matchmaking.searchPool', { ...anybody, cursor: first.next });
      const third = await hong.must('matchmaking.searchPool', { ...anybody, cursor: second.next });
      expect([first, second, third].map(({ items }) => items.length)).toEqual([20, 20, 6]);
      expect(third.next).toBeNull();
      expect([first, second, third].map(({ total }) => total)).toEqual([45, null, null]);
      const seen = [first, second, third].flatMap(({ items }) => items.map(({ profileId }) => profileId));
      expect(new Set(seen).size).toBe(45);
    });

    it('and counts nobody unseen: a place that is made up, or of another list, begins the list anew', async () => {
      const phones = Array.from({ length: 25 }, (_, nth) => single(`小${nth}`, { lastProposedAt: nth }));
      const { next } = await hong.must('matchmaking.searchPool', anybody);
      const wish = { ...anybody, text: '小24' };
      const made = PageCursor.parse(`2026-11-23:${'9'.repeat(15)}:${'f'.repeat(16)}`);
      for (const cursor of [made, next]) {
        const { items, total } = await hong.must('matchmaking.searchPool', { ...wish, cursor });
        expect([items.map(({ calledName }) => calledName), total]).toEqual([['小24'], 1]);
      }
      const last = phones.at(-1);
      expect(last && actsAt(last)).toEqual(['listed', 'listed']);
      const others = await matchmaker('ming').must('matchmaking.searchPool', { ...anybody, cursor: next });
      expect(others.items).toHaveLength(20);
    });

    it('and each person on the page reads that they were in a list, nobody else', async () => {
      const phones = Array.from({ length: 21 }, (_, nth) => single(`小${nth}`, { lastProposedAt: nth }));
      await hong.must('matchmaking.searchPool', anybody);
      expect(phones.map((phone) => actsAt(phone))).toEqual([...new Array<string[]>(20).fill(['listed']), []]);
      const [first] = phones;
      expect(first && (await looksAt(first))).toEqual(['listed 北蔡公益红娘工作室 hong']);
    });

    it('leaves the matchmaker out of their own pool', async () => {
      const own = aProfile('红红', hong.personId, { held: ['about'] }, aForm('红红', {}, { about: said('爱笑') }));
      cloud.store('match-profiles').insert(own);
      expect(await names(hong)).toEqual([]);
      expect((await hong.must('matchmaking.listHeld', { studioId: beicai })).held).toEqual([]);
      expect((await hong.must('matchmaking.showBench', {})).counts).toMatchObject({ profiles: 0, held: 0 });
      const refusal = { refusal: 'person-not-found' };
      const { profileId } = own;
      expect(await hong.ask('matchmaking.stamp', { profileId, seen: true })).toMatchObject(refusal);
      expect(await hong.ask('matchmaking.showPerson', { profileId })).toMatchObject(refusal);
    });
  });

  describe('shows a person', () => {
    const rich: Partial<MatchFacts> = {
      street: studioOnly('北蔡镇'),
      about: studioOnly('爱笑'),
      hometown: said('盐城'),
      hasChildren: studioOnly(false),
    };

    it('as they said it for the studio, with what nobody else sees, and writes down who looked', async () => {
      const lin = single('小林', {}, rich, { seeks: 'women', children: 'wanted' });
      const shown = await hong.must('matchmaking.showPerson', { profileId: profileIdOf('小林') });
      expect(hong.tripsOfLast()).toBe(8);
      expect(shown).toMatchObject({
        row: { calledName: '小林', age: 30, street: '北蔡镇', notNow: null, lastProposedAt: null },
        state: 'active',
        card: { facts: { about: '爱笑', hometown: '盐城', hasChildren: false } },
        studioOnly: ['street', 'hasChildren', 'about'],
        isMember: true,
        suggestionsOn: true,
        notes: [],
      });
      const text = JSON.stringify(shown);
      for (const secret of ['seeks', 'children"', 'wx_', lin.personId, 'notColleagues'])
        expect(text).not.toContain(secret);
      expect(await looksAt(lin)).toEqual(['opened 北蔡公益红娘工作室 hong']);
    });

    it('without the words that wait to be looked at, and without a picture', async () => {
      single('小林', { held: ['about', 'calledName'], hasPhoto: true }, rich);
      const shown = await hong.must('matchmaking.showPerson', { profileId: profileIdOf('小林') });
      expect(shown).toMatchObject({
        row: { calledName: '' },
        card: { calledName: '', hasPhoto: true, facts: { about: null } },
        studioOnly: ['street', 'hasChildren'],
        isMember: true,
      });
    });

    it('only of the own studio, and only while the profile has not run out', async () => {
      single('小孙', { studioId: weifang });
      single('小钱', { state: 'expired' });
      single('小郑', { expiresAt: matchNow });
      for (const profileId of [...['小孙', '小钱', '小郑'].map(profileIdOf), ProfileId.parse('m00000000000')]) {
        const refusal = { ok: false, refusal: 'person-not-found' };
        const requestKey = keyOf('note');
        expect(await hong.ask('matchmaking.showPerson', { profileId })).toEqual(refusal);
        expect(await hong.ask('matchmaking.suggest', { profileId })).toEqual(refusal);
        expect(await hong.ask('matchmaking.stamp', { profileId, seen: true })).toEqual(refusal);
        expect(await hong.ask('matchmaking.saveNote', { profileId, words: '爱笑', requestKey })).toEqual(refusal);
        expect(
          await hong.ask('matchmaking.decideHeld', { profileId, field: 'about', mark: '', agree: true, reason: null }),
        ).toEqual(refusal);
      }
      expect(cloud.store('match-looks').find({})).toEqual([]);
    });
  });

  describe('suggests', () => {
    const alike: Partial<MatchFacts> = { hometown: said('盐城'), smokes: said('never') };
    const suggestedTo = async (name: string): Promise<string[]> =>
      (await hong.must('matchmaking.suggest', { profileId: profileIdOf(name) })).suggestions.map(
        ({ row }) => row.calledName,
      );

    it('people of the studio with the reasons, those with most reasons first', async () => {
      const lin = single('小林', {}, { ...alike, restDays: said([6]), ages: said({ from: 28, upTo: 36 }) });
      const he = single('他周', {}, { ...alike, restDays: said([6, 7]) });
      const other = single('他吴', {}, { ...alike, ages: said({ from: 30, upTo: 30 }), restDays: said([6]) });
      const plain = single('他郑');
      const { suggestions } = await hong.must('matchmaking.suggest', { profileId: profileIdOf('小林') });
      expect(hong.tripsOfLast()).toBe(9);
      expect(suggestions.map(({ row, reasons }) => [row.calledName, reasons])).toEqual([
        ['他吴', ['ages-both-ways', 'same-hometown', 'same-rest-days', 'both-do-not-smoke']],
        ['他周', ['same-hometown', 'same-rest-days', 'both-do-not-smoke']],
      ]);
      expect([lin, he, other, plain].map(actsAt)).toEqual([['opened'], ['suggested'], ['suggested'], []]);
    });

    it('nobody to whom nobody can be proposed now, nobody who switched it off, nobody of another studio', async () => {
      single('小林', {}, alike);
      const without = (purpose: string) => ({
        consents: aProfile('x', hong.personId).consents.filter((consent) => consent.purpose !== purpose),
      });
      single('他周', { state: 'paused' }, alike);
      single('他吴', { state: 'expired' }, alike);
      single('他郑', { expiresAt: matchNow }, alike);
      single('他孙', without('suggestions'), alike);
      single('他钱', without('proposals'), alike);
      single('他冯', { proposedAt: [matchNow, matchNow] }, alike);
      single('他陈', { studioId: weifang }, alike);
      single('他卫', {}, alike);
      expect(await suggestedTo('小林')).toEqual(['他卫']);
    });

    it('nothing for somebody who switched it off, and nobody where nobody can be proposed to them now', async () => {
      const consents = aProfile('x', hong.personId).consents.filter(({ purpose }) => purpose !== 'suggestions');
      const lin = single('小林', { consents }, alike);
      single('小吴', { state: 'paused' }, alike);
      single('他卫', {}, alike);
      expect(await hong.ask('matchmaking.suggest', { profileId: profileIdOf('小林') })).toEqual({
        ok: false,
        refusal: 'suggestions-off',
      });
      expect(actsAt(lin)).toEqual([]);
      expect(await suggestedTo('小吴')).toEqual([]);
      expect(await suggestedTo('他卫')).toEqual([]);
    });

    it('only where a stamp was seen, when the studio wants one', async () => {
      cloud.store('match-studios').remove({ _id: beicai });
      cloud.store('match-studios').insert(aStudio({}, { needsStamp: true }));
      single('小林', { stamp: { at: matchNow } }, alike);
      single('他周', {}, alike);
      single('他卫', { stamp: { at: matchNow } }, alike);
      expect(await suggestedTo('小林')).toEqual(['他卫']);
    });

    it('nobody whom either would not meet, without a word about whose wish it is', async () => {
      single('小林', {}, alike, { seeks: 'women', children: 'wanted' });
      single('他周', {}, alike);
      single('小吴', {}, alike);
      single('小郑', {}, alike, { seeks: 'either', children: 'not-wanted' });
      single('小卫', {}, alike, { seeks: 'either' });
      expect(await suggestedTo('小林')).toEqual(['小卫']);
    });

    it('nobody with whom they are not to be proposed, in as many round trips as else', async () => {
      const lin = single('小林', {}, alike);
      const he = single('他周', {}, alike);
      single('他卫', {}, alike);
      expect((await suggestedTo('小林')).sort()).toEqual(['他卫', '他周']);
      const trips = hong.tripsOfLast();
      await cloud.inside(() => markNever(pairKeyOf(he.personId, lin.personId), matchNow));
      expect(await suggestedTo('小林')).toEqual(['他卫']);
      expect(await suggestedTo('他周')).toEqual([]);
      expect(hong.tripsOfLast()).toBe(trips);
      expect(actsAt(he).sort()).toEqual(['opened', 'suggested']);
    });

    it('for no reason that waits to be looked at', async () => {
      single('小林', {}, { hometown: said('盐城') });
      single('他周', { held: ['hometown'] }, { hometown: said('盐城') });
      expect(await suggestedTo('小林')).toEqual([]);
    });

    it('ten at most', async () => {
      single('小林', {}, alike);
      for (let nth = 0; nth < 30; nth += 1) single(`他${nth}`, {}, alike);
      expect(await suggestedTo('小林')).toHaveLength(10);
    });
  });

  describe('keeps notes', () => {
    const note = (words: string, key = words) => ({ profileId: profileIdOf('小林'), words, requestKey: keyOf(key) });
    const notesOf = async (phone: Phone): Promise<string[]> =>
      (await phone.must('matchmaking.showPerson', { profileId: profileIdOf('小林') })).notes.map(({ words }) => words);

    it('for the writer alone, sealed in the store', async () => {
      single('小林');
      const other = matchmaker('li');
      await hong.must('matchmaking.saveNote', note('周五晚上方便打电话'));
      expect(hong.tripsOfLast()).toBe(8);
      expect(await notesOf(hong)).toEqual(['周五晚上方便打电话']);
      expect(await notesOf(other)).toEqual([]);
      expect(cloud.everythingWritten()).not.toContain('周五晚上');
    });

    it('once, however often the request is sent', async () => {
      single('小林');
      const first = await hong.must('matchmaking.saveNote', note('爱笑'));
      expect(await hong.must('matchmaking.saveNote', note('爱笑'))).toEqual(first);
      const both = [1, 2].map(() => hong.must('matchmaking.saveNote', note('下周再问')));
      const [one, two] = await Promise.all(both);
      expect(one?.note.noteId).toBe(two?.note.noteId);
      expect(noted()).toHaveLength(2);
    });

    it('of which there are fifty at most for one writer and person', async () => {
      single('小林');
      for (let nth = 0; nth < 50; nth += 1) {
        const _id = WishId.parse(`w${String(nth).padStart(11, '0')}`);
        const by = hong.personId;
        const sealed = sealedNote(_id, `第${nth}条`);
        cloud.store('match-notes').insert({ _id, profileId: profileIdOf('小林'), by, sealed, at: matchNow + nth });
      }
      expect(await hong.ask('matchmaking.saveNote', note('爱笑'))).toMatchObject({ refusal: 'too-many-notes' });
      await matchmaker('li').must('matchmaking.saveNote', note('爱笑'));
      await hong.must('matchmaking.removeNote', { noteId: WishId.parse('w00000000000') });
      await hong.must('matchmaking.saveNote', note('爱笑'));
      expect((await notesOf(hong))[0]).toBe('第49条');
    });

    it('that the writer removes, and nobody else', async () => {
      single('小林');
      const { noteId } = (await hong.must('matchmaking.saveNote', note('爱笑'))).note;
      const refusal = { refusal: 'note-not-found' };
      expect(await matchmaker('li').ask('matchmaking.removeNote', { noteId })).toMatchObject(refusal);
      expect(await hong.must('matchmaking.removeNote', { noteId })).toEqual({ removed: true });
      expect(await hong.ask('matchmaking.removeNote', { noteId })).toMatchObject(refusal);
      expect(noted()).toEqual([]);
    });

    it('none of which outlives a person who leaves while it is written', async () => {
      for (let nth = 0; nth < 5; nth += 1) {
        const lin = single('小林');
        await Promise.all([
          hong.ask('matchmaking.saveNote', note('爱笑', `爱笑${nth}`)),
          lin.must('matchmaking.leave', { understood: true }),
        ]);
        expect(noted()).toEqual([]);
      }
    });
  });

  describe('stamps', () => {
    const profileId = profileIdOf('小林');

    it('when the paper was seen, and not when it was not after all', async () => {
      const lin = single('小林');
      expect(await hong.must('matchmaking.stamp', { profileId, seen: true })).toEqual({ isStamped: true });
      expect(hong.tripsOfLast()).toBe(8);
      expect(stored('小林')).toMatchObject({ stamp: { at: matchNow }, revision: 2 });
      expect(await hong.must('matchmaking.stamp', { profileId, seen: true })).toEqual({ isStamped: true });
      expect(stored('小林').revision).toBe(2);
      expect(await hong.must('matchmaking.stamp', { profileId, seen: false })).toEqual({ isStamped: false });
      expect(stored('小林').stamp).toBeNull();
      expect(await looksAt(lin)).toEqual(new Array(2).fill('stamped 北蔡公益红娘工作室 hong'));
    });

    it('no gender or year of birth that was changed while the paper was in hand', async () => {
      const { personId } = single('小林');
      const before = stored('小林');
      const after = aProfile('小林', personId, { revision: 2 }, aForm('小林', {}, { age: said(1999) }));
      const refused: unknown[] = [];
      // The year changes at every step between what the stamp reads and what it writes.
      for (let turns = 0; turns < 120; turns += 1) {
        cloud.store('match-profiles').remove({ _id: personId });
        cloud.store('match-profiles').insert(before);
        const stamping = hong.ask('matchmaking.stamp', { profileId, seen: true });
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        cloud.store('match-profiles').remove({ _id: personId });
        cloud.store('match-profiles').insert(after);
        const answer = await stamping;
        if (answer.ok) continue;
        refused.push('refusal' in answer && answer.refusal);
        expect(stored('小林').stamp).toBeNull();
      }
      expect(new Set(refused)).toEqual(new Set(['changed-meanwhile']));
    });
  });

  describe('looks at what is held', () => {
    const profileId = profileIdOf('小林');
    const facts: Partial<MatchFacts> = { about: said('可以投资'), hopes: said('转账的不要') };
    const shown = async (phone = hong) => (await phone.must('matchmaking.listHeld', { studioId: beicai })).held;
    const markOf = async (field: HeldField, phone = hong): Promise<string> =>
      (await shown(phone)).find((one) => one.field === field)?.mark ?? '';
    const decide = (field: HeldField, mark: string, agree: boolean, reason: string | null = null) => ({
      profileId,
      field,
      mark,
      agree,
      reason,
    });
    const noticesOf = async (phone: Phone) =>
      (await phone.must('notice.listOwn', {})).items.map(({ kind, subject, words }) => [kind, subject, words]);
    const photos = () => cloud.store('match-photos').find({});

    it('the longest held first, words and pictures, and the person reads that somebody did', async () => {
      const lin = single('小林', { held: ['about', 'photo'], hasPhoto: true }, facts);
      single('小周', { held: ['calledName'], heldSince: EpochMs.parse(matchNow - DAY_MS) });
      single('小孙', { held: ['calledName'], studioId: weifang });
      single('小钱', { held: ['calledName'], expiresAt: matchNow });
      cloud.store('match-photos').insert(sealedPhotos(profileId, { photo: picture, blurred: dots }));
      const held = await shown();
      expect(hong.tripsOfLast()).toBe(7);
      expect(held.map(({ field, words, photo, blurred }) => [field, words, photo, blurred])).toEqual([
        ['calledName', '小周', null, null],
        ['about', '可以投资', null, null],
        ['photo', null, picture, dots],
      ]);
      expect(await looksAt(lin)).toEqual(['reviewed 北蔡公益红娘工作室 hong']);
    });

    it('and shows to others what was agreed to', async () => {
      const lin = single('小林', { held: ['about', 'hopes'] }, facts);
      expect(await hong.must('matchmaking.decideHeld', decide('about', await markOf('about'), true))).toEqual({
        left: 1,
      });
      expect(hong.tripsOfLast()).toBe(6);
      expect(stored('小林')).toMatchObject({ held: ['hopes'], heldFor: [beicai], revision: 2 });
      expect(await noticesOf(lin)).toEqual([]);
      expect(await hong.must('matchmaking.decideHeld', decide('hopes', await markOf('hopes'), true))).toEqual({
        left: 0,
      });
      expect(hong.tripsOfLast()).toBe(8);
      expect(stored('小林')).toMatchObject({ held: [], heldFor: [], heldSince: null });
      expect(await noticesOf(lin)).toEqual([['match-held-answered', '北蔡公益红娘工作室', null]]);
    });

    it('and deletes what was not, with a reason that only its writer reads', async () => {
      const lin = single('小林', { held: ['about', 'hopes'] }, facts);
      const mark = await markOf('about');
      await hong.must('matchmaking.decideHeld', decide('about', mark, false, '请不要写这些'));
      const { form, turnedDown } = saidBy(stored('小林'));
      expect([form.facts.about, form.facts.hopes?.value]).toEqual([null, '转账的不要']);
      expect(turnedDown).toEqual([{ field: 'about', reason: '请不要写这些' }]);
      expect(await noticesOf(lin)).toEqual([['match-held-answered', '北蔡公益红娘工作室', null]]);
      expect((await lin.must('matchmaking.showOwn', {})).profile?.turnedDown).toEqual(turnedDown);
      expect(cloud.everythingWritten()).not.toContain('请不要写这些');
      expect((await shown()).map(({ field }) => field)).toEqual(['hopes']);
    });

    it('and a picture that was not goes in the same instant', async () => {
      single('小林', { held: ['photo'], hasPhoto: true });
      cloud.store('match-photos').insert(sealedPhotos(profileId, { photo: picture, blurred: picture }));
      await hong.must('matchmaking.decideHeld', decide('photo', await markOf('photo'), false, '不是本人'));
      expect(hong.tripsOfLast()).toBe(13);
      expect(photos()).toEqual([]);
      expect(stored('小林')).toMatchObject({ held: [], hasPhoto: false });
    });

    it('and agrees to no picture of which the small one, which others see first, is another by now', async () => {
      single('小林', { held: ['photo'], hasPhoto: true });
      const before = sealedPhotos(profileId, { photo: picture, blurred: dots });
      cloud.store('match-photos').insert(before);
      const mark = await markOf('photo');
      const { blurred } = sealedPhotos(profileId, { photo: picture, blurred: SmallPhoto.parse('CCCC') });
      cloud.store('match-photos').update({ _id: profileId }, { $set: { blurred } });
      expect(await hong.ask('matchmaking.decideHeld', decide('photo', mark, true))).toMatchObject({
        refusal: 'changed-meanwhile',
      });
      expect(stored('小林').held).toEqual(['photo']);
    });

    it('and a picture that was agreed to stays', async () => {
      single('小林', { held: ['photo'], hasPhoto: true });
      cloud.store('match-photos').insert(sealedPhotos(profileId, { photo: picture, blurred: picture }));
      await hong.must('matchmaking.decideHeld', decide('photo', await markOf('photo'), true));
      expect(photos()).toHaveLength(1);
      expect(stored('小林')).toMatchObject({ held: [], hasPhoto: true });
    });

    it('and a name that was turned down stays hidden until it is written anew', async () => {
      single('小林', { held: ['calledName'] });
      const mark = await markOf('calledName');
      await hong.must('matchmaking.decideHeld', decide('calledName', mark, false, '是广告'));
      expect(stored('小林')).toMatchObject({ held: ['calledName'], heldFor: [] });
      expect(await names(hong)).toEqual(['']);
      expect(await shown()).toEqual([]);
      expect(await hong.ask('matchmaking.decideHeld', decide('calledName', mark, true))).toMatchObject({
        refusal: 'nothing-held',
      });
    });

    it('says no to what cannot be decided', async () => {
      single('小林', { held: ['about', 'photo'], hasPhoto: true }, facts);
      const mark = await markOf('about');
      const ask = (...of: Parameters<typeof decide>) => hong.ask('matchmaking.decideHeld', decide(...of));
      expect(await ask('hopes', mark, true)).toMatchObject({ refusal: 'nothing-held' });
      expect(await ask('about', mark, false)).toMatchObject({ refusal: 'reason-needed' });
      expect(await ask('about', 'another', true)).toMatchObject({ refusal: 'changed-meanwhile' });
      // The picture went away between the two looks.
      expect(await ask('photo', mark, true)).toMatchObject({ refusal: 'changed-meanwhile' });
      expect(await ask('about', mark, false, '去赌博吧')).toMatchObject({
        refusal: 'words-refused',
        fields: [{ path: 'reason' }],
      });
      expect(await ask('about', mark, false, '请不要写转账')).toMatchObject({ refusal: 'words-refused' });
      expect(stored('小林')).toMatchObject({ held: ['about', 'photo'], revision: 1 });
    });

    it('never lets through words that were written after it looked', async () => {
      const { personId } = single('小林', { held: ['about'] }, facts);
      const mark = await markOf('about');
      cloud.store('match-profiles').remove({ _id: personId });
      single('小林', { held: ['about'], revision: 2 }, { about: said('加我转账') });
      expect(await hong.ask('matchmaking.decideHeld', decide('about', mark, true))).toMatchObject({
        refusal: 'changed-meanwhile',
      });
      expect(stored('小林').held).toEqual(['about']);
    });

    it('is decided once where several decide at once', async () => {
      const lin = single('小林', { held: ['about'] }, facts);
      const colleagues = ['a', 'b', 'c', 'd'].map((name) => matchmaker(name));
      const mark = await markOf('about');
      const answers = await Promise.all(
        [hong, ...colleagues].map((phone) =>
          phone.ask('matchmaking.decideHeld', decide('about', mark, false, '请改写')),
        ),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.filter((answer) => 'refusal' in answer && answer.refusal === 'nothing-held')).toHaveLength(4);
      expect(await noticesOf(lin)).toHaveLength(1);
      expect(saidBy(stored('小林')).turnedDown).toHaveLength(1);
    });
  });

  it('loses nothing when five matchmakers work on one person at once', async () => {
    const facts: Partial<MatchFacts> = {
      about: said('可以投资'),
      hopes: said('转账的不要'),
      street: said('北蔡镇'),
    };
    for (let round = 0; round < 4; round += 1) {
      cloud.store('match-profiles').remove({});
      cloud.store('match-photos').remove({});
      cloud.store('match-notes').remove({});
      single('小林', { held: ['about', 'hopes', 'street', 'photo'], hasPhoto: true }, facts);
      const profileId = profileIdOf('小林');
      cloud.store('match-photos').insert(sealedPhotos(profileId, { photo: picture, blurred: picture }));
      const team = ['a', 'b', 'c', 'd', 'e'].map((name) => matchmaker(`${name}${round}`));
      const { held } = await hong.must('matchmaking.listHeld', { studioId: beicai });
      const markOf = (field: HeldField): string => held.find((one) => one.field === field)?.mark ?? '';
      const acts: ((phone: Phone) => Promise<unknown>)[] = [
        (phone) => phone.must('matchmaking.stamp', { profileId, seen: true }),
        ...(['about', 'hopes', 'street', 'photo'] as const).map(
          (field) => (phone: Phone) =>
            phone.must('matchmaking.decideHeld', {
              profileId,
              field,
              mark: markOf(field),
              agree: field === 'about',
              reason: '请改写',
            }),
        ),
      ];
      await Promise.all(
        team.flatMap((phone, nth) => [
          acts[nth]?.(phone) ?? Promise.resolve(),
          phone.must('matchmaking.saveNote', { profileId, words: `第${nth}位`, requestKey: keyOf(`${nth}`) }),
        ]),
      );
      const after = stored('小林');
      expect(after).toMatchObject({ held: [], heldFor: [], hasPhoto: false, stamp: { at: matchNow }, revision: 6 });
      const { form, turnedDown } = saidBy(after);
      expect([form.facts.about?.value, form.facts.hopes, form.facts.street]).toEqual(['可以投资', null, null]);
      expect(turnedDown.map(({ field }) => field).sort()).toEqual(['hopes', 'photo', 'street']);
      expect(noted()).toHaveLength(5);
    }
  });
});
