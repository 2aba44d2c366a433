import fc from 'fast-check';
import { facilities } from '../../types/facility';
import { importColumns } from '../../types/station-import';
import { guardedCell } from '../runtime/formula-cell';
import { listCell, readCell, readList } from './import-cells';
import { readDate } from './import-columns';
import { facilityCell, readFacility } from './import-facilities';
import { readRow } from './import-row';

const spoken = fc
  .string({ unit: fc.constantFrom(...Array.from('=+-@＝\'"|｜\\ ,驿站a1*()')) })
  .map((text) => text.trim());

describe('a cell of a table', () => {
  it('comes back as it went out, and no spreadsheet runs it on the way', () => {
    fc.assert(
      fc.property(spoken, fc.constantFrom(...importColumns), (text, column) => {
        const cell = guardedCell(text);
        expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
        expect(readCell(column, cell)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('is refused when a spreadsheet would run it, unless it is a number or a phone where one belongs', () => {
    for (const text of ['=1', '+1', '-1', '@a', '\t=1', '\r1', '＝1', ' =1', '\uFEFF=1'])
      expect(readCell('name', text)).toEqual({ ok: false, refusal: 'formula' });
    expect(readCell('lng', '-121.5')).toEqual({ ok: true, value: '-121.5' });
    expect(readCell('lng', '-121.5+1')).toEqual({ ok: false, refusal: 'formula' });
    expect(readCell('phone', '+86 21-5890')).toEqual({ ok: true, value: '+86 21-5890' });
    expect(readCell('phone', '+86|calc')).toEqual({ ok: false, refusal: 'formula' });
    expect(readCell('name', '+8621')).toEqual({ ok: false, refusal: 'formula' });
  });

  it('holds hours on several lines, and nothing else does', () => {
    expect(readCell('hours', '周一 8:00-9:00\r\n周二 休息')).toEqual({ ok: true, value: '周一 8:00-9:00；周二 休息' });
    expect(readCell('address', '一\n二')).toEqual({ ok: false, refusal: 'unreadable-text' });
  });

  it('holds a list whatever its items hold', () => {
    const items = fc.array(spoken.filter((text) => text !== ''));
    fc.assert(fc.property(items, (all) => expect(readList(listCell(all))).toEqual(all)));
  });

  it('tells a facility with its count and state', () => {
    const one = fc.record({
      code: fc.constantFrom(...facilities.map(({ code }) => code)),
      count: fc.integer({ min: 0, max: 999 }),
      state: fc.constantFrom('ok' as const, 'broken' as const, 'absent' as const),
      checkedAt: fc.constant(null),
    });
    fc.assert(fc.property(one, (facility) => expect(readFacility(facilityCell(facility))).toEqual(facility)));
    expect(readFacility('空调（坏）')).toMatchObject({ code: 'aircon', count: 1, state: 'broken' });
    expect(readFacility('microwave × 2')).toMatchObject({ code: 'microwave', count: 2, state: 'ok' });
    expect(readFacility('飞船')).toBeNull();
    expect(readFacility('空调(constructor)')).toBeNull();
    expect(readFacility('constructor')).toBeNull();
  });

  it('tells a facility however many spaces stand within it', () => {
    const problemsOf = (cell: string) => readRow({ line: 2, cells: { id: 'one', facilities: cell } }).problems;
    const wide = `a${' '.repeat(998)}b`;
    expect(problemsOf('a b')).toEqual([{ line: 2, column: 'facilities', problem: 'unknown-choice' }]);
    expect(problemsOf(wide)).toEqual(problemsOf('a b'));
    const spaces = ' '.repeat(300);
    expect(readFacility(`微波炉${spaces}*${spaces}2${spaces}(坏)`)).toEqual(readFacility('微波炉*2(坏)'));
  });

  it('tells a date as precisely as it is known', () => {
    expect(['2025', '2025-8', '2025/8/1', '2025年8月1日', '2025.08'].map(readDate)).toEqual([
      '2025',
      '2025-08',
      '2025-08-01',
      '2025-08-01',
      '2025-08',
    ]);
    expect(['2025-13', '2025-02-30', '25-1-1', '明年', '20250801'].map(readDate)).toEqual(Array(5).fill(undefined));
  });
});
