/** A phone shows one thing at a time. */
export const useWideWindow = (): boolean => false;
