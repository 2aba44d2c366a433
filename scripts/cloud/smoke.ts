import type { ActionDefinition, Contract } from '../../types/contract';
import { contracts } from '../../types/contracts';
import type { Say } from './take-steps';
import { troubleOf } from './take-steps';
import type { Functions, Invocation } from './tencent';

/** One call and what a person would conclude from its answer. */
export type SmokeCheck = {
  readonly domain: string;
  readonly action: string;
  readonly expects: string;
  readonly holds: (answer: unknown) => boolean;
};

const domains: Readonly<Record<string, Contract>> = contracts;

/**
 * What a stranger's calls must show, made from the contracts so that a new domain is not forgotten: an unknown action
 * is refused, nobody gets in without signing in, nobody starts a timer's job by hand, and what anybody may read is
 * read from the database in the promised form.
 */
export function smokeChecks(domain: string): SmokeCheck[] {
  const actions = Object.entries(domains[domain] ?? {});
  const named = (wanted: (definition: ActionDefinition) => boolean) => actions.filter(([, action]) => wanted(action));
  const refusing = (action: string, refusal: string): SmokeCheck => ({
    ...{ domain, action, expects: `拒绝 ${refusal}` },
    holds: (answer) => isAnswer(answer) && !answer.ok && answer['refusal'] === refusal,
  });
  const isOpen = ({ caller, input }: ActionDefinition): boolean => caller === 'anyone' && input.safeParse({}).success;
  const needsSignIn = ({ caller }: ActionDefinition): boolean => caller !== 'anyone' && caller !== 'timer';
  const closed = named(({ caller }) => caller === 'person')[0] ?? named(needsSignIn)[0];
  return [
    ...named(isOpen).map(([action, { output }]) => ({
      ...{ domain, action, expects: '答复符合约定' },
      holds: (answer: unknown) => isAnswer(answer) && answer.ok && output.safeParse(answer['value']).success,
    })),
    ...(closed === undefined ? [] : [refusing(closed[0], 'sign-in-needed')]),
    ...named(({ caller }) => caller === 'timer').map(([action]) => refusing(action, 'not-allowed')),
    refusing('no-such-action', 'action-unknown'),
  ];
}

type AnyAnswer = { readonly ok: boolean; readonly [field: string]: unknown };

const isAnswer = (answer: unknown): answer is AnyAnswer =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';

/**
 * Calls each function as nobody in particular and prints a table.
 *
 * @returns whether every answer was the expected one
 */
export async function smoke(functions: Functions, names: readonly string[], say: Say): Promise<boolean> {
  let failures = 0;
  for (const check of names.flatMap(smokeChecks)) {
    const outcome = await call(functions, check);
    const isRight = 'answer' in outcome && check.holds(outcome.answer);
    if (!isRight) failures += 1;
    const verdict = isRight ? check.expects : `应${check.expects}，却是${wordsFor(outcome)}`;
    say(`${isRight ? '✓' : '✗'} ${`${check.domain}.${check.action}`.padEnd(28)} ${verdict}`);
  }
  return failures === 0;
}

async function call(functions: Functions, { domain, action }: SmokeCheck): Promise<Invocation> {
  try {
    return await functions.invoke(domain, { action, input: {} });
  } catch (error) {
    return { trouble: troubleOf(error), requestId: '' };
  }
}

/** Says the kind of an answer and where to look it up, not what is in it. */
function wordsFor(outcome: Invocation): string {
  const place = outcome.requestId === '' ? '' : `（请求编号 ${outcome.requestId}）`;
  if ('trouble' in outcome) return `${outcome.trouble}${place}`;
  const { answer } = outcome;
  if (!isAnswer(answer)) return `不成答复${place}`;
  if (answer.ok) return `同意，或内容不合约定${place}`;
  return `${typeof answer['refusal'] === 'string' ? `拒绝 ${answer['refusal']}` : '出错'}${place}`;
}
