import { EpochMs } from '../../types/time';
import { exportFileName } from './export-words';

const startsAt = EpochMs.parse(Date.parse('2026-11-28T00:30:00+08:00'));
const named = (title: string): string => exportFileName({ title, startsAt }, 'x7_Kq-2Mz9pL');

describe('the file that a list of registrants is taken away as', () => {
  it('is named by the event and its day in Shanghai, and six random letters', () => {
    expect(named('午间瑜伽')).toBe('报名名单-午间瑜伽-2026-11-28-x7Kq2M.csv');
  });

  it('has nothing in its name that a file system refuses', () => {
    expect(named('亲子/手工\\课: "一起*做"?<上>|\n\u200b')).toBe('报名名单-亲子手工课一起做上-2026-11-28-x7Kq2M.csv');
  });

  it('is named by the first twenty letters of a long title, none of them cut in two', () => {
    expect(named('𠮷'.repeat(21))).toBe(`报名名单-${'𠮷'.repeat(20)}-2026-11-28-x7Kq2M.csv`);
  });

  it('is named by the day alone where nothing of the title is left', () => {
    expect(named('??')).toBe('报名名单-2026-11-28-x7Kq2M.csv');
  });
});
