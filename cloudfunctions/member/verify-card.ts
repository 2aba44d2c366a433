import { cardHolder } from './card-check';
import type { Handler } from './scene';

/** All that a stranger at a door learns: whether the card opens it, and whose it looks like. */
export const verifyCard: Handler<'verifyCard'> = ({ code }, { now, personId }) => cardHolder(code, personId, now);
