import { EpochMs, ShanghaiDay } from '@contract/time';
import { dueOf } from './due';

const dueAt = EpochMs.parse(Date.parse('2026-03-10T00:00:00+08:00'));
const dueDay = ShanghaiDay.parse('2026-03-09');
const clock = (workingDaysLeft: number) => ({
  dueAt,
  dueDay,
  workingDaysLeft,
  countsIn: 'working-days' as const,
});
const before = dueAt - 3_600_000;

it('says how many working days are left, and the day', () => {
  expect(dueOf(clock(5), before)).toEqual({ text: '还剩5个工作日，3月9日（周一）到期', tone: 'plain' });
  expect(dueOf(clock(2), before).tone).toBe('warn');
});

it('says that today is the last day', () => {
  expect(dueOf(clock(0), dueAt - 1)).toEqual({ text: '今天截止', tone: 'danger' });
});

it('says that the time is over from the very instant', () => {
  expect(dueOf(clock(0), dueAt)).toEqual({ text: '已超期，3月9日（周一）到期', tone: 'danger' });
});

describe('a locked door', () => {
  const at = (text: string) => EpochMs.parse(Date.parse(`${text}+08:00`));
  const until = (text: string) => ({ ...clock(0), dueAt: at(text), countsIn: 'hours' as const });

  it('waits until an hour of today', () => {
    expect(dueOf(until('2026-11-23T14:30'), at('2026-11-23T12:30'))).toEqual({
      text: '今天 14:30 前答复',
      tone: 'warn',
    });
  });

  it('waits into tomorrow where it was reported late in the evening', () => {
    expect(dueOf(until('2026-11-24T01:00'), at('2026-11-23T23:00')).text).toBe('明天 01:00 前答复');
  });

  it('is overdue from the very instant, and says the day of an older one', () => {
    expect(dueOf(until('2026-11-23T14:30'), at('2026-11-23T14:30'))).toEqual({
      text: '已超期，今天 14:30到期',
      tone: 'danger',
    });
    expect(dueOf(until('2026-11-20T14:30'), at('2026-11-23T09:00')).text).toBe('已超期，11月20日（周五）14:30到期');
  });
});
