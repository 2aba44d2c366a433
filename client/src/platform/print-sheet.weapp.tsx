/** A mini-program prints nothing. */
export const PrintSheet = (): null => null;
