import type { ChosenFile } from './table-file';

export type { ChosenFile } from './table-file';

/** Tables are read at a desk. */
export const chooseTable = (): Promise<ChosenFile | null> => Promise.resolve(null);

export const keepsFiles: boolean = false;

/** Names do not go to the clipboard of a phone: there is nothing to press for it. */
export const keepTable = (): void => undefined;
