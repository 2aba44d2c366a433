import type { ReactNode } from 'react';
import { Children, useRef } from 'react';

/** Taps closer together than this are one double tap, and in gloves a double tap is an accident. Milliseconds. */
const DOUBLE_TAP_MS = 500;
/** How far a finger wanders between the two. CSS pixels. */
const SAME_PLACE_PX = 30;

export type TapPlace = { readonly x: number; readonly y: number };

let last: { readonly at: number; readonly place: TapPlace; readonly what: object; readonly words: string } | null =
  null;

/**
 * Whether a tap is the second half of a double tap on what lay there before.
 *
 * The first half may have brought another step, page or sheet, and its button under the finger: that one must not be
 * pressed unseen. Two taps on one and the same thing are its own affair. A keyboard has no place and is never doubled.
 */
function isSecondHalf(what: object, words: string, place: TapPlace | null): boolean {
  if (place === null) return false;
  const now = Date.now();
  const before = last;
  const isDouble =
    before !== null &&
    // A phone's clock may be set back.
    now >= before.at &&
    now - before.at < DOUBLE_TAP_MS &&
    Math.hypot(place.x - before.place.x, place.y - before.place.y) < SAME_PLACE_PX &&
    (before.what !== what || before.words !== words);
  // A tap that is let pass becomes the one to compare with; one that is not prolongs the double tap it belongs to.
  last = isDouble ? { ...before, at: now } : { at: now, place, what, words };
  return isDouble;
}

/** For whatever can be pressed: runs the press, unless it is the second half of a double tap on something else. */
export function usePressOnce(children: ReactNode, onPress: () => void): (place: TapPlace | null) => void {
  const self = useRef({});
  const words = Children.toArray(children)
    .filter((child) => typeof child === 'string')
    .join('');
  return (place) => {
    if (!isSecondHalf(self.current, words, place)) onPress();
  };
}
