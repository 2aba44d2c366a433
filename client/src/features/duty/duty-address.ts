import type { ShiftId } from '@contract/ids';

type Parameters = Readonly<Record<string, string | undefined>>;

/** The shift that a page's address names, or null: by `id`, or by the `scene` of a code that WeChat scanned. */
export function shiftIdIn(parameters: Parameters): ShiftId | null {
  const written = parameters['id'] ?? parameters['shiftId'] ?? parameters['scene'] ?? '';
  return /^d[0-9a-hjkmnp-tv-z]{11}$/.test(written) ? (written as ShiftId) : null;
}
