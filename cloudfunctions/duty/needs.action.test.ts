import { EpochMs, NEVER } from '../../types/time';
import { StationId } from '../../types/ids';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aShift, aVolunteer, dutyNow, shiftIdOf } from '../testing/duty';
import { aStation } from '../testing/stations';
import { aTap, atTheDoor, comes, keyOf, opensUp } from '../testing/taps';
import { aSteward } from '../testing/upkeep';

const id = StationId.parse('beicai-1');
const MINUTE_MS = 60_000;
const far = { longitude: 121.7, latitude: 31.179 };

describe('what people who come to a station tell of it', () => {
  let cloud: TestCloud;
  let rider: Phone;
  let steward: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    cloud.store('stations').insert(
      aStation(id, {
        facilities: [
          { code: 'microwave', count: 1, state: 'ok', checkedAt: null },
          { code: 'shower', count: 0, state: 'absent', checkedAt: null },
        ],
      }),
    );
    cloud.appoint('head', 'station-head', 'beicai');
    [rider, steward] = [cloud.as('rider'), cloud.as('steward')];
    cloud.store('stewards').insert(aSteward('steward', steward.personId, id));
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const tell = (who: Phone, key: string, place: typeof atTheDoor | null = atTheDoor) =>
    who.ask('duty.reportNeed', { stationId: id, key, place });
  const tasks = async () =>
    (await steward.must('duty.listTasks', { stationId: id })).tasks.map(({ key, reports }) => `${key} ${reports}`);

  it('is a small task at once, counted by people and not by presses; the map stays as it is', async () => {
    expect(await tell(rider, 'facility:microwave')).toEqual({ ok: true, value: { isNew: true } });
    expect(rider.tripsOfLast()).toBeLessThanOrEqual(7);
    expect(await tell(rider, 'facility:microwave')).toEqual({ ok: true, value: { isNew: false } });
    await tell(cloud.as('cleaner'), 'facility:microwave', null);
    await tell(rider, 'short:water');
    expect(await tasks()).toEqual(['short:water 1', 'facility:microwave 2']);
    const { facilities } = await rider.must('station.show', { stationId: id, code: null });
    expect(facilities.find(({ code }) => code === 'microwave')?.state).toBe('ok');
    const { stewardships } = await steward.must('duty.listStewardships', {});
    expect(stewardships).toMatchObject([{ tasks: 2 }]);
  });

  it('is heard from twelve at once without losing anybody: who is told that it is busy tries again', async () => {
    const people = Array.from({ length: 12 }, (_, nth) => cloud.as(`rider ${nth}`));
    let waiting = people;
    for (let round = 0; waiting.length > 0 && round < people.length; round += 1) {
      const answers = await Promise.all(waiting.map((one) => tell(one, 'short:water')));
      const unheard = waiting.filter((_, nth) => answers[nth]?.ok !== true);
      for (const answer of answers) if (!answer.ok) expect(answer).toEqual({ ok: false, refusal: 'busy' });
      expect(unheard.length).toBeLessThan(waiting.length);
      expect(await tasks()).toEqual([`short:water ${people.length - unheard.length}`]);
      waiting = unheard;
    }
    expect(await tasks()).toEqual(['short:water 12']);
  });

  const ring = () => cloud.tick('duty');
  const toldTo = (who: Phone) =>
    cloud
      .store('notices')
      .find({ personId: who.personId, kind: 'need-reported' })
      .map(({ subject, stationId }) => [subject, stationId]);

  it('is told to the head and the stewards once for a thing, however many say it, and anew after somebody looked', async () => {
    const [head, other] = [cloud.as('head'), cloud.as('elsewhere')];
    cloud.appoint('elsewhere', 'station-head', 'weifang');
    await tell(rider, 'short:water');
    await tell(rider, 'facility:microwave');
    await ring();
    await tell(cloud.as('cleaner'), 'short:water');
    itIs(dutyNow + 10 * MINUTE_MS);
    await ring();
    const both = [
      ['beicai-1驿站', id],
      ['beicai-1驿站·瓶装水', id],
    ];
    for (const who of [head, steward]) expect(toldTo(who).sort()).toEqual(both);
    for (const who of [rider, other]) expect(toldTo(who)).toEqual([]);
    const about = { expiresOn: null, note: '', requestKey: keyOf('water') };
    await steward.must('duty.closeTask', { stationId: id, key: 'short:water', quantity: 24, ...about });
    await tell(rider, 'short:water');
    await ring();
    expect(toldTo(head)).toHaveLength(3);
    expect(cloud.store('upkeep').find({})).toMatchObject([{ dueAt: NEVER }]);
  });

  it('is heard though nobody is there to tell, and what was seen to before the timer rang is told to nobody', async () => {
    cloud.store('staff').remove({ _id: cloud.as('head').personId });
    await tell(rider, 'short:water');
    const about = { expiresOn: null, note: '', requestKey: keyOf('water') };
    await steward.must('duty.closeTask', { stationId: id, key: 'short:water', quantity: 24, ...about });
    await ring();
    expect(toldTo(steward)).toEqual([]);
    cloud.store('stewards').remove({ personId: steward.personId });
    expect(await tell(rider, 'facility:microwave')).toMatchObject({ ok: true });
    await ring();
    expect(cloud.store('upkeep').find({})).toMatchObject([{ told: ['facility:microwave'], dueAt: NEVER }]);
  });

  it('is forgotten with the thing that staff took off the shelf: nobody is told, and back there it is as new', async () => {
    await tell(rider, 'short:water');
    const head = cloud.as('head');
    const { items, revision } = await head.must('duty.showShelf', { stationId: id });
    const form = items.map(({ code, name, unit, isMedicine, atLeast }) => ({ code, name, unit, isMedicine, atLeast }));
    const without = form.filter(({ code }) => code !== 'water');
    await head.must('duty.saveShelf', { stationId: id, revision, items: without });
    await ring();
    expect(toldTo(head)).toEqual([]);
    await head.must('duty.saveShelf', { stationId: id, revision: revision + 1, items: form });
    expect(await tasks()).toEqual([]);
    await tell(rider, 'short:water');
    await ring();
    expect(toldTo(head)).toHaveLength(1);
  });

  it('is done by the steward: the shelf is filled, the microwave looked at', async () => {
    await tell(rider, 'facility:microwave');
    await tell(rider, 'short:water');
    const close = (key: string, quantity: number | null) =>
      steward.must('duty.closeTask', {
        stationId: id,
        key,
        quantity,
        expiresOn: null,
        note: '',
        requestKey: keyOf(key),
      });
    await close('short:water', 24);
    await close('facility:microwave', null);
    expect(await tasks()).toEqual([]);
    await tell(rider, 'short:water');
    expect(await tasks()).toEqual(['short:water 1']);
  });

  it('is answered by whoever opens the door and looks, unless it was said after they looked', async () => {
    const zhang = cloud.as('zhang');
    cloud.store('volunteers').insert(aVolunteer('zhang', zhang.personId));
    const startsAt = EpochMs.parse(dutyNow);
    const endsAt = EpochMs.parse(dutyNow + 180 * MINUTE_MS);
    cloud.store('shifts').insert(aShift('上午班', { startsAt, endsAt, places: { [zhang.personId]: aPlace('zhang') } }));
    await tell(rider, 'facility:microwave');
    await tell(rider, 'short:water');
    itIs(dutyNow + 20 * MINUTE_MS);
    await tell(rider, 'short:plasters');
    // Said before the look by one, and after it by another.
    await tell(cloud.as('cleaner'), 'short:water');
    const looked = EpochMs.parse(dutyNow + 10 * MINUTE_MS);
    const counted = ['water', 'plasters'].map((code) => ({ code, quantity: 9, expiresOn: null }));
    await zhang.must('duty.recordTaps', {
      shiftId: shiftIdOf('上午班'),
      phoneNow: EpochMs.parse(Date.now()),
      taps: [
        aTap('in', startsAt, comes()),
        aTap('open', looked, { ...opensUp, facilities: [{ code: 'microwave', works: true }], counted } as never),
      ],
    });
    expect(await tasks()).toEqual(['short:water 2', 'short:plasters 1']);
  });

  it('is of what is there, from people who are there, and five things a person at most', async () => {
    expect(await tell(rider, 'facility:microwave', far)).toEqual({ ok: false, refusal: 'too-far' });
    for (const key of ['facility:shower', 'facility:laundry', 'short:own-nothing', 'short:constructor'])
      expect(await tell(rider, key)).toEqual({ ok: false, refusal: 'not-there' });
    expect(await tell(rider, 'incident:w00000000001')).toMatchObject({ ok: false, refusal: 'input-invalid' });
    for (const key of [
      'facility:microwave',
      'short:water',
      'short:plasters',
      'short:disinfectant',
      'short:cooling-drops',
    ])
      expect(await tell(rider, key)).toMatchObject({ ok: true });
    const head = cloud.as('head');
    const { items, revision } = await head.must('duty.showShelf', { stationId: id });
    const cups = { code: 'cups', name: '纸杯', unit: '个', isMedicine: false, atLeast: 1 };
    const form = items.map(({ code, name, unit, isMedicine, atLeast }) => ({ code, name, unit, isMedicine, atLeast }));
    await head.must('duty.saveShelf', { stationId: id, revision, items: [...form, cups] });
    expect(await tell(rider, 'short:cups')).toEqual({ ok: false, refusal: 'too-many' });
  });

  it('may be picked from a list that says what is known already, and never how much there is', async () => {
    await tell(rider, 'short:water');
    const { things } = await cloud.as('visitor').must('duty.listReportable', { stationId: id });
    expect(things).toContainEqual({ key: 'facility:microwave', facility: 'microwave', name: null, isKnown: false });
    expect(things).toContainEqual({ key: 'short:water', facility: null, name: '瓶装水', isKnown: true });
    expect(things.map(({ key }) => key)).not.toContain('facility:shower');
  });

  it('leads back to nobody', async () => {
    await tell(rider, 'short:water');
    expect(JSON.stringify(cloud.store('upkeep').find({}))).not.toContain(rider.personId);
  });
});
