import type { ProfileId, UnionId, WishId } from '@contract/ids';
import type { ShanghaiDay } from '@contract/time';

type Parameters = Readonly<Record<string, string | undefined>>;

/** The studio that a page's address names, by `id` or by another name, or null. */
export function studioIdIn(parameters: Parameters, name = 'id'): UnionId | null {
  const written = parameters[name] ?? '';
  return /^[a-z][a-z0-9-]{1,39}$/.test(written) ? (written as UnionId) : null;
}

/** Somebody of the pool whom a page's address names, by `id` or by another name, or null. */
export function profileIdIn(parameters: Parameters, name = 'id'): ProfileId | null {
  const written = parameters[name] ?? '';
  return /^m[0-9a-hjkmnp-tv-z]{11}$/.test(written) ? (written as ProfileId) : null;
}

export function reportIdIn(parameters: Parameters): WishId | null {
  const written = parameters['id'] ?? '';
  return /^w[0-9a-hjkmnp-tv-z]{11}$/.test(written) ? (written as WishId) : null;
}

export function dayIn(parameters: Parameters): ShanghaiDay | null {
  const written = parameters['day'] ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? (written as ShanghaiDay) : null;
}
