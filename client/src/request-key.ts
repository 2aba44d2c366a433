import type { RequestKey } from '@contract/evidence';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Names one wish, so that it is fulfilled once however often it is sent. Draw it when the wish arises, not when it is sent. */
export const drawRequestKey = (): RequestKey =>
  Array.from({ length: 22 }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('') as RequestKey;
