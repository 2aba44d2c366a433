/** Stands in for an action until it is written. */
export const unwritten = (): never => {
  throw new Error('This action is not written yet.');
};
