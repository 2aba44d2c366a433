import { collections } from '../../cloudfunctions/runtime/collections';
import type { Staff } from '../../cloudfunctions/member/staff-records';
import { PersonId, UnionId } from '../../types/ids';
import { ShanghaiDay, startOfDay } from '../../types/time';
import { unionRecords } from '../seed/directory';
import { stationRecords } from '../seed/real-stations';
import type { ProvisionWish } from './provision';
import { provision } from './provision';
import type { FakeState } from './testing/fake-actions';
import { emptyState } from './testing/fake-actions';
import type { FakeTencent } from './testing/fake-tencent';
import type { Rehearsal } from './testing/rehearsal';
import { rehearse } from './testing/rehearsal';

const quick = { writableMs: 200, settledMs: 100, pollMs: 10 };

const wishing = (wish: Partial<ProvisionWish> = {}): ProvisionWish => ({
  dryRun: false,
  seed: false,
  licence: { dropIndexes: false, replaceDocuments: false },
  appointment: null,
  today: ShanghaiDay.parse('2026-03-09'),
  ...wish,
});

const anyDay = startOfDay(ShanghaiDay.parse('2026-03-09'));
const personId = PersonId.parse(`p${'a'.repeat(22)}`);
const appointment = { personId, name: '沈建国', unionId: UnionId.parse('pudong'), until: null };

/** What asks and what changes, told apart: a second run may only ask. */
const CHANGES = /^(Create|Update|Modify|Delete|Batch|database\.(insert|modify|remove))/;
const changes = (fake: FakeTencent): string[] =>
  fake.asked.map(({ action }) => action).filter((action) => CHANGES.test(action));

describe('provisioning an environment', () => {
  let rehearsal: Rehearsal;
  let state: FakeState;
  let said: string[];

  beforeAll(async () => {
    rehearsal = await rehearse();
  });
  afterAll(() => rehearsal.stop());

  beforeEach(() => {
    rehearsal.emulator.reset();
    state = emptyState();
    said = [];
  });

  const run = async (wish: Partial<ProvisionWish> = {}): Promise<{ isDone: boolean; fake: FakeTencent }> => {
    const { cloud, fake } = await rehearsal.play(state);
    said = [];
    return { isDone: await provision(cloud, wishing(wish), quick, (line) => said.push(line)), fake };
  };

  it('makes every collection with its indexes, closed to phones and browsers', async () => {
    const { isDone } = await run();
    expect(isDone).toBe(true);
    expect([...state.collections.keys()].sort()).toEqual(collections.map(({ name }) => name).sort());
    expect([...state.collections.values()].every(({ permission }) => permission === 'ADMINONLY')).toBe(true);
    expect(state.collections.get('members')?.indexes).toContainEqual({
      Name: 'identity',
      Unique: true,
      Keys: [{ Name: 'identityKey', Direction: '1' }],
    });
    expect(state.collections.get('stations')?.indexes).toContainEqual({
      Name: 'place',
      Unique: false,
      Keys: [{ Name: 'place', Direction: '2dsphere' }],
    });
  });

  it('changes nothing the second time', async () => {
    await run({ seed: true, appointment });
    const { isDone, fake } = await run({ seed: true, appointment });
    expect(isDone).toBe(true);
    expect(changes(fake)).toEqual([]);
    expect(said).toContain('没有需要改动的。');
  });

  it('only shows the plan when it is asked for the plan', async () => {
    const { isDone, fake } = await run({ dryRun: true, seed: true });
    expect(isDone).toBe(true);
    expect(changes(fake)).toEqual([]);
    expect(said).toContain('· members：建立索引 identity（identityKey 1，唯一）');
    expect(said).toContain(`· stations：写入 ${stationRecords(anyDay).length} 条`);
  });

  it('waits until a new collection takes documents, and leaves no probe in it', async () => {
    state.newCollectionRefuses = 3;
    const { isDone } = await run();
    expect(isDone).toBe(true);
    expect(rehearsal.emulator.documents('members').count()).toBe(0);
  });

  it('says which collection never became writable, and finishes the others', async () => {
    state.newCollectionRefuses = 1_000;
    const first = await run();
    expect(first.isDone).toBe(false);
    expect(said.join('\n')).toContain('✗ members：建立集合：');
    expect(said.join('\n')).toContain('Db or Table not exist: members');
    for (const collection of state.collections.values()) collection.refusesWrites = 0;
    expect((await run({ seed: true })).isDone).toBe(true);
  });

  it('clears a probe that an interrupted run left behind', async () => {
    await run();
    rehearsal.emulator.documents('stations').insertMany([{ _id: 'provision-probe' }]);
    const { isDone } = await run();
    expect(isDone).toBe(true);
    expect(rehearsal.emulator.documents('stations').count()).toBe(0);
  });

  it('fails when documents collide under a unique index, without repeating what collided', async () => {
    state.collide.add('identity');
    const { isDone } = await run();
    expect(isDone).toBe(false);
    expect(said.join('\n')).toContain('✗ members：建立索引 identity');
    expect(said.join('\n')).not.toContain('310115');
    expect(state.collections.get('members')?.permission).toBe('ADMINONLY');
    // Those declared, and the one that every collection has.
    const declared = collections.find(({ name }) => name === 'stations')?.indexes.length ?? 0;
    expect(state.collections.get('stations')?.indexes).toHaveLength(declared + 1);
  });

  it('fails when the platform says yes to closing a collection and it stays open', async () => {
    state.keepOpen.add('cases');
    const { isDone } = await run();
    expect(isDone).toBe(false);
    expect(said).toContain('✗ 读回来仍然缺：cases：设为仅管理端可读写（现为 PRIVATE）');
  });

  it('reports an index that is not as declared, and rebuilds it only with leave', async () => {
    await run();
    const members = state.collections.get('members');
    const identity = members?.indexes.find(({ Name }) => Name === 'identity');
    if (members === undefined || identity === undefined) throw new Error('The first run made no index.');
    identity.Unique = false;
    members.indexes.push({ Name: 'by-hand', Unique: false, Keys: [{ Name: 'x', Direction: '1' }] });

    const careful = await run();
    expect(careful.isDone).toBe(false);
    expect(changes(careful.fake)).toEqual([]);
    expect(said.filter((line) => line.startsWith('!'))).toHaveLength(2);

    expect((await run({ licence: { dropIndexes: true, replaceDocuments: false } })).isDone).toBe(true);
    expect(members.indexes.map(({ Name }) => Name)).not.toContain('by-hand');
    expect(members.indexes.find(({ Name }) => Name === 'identity')?.Unique).toBe(true);
  });

  it('names a collection it does not know, says that it is open, and never removes it', async () => {
    state.collections.set('old-visits', { indexes: [], permission: 'PRIVATE', refusesWrites: 0 });
    const { isDone } = await run({ licence: { dropIndexes: true, replaceDocuments: true } });
    expect(isDone).toBe(true);
    expect(state.collections.has('old-visits')).toBe(true);
    expect(said).toContain('! old-visits：集合不在清单里，已保留；现为 PRIVATE，请在控制台设为仅管理端可读写');
  });

  it('writes the directory by its fixed ids and keeps what was edited since, unless told otherwise', async () => {
    await run({ seed: true });
    const stations = rehearsal.emulator.documents('stations');
    expect(rehearsal.emulator.documents('unions').count()).toBe(unionRecords().length);
    const [station] = stationRecords(anyDay);
    if (station === undefined) throw new Error('The seed has no station.');
    stations.remove({ _id: station._id });
    stations.insertMany([{ ...station, name: '改过的名字' }]);

    expect((await run({ seed: true })).isDone).toBe(true);
    expect(stations.get(station._id)).toMatchObject({ name: '改过的名字' });
    expect(said.join('\n')).toContain('stations：1 条与初始数据不同');

    await run({ seed: true, licence: { dropIndexes: false, replaceDocuments: true } });
    expect(stations.get(station._id)).toEqual(station);
  });

  it('appoints the first administrator for a year', async () => {
    const { isDone } = await run({ seed: true, appointment });
    expect(isDone).toBe(true);
    const role = { role: 'administrator', unionId: 'pudong', unionName: '浦东新区总工会', until: '2027-03-09' };
    const record = rehearsal.emulator.documents('staff').get(personId) as unknown as Staff;
    expect(record).toEqual({
      _id: personId,
      name: '沈建国',
      roles: [role],
      unionIds: ['pudong'],
      revision: 1,
      history: [],
    });
  });

  it('refuses to appoint somebody to a union that is not in the directory', async () => {
    await run({ seed: true });
    const wish = { appointment: { ...appointment, unionId: UnionId.parse('nowhere') } };
    await expect(run(wish)).rejects.toThrow('名录里没有工会 nowhere');
  });

  it('refuses an environment in PostgreSQL mode before touching it', async () => {
    state.postgres = true;
    await expect(run()).rejects.toThrow('PostgreSQL 模式');
    expect(state.collections.size).toBe(0);
  });
});
