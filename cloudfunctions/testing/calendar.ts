/** Only the calendar moves: everything that waits goes on in its own time. `jest.useRealTimers()` ends it. */
export const itIs = (now: number): void => {
  jest.useFakeTimers({
    now,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
      'setTimeout',
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
    ],
  });
};

/** Nine in the morning of a day in Shanghai. */
export const morningOf = (day: string): number => Date.parse(`${day}T09:00:00+08:00`);
