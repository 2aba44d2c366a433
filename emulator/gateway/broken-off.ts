/**
 * Whether a request ended before all of it was sent: whoever sent it has gone, which is no fault of the emulator and
 * nothing to write down.
 */
export function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';
}
