import type { Area } from '../geo/area';
import type { Near } from '../geo/near';
import type { TypeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import type { BitTest } from './bits';
import type { Pattern } from './pattern';

/** A filter, read once: what must hold of a document. */
export type Condition =
  | { readonly at: 'and' | 'or' | 'nor'; readonly parts: readonly Condition[] }
  | { readonly at: 'field'; readonly path: string; readonly test: Test }
  | DocumentCondition;

/** What no index helps with: it is asked of each document as a whole. */
export type DocumentCondition = {
  readonly at: 'document';
  readonly operator: '$expr' | '$jsonSchema' | '$sampleRate';
  readonly holds: (document: BsonDocument) => boolean;
};

/** What must hold of the values that a path leads to. */
export type Test =
  | { readonly is: 'equal' | 'above' | 'atLeast' | 'below' | 'atMost'; readonly value: Value }
  | { readonly is: 'oneOf'; readonly values: readonly Value[]; readonly patterns: readonly Pattern[] }
  | { readonly is: 'like'; readonly pattern: Pattern }
  | { readonly is: 'present' }
  | { readonly is: 'typed'; readonly types: ReadonlySet<TypeName> }
  | { readonly is: 'sized'; readonly size: number }
  | { readonly is: 'remainder'; readonly divisor: bigint; readonly remainder: bigint }
  | { readonly is: 'bits'; readonly bits: BitTest }
  | { readonly is: 'near'; readonly near: Near }
  | { readonly is: 'placed'; readonly area: Area }
  | { readonly is: 'element'; readonly condition: Condition }
  | { readonly is: 'elementValue'; readonly tests: readonly Test[] }
  | { readonly is: 'every'; readonly tests: readonly Test[] }
  | { readonly is: 'not'; readonly tests: readonly Test[] };

export type Comparison = Extract<Test, { value: Value }>['is'];

/** The parts that must all hold, with nested conjunctions opened up. */
export function conjuncts(condition: Condition): readonly Condition[] {
  return condition.at === 'and' ? condition.parts.flatMap(conjuncts) : [condition];
}
