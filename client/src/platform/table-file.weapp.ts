import type { ChosenFile } from './table-file';

export type { ChosenFile } from './table-file';

/** Tables are read at a desk. */
export const chooseTable = (): Promise<ChosenFile | null> => Promise.resolve(null);
