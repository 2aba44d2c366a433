import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { findWords } from './find-copy';
import styles from './sheet.module.scss';

const at = classes(styles);

/** How far the sheet is pulled up over the map. */
export type Height = 'peek' | 'half' | 'full';
const heights: readonly Height[] = ['peek', 'half', 'full'];

/** A finger that went so far meant it. CSS pixels. */
const PULL_PX = 40;

export type SheetProps = {
  /** Beside the map, on a desk: nothing to pull. */
  readonly fixed: boolean;
  /** Half of the screen is too little for large letters. */
  readonly isTall: boolean;
  readonly height: Height;
  readonly onHeight: (height: Height) => void;
  /** Said of what is in it, beside the handle: 这一带 128 个站点. */
  readonly title: string;
  readonly isBusy: boolean;
  /** Stays while the rest scrolls. */
  readonly head: ReactNode;
  /** Scrolls with the list, and is still there where only a strip of the sheet is seen. */
  readonly where: ReactNode;
  readonly children: ReactNode;
  /** Nobody can see it: something else lies in its place. */
  readonly away: boolean;
};

/** Pulled by its handle, or stepped by a press on it and on the word beside it, for whoever cannot pull. */
export function Sheet({ fixed, isTall, height, onHeight, title, isBusy, head, where, children, away }: SheetProps) {
  const [pulledPx, setPulledPx] = useState<number | null>(null);
  const from = useRef<number | null>(null);

  const onStart = (event: object) => {
    from.current = fingerOf(event);
  };
  const onMove = (event: object) => {
    const finger = fingerOf(event);
    if (from.current !== null && finger !== null) setPulledPx(from.current - finger);
  };
  const onEnd = () => {
    const pulled = pulledPx ?? 0;
    from.current = null;
    setPulledPx(null);
    if (Math.abs(pulled) >= PULL_PX) onHeight(stepped(height, pulled > 0 ? 1 : -1));
  };

  const isUp = height === 'full';
  const isPeek = height === 'peek' && !fixed;
  const pull = pulledPx === null ? {} : { style: { transform: `translateY(${-pulledPx}px)` } };
  return (
    <View
      className={at(
        'sheet',
        fixed ? 'fixed' : height,
        isTall && height === 'half' && !fixed && 'tall',
        away && 'away',
        pulledPx !== null && 'pulled',
      )}
      {...(fixed ? {} : pull)}
    >
      <Part className={at('inside')} away={away}>
        {fixed ? (
          <Part className={at('heading')} live="polite">
            {title}
          </Part>
        ) : (
          <View
            className={at('grip')}
            onTouchStart={onStart}
            onTouchMove={onMove}
            onTouchEnd={onEnd}
            onTouchCancel={onEnd}
          >
            <Press
              className={at('handle')}
              label={`${title}，${isUp ? findWords.shrink : findWords.expand}`}
              onPress={() => onHeight(isUp ? 'half' : stepped(height, 1))}
            >
              <View className={at('bar')} />
              <Part className={at('title')} live="polite">
                {title}
              </Part>
            </Press>
            <Press className={at('step')} onPress={() => onHeight(isPeek ? 'half' : 'peek')}>
              {isPeek ? findWords.showList : findWords.showMap}
            </Press>
          </View>
        )}
        <View className={at('progress', isBusy && 'busy')} />
        {head}
        {isPeek ? where : null}
        <View className={at('body')}>
          {isPeek ? null : where}
          {children}
        </View>
      </Part>
    </View>
  );
}

/** How far down the one finger is; null when there are several or none. */
function fingerOf(event: object): number | null {
  if (!('touches' in event)) return null;
  const [finger, second] = Array.from(event.touches as ArrayLike<{ readonly clientY: number }>);
  return second === undefined ? (finger?.clientY ?? null) : null;
}

const stepped = (height: Height, step: 1 | -1): Height =>
  heights[Math.max(0, Math.min(heights.length - 1, heights.indexOf(height) + step))] ?? height;
