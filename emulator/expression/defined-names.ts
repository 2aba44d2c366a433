import { requestFailed } from '../cloud-error';

/** Variables that need no definition. What they hold depends on where the expression is evaluated. */
const systemVariables = ['ROOT', 'CURRENT', 'REMOVE', 'NOW', 'CLUSTER_TIME', 'USER_ROLES', 'SEARCH_META'];

// Reading is synchronous, so the names defined around an expression are known here while it is read, and no operator
// that defines none has to hand them on.
let defined: ReadonlySet<string> = new Set(systemVariables);

/** Reads something that may use these variables besides those that are defined around it: `$let`, `$map`, `$lookup`. */
export function definingNames<Result>(names: readonly string[], read: () => Result): Result {
  const outer = defined;
  defined = new Set([...outer, ...names]);
  try {
    return read();
  } finally {
    defined = outer;
  }
}

/** Refuses a variable that nothing around the expression defines. @param name without its dollars */
export function checkDefined(name: string): void {
  if (name === '') throw requestFailed('empty variable names are not allowed');
  checkCharacters(name, /^[a-zA-Z\u0080-\uffff]/, 'a variable name');
  if (!defined.has(name)) throw requestFailed(`Use of undefined variable: ${name}`);
}

/** Refuses what no user may call a variable; of the names that are in capitals only `CURRENT` may be bound anew. */
export function checkNewName(name: string): void {
  if (name === '') throw requestFailed('empty variable names are not allowed');
  if (name !== 'CURRENT') checkCharacters(name, /^[a-z\u0080-\uffff]/, 'a user variable name');
}

function checkCharacters(name: string, first: RegExp, what: string): void {
  if (!first.test(name)) throw requestFailed(`'${name}' starts with an invalid character for ${what}`);
  const wrong = /[^\w\u0080-\uffff]/.exec(name);
  if (wrong !== null) throw requestFailed(`'${name}' contains an invalid character for a variable name: '${wrong[0]}'`);
}
