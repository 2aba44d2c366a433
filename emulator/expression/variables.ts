import type { Scope } from './expression';

let current: Scope | undefined;

/**
 * The variables of the pipeline that is running: `NOW`, and what the `let` of a `$lookup` defined. Outside of a pipeline,
 * in the filter of a find or an update, there is only the present instant.
 *
 * A filter is tested deep inside the query planner, which knows nothing of variables; there they are taken from here.
 */
export function currentVariables(): Scope {
  return current ?? { NOW: new Date() };
}

/** Does something synchronous, a test of filters among it, in which these variables hold. */
export function withVariables<Result>(variables: Scope, act: () => Result): Result {
  const outer = current;
  current = variables;
  try {
    return act();
  } finally {
    current = outer;
  }
}
