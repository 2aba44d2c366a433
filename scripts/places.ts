import path from 'node:path';

export const root = path.resolve(__dirname, '..');

/** What a laptop keeps between two starts: the data file and keys of its own. Never committed. */
export const localDirectory = path.join(root, '.local');
