import type { ProblemCode } from '@contract/result';
import { problemCodes } from '@contract/result';
import type * as z from 'zod/mini';
import { problemWords } from './answer-words';

/**
 * What is wrong with a value that was typed, in words; undefined when nothing is. Asked of the schema that the server
 * reads it with, so that both say the same.
 */
export function fieldProblem(schema: z.ZodMiniType, value: unknown): string | undefined {
  const read = schema.safeParse(value);
  if (read.success) return undefined;
  const [issue] = read.error.issues;
  return problemWords[codeOf(issue?.message)];
}

const codeOf = (message: string | undefined): ProblemCode => problemCodes.find((code) => code === message) ?? 'format';
