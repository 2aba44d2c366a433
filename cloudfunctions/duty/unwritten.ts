/** Holds the place of a handler while this domain is being built; nothing imports it once it is whole. */
export const unwritten = (): never => {
  throw new Error('Not built yet.');
};
