import type { Invocation } from '../functions/invocation';
import type { WireAnswer, WireRequest } from './request';

/**
 * An action beside the database's. `caller` is the call of a function whose SDK asks, if it is known.
 *
 * An answer with `raw` bytes goes out as they are: that is how answers of WeChat's open API travel.
 */
export type ServiceAction = (request: WireRequest, caller: Invocation | undefined) => Promise<WireAnswer>;

export type ServiceActions = Readonly<Record<string, ServiceAction>>;
