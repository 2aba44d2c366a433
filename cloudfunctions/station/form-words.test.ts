import { Closure } from '../../types/opening';
import type { StationForm } from '../../types/station-form';
import { allDay, aStation } from '../testing/stations';
import { formOf } from './editing';
import { closureWords, formChanges } from './form-words';

const aForm = (more: Partial<StationForm> = {}): StationForm => ({ ...formOf(aStation('one')), ...more });

describe('what changed between two forms', () => {
  it('is nothing where nothing did, but for the day somebody looked', () => {
    const looked = aForm().facilities.map((one) => ({ ...one, checkedAt: 5 as never }));
    expect(formChanges(aForm(), aForm({ facilities: looked }))).toEqual([]);
  });

  it('names only what changed, in words', () => {
    const facilities = aForm().facilities.map((one) =>
      one.code === 'water' ? { ...one, count: 3, state: 'broken' as const } : one,
    );
    const after = aForm({ signNo: '99', opening: allDay, areaM2: 12.5, outlet: null, facilities, tier: null });
    expect(formChanges(aForm(), after)).toEqual([
      { field: 'tier', before: '第4级', after: '' },
      { field: 'signNo', before: '', after: 'NO.99' },
      { field: 'areaM2', before: '', after: '12.5平方米' },
      { field: 'opening', before: '每天 9:00-17:00', after: '24小时' },
      { field: 'facilities', before: '饮水1', after: '饮水3（坏了）' },
    ]);
  });

  it('tells of every field of a form', () => {
    const other: StationForm = {
      ...aForm({ name: '新', tier: 3, parentId: 'zone' as never, category: 'relay', features: ['smart'], signNo: '1' }),
      ...{ city: '苏州市', district: '姑苏区', street: '平江路', address: '1号', place: null, phone: '021-1' },
      ...{ areaM2: 1, unionId: 'weifang' as never, openedOn: '2025', opening: allDay, facilities: [] },
      zones: [{ zoneId: 'hall', name: '大厅', capacity: 20, areaM2: null }],
      services: ['理发'],
      meals: [{ name: '套餐', priceYuan: 18, about: '两荤两素', hours: '11:00-13:00' }],
      swap: { operator: '铁塔换电', slots: 8 },
      outlet: { partner: '全家', agreedFrom: null, agreedUntil: '2027-01-31' as never },
      awards: [{ name: '最美站点', year: 2025, level: 'city' }],
      grades: [{ grade: 'standard', from: '2025-01-01' as never }],
      ...{ waterQuota: 2, doorId: 'door-1', notice: '请安静' },
    };
    const changes = formChanges(aForm(), other);
    expect(changes.map(({ field }) => field).sort()).toEqual(Object.keys(other).sort());
    expect(changes.find(({ field }) => field === 'outlet')?.after).toBe('全家（2027-01-31止）');
    expect(changes.find(({ field }) => field === 'zones')?.after).toBe('大厅（20人）');
  });

  it('is cut where it would be long, and told even where the cut parts are alike', () => {
    const [before, after] = ['甲', '乙'].map((end) => aForm({ notice: `${'长'.repeat(300)}${end}` }));
    if (before === undefined || after === undefined) throw new Error('two forms');
    const [change] = formChanges(before, after);
    expect(change?.before).toHaveLength(200);
    expect(change?.after.endsWith('…')).toBe(true);
  });

  it('tells a closure by the clock of Shanghai', () => {
    const closure = Closure.parse({
      from: Date.parse('2026-11-20T00:05:00+08:00'),
      until: Date.parse('2026-11-21T18:00:00+08:00'),
      reason: '停电',
    });
    expect(closureWords(closure)).toBe('2026-11-20 00:05 至 2026-11-21 18:00 停电');
  });
});
