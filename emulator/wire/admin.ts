import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseBounded } from '../bounded-json';
import { CloudError, invalidParameter } from '../cloud-error';
import type { Engine } from '../engine/engine';
import type { FunctionHost } from '../functions/host';
import type { Invocation } from '../functions/invocation';
import type { Asking } from '../journal/asking';
import type { Journal } from '../journal/journal';
import type { Action } from './database-actions';
import { databaseActions } from './database-actions';
import { earlierActions } from './earlier-actions';
import { watchTransactions } from './outside-transaction';
import type { WireAnswer, WireRequest } from './request';
import { requiredText, textOf } from './request';
import type { ServiceActions } from './service-actions';

/** Answers one request of the SDK. Never rejects: an error is an answer with a `code`, as on the wire. */
export type Admin = (request: WireRequest) => Promise<WireAnswer>;

type AdminOptions = {
  readonly engine: Engine;
  readonly functions: FunctionHost;
  /** What is neither the database nor a function: storage, WeChat, users. */
  readonly services: ServiceActions;
  readonly journal: Journal;
  readonly asking: Asking;
  readonly latencyMs: number;
  readonly log: (line: string) => void;
};

export function adminOf({ engine, functions, services, journal, asking, latencyMs, log }: AdminOptions): Admin {
  const transactions = watchTransactions((functionName, text) =>
    journal.warnings.add({ at: new Date().toISOString(), function: functionName, text }),
  );

  const askDatabase = async (
    act: Action,
    request: WireRequest,
    caller: Invocation | undefined,
  ): Promise<WireAnswer> => {
    if (caller !== undefined) caller.roundTrips += 1;
    if (latencyMs > 0) await pause(latencyMs);
    transactions.before(caller, request);
    const who = { function: caller?.functionName ?? null, action: textOf(request, 'action') ?? '' };
    try {
      const said = await asking.as(who, () => act(engine, request));
      transactions.after(caller, request, said);
      return said;
    } catch (error) {
      transactions.afterFailure(caller, request);
      if (error instanceof CloudError && error.code === 'DATABASE_COLLECTION_NOT_EXIST') {
        const text = `没有集合 ${textOf(request, 'collectionName') ?? ''}：和云上一样，集合要先建好才能用。请写进 database.json 再启动，或在控制台新建`;
        journal.warnings.add({ at: new Date().toISOString(), function: who.function, text });
      }
      throw error;
    } finally {
      // Nobody is told of a write before it is safe, neither who made it nor who reads it.
      await engine.settled();
    }
  };

  const answer = async (request: WireRequest, caller: Invocation | undefined): Promise<WireAnswer> => {
    const action = textOf(request, 'action') ?? '';
    // `constructor` is a property of every object and no action.
    const database = Object.hasOwn(allDatabaseActions, action) ? allDatabaseActions[action] : undefined;
    if (database !== undefined) return askDatabase(database, request, caller);
    if (action === 'functions.invokeFunction') {
      if (caller === undefined && textOf(request, 'tcb_sessionToken') !== undefined) throw unknownToken();
      const result = await functions.callNested(
        requiredText(request, 'function_name'),
        parseEvent(textOf(request, 'request_data') ?? ''),
        caller,
      );
      return { data: { response_data: JSON.stringify(result) } };
    }
    const service = Object.hasOwn(services, action) ? services[action] : undefined;
    if (service !== undefined) return service(request, caller);
    throw new CloudError('INVALID_ACTION', `the action '${action}' is not supported by the emulator`);
  };

  const answered = async (request: WireRequest, caller: Invocation | undefined): Promise<WireAnswer> => {
    try {
      return await answer(request, caller);
    } catch (error) {
      if (error instanceof CloudError) return { code: error.code, message: error.message };
      log(
        `fault of the emulator in ${String(request['action'])}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return { code: 'SYS_ERR', message: 'the emulator has a fault; see its log' };
    }
  };

  return async (request) => {
    const token = request['tcb_sessionToken'];
    const caller = typeof token === 'string' ? functions.invocationOf(token) : undefined;
    const said = await answered(request, caller);
    return { ...said, requestId: randomUUID() };
  };
}

const allDatabaseActions: Readonly<Record<string, Action>> = { ...databaseActions, ...earlierActions };

// Whoever cannot be told must not pass for the console, which a request without a token is.
function unknownToken(): CloudError {
  return new CloudError('INVALID_SESSION_TOKEN', 'tcb_sessionToken was given to no call of this emulator');
}

function parseEvent(text: string): unknown {
  if (text === '') return {};
  try {
    return parseBounded(text);
  } catch {
    throw invalidParameter('request_data is not JSON, or nests too deeply');
  }
}
