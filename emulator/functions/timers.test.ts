import fc from 'fast-check';
import { parseCron } from './cron';
import { runTimers } from './timers';

const DAY_MS = 86_400_000;

describe('a cron expression', () => {
  const from = new Date('2026-11-23T00:00:00Z');
  const next = (expression: string, count: number): readonly string[] => {
    const schedule = parseCron(expression);
    const found: Date[] = [];
    for (let at: Date | null = from; found.length < count; found.push(at)) {
      at = schedule.nextAfter(at);
      if (at === null) break;
    }
    return found.map((at) => at.toISOString());
  };

  it.each([
    ['*/5 * * * * * *', ['2026-11-23T00:00:05.000Z', '2026-11-23T00:00:10.000Z']],
    ['0 0 2 1 * * *', ['2026-11-30T18:00:00.000Z', '2026-12-31T18:00:00.000Z']],
    ['0 0 0 * * * *', ['2026-11-23T16:00:00.000Z', '2026-11-24T16:00:00.000Z']],
    ['0 15 10 * * MON-FRI *', ['2026-11-23T02:15:00.000Z', '2026-11-24T02:15:00.000Z']],
    ['0 0 10,14,16 * * * *', ['2026-11-23T02:00:00.000Z', '2026-11-23T06:00:00.000Z']],
    ['0 */30 9-17 * * * *', ['2026-11-23T01:00:00.000Z', '2026-11-23T01:30:00.000Z']],
    ['0 0 12 * * WED *', ['2026-11-25T04:00:00.000Z', '2026-12-02T04:00:00.000Z']],
    ['0 0 12 * * 0 *', ['2026-11-29T04:00:00.000Z', '2026-12-06T04:00:00.000Z']],
    ['0 0 12 * * MON-SUN *', ['2026-11-23T04:00:00.000Z', '2026-11-24T04:00:00.000Z']],
    ['0 1/10 * * * * *', ['2026-11-23T00:01:00.000Z', '2026-11-23T00:11:00.000Z']],
    ['0 0 12 1 * MON *', ['2026-11-23T04:00:00.000Z', '2026-11-30T04:00:00.000Z', '2026-12-01T04:00:00.000Z']],
    ['0 0 0 29 FEB * *', ['2028-02-28T16:00:00.000Z', '2032-02-28T16:00:00.000Z']],
    ['0 0 0 1 1 * 2028-2030/2', ['2027-12-31T16:00:00.000Z', '2029-12-31T16:00:00.000Z']],
  ])('%s is rung in UTC+8', (expression, moments) => {
    expect(next(expression, moments.length)).toEqual(moments);
  });

  it.each(['0 0 0 1 1 * 2020', '0 0 0 31 2 * *'])('%s is rung no more', (expression) => {
    expect(next(expression, 1)).toEqual([]);
  });

  it.each([
    ['*/5 * * * *', 'has 5 fields'],
    ['0 0 * * * *', 'has 6 fields'],
    ['', 'has 1 fields'],
    ['60 * * * * * *', 'between 0 and 59'],
    ['5-1 * * * * * *', 'no cron expression'],
    ['0 0 24 * * * *', 'between 0 and 23'],
    ['0 0 0 ? * MON *', "has '?'"],
    ['0 0 0 L * * *', "has 'L'"],
    ['0 0 0 * * MON#2 *', "has '#'"],
    ['0 0 0 * * 7 *', 'between 0 and 6'],
    ['0 0 0 * * * 2100', 'between 1970 and 2099'],
    ['0 0 0 * * * 1969-2000', 'between 1970 and 2099'],
    ['0 0 0 * MAY-XYZ * *', "has 'XYZ'"],
    ['@daily 0 0 0 0 0 0', "has '@'"],
  ])('%p is refused: %s', (expression, reason) => {
    expect(() => parseCron(expression)).toThrow(reason);
  });

  it('rings at the first moment of its kind after any other, as counting seconds would find it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 23 }),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
        (second, minute, hour, at) => {
          const found = parseCron(`${second} ${minute} ${hour} * * * *`).nextAfter(at);
          const ofDay = ((hour * 60 + minute) * 60 + second) * 1000 - 8 * 3_600_000;
          const days = Math.floor((at.getTime() - ofDay) / DAY_MS) + 1;
          expect(found?.getTime()).toBe(days * DAY_MS + ofDay);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('timers', () => {
  const lines: string[] = [];
  const runs: string[] = [];
  let lasting = 0;
  const start = (config: string, isRunning = true) =>
    runTimers({
      settings: { nightly: { triggers: [{ name: 'clean', config, message: 'hello' }] } },
      isRunning,
      run: async (name, trigger) => {
        runs.push(`${name} ${trigger.name} ${new Date().toISOString()}`);
        await new Promise((resolve) => setTimeout(resolve, lasting));
      },
      log: (line) => lines.push(line),
    });

  beforeEach(() => {
    lines.length = 0;
    runs.length = 0;
    lasting = 0;
    jest.useFakeTimers({ now: new Date('2026-11-23T15:59:59.500Z') });
  });
  afterEach(() => jest.useRealTimers());

  it('ring at midnight in Shanghai, and for three weeks to the second', async () => {
    const timers = start('0 0 0 * * * *');
    expect(timers.list()).toEqual([
      {
        function: 'nightly',
        trigger: 'clean',
        config: '0 0 0 * * * *',
        message: 'hello',
        lastRunAt: null,
        nextRunAt: '2026-11-23T16:00:00.000Z',
        fault: null,
      },
    ]);
    await jest.advanceTimersByTimeAsync(499);
    expect(runs).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(runs).toEqual(['nightly clean 2026-11-23T16:00:00.000Z']);
    await jest.advanceTimersByTimeAsync(21 * DAY_MS);
    timers.stop();
    expect(runs).toHaveLength(22);
    expect(runs.every((run) => run.endsWith('T16:00:00.000Z'))).toBe(true);
  });

  it('leave out what was due while the last run went on', async () => {
    lasting = 2_500;
    const timers = start('* * * * * * *');
    await jest.advanceTimersByTimeAsync(6_000);
    timers.stop();
    expect(runs.map((run) => run.slice(-10))).toEqual(['16:00:00.000Z', '16:00:03.000Z'].map((at) => at.slice(-10)));
    expect(lines[0]).toContain('left out');
  });

  it('make up for nothing after the machine slept', async () => {
    const timers = start('0 * * * * * *');
    jest.setSystemTime(new Date('2026-11-23T20:00:30.000Z'));
    await jest.advanceTimersByTimeAsync(60_000);
    timers.stop();
    expect(runs).toHaveLength(2);
    expect(runs[1]).toContain('T20:01:00');
  });

  it('are listed only, where they are not to run', async () => {
    const timers = start('* * * * * * *', false);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(runs).toEqual([]);
    expect(timers.list()).toMatchObject([{ nextRunAt: null }]);
  });

  it('with an expression that cannot be read say so and never run', () => {
    expect(start('0 0 * * * *').list()).toMatchObject([
      { nextRunAt: null, fault: expect.stringContaining('has 6 fields') as string },
    ]);
    expect(lines[0]).toContain('the timer clean of nightly never runs');
  });
});
