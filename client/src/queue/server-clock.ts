/** Two clocks that differ by less agree: an answer was so long on its way. Milliseconds. */
const ON_ITS_WAY_MS = 5_000;

/**
 * How far the server's clock is ahead of the phone's. Milliseconds, zero when the two may well agree.
 *
 * @param asOf what the server's clock said as it answered
 * @param phoneNow what the phone's clock said as the answer came
 */
export function aheadOfPhone(asOf: number, phoneNow: number): number {
  const ahead = asOf - phoneNow;
  return Math.abs(ahead) <= ON_ITS_WAY_MS ? 0 : ahead;
}
