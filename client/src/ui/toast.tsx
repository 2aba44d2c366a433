import { View } from '@tarojs/components';
import { useSyncExternalStore } from 'react';
import { Part } from '../platform/elements';
import { classes } from './classes';
import { front, listenToFront, tellFront } from './front';
import styles from './toast.module.scss';

const at = classes(styles);

/** Long enough to read twice: a quarter of a second a character, within reason. Milliseconds. */
export const readingTimeMs = (text: string): number => Math.min(10_000, Math.max(3_000, text.length * 250));

let said: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** One polite line that goes by itself: for what is good to know, never for what must be read. */
export function say(text: string): void {
  clearTimeout(timer);
  said = text;
  timer = setTimeout(() => {
    said = null;
    tellFront();
  }, readingTimeMs(text));
  tellFront();
}

export const useSay = (): ((text: string) => void) => say;

/** The region exists before anything is said in it, or a screen reader would not notice. */
export function ToastLine({ screen }: { readonly screen: symbol }) {
  const now = () => (front() === screen ? said : null);
  const text = useSyncExternalStore(listenToFront, now, now);
  return (
    <Part className={at('line')} role="status" live="polite">
      {text === null ? null : <View className={at('toast')}>{text}</View>}
    </Part>
  );
}
