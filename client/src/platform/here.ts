import type { Place } from '@contract/place';
import { askWhereabouts } from './location';

/** Whoever stands at a door waits no longer; a question that is left open would wait for ever. Milliseconds. */
const PATIENCE_MS = 12_000;

/**
 * Where this phone is; null when it does not say, for whatever reason. It may ask the person: only after a tap that
 * says what for, and only where one can go on without.
 */
export async function here(): Promise<Place | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  const found = await Promise.race([askWhereabouts(), tooLong]);
  clearTimeout(timer);
  return found?.at === 'here' ? found.place : null;
}
