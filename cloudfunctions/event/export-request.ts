import type { ExportState } from '../../types/event-export';
import { EpochMs } from '../../types/time';
import type { ExportRecord } from './export-records';

/** How a request for a table goes. Who agreed does not take it back: it runs out by itself within a day. */
export const exportSteps = {
  asked: { agree: 'approved', decline: 'declined', lapse: 'expired' },
  approved: { lapse: 'expired' },
  declined: {},
  expired: {},
} as const satisfies Readonly<Record<ExportState, Readonly<Record<string, ExportState>>>>;

/** Somebody must agree within a day, and who asked must fetch within a day of that. Milliseconds. */
const DAY_MS = 86_400_000;
/** How long it stays written who asked for whose names: PIPL 56 asks for three years. Milliseconds. */
const KEPT_MS = 3 * 366 * DAY_MS;

export const dayAfter = (at: EpochMs): EpochMs => EpochMs.parse(at + DAY_MS);
export const keptUntil = (at: EpochMs): EpochMs => EpochMs.parse(at + KEPT_MS);

/** Where a request stands at an instant, whether or not the timer has written it down. */
export const stateAt = ({ state, expiresAt }: Pick<ExportRecord, 'state' | 'expiresAt'>, now: EpochMs): ExportState =>
  (state === 'asked' || state === 'approved') && expiresAt <= now ? exportSteps[state].lapse : state;
