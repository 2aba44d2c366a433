import type { ValueFor } from '@/use-question';

export type PresenceCodes = ValueFor<'station.presenceCodes'>;

/** So long before the last code ends one asks for more. Milliseconds. */
const RENEW_MS = 5 * 60_000;
/** With less than this left it is the network, and people are told. Milliseconds. */
const WARN_MS = 4 * 60_000;

/** What the screen shows at an instant of the server's clock. */
export type PresenceNow =
  | {
      readonly at: 'showing';
      readonly code: string;
      readonly secondsLeft: number;
      /** How much of this code's time is left, from 1 to 0. */
      readonly share: number;
      /** Until the last code that is known ends. */
      readonly lastsMs: number;
      readonly isRunningOut: boolean;
      readonly shouldAsk: boolean;
    }
  | { readonly at: 'over' };

/** The codes follow one another without a gap, so a screen that lost its network goes on until the last. */
export function presenceNow(codes: PresenceCodes['codes'], now: number): PresenceNow {
  const current = codes.find(({ from, until }) => from <= now && now < until);
  const last = codes[codes.length - 1];
  if (current === undefined || last === undefined) return { at: 'over' };
  const lastsMs = last.until - now;
  return {
    at: 'showing',
    code: current.code,
    secondsLeft: Math.ceil((current.until - now) / 1_000),
    share: (current.until - now) / (current.until - current.from),
    lastsMs,
    isRunningOut: lastsMs < WARN_MS,
    shouldAsk: lastsMs < RENEW_MS,
  };
}
