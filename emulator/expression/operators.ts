import { comparisons } from './comparisons';
import { control } from './control';
import type { Operator } from './expression';

let all: Readonly<Record<string, Operator>> | undefined;

/** An operator of aggregation expressions. Gathered when first asked for: families and parser need one another. */
export function operatorNamed(name: string): Operator | undefined {
  all ??= { ...comparisons, ...control };
  return Object.hasOwn(all, name) ? all[name] : undefined;
}
