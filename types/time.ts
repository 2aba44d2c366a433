import * as z from 'zod/mini';

/** An instant: milliseconds since 1970-01-01T00:00Z. */
export const EpochMs = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000)).brand<'EpochMs'>();
export type EpochMs = z.infer<typeof EpochMs>;

/** An instant that never comes: "nothing to do" in an index that must hold a number. */
export const NEVER = EpochMs.parse(8_640_000_000_000_000);

/** A calendar day in Shanghai, `YYYY-MM-DD`. A day is a day somewhere, never an instant. */
export const ShanghaiDay = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date'), z.refine(isRealDay, { error: 'date' }))
  .brand<'ShanghaiDay'>();
export type ShanghaiDay = z.infer<typeof ShanghaiDay>;

/** China has kept one time zone without summer time since 1992. Milliseconds ahead of UTC. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** The Shanghai day that an instant falls in, whatever zone the machine is set to. */
export function shanghaiDay(at: EpochMs): ShanghaiDay {
  return ShanghaiDay.parse(new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));
}

/** The first instant of a Shanghai day. */
export function startOfDay(day: ShanghaiDay): EpochMs {
  return EpochMs.parse(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}

/** The first instant after a Shanghai day: days are half-open windows. */
export function endOfDay(day: ShanghaiDay): EpochMs {
  return EpochMs.parse(startOfDay(day) + DAY_MS);
}

export function addDays(day: ShanghaiDay, days: number): ShanghaiDay {
  return ShanghaiDay.parse(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10));
}

export function isRealDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}
