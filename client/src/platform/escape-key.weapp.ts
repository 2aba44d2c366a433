/** A phone has no such key. */
export const useEscapeKey = (): void => undefined;
