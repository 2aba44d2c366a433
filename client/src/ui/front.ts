/**
 * Which page lies on top. Pages below stay alive, and a sheet or a spoken line belongs to the one that is seen.
 */
const listeners = new Set<() => void>();
let stack: readonly symbol[] = [];

export const front = (): symbol | null => stack[stack.length - 1] ?? null;

export function bringToFront(screen: symbol): void {
  stack = [...stack.filter((other) => other !== screen), screen];
  tellFront();
}

export function leave(screen: symbol): void {
  stack = stack.filter((other) => other !== screen);
  tellFront();
}

export function listenToFront(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tellFront = (): void => listeners.forEach((listener) => listener());
