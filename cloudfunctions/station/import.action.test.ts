import type { RequestKey } from '../../types/evidence';
import type { ImportColumn, ImportRow, RowProblem } from '../../types/station-import';
import { IMPORT_BATCH } from '../../types/station-import';
import { itIs, morningOf } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import type { ImportHead } from './import-records';
import type { StationRecord } from './records';
import { countStations } from './station-tallies';
import type { Tally } from './tally-records';

type Cells = Partial<Record<ImportColumn, string>>;
const key = (letter = 'k'): RequestKey => letter.repeat(22) as RequestKey;

const aRow = (nth: number, more: Cells = {}): Cells => ({
  id: '',
  name: `驿站${nth}`,
  tier: '4',
  category: '户外职工驿站',
  sign_no: String(nth + 1),
  features: '驿站|24小时',
  city: '上海市',
  district: '浦东新区',
  street: '北蔡镇',
  address: `沪南路${nth}号`,
  lng: String(121.4 + (nth % 100) / 1_000),
  lat: String(31 + Math.floor(nth / 100) / 1_000),
  phone: '+86 21-58905890',
  area_m2: '12.5',
  union: '北蔡镇总工会',
  opened_on: '2025-08',
  hours: '周一至周五 8:30-17:00；节假日 休息',
  facilities: '微波炉*2|空调|饮水',
  services: '法律咨询|公益理发',
  partner: '',
  agreed_from: '',
  agreed_until: '',
  swap_operator: '',
  swap_slots: '',
  water_quota: '2',
  ...more,
});
const numbered = (all: readonly Cells[]): ImportRow[] => all.map((cells, nth) => ({ line: nth + 2, cells }));

describe('a table of stations', () => {
  let cloud: TestCloud;
  let clerk: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(morningOf('2026-11-20'));
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    cloud.appoint('shen', 'administrator', 'pudong');
    clerk = cloud.as('chen');
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const all = (): StationRecord[] => cloud.store('stations').find({}) as never;
  const stage = async (rows: readonly ImportRow[], phone = clerk, importKey = key()): Promise<RowProblem[]> => {
    const problems: RowProblem[] = [];
    for (let from = 0; from < rows.length; from += IMPORT_BATCH) {
      const some = rows.slice(from, from + IMPORT_BATCH);
      problems.push(
        ...(await phone.must('station.stageRows', { importKey, nth: from / IMPORT_BATCH, rows: some })).problems,
      );
    }
    return problems;
  };
  const check = (rows: readonly unknown[], phone = clerk, importKey = key()) =>
    phone.must('station.checkImport', { importKey, batches: Math.ceil(rows.length / IMPORT_BATCH) });
  const apply = async (phone = clerk, importKey = key()) => {
    for (;;) {
      const answer = await phone.must('station.applyImport', { importKey });
      if (answer.done === answer.of) return answer;
    }
  };
  const importAll = async (cells: readonly Cells[], phone = clerk, importKey = key()) => {
    const rows = numbered(cells);
    expect(await stage(rows, phone, importKey)).toEqual([]);
    const found = await check(rows, phone, importKey);
    expect(found.problems).toEqual([]);
    const { left } = await apply(phone, importKey);
    return { ...found, left };
  };
  const exported = async (phone = clerk): Promise<Cells[]> => {
    const cells: Cells[] = [];
    for (let cursor = null as never; ;) {
      const page = await phone.must('station.exportRows', { cursor });
      cells.push(...page.items);
      if (page.next === null) return cells;
      cursor = page.next as never;
    }
  };
  const talliesAreRight = (): void => {
    const said = ({ count, figures }: Pick<Tally, 'count' | 'figures'>) => ({
      count,
      figures: figures.map(({ figure, count: many }) => `${figure}:${many}`).sort(),
    });
    const stored = cloud.store('station-tallies').find({}) as never as Tally[];
    for (const tally of stored) {
      const within = all().filter(({ tallies }) => tallies.includes(tally._id));
      if (/^(street|tile:14)/.test(tally._id)) expect(said(tally)).toEqual(said(countStations(within)));
    }
    const top = stored.filter(({ kind }) => kind === '6');
    expect(top.reduce((sum, { count }) => sum + count, 0)).toBe(all().filter(({ place }) => place !== null).length);
    for (const id of new Set(all().flatMap(({ tallies }) => tallies)))
      expect(stored.map(({ _id }) => _id)).toContain(id);
  };

  it('adds, finds everything unchanged the second time, and changes what changed', async () => {
    const broken = { facilities: '微波炉*2|空调(坏)|饮水' };
    const cells = [aRow(0, broken), aRow(1, broken), aRow(2, broken)];
    expect(await importAll(cells)).toMatchObject({ added: 3, changed: 0, unchanged: 0, left: [] });
    const [first] = all();
    expect(first).toMatchObject({
      signKey: '浦东新区:1',
      phone: '21-58905890',
      scope: ['beicai', 'pudong'],
      broken: ['aircon'],
      facilityCases: { aircon: 1 },
      opening: { onHolidays: 'closed' },
      followUps: null,
    });
    expect(first?.facilities).toContainEqual({ code: 'microwave', count: 2, state: 'ok', checkedAt: null });
    expect(cloud.store('cases').find({ state: 'pending' })).toHaveLength(3);
    expect(cloud.store('station-changes').find({ act: 'imported' })).toHaveLength(3);
    talliesAreRight();

    const again = [aRow(0, broken), aRow(1, { street: '金桥镇', facilities: '空调' }), aRow(3, broken)];
    expect(await importAll(again, clerk, key('m'))).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect(cloud.store('cases').find({ state: 'pending' })).toHaveLength(3);
    expect(cloud.store('station-changes').find({ revision: 2 })[0]).toMatchObject({
      act: 'imported',
      by: 'chen',
      office: '北蔡镇总工会',
    });
    talliesAreRight();
  });

  it('comes back unchanged as it was exported, whatever the cells begin with', async () => {
    const odd = aStation('odd', {
      name: '=1+1',
      address: "'@here",
      services: ['a；b', 'c\\d', '｜', '-5折理发'],
      phone: '-021-5890',
      opening: {
        sessions: [
          { days: [1, 3], from: 0, until: 0, attendance: 'unattended', season: null },
          {
            days: [6],
            from: 600,
            until: 120,
            attendance: 'staffed',
            season: { from: '11-01', until: '03-31' } as never,
          },
        ],
        onHolidays: 'own-hours',
        holidaySessions: [{ days: [1], from: 540, until: 600, attendance: 'staffed', season: null }],
      },
      facilities: [
        { code: 'wifi', count: 0, state: 'broken', checkedAt: 5 as never },
        { code: 'water', count: 12, state: 'absent', checkedAt: null },
        { code: 'fridge', count: 0, state: 'absent', checkedAt: null },
      ],
      outlet: { partner: '+全家', agreedFrom: null, agreedUntil: '2027-01-31' as never },
      swap: { operator: '铁塔换电', slots: 0 },
      zones: [{ zoneId: 'hall', name: '大厅', capacity: 20, areaM2: null }],
      notice: '请安静',
      place: null,
      tier: null,
    });
    cloud
      .store('stations')
      .insertMany([odd, ...Array.from({ length: 230 }, (_, nth) => aStation(`s-${nth}`, { tier: 3 }))]);
    const cells = await exported();
    expect(cells).toHaveLength(231);
    const row = cells.find(({ id }) => id === 'odd');
    expect(row).toMatchObject({ name: "'=1+1", address: "''@here", partner: "'+全家", phone: "'-021-5890" });
    expect(await importAll(cells)).toMatchObject({ added: 0, changed: 0, unchanged: 231 });
  });

  it('leaves alone what the table does not name', async () => {
    cloud.store('stations').insert(aStation('one', { notice: '请安静', phone: '021-1', signNo: '7' }));
    expect(await importAll([{ id: 'one', phone: '021-58905890', sign_no: '' }])).toMatchObject({ changed: 1 });
    expect(all()[0]).toMatchObject({ notice: '请安静', phone: '021-58905890', signNo: null, name: 'one驿站' });
  });

  it('knows a station of the importer’s unions by its sign where a row gives no id', async () => {
    const signed = [aStation('mine', { signNo: '1' }), aStation('other', { signNo: '2' })];
    cloud.store('stations').insertMany(signed);
    const rows = [aRow(0, { name: '新名字' }), aRow(1, { id: 'other' }), aRow(2)];
    expect(await importAll(rows)).toMatchObject({ added: 1, changed: 2, left: [] });
    expect(all()).toHaveLength(3);
    expect(all().find(({ _id }) => _id === 'mine')).toMatchObject({ name: '新名字', revision: 2, signNo: '1' });
    expect(cloud.store('station-changes').find({ stationId: 'mine' })).toHaveLength(1);
    talliesAreRight();
    expect(await importAll(rows, clerk, key('m'))).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  it('says what is wrong with each cell', async () => {
    const wrong = (more: Cells) => stage(numbered([aRow(0, more)]));
    const one = (column: string, problem: string) => [{ line: 2, column, problem }];
    expect(await wrong({ name: '=HYPERLINK("http://x")' })).toEqual(one('name', 'formula'));
    expect(await wrong({ address: '\t=1' })).toEqual(one('address', 'formula'));
    expect(await wrong({ address: '＝1' })).toEqual(one('address', 'formula'));
    expect(await wrong({ phone: '+1+cmd|x' })).toEqual(one('phone', 'formula'));
    expect(await wrong({ services: '@x' })).toEqual(one('services', 'formula'));
    expect(await wrong({ name: '驿\uFFFD站' })).toEqual(one('name', 'unreadable-text'));
    expect(await wrong({ name: '驿\u0007站' })).toEqual(one('name', 'unreadable-text'));
    expect(await wrong({ name: '站\u202E驿' })).toEqual(one('name', 'unreadable-text'));
    expect(await wrong({ area_m2: '十' })).toEqual(one('area_m2', 'number'));
    expect(await wrong({ area_m2: '-5' })).toEqual(one('area_m2', 'number'));
    expect(await wrong({ water_quota: '99' })).toEqual(one('water_quota', 'number'));
    expect(await wrong({ opened_on: '2025-13' })).toEqual(one('opened_on', 'date'));
    expect(await wrong({ partner: '全家', agreed_until: '2026-02-30' })).toEqual(one('agreed_until', 'date'));
    expect(await wrong({ agreed_until: '2026-02-28' })).toEqual(one('partner', 'missing'));
    expect(await wrong({ category: '驿' })).toEqual(one('category', 'unknown-choice'));
    expect(await wrong({ tier: '5' })).toEqual(one('tier', 'unknown-choice'));
    expect(await wrong({ features: '驿站|飞船' })).toEqual(one('features', 'unknown-choice'));
    expect(await wrong({ facilities: '微波炉(飞了)' })).toEqual(one('facilities', 'unknown-choice'));
    expect(await wrong({ hours: '看情况' })).toEqual(one('hours', 'hours-unreadable'));
    expect(await wrong({ lng: '31.2', lat: '121.5' })).toEqual(one('lng', 'outside-china'));
    expect(await wrong({ lng: '-121.5' })).toEqual(one('lng', 'outside-china'));
    expect(await wrong({ lat: '' })).toEqual(one('lat', 'missing'));
    expect(await wrong({ name: '  ' })).toEqual(one('name', 'missing'));
    expect(await wrong({ name: '站'.repeat(61) })).toEqual(one('name', 'too-long'));
    expect(await wrong({ id: 'No Such' })).toEqual(one('id', 'format'));
    expect(await wrong({ sign_no: 'NO.099' })).toEqual([]);
    expect(all()).toEqual([]);
  });

  it('says what is wrong with the whole, and then writes nothing', async () => {
    cloud.store('stations').insertMany([
      aStation('theirs', {
        unionId: 'weifang' as never,
        offices: aStation('x1', { unionId: 'weifang' as never }).offices,
        signNo: '50',
      }),
      aStation('mine'),
    ]);
    const rows = numbered([
      aRow(0),
      aRow(0, { name: '另一个' }),
      aRow(2, { sign_no: '50' }),
      aRow(3, { union: '没有的工会' }),
      aRow(4, { union: 'weifang' }),
      aRow(5, { id: 'theirs' }),
      { id: 'fresh', name: '只有名字' },
      aRow(7, { id: 'seven', sign_no: '1' }),
      aRow(8, { sign_no: '' }),
      aRow(8, { sign_no: '' }),
      aRow(9, { id: 'nine' }),
      aRow(10, { id: 'nine' }),
    ]);
    await stage(rows);
    const { problems, added } = await check(rows);
    const told = problems.map(({ line, column, problem }) => `${line} ${column ?? ''} ${problem}`);
    expect(told).toEqual([
      '3 sign_no sign-number-twice',
      '4 sign_no sign-number-taken',
      '5 union union-not-found',
      '6 union outside-your-unions',
      '7 id id-of-other-union',
      ...['category', 'city', 'district', 'street', 'address', 'union'].map((column) => `8 ${column} missing`),
      '9 sign_no sign-number-twice',
      '11 name id-twice',
      '13 id id-twice',
    ]);
    expect(added).toBe(3);
    expect(await clerk.ask('station.applyImport', { importKey: key() })).toEqual({
      ok: false,
      refusal: 'import-has-problems',
    });
    expect(all()).toHaveLength(2);
  });

  it('is nobody else’s, and wants all of its batches and a check', async () => {
    const rows = numbered([aRow(0)]);
    await stage(rows);
    const importKey = key();
    const notFound = { ok: false, refusal: 'import-not-found' };
    expect(await cloud.as('zhou').ask('station.checkImport', { importKey, batches: 1 })).toEqual(notFound);
    expect(await cloud.as('zhou').ask('station.applyImport', { importKey })).toEqual(notFound);
    expect(await clerk.ask('station.checkImport', { importKey, batches: 2 })).toEqual({
      ok: false,
      refusal: 'batches-missing',
    });
    expect(await clerk.ask('station.applyImport', { importKey })).toEqual({ ok: false, refusal: 'import-outdated' });
    expect(await clerk.ask('station.stageRows', { importKey, nth: 120, rows })).toEqual({
      ok: false,
      refusal: 'import-too-large',
    });
  });

  it('is outdated when rows, a station, a sign or a union changed since the check', async () => {
    const outdated = { ok: false, refusal: 'import-outdated' };
    const begin = () => clerk.ask('station.applyImport', { importKey: key() });
    cloud.store('stations').insert(aStation('one'));
    const rows = numbered([aRow(0), aRow(1, { id: 'one' })]);
    await stage(rows);
    await check(rows);
    await stage(numbered([aRow(5), aRow(1, { id: 'one' })]));
    expect(await begin()).toEqual(outdated);
    await check(rows);
    cloud.store('stations').update({ _id: 'one' }, { $set: { revision: 2, phone: '021-58' } });
    expect(await begin()).toEqual(outdated);
    await check(rows);
    cloud.store('stations').insert(aStation('two', { signNo: '6', unionId: 'weifang' as never }));
    expect(await begin()).toEqual(outdated);
    expect((await check(rows)).problems).toHaveLength(1);
    cloud.store('stations').remove({ _id: 'two' });
    expect((await check(rows)).problems).toEqual([]);
    cloud
      .store('unions')
      .update({ _id: 'beicai' }, { $set: { offices: [{ unionId: 'beicai', name: '北蔡镇总工会' }] } });
    expect(await begin()).toEqual(outdated);
    expect(all()).toHaveLength(1);
  });

  it('writes each row once for a double tap, and takes no rows once it is begun', async () => {
    const rows = numbered(
      Array.from({ length: 120 }, (_, nth) => aRow(nth, nth < 9 ? { facilities: '空调(坏)' } : {})),
    );
    await stage(rows);
    await check(rows);
    const importKey = key();
    await Promise.all([1, 2, 3].map(() => clerk.must('station.applyImport', { importKey })));
    expect(await apply()).toMatchObject({ done: 120, of: 120, left: [] });
    expect(await apply()).toMatchObject({ done: 120, of: 120, left: [] });
    expect(all()).toHaveLength(120);
    expect(new Set(all().map(({ revision }) => revision))).toEqual(new Set([1]));
    expect(cloud.store('station-changes').find({})).toHaveLength(120);
    expect(cloud.store('cases').find({})).toHaveLength(9);
    talliesAreRight();
    expect(await clerk.ask('station.stageRows', { importKey, nth: 0, rows: rows.slice(0, 1) })).toEqual({
      ok: false,
      refusal: 'import-started',
    });
    expect(await check(rows)).toMatchObject({ added: 120 });
  });

  it('is finished by the clock where the importer went away, from wherever it stopped', async () => {
    cloud.store('stations').insertMany(Array.from({ length: 30 }, (_, nth) => aStation(`s-${nth}`)));
    const cells = Array.from({ length: 230 }, (_, nth) => aRow(nth, nth < 30 ? { id: `s-${nth}` } : {}));
    const rows = numbered(cells);
    await stage(rows);
    await check(rows);
    await clerk.must('station.applyImport', { importKey: key() });
    // As if the machine had died in the second batch: some rows are stored, the rest, the history and the head are not.
    const [head] = cloud.store('station-imports').find({ state: { $in: ['applying', 'done'] } });
    const late = all().filter(({ signNo }) => Number(signNo) > 150);
    for (const { _id } of late) cloud.store('stations').remove({ _id });
    cloud.store('station-changes').remove({});
    cloud.store('station-tallies').remove({});
    const waves = [...new Set([...all(), ...late].flatMap(({ tallies }) => tallies))];
    cloud.store('station-imports').update(
      { _id: head?._id ?? '' },
      {
        $set: {
          state: 'applying',
          'progress.next': 0,
          'progress.rows': 0,
          'progress.tallies': [waves],
          unfinishedAt: Date.now() + 60_000,
        },
      },
    );
    await cloud.tick('station');
    expect(all().length).toBeLessThan(230);
    for (let minute = 1; minute < 9; minute += 1) {
      itIs(morningOf('2026-11-20') + minute * 61_000);
      await cloud.tick('station');
    }
    expect(all()).toHaveLength(230);
    expect(cloud.store('station-imports').find({ state: 'done' })).toHaveLength(1);
    expect(cloud.store('station-changes').find({})).toHaveLength(230);
    expect(cloud.store('station-changes').find({ stationId: 's-3' })[0]?.['fields']).not.toEqual([]);
    expect(await apply()).toMatchObject({ done: 230, left: [] });
  });

  it('leaves a station to whoever saved it after the writing began, and says so', async () => {
    cloud.store('stations').insertMany(Array.from({ length: 3 }, (_, nth) => aStation(`s-${nth}`)));
    const rows = numbered(Array.from({ length: 3 }, (_, nth) => aRow(nth, { id: `s-${nth}` })));
    await stage(rows);
    await check(rows);
    const importKey = key();
    const [head] = cloud.store('station-imports').find({ state: 'checked' });
    await clerk.must('station.applyImport', { importKey });
    cloud
      .store('station-imports')
      .update(
        { _id: head?._id ?? '' },
        { $set: { state: 'applying', 'progress.next': 0, 'progress.rows': 0, unfinishedAt: 1 } },
      );
    cloud.store('stations').update({ _id: 's-1' }, { $set: { revision: 7, name: '别人改的' } });
    cloud
      .store('stations')
      .update({ _id: 's-2' }, { $set: { revision: 1, signNo: null, signKey: 'none:s-2', name: '旧' } });
    cloud.store('stations').insert(aStation('quick', { signNo: '3' }));
    expect((await apply()).left).toEqual([
      { line: 3, column: null, problem: 'changed-meanwhile' },
      { line: 4, column: 'sign_no', problem: 'sign-number-taken' },
    ]);
    expect(all().find(({ _id }) => _id === 's-1')?.name).toBe('别人改的');
  });

  it('ends where rows of it are gone, says so, and holds up no other', async () => {
    const importKeys = [key('a'), key('b')] as const;
    for (const [nth, importKey] of importKeys.entries()) {
      const rows = numbered(Array.from({ length: 120 }, (_, row) => aRow(nth * 1_000 + row)));
      await stage(rows, clerk, importKey);
      await check(rows, clerk, importKey);
      await clerk.must('station.applyImport', { importKey });
    }
    expect(all()).toHaveLength(240);
    // As if the machine had died before the second batch of each, and of the first import that batch were gone.
    const [lost, other] = cloud.store('station-imports').find({ state: 'done' }) as never as ImportHead[];
    const late = all().filter(({ signNo }) => (Number(signNo) - 1) % 1_000 >= 100);
    for (const { _id } of late) cloud.store('stations').remove({ _id });
    cloud.store('station-imports').remove({ _id: lost?.checked?.batches[1] ?? '' });
    for (const [nth, head] of [lost, other].entries())
      cloud
        .store('station-imports')
        .update(
          { _id: head?._id ?? '' },
          { $set: { state: 'applying', 'progress.next': 1, 'progress.rows': 100, unfinishedAt: nth + 1 } },
        );
    await cloud.tick('station');
    const stateOf = (head: ImportHead | undefined) => cloud.store('station-imports').get(head?._id ?? '')?.['state'];
    expect([stateOf(lost), stateOf(other)]).toEqual(['ended', 'done']);
    expect(all()).toHaveLength(220);
    const answers = await Promise.all(importKeys.map((importKey) => clerk.ask('station.applyImport', { importKey })));
    expect(answers).toContainEqual({ ok: false, refusal: 'import-not-found' });
    expect(answers).toContainEqual({ ok: true, value: { done: 120, of: 120, left: [] } });
  });

  it('is forgotten after a day', async () => {
    await stage(numbered([aRow(0)]));
    itIs(morningOf('2026-11-21') - 1);
    await cloud.tick('station');
    expect(cloud.store('station-imports').find({})).toHaveLength(2);
    itIs(morningOf('2026-11-21'));
    await cloud.tick('station');
    expect(cloud.store('station-imports').find({})).toEqual([]);
  });

  it('calls for attention thirty days before an agreement ends', async () => {
    const outlet = { partner: '全家', agreedFrom: null, agreedUntil: '2026-12-25' as never };
    cloud.store('stations').insert(aStation('one', { outlet }));
    itIs(morningOf('2026-11-24'));
    await cloud.tick('station');
    expect(all()[0]?.attention).toEqual([]);
    itIs(morningOf('2026-11-25'));
    await cloud.tick('station');
    expect(all()[0]?.attention).toEqual(['beicai', 'pudong']);
  });
});
