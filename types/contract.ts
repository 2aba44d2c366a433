import type * as z from 'zod/mini';
import type { Result } from './result';

/** What a staff member may be, always for one union and the unions below it, and until a day. */
export const roles = ['clerk', 'administrator', 'station-head', 'volunteer', 'matchmaker'] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call. There is no default: an action without a caller does not compile.
 *
 * - `anyone`: no sign-in, e.g. the list of stations.
 * - `person`: somebody the platform knows (WeChat, or a web sign-in). Never taken from the request body.
 * - `timer`: the platform's clock only.
 * - `{ staff }`: a person who holds one of these roles today. For *which* union is decided by the rule.
 */
export type Caller = 'anyone' | 'person' | 'timer' | { readonly staff: readonly [Role, ...Role[]] };

export type ActionDefinition = {
  readonly caller: Caller;
  readonly input: z.ZodMiniType;
  readonly output: z.ZodMiniType;
  /** Every way business may say no here; the client does not compile without a sentence for each. */
  readonly refusals: readonly string[];
  /** At most this many calls to the database, the check of the caller included. Counted by a test. */
  readonly roundTrips: number;
  /** Reading is a look at people, which each of them reads of: repeated only when somebody means to look again. */
  readonly isLook?: true;
};

export type Contract = { readonly [action: string]: ActionDefinition };

/** Refusals that any action may give, before its own rules are asked. */
export const commonRefusals = ['sign-in-needed', 'not-allowed', 'input-invalid', 'busy', 'action-unknown'] as const;
export type CommonRefusal = (typeof commonRefusals)[number];

export const contract = <const C extends Contract>(actions: C): C => actions;

export type InputOf<A extends ActionDefinition> = z.infer<A['input']>;
export type OutputOf<A extends ActionDefinition> = z.infer<A['output']>;
export type RefusalOf<A extends ActionDefinition> = A['refusals'][number];
export type ResultOf<A extends ActionDefinition> = Result<OutputOf<A>, RefusalOf<A>>;

/** What the wire carries: a yes, a no, or a fault of ours with the number to quote when asking for help. */
export type Answer<A extends ActionDefinition> =
  Result<OutputOf<A>, RefusalOf<A> | CommonRefusal> | { readonly ok: false; readonly fault: string };
