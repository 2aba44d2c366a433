import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CloudError, invalidParameter } from '../cloud-error';
import type { Engine } from '../engine/engine';
import type { FunctionHost } from '../functions/host';
import { databaseActions } from './database-actions';
import type { WireAnswer, WireRequest } from './request';
import { requiredText, textOf } from './request';

/** Answers one request of the SDK. Never rejects: an error is an answer with a `code`, as on the wire. */
export type Admin = (request: WireRequest) => Promise<WireAnswer>;

export type AdminOptions = {
  readonly engine: Engine;
  readonly functions: FunctionHost;
  readonly latencyMs: number;
  readonly log: (line: string) => void;
};

export function adminOf({ engine, functions, latencyMs, log }: AdminOptions): Admin {
  const answer = async (request: WireRequest): Promise<WireAnswer> => {
    const action = textOf(request, 'action') ?? '';
    const caller = functions.invocationOf(textOf(request, 'tcb_sessionToken') ?? '');
    // `constructor` is a property of every object and no action.
    const database = Object.hasOwn(databaseActions, action) ? databaseActions[action] : undefined;
    if (database !== undefined) {
      if (caller !== undefined) caller.roundTrips += 1;
      if (latencyMs > 0) await pause(latencyMs);
      return database(engine, request);
    }
    if (action === 'functions.invokeFunction') {
      const result = await functions.callNested(
        requiredText(request, 'function_name'),
        parseEvent(textOf(request, 'request_data') ?? ''),
        caller,
      );
      return { data: { response_data: JSON.stringify(result) } };
    }
    throw new CloudError('INVALID_ACTION', `the action '${action}' is not supported by the emulator`);
  };

  return async (request) => {
    const requestId = randomUUID();
    try {
      return { ...(await answer(request)), requestId };
    } catch (error) {
      if (error instanceof CloudError) return { code: error.code, message: error.message, requestId };
      log(
        `fault of the emulator in ${String(request['action'])}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return { code: 'SYS_ERR', message: 'the emulator has a fault; see its log', requestId };
    }
  };
}

function parseEvent(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter('request_data is not JSON');
  }
}
