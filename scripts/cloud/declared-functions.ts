import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { root } from '../places';
import type { Variables } from './keys';
import type { Environment } from './settings';
import { textOf } from './settings';

const Trigger = z.strictObject({
  name: z.string().check(z.regex(/^[A-Za-z][\w-]{0,59}$/)),
  type: z.literal('timer'),
  /** Seven fields, second to year, in UTC+8. */
  config: z.string(),
});

const DeclaredFunction = z.strictObject({
  name: z.string(),
  type: z.literal('Event'),
  runtime: z.string(),
  handler: z.string(),
  timeout: z.int().check(z.minimum(1), z.maximum(60)),
  memorySize: z.int(),
  installDependency: z.literal(false),
  envVariables: z.record(z.string(), z.string()),
  triggers: z.optional(z.array(Trigger).check(z.maxLength(1))),
});

/** One cloud function as `cloudbaserc.json` declares it; the script and the vendor's own tools deploy from that one file. */
export type DeclaredFunction = z.infer<typeof DeclaredFunction>;

const Declaration = z.looseObject({ functions: z.array(DeclaredFunction) });

export const declarationFile = path.join(root, 'cloudbaserc.json');

export const declaredFunctions = (): readonly DeclaredFunction[] =>
  Declaration.parse(JSON.parse(readFileSync(declarationFile, 'utf8'))).functions;

const TEMPLATE = /^\{\{env\.(\w+)\}\}$/;

/** The variables that have to come from outside, for these functions. */
export const namesWanted = (functions: readonly DeclaredFunction[]): string[] => [
  ...new Set(
    functions.flatMap(({ envVariables }) =>
      Object.values(envVariables).flatMap((value) => TEMPLATE.exec(value)?.[1] ?? []),
    ),
  ),
];

/** The whole set of one function: the platform replaces all of them at once and keeps none. */
export const variablesFor = ({ envVariables }: DeclaredFunction, environment: Environment): Variables =>
  Object.fromEntries(
    Object.entries(envVariables).map(([name, value]) => {
      const wanted = TEMPLATE.exec(value)?.[1];
      return [name, wanted === undefined ? value : textOf(environment, wanted)];
    }),
  );
