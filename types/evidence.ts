import * as z from 'zod/mini';

/**
 * What was shown for somebody's being at a station, the strongest first.
 *
 * - `rotating-code`: the code that changes every 30 seconds on the volunteer's phone or the station's screen.
 * - `card`: the membership card, read by somebody on duty.
 * - `code-and-near`: the printed code at the door, and a phone that says it is near.
 * - `door-code`: the printed code alone; a photograph of it would do.
 * - `near`: only a phone that says it is near.
 */
export const Evidence = z.enum(['rotating-code', 'card', 'code-and-near', 'door-code', 'near']);
export type Evidence = z.infer<typeof Evidence>;

/** How far a phone says it is. The place itself is compared and forgotten; only the band is used. */
export const DistanceBand = z.enum(['at-the-door', 'near', 'far', 'not-said']);
export type DistanceBand = z.infer<typeof DistanceBand>;

/** What was read from a code, or typed from the letters below it. The server says whether it is one of ours. */
export const ShownCode = z.string().check(z.trim(), z.minLength(4, 'too-short'), z.maxLength(100, 'too-long'));
export type ShownCode = z.infer<typeof ShownCode>;

/** Drawn once by a phone nobody is signed in on, so that its visits are counted once. 22 characters, random. */
export const VisitorKey = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{22}$/, 'format'))
  .brand<'VisitorKey'>();
export type VisitorKey = z.infer<typeof VisitorKey>;

/** Drawn by the phone for one wish and sent again with every retry of it. 22 characters, random. */
export const RequestKey = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{22}$/, 'format'))
  .brand<'RequestKey'>();
export type RequestKey = z.infer<typeof RequestKey>;
