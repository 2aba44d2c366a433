import { EpochMs, ShanghaiDay } from '@contract/time';
import { dueOf } from './due';

const dueAt = EpochMs.parse(Date.parse('2026-03-10T00:00:00+08:00'));
const dueDay = ShanghaiDay.parse('2026-03-09');
const clock = (workingDaysLeft: number) => ({ dueAt, dueDay, workingDaysLeft });
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
