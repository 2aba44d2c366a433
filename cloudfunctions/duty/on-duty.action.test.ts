import type { Tap } from '../../types/duty-tap';
import type { PersonId } from '../../types/ids';
import { StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aShift, aVolunteer, numberOf, shiftIdOf } from '../testing/duty';
import { aStation } from '../testing/stations';
import { aTap, atTheDoor, closesDown, comes, counts, leaves, opensUp, printedAt, shownAt } from '../testing/taps';
import type { Anchor } from './chain';
import { verifyChain } from './chain';
import type { BookEntry } from './hours-records';
import type { Unindexed } from './shift-index';
import type { ShiftPlace, ShiftRecord } from './shift-records';

const station = StationId.parse('beicai-1');
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`2026-11-25T${text}+08:00`));
const [early, nine, ten, noon] = [at('08:50:00'), at('09:00:00'), at('10:00:00'), at('12:00:00')];
const MINUTE = 60_000;
const far = { longitude: 121.7, latitude: 31.179 };

describe('on duty', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(nine);
    cloud.store('stations').insert(aStation(station));
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const idOf = (name: string): PersonId => cloud.as(name).personId;
  const put = (name: string, people: readonly string[], more: Partial<Unindexed> = {}): ShiftRecord => {
    const places: Record<PersonId, ShiftPlace> = Object.fromEntries(people.map((one) => [idOf(one), aPlace(one)]));
    const shift = aShift(name, { places, ...more });
    cloud.store('shifts').insert(shift);
    for (const one of people)
      if (cloud.store('volunteers').count({ _id: idOf(one) }) === 0)
        cloud.store('volunteers').insert(aVolunteer(one, idOf(one)));
    return shift;
  };
  const send = (name: string, taps: readonly Tap[], shift = '上午班', phoneNow = EpochMs.parse(Date.now())) =>
    cloud.as(name).must('duty.recordTaps', { shiftId: shiftIdOf(shift), phoneNow, taps: [...taps] });
  const tapNow = (name: string, key: string, tapped: Tap['tapped'], shift = '上午班') =>
    send(name, [aTap(key, EpochMs.parse(Date.now()), tapped)], shift);
  const told = async (sent: ReturnType<typeof send>) =>
    (await sent).outcomes.map(({ outcome, refusal }) => refusal ?? outcome);
  const stored = (name = '上午班') => cloud.store('shifts').find({ _id: shiftIdOf(name) })[0] as unknown as ShiftRecord;
  const book = (name: string) => cloud.store('hours-book').find({ personId: idOf(name) });
  const mapSays = async () => (await cloud.as('rider').must('station.show', { stationId: station, code: null })).status;
  const doorCode = () => String(cloud.store('stations').find({ _id: station })[0]?.['doorCode']);

  it('opens the station on the map with coming, and closes it with leaving', async () => {
    put('上午班', ['zhang'], { startsAt: at('06:00:00'), endsAt: at('08:00:00') });
    itIs(at('06:00:00'));
    expect((await mapSays()).state).toBe('closed');
    const came = await tapNow('zhang', 'in', comes());
    expect(came.page).toMatchObject({ state: 'on-duty', evidence: 'near', status: { state: 'open' } });
    expect(await mapSays()).toMatchObject({
      state: 'open',
      reasons: [{ because: 'on-duty', since: at('06:00:00') }, {}],
    });
    itIs(at('07:30:00'));
    const left = await send('zhang', [aTap('list', at('07:30:00'), closesDown), aTap('out', at('07:30:00'), leaves())]);
    expect(left.page).toMatchObject({
      state: 'served',
      status: { state: 'closed' },
      minutes: [{ evidence: 'near', minutes: 90 }],
    });
    expect((await mapSays()).state).toBe('closed');
    expect(stored().effects).toEqual([]);
    expect(book('zhang')).toMatchObject([{ kind: 'shift', seq: 1, mix: [{ evidence: 'near', minutes: 90 }] }]);
  });

  it('takes few round trips', async () => {
    put('上午班', ['zhang']);
    const zhang = cloud.as('zhang');
    const trips = async (key: string, tapped: Tap['tapped'], now = nine) => {
      itIs(now);
      const taps = [aTap(key, now, tapped)];
      await zhang.must('duty.recordTaps', { shiftId: shiftIdOf('上午班'), phoneNow: now, taps });
      return zhang.tripsOfLast();
    };
    expect(await trips('in', comes())).toBe(13);
    expect(await trips('two', counts(2))).toBe(9);
    expect(await trips('two', counts(2))).toBe(5);
    expect(await trips('list', closesDown)).toBe(11);
    expect(await trips('out', leaves(), ten)).toBe(16);
    await zhang.must('duty.showDuty', { shiftId: shiftIdOf('上午班') });
    expect(zhang.tripsOfLast()).toBe(4);
  });

  describe('what coming rests on', () => {
    it.each([
      ['the printed code and a phone that is near', () => comes(printedAt(doorCode())), 'code-and-near'],
      ['the printed code alone', () => comes(printedAt(doorCode()), null), 'door-code'],
      ['the changing code, read near', () => comes(shownAt(doorCode(), nine)), 'rotating-code'],
      ['the changing code in the hands of whoever is alone', () => comes(shownAt(doorCode(), nine), null), 'door-code'],
      ['a phone that is near', () => comes(), 'near'],
    ])('is %s', async (_what, tapped, evidence) => {
      put('上午班', ['zhang']);
      const { page } = await tapNow('zhang', 'in', tapped());
      expect(page).toMatchObject({ state: 'on-duty', evidence });
    });

    it.each([
      ['another station’s code', () => comes(printedAt('00000001')), 'other-station'],
      ['a forged code', () => comes('s.H0M3S7VN.00000000'), 'code-unreadable'],
      ['the code of five minutes ago', () => comes(shownAt(doorCode(), at('08:55:00'))), 'code-expired'],
      ['a phone that is far away', () => comes(null, far), 'too-far'],
      ['nothing at all', () => comes(null, null), 'evidence-needed'],
    ])('is not %s', async (_what, tapped, refusal) => {
      put('上午班', ['zhang']);
      expect(await told(tapNow('zhang', 'in', tapped()))).toEqual([refusal]);
      expect(stored().places[idOf('zhang')]).toMatchObject({ state: 'held', clockIn: null });
    });

    it('is the changing code itself once somebody else is there to show it', async () => {
      put('上午班', ['zhang', 'li']);
      await tapNow('li', 'in', comes());
      const { page } = await tapNow('zhang', 'in', comes(shownAt(doorCode(), nine), null));
      expect(page.evidence).toBe('rotating-code');
    });

    it('is no more than the code at the door when the changing code arrives too late to be proof', async () => {
      put('上午班', ['zhang', 'li']);
      await tapNow('li', 'in', comes());
      itIs(ten);
      const { page } = await send('zhang', [aTap('in', nine, comes(shownAt(doorCode(), nine), null))]);
      expect(page).toMatchObject({ evidence: 'door-code', clockedInAt: nine });
    });

    it('is a colleague’s word, if they have shown more than that their own phone is near', async () => {
      put('上午班', ['zhang', 'li', 'wang']);
      await tapNow('zhang', 'in', comes());
      await tapNow('wang', 'in', comes());
      await tapNow('li', 'in', comes(printedAt(doorCode())));
      expect(await told(tapNow('wang', 'v', { did: 'vouch', number: numberOf('zhang') }))).toEqual(['evidence-needed']);
      expect(await told(tapNow('li', 'v', { did: 'vouch', number: numberOf('zhang') }))).toEqual(['new']);
      expect(await told(tapNow('li', 'w', { did: 'vouch', number: numberOf('li') }))).toEqual(['colleague-not-here']);
      // What was vouched for is no proof to vouch with.
      expect(await told(tapNow('zhang', 'v', { did: 'vouch', number: numberOf('wang') }))).toEqual(['evidence-needed']);
      const page = await cloud.as('zhang').must('duty.showDuty', { shiftId: shiftIdOf('上午班') });
      expect(page.evidence).toBe('co-worker');
    });
  });

  describe('the time of a tap', () => {
    const justBefore = EpochMs.parse(at('08:30:00') - 1);

    it('is half an hour before the shift at the earliest, and before its end', async () => {
      put('上午班', ['zhang', 'li', 'wang']);
      itIs(justBefore);
      expect(await told(tapNow('zhang', 'a', comes()))).toEqual(['too-early']);
      itIs(at('08:30:00'));
      expect(await told(tapNow('zhang', 'b', comes()))).toEqual(['new']);
      itIs(EpochMs.parse(noon - 1));
      expect(await told(tapNow('li', 'a', comes()))).toEqual(['new']);
      itIs(noon);
      expect(await told(tapNow('wang', 'a', comes()))).toEqual(['too-late']);
    });

    it.each([
      ['ahead', 3 * 60],
      ['behind', -3 * 60],
    ])('is right though the phone’s clock is three hours %s', async (_way, minutes) => {
      put('上午班', ['zhang']);
      itIs(ten);
      const off = minutes * MINUTE;
      const phone = (true_: EpochMs): EpochMs => EpochMs.parse(true_ + off);
      const sent = await send('zhang', [aTap('in', phone(nine), comes())], '上午班', phone(ten));
      expect(sent).toMatchObject({ clockOff: off, page: { clockedInAt: nine, state: 'on-duty' } });
    });

    it('is not in the future, and not older than a day', async () => {
      put('上午班', ['zhang']);
      expect(await told(send('zhang', [aTap('a', EpochMs.parse(nine + 121_000), comes())]))).toEqual(['in-future']);
      expect(await told(send('zhang', [aTap('b', EpochMs.parse(nine - 24 * 60 * MINUTE - 1), comes())]))).toEqual([
        'too-old',
      ]);
      const { page } = await send('zhang', [aTap('c', EpochMs.parse(nine + 120_000), comes())]);
      expect(page.clockedInAt).toBe(nine);
    });

    it('does not run backwards within one person’s taps', async () => {
      put('上午班', ['zhang']);
      itIs(ten);
      await send('zhang', [
        aTap('in', at('09:30:00'), comes()),
        aTap('two', at('09:10:00'), counts(2)),
        aTap('out', at('09:20:00'), leaves(null, null, '停电')),
      ]);
      expect(stored().places[idOf('zhang')]).toMatchObject({
        clockIn: { at: at('09:30:00') },
        clockOut: { at: at('09:30:00') },
      });
      expect(book('zhang')).toEqual([]);
    });
  });

  describe('taps that arrive twice, late or at once', () => {
    const aMorning = (): Tap[] => [
      aTap('in', early, comes(printedAt(doorCode()))),
      aTap('open', nine, opensUp),
      ...Array.from({ length: 15 }, (_, nth) => aTap(`n${nth}`, EpochMs.parse(nine + nth * MINUTE), counts(2))),
      aTap('note', at('11:50:00'), { did: 'handover', words: '微波炉声音大' }),
      aTap('close', at('11:55:00'), closesDown),
      aTap('out', noon, leaves()),
    ];

    it('count once each, in order: twenty taps made offline and sent twice', async () => {
      put('上午班', ['zhang']);
      itIs(at('18:00:00'));
      expect(await told(send('zhang', aMorning()))).toEqual(Array(20).fill('new'));
      const after = stored();
      expect(await told(send('zhang', aMorning()))).toEqual(Array(20).fill('known'));
      expect(stored()).toEqual(after);
      expect(after).toMatchObject({ visitors: 30, note: { words: '微波炉声音大', by: 'zhang' }, effects: [] });
      expect(book('zhang')).toMatchObject([{ mix: [{ evidence: 'near', minutes: 190 }] }]);
    });

    it('count once each when both sendings arrive at the same moment', async () => {
      put('上午班', ['zhang']);
      itIs(at('12:10:00'));
      const [one, other] = await Promise.all([send('zhang', aMorning()), send('zhang', aMorning())]);
      expect(new Set([one, other].map(({ outcomes }) => outcomes.map(({ refusal }) => refusal).join()))).toEqual(
        new Set([Array(20).fill('').join()]),
      );
      expect(stored().visitors).toBe(30);
      expect(book('zhang')).toHaveLength(1);
    });

    it('are no quarrel between two volunteers who come and go at the same moment', async () => {
      put('上午班', ['zhang', 'li'], { startsAt: at('05:00:00'), endsAt: at('07:00:00') });
      itIs(at('05:00:00'));
      await Promise.all([tapNow('zhang', 'in', comes()), tapNow('li', 'in', comes())]);
      expect((await mapSays()).state).toBe('open');
      itIs(at('06:00:00'));
      await Promise.all([tapNow('zhang', 'out', leaves(null, null, '不舒服')), tapNow('li', 'n', counts(1))]);
      expect((await mapSays()).state).toBe('open');
      expect((await tapNow('li', 'out', leaves(null, null, '没人来'))).page.status.state).toBe('closed');
      expect(stored()).toMatchObject({ visitors: 1, effects: [] });
    });

    it('are no quarrel between twenty who come at once and leave at once; every book holds', async () => {
      const people = Array.from({ length: 20 }, (_, nth) => `v${nth}`);
      put('上午班', people, { needs: [{ role: 'door', count: 20, skill: null }] });
      const came = await Promise.all(people.map((one) => told(tapNow(one, `in ${one}`, comes()))));
      expect(came.flat()).toEqual(Array(20).fill('new'));
      const duty = () => (cloud.store('stations').find({ _id: station })[0]?.['live'] as { duty: object }).duty;
      expect(Object.keys(duty())).toHaveLength(20);
      itIs(ten);
      await Promise.all(people.map((one) => tapNow(one, `out ${one}`, leaves(null, null, '活动结束'))));
      expect(duty()).toEqual({});
      expect(stored().effects).toEqual([]);
      for (const one of people) {
        const entries = book(one) as unknown as BookEntry[];
        expect(entries).toHaveLength(1);
        const chain = cloud.store('volunteers').find({ _id: idOf(one) })[0]?.['chain'] as Anchor;
        expect(await cloud.inside(() => Promise.resolve(verifyChain(entries, chain)))).toBeNull();
      }
    });

    it('hear the same refusal again, and change nothing', async () => {
      put('上午班', ['zhang']);
      expect(await told(tapNow('zhang', 'x', leaves()))).toEqual(['not-clocked-in']);
      await tapNow('zhang', 'in', comes());
      expect(await told(tapNow('zhang', 'x', leaves()))).toEqual(['not-clocked-in']);
      expect(await told(tapNow('zhang', 'in2', comes()))).toEqual(['clocked-in-already']);
    });

    it('leave nothing half done when the call dies right after them: the timer opens the station', async () => {
      const startsAt = at('05:00:00');
      const until = at('07:00:00');
      put('上午班', ['zhang'], {
        startsAt,
        endsAt: until,
        effects: [{ does: 'open-station', personId: idOf('zhang'), since: startsAt, until }],
        places: { [idOf('zhang')]: aPlace('zhang', { state: 'on-duty', clockIn: { at: startsAt, evidence: 'near' } }) },
      });
      itIs(EpochMs.parse(startsAt + 2 * MINUTE));
      cloud.store('shifts').update({ _id: shiftIdOf('上午班') }, { $set: { sweepAt: Date.now() } });
      await cloud.tick('duty');
      expect((await mapSays()).state).toBe('open');
      expect(stored().effects).toEqual([]);
    });
  });

  it('is one place at a time', async () => {
    put('上午班', ['zhang']);
    put('交接班', ['zhang'], { startsAt: at('12:00:00'), endsAt: at('15:00:00') });
    await tapNow('zhang', 'in', comes());
    itIs(at('11:50:00'));
    expect(await told(tapNow('zhang', 'in2', comes(), '交接班'))).toEqual(['on-duty-elsewhere']);
    await send('zhang', [aTap('list', at('11:51:00'), closesDown), aTap('out', at('11:51:00'), leaves())]);
    itIs(at('11:55:00'));
    expect(await told(tapNow('zhang', 'in3', comes(), '交接班'))).toEqual(['new']);
  });

  it('is come to once and left once, whatever a second phone says', async () => {
    put('上午班', ['zhang', 'li']);
    await tapNow('zhang', 'in', comes());
    expect(await told(tapNow('zhang', 'in again', comes()))).toEqual(['clocked-in-already']);
    itIs(ten);
    const both = [
      tapNow('zhang', 'out', leaves(null, null, '停电')),
      tapNow('zhang', 'out too', leaves(null, null, '停电')),
    ];
    const answers = (await Promise.all(both)).flatMap(({ outcomes }) =>
      outcomes.map(({ refusal }) => refusal ?? 'new'),
    );
    expect(answers.sort()).toEqual(['clocked-out-already', 'new']);
    itIs(at('11:00:00'));
    expect(await told(tapNow('zhang', 'out late', leaves()))).toEqual(['clocked-out-already']);
    expect(await told(tapNow('zhang', 'back', comes()))).toEqual(['clocked-out-already']);
    expect(await told(tapNow('li', 'out', leaves()))).toEqual(['not-clocked-in']);
    expect(book('zhang')).toMatchObject([{ seq: 1, stretches: [{ from: nine, until: ten }] }]);
    expect(book('li')).toEqual([]);
  });

  it('never counts one minute for two shifts, whatever is sent late', async () => {
    put('上午班', ['zhang']);
    put('交接班', ['zhang'], { startsAt: noon, endsAt: at('15:00:00') });
    await tapNow('zhang', 'in', comes());
    itIs(at('12:20:00'));
    await tapNow('zhang', 'out', leaves(null, null, '接班'));
    // Made, as the phone says, half an hour before.
    await send('zhang', [aTap('in2', at('11:50:00'), comes())], '交接班');
    itIs(at('15:00:00'));
    await send('zhang', [aTap('out2', at('15:00:00'), leaves(null, null, '下班'))], '交接班');
    const spans = book('zhang')
      .flatMap(({ stretches }) => stretches as { from: number; until: number }[])
      .sort((one, other) => one.from - other.from);
    expect(spans).toEqual([
      expect.objectContaining({ from: nine, until: at('12:20:00') }),
      expect.objectContaining({ from: at('12:20:00'), until: at('15:00:00') }),
    ]);
  });

  it('begins for nobody before the place was theirs, whatever their phone says', async () => {
    const shift = put('上午班', ['zhang']);
    const taken = at('11:00:00');
    cloud.store('shifts').remove({ _id: shift._id });
    cloud.store('shifts').insert({ ...shift, places: { [idOf('zhang')]: aPlace('zhang', { at: taken }) } });
    itIs(at('11:10:00'));
    expect((await send('zhang', [aTap('in', nine, comes())])).page).toMatchObject({ clockedInAt: taken });
    itIs(noon);
    await tapNow('zhang', 'out', leaves(null, atTheDoor, '下班'));
    expect(book('zhang')).toMatchObject([{ stretches: [{ from: taken, until: noon }] }]);
  });

  it('counts no minute that a phone adds for somebody who forgot to leave as more than their own word', async () => {
    put('上午班', ['zhang', 'li']);
    await tapNow('li', 'in', comes());
    await tapNow('zhang', 'in', comes(shownAt(doorCode(), nine), null));
    itIs(at('12:25:00'));
    // From home.
    await tapNow('zhang', 'n', counts(1));
    itIs(EpochMs.parse(noon + 24 * 60 * MINUTE));
    await cloud.tick('duty');
    expect(book('zhang')).toMatchObject([{ mix: [{ evidence: 'tap', minutes: 205 }] }]);
  });

  it('goes on across midnight', async () => {
    const night = { startsAt: at('22:00:00'), endsAt: at('24:00:00') };
    put('夜班', ['zhang'], { ...night, endsAt: EpochMs.parse(night.startsAt + 4 * 60 * MINUTE) });
    itIs(at('22:00:00'));
    await tapNow('zhang', 'in', comes(), '夜班');
    const end = EpochMs.parse(at('22:00:00') + 4 * 60 * MINUTE);
    itIs(end);
    await tapNow('zhang', 'out', leaves(null, atTheDoor, '交接'), '夜班');
    expect(book('zhang')).toMatchObject([{ day: '2026-11-25', mix: [{ evidence: 'near', minutes: 240 }] }]);
  });

  it('ends with the closing list, or with a reason; whoever leaves a colleague behind needs neither', async () => {
    put('上午班', ['zhang', 'li']);
    await tapNow('zhang', 'in', comes());
    await tapNow('li', 'in', comes());
    expect(await told(tapNow('zhang', 'out', leaves()))).toEqual(['new']);
    expect(await told(tapNow('li', 'out', leaves()))).toEqual(['list-needed']);
    expect(await told(tapNow('li', 'out2', leaves(null, null, '停电')))).toEqual(['new']);
    expect(stored().log.at(-1)).toMatchObject({ act: 'clocked-out', reason: '停电' });
  });

  it('is for those alone who have a place', async () => {
    put('上午班', ['zhang']);
    const input = { shiftId: shiftIdOf('上午班'), phoneNow: nine, taps: [aTap('a', nine, comes())] };
    expect(await cloud.as('li').ask('duty.recordTaps', input)).toEqual({ ok: false, refusal: 'no-place' });
    expect(await cloud.as('li').ask('duty.showDuty', { shiftId: input.shiftId })).toEqual({
      ok: false,
      refusal: 'no-place',
    });
    const gone = { ...input, shiftId: shiftIdOf('nowhere') };
    expect(await cloud.as('zhang').ask('duty.recordTaps', gone)).toEqual({ ok: false, refusal: 'shift-not-found' });
    cloud.store('shifts').update({ _id: input.shiftId }, { $set: { state: 'called-off' } });
    expect(await cloud.as('zhang').ask('duty.recordTaps', input)).toEqual({ ok: false, refusal: 'called-off' });
  });

  describe('the lists', () => {
    it('tell the map what is broken, the shelf what is there, and the next who is to clean', async () => {
      put('上午班', ['zhang']);
      await tapNow('zhang', 'in', comes());
      const { page } = await tapNow('zhang', 'open', {
        did: 'opening-list',
        items: [{ item: 'floor', done: false }],
        facilities: [
          { code: 'microwave', works: false },
          { code: 'water', works: true },
          { code: 'shower', works: false },
        ],
        counted: [{ code: 'water', quantity: 12, expiresOn: null }],
        note: '',
      });
      expect(page.facilities).toContainEqual(expect.objectContaining({ code: 'microwave', state: 'broken' }));
      expect(page.shelf).toContainEqual(expect.objectContaining({ code: 'water', quantity: 12 }));
      expect(page.openingDoneAt).toBe(nine);
      expect(cloud.store('upkeep').find({ _id: station })[0]).toMatchObject({ cleaning: { floor: { since: nine } } });
      expect(stored().effects).toEqual([]);
      expect(cloud.store('stations').find({ _id: station })[0]).toMatchObject({ broken: ['microwave'], revision: 2 });
    });

    it('are one person’s: a second opening list is refused', async () => {
      put('上午班', ['zhang', 'li']);
      await tapNow('zhang', 'in', comes());
      await tapNow('li', 'in', comes());
      expect(await told(tapNow('zhang', 'open', opensUp))).toEqual(['new']);
      expect(await told(tapNow('zhang', 'again', opensUp))).toEqual(['new']);
      expect(await told(tapNow('li', 'open', opensUp))).toEqual(['opened-by-other']);
    });

    it('lose no count of two volunteers who count at the same moment', async () => {
      put('上午班', ['zhang', 'li']);
      await Promise.all([tapNow('zhang', 'in', comes()), tapNow('li', 'in', comes())]);
      await Promise.all([tapNow('zhang', 'n', counts(3)), tapNow('li', 'n', counts(4))]);
      expect(stored().visitors).toBe(7);
      expect(await told(tapNow('li', 'less', counts(-5)))).toEqual(['new']);
      expect(await told(tapNow('li', 'none', counts(-3)))).toEqual(['below-zero']);
    });
  });

  describe('an incident', () => {
    const jpeg = (...segments: string[]) =>
      Buffer.from(['ffd8', ...segments, 'ffda0003aa', '12345678', 'ffd9'].join(''), 'hex');
    const exif = 'ffe1000a4578696600004750';
    const photoOf = (file: Buffer) => file.toString('base64') as never;

    it('is told to the heads once, with a picture that nobody else can open and that says nothing of the place', async () => {
      put('上午班', ['zhang']);
      cloud.appoint('head', 'station-head', 'beicai');
      cloud.appoint('district', 'clerk', 'pudong');
      await tapNow('zhang', 'in', comes());
      const tapped = {
        did: 'incident',
        kind: 'somebody-unwell',
        words: '有位师傅头晕',
        photo: photoOf(jpeg(exif)),
      } as const;
      await tapNow('zhang', 'i', tapped);
      await tapNow('zhang', 'i', tapped);
      expect(cloud.store('notices').find({})).toMatchObject([
        { kind: 'incident-reported', personId: idOf('head'), words: null },
      ]);
      const [incident] = stored().incidents;
      expect(incident).toMatchObject({ hasPhoto: true, by: numberOf('zhang') });
      expect(cloud.store('incident-photos').find({})).toHaveLength(1);
      const shown = await cloud
        .as('head')
        .must('duty.showIncident', { stationId: station, incidentId: incident?.incidentId as never });
      expect(shown.photo).toBe(jpeg().toString('base64'));
      expect(cloud.everythingWritten()).not.toContain(jpeg(exif).toString('base64').slice(0, 20));
    });

    it('is told without its picture where that is none', async () => {
      put('上午班', ['zhang']);
      await tapNow('zhang', 'in', comes());
      const photo = photoOf(Buffer.from('<script>alert(1)</script>'));
      await tapNow('zhang', 'i', { did: 'incident', kind: 'damage', words: '门玻璃碎了', photo });
      expect(stored().incidents).toMatchObject([{ hasPhoto: false }]);
      expect(cloud.store('incident-photos').count({})).toBe(0);
    });
  });

  it('reads what the shift before left, and leaves a note for the next', async () => {
    put('早班', ['li'], {
      startsAt: at('06:00:00'),
      endsAt: at('08:00:00'),
      note: { words: '冰箱门关不严', by: '李阿姨', at: at('07:55:00') },
    });
    put('上午班', ['zhang']);
    const page = await cloud.as('zhang').must('duty.showDuty', { shiftId: shiftIdOf('上午班') });
    expect(page.lastNote).toEqual({ words: '冰箱门关不严', by: '李阿姨', at: at('07:55:00') });
    await tapNow('zhang', 'in', comes());
    expect((await tapNow('zhang', 'n', { did: 'handover', words: '已报修' })).page.ownNote).toBe('已报修');
  });

  it('writes no person’s id to anybody, nor anything personal into a log', async () => {
    put('上午班', ['zhang', 'li']);
    const sent = await tapNow('zhang', 'in', comes());
    expect(JSON.stringify(sent)).not.toContain(idOf('zhang'));
    expect(JSON.stringify(sent)).not.toContain(idOf('li'));
  });
});
