/** A handler of any style: it answers, promises, or calls back. */
export type Handler = (event: unknown, context: HandlerContext, callback: Callback) => unknown;

/** `isAnswered` of a second answer is nobody's any more: only the first one counts. */
type Callback = (error?: unknown, result?: unknown) => void;

export type HandlerContext = {
  callbackWaitsForEmptyEventLoop: boolean;
  readonly time_limit_in_ms: number;
};

/**
 * Calls a handler and waits for its answer.
 *
 * One that takes a third argument and promises nothing answers by that callback, and unless it has set
 * `callbackWaitsForEmptyEventLoop` to false, only once nothing is left to do.
 *
 * @param untilIdle resolves when the function has no timer, socket or file under way
 */
export async function callHandler(
  handler: Handler,
  event: unknown,
  context: HandlerContext,
  untilIdle: () => Promise<void>,
): Promise<unknown> {
  const startedAt = Date.now();
  const given = {
    ...context,
    getRemainingTimeInMillis: () => Math.max(0, startedAt + context.time_limit_in_ms - Date.now()),
  };
  let callback: Callback = () => undefined;
  const calledBack = new Promise<unknown>((resolve, reject) => {
    callback = (error, result) => {
      if (error === undefined || error === null) resolve(result);
      else reject(error instanceof Error ? error : new Error(inWords(error)));
    };
  });
  // Whoever promises something and rejects it must not fail a second time here.
  calledBack.catch(() => undefined);
  const answer = handler(event, given, callback);
  if (isPromise(answer)) return Promise.race([answer, calledBack]);
  if (handler.length < 3) return answer;
  try {
    return await calledBack;
  } finally {
    if (given.callbackWaitsForEmptyEventLoop) await untilIdle();
  }
}

/** What was thrown, for a person to read. */
export function inWords(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string') {
    return error.message;
  }
  try {
    return JSON.stringify(error);
  } catch {
    return String(error);
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
