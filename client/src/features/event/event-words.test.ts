import { eventKinds } from '@contract/event-kind';
import { anEventSummary, eventNow } from '../../../testing/a-guest-event';
import { dayHeading, dayOf, hoursOf, momentOf } from './event-time';
import { kindCodes, kindName, seatWords } from './event-words';

const HOUR_MS = 3_600_000;
const at = (text: string): number => Date.parse(`${text}+08:00`);

it('calls every kind of event what the list of kinds calls it', () => {
  expect(kindCodes.map((code) => [code, kindName(code)]).sort()).toEqual(
    eventKinds.map(({ code, name }) => [code, name]).sort(),
  );
});

describe('how many can still come', () => {
  it.each([
    ['places left', {}, '还有 3 个名额'],
    ['no place left', { seatsLeft: 0 }, '已满，可候补'],
    ['no place left, and walking in allowed', { seatsLeft: 0, walkIns: true }, '已满，可候补，可直接来'],
    ['nobody registering', { places: 'walk-in', seats: 0, seatsLeft: 0 }, '不用报名'],
    ['a draw', { places: 'draw', closesAt: at('2026-11-23T08:00') }, '抽签，明天 8:00 截止'],
    ['registration still to open', { opensAt: at('2026-11-22T10:01') }, '今天 10:01 开始报名'],
    ['registration over', { closesAt: eventNow }, '报名已截止'],
    ['registration ended by staff', { state: 'closed' }, '报名已截止'],
    ['registration over, and walking in allowed', { state: 'closed', walkIns: true }, '报名已截止，可直接来'],
    ['an event called off', { state: 'cancelled' }, '已取消'],
    ['an event that is over', { state: 'held' }, '已结束'],
  ])('is said of %s', (_, about, text) => {
    expect(seatWords(anEventSummary('健身', about), eventNow).text).toBe(text);
  });

  it('opens at the very millisecond', () => {
    const event = anEventSummary('健身', { opensAt: eventNow });
    expect(seatWords(event, eventNow).text).toBe('还有 3 个名额');
    expect(seatWords(event, eventNow - 1).text).toBe('今天 10:00 开始报名');
  });
});

describe('days and hours', () => {
  it('are those of Shanghai, half past seven in the morning included', () => {
    expect(dayOf(at('2026-11-22T07:30'))).toBe('2026-11-22');
    expect(dayOf(at('2026-11-22T00:00'))).toBe('2026-11-22');
    expect(dayOf(at('2026-11-22T00:00') - 1)).toBe('2026-11-21');
  });

  it.each([
    ['2026-11-22', '今天 11月22日'],
    ['2026-11-23', '明天 11月23日'],
    ['2026-11-28', '周六 11月28日'],
    ['2027-01-02', '周六 2027年1月2日'],
  ])('%s is called %s', (day, heading) => {
    expect(dayHeading(day as ReturnType<typeof dayOf>, eventNow)).toBe(heading);
  });

  it('say when something ends after midnight', () => {
    const begins = at('2026-11-22T23:00');
    expect(hoursOf(begins, begins + HOUR_MS, eventNow)).toBe('23:00–24:00');
    expect(hoursOf(begins, begins + 2 * HOUR_MS, eventNow)).toBe('23:00–次日 1:00');
    expect(hoursOf(begins, begins + 50 * HOUR_MS, eventNow)).toBe('23:00–11月25日 1:00');
    expect(momentOf(begins, eventNow)).toBe('今天 23:00');
  });
});
