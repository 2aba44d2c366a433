import type { Schedule } from './cron';
import { parseCron } from './cron';
import type { FunctionSettings, TriggerSettings } from './settings';

/** A timer as the emulator's list shows it. Moments are ISO texts; null where there is none. */
export type TimerEntry = {
  readonly function: string;
  readonly trigger: string;
  readonly config: string;
  readonly message: string;
  readonly lastRunAt: string | null;
  readonly nextRunAt: string | null;
  /** What is wrong with its expression: such a timer never runs. */
  readonly fault: string | null;
};

export type Timers = {
  list(): readonly TimerEntry[];
  stop(): void;
};

type TimersOptions = {
  readonly settings: Readonly<Record<string, FunctionSettings>>;
  /** Whether they run by the clock, or are listed only. */
  readonly isRunning: boolean;
  /** Resolves when the call is over; must not reject. */
  readonly run: (functionName: string, trigger: TriggerSettings) => Promise<void>;
  readonly log: (line: string) => void;
};

/** A timer waits no longer than this at once: a laptop that slept, or whose clock was set, is noticed. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Runs functions by the clock.
 *
 * Each next moment is counted from the one before, so nothing drifts. A moment that passes while the run before it goes
 * on, or while the machine sleeps, is left out and not made up for.
 */
export function runTimers({ settings, isRunning, run, log }: TimersOptions): Timers {
  const timers = Object.entries(settings).flatMap(([name, { triggers = [] }]) =>
    triggers.map((trigger) => timerOf(name, trigger, { isRunning, run, log })),
  );
  return {
    list: () => timers.map((timer) => timer.entry()),
    stop: () => {
      for (const timer of timers) timer.stop();
    },
  };
}

function timerOf(
  functionName: string,
  trigger: TriggerSettings,
  { isRunning, run, log }: Pick<TimersOptions, 'isRunning' | 'run' | 'log'>,
) {
  const { schedule, fault } = read(trigger.config);
  if (fault !== null) log(`the timer ${trigger.name} of ${functionName} never runs: ${fault}`);
  let next = schedule?.nextAfter(new Date()) ?? null;
  let last: Date | null = null;
  let isBusy = false;
  let timeout: NodeJS.Timeout | undefined;

  const ring = (now: Date): void => {
    next = schedule?.nextAfter(now) ?? null;
    if (isBusy) {
      log(`the timer ${trigger.name} of ${functionName} was due while its last run went on; left out`);
      return;
    }
    last = now;
    isBusy = true;
    void run(functionName, trigger).finally(() => {
      isBusy = false;
    });
  };

  const wait = (): void => {
    if (next === null) return;
    const ms = Math.min(Math.max(next.getTime() - Date.now(), 0), LONGEST_WAIT_MS);
    timeout = setTimeout(() => {
      const now = new Date();
      if (next !== null && now >= next) ring(now);
      wait();
    }, ms);
    timeout.unref();
  };
  if (isRunning) wait();

  return {
    entry: (): TimerEntry => ({
      function: functionName,
      trigger: trigger.name,
      config: trigger.config,
      message: trigger.message ?? '',
      lastRunAt: last?.toISOString() ?? null,
      nextRunAt: (isRunning ? next?.toISOString() : undefined) ?? null,
      fault,
    }),
    stop: () => clearTimeout(timeout),
  };
}

function read(expression: string): { readonly schedule: Schedule | null; readonly fault: string | null } {
  try {
    return { schedule: parseCron(expression), fault: null };
  } catch (error) {
    return { schedule: null, fault: error instanceof Error ? error.message : String(error) };
  }
}
