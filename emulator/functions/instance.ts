import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { executeFail, memoryLimitExceeded, stopped, timeLimitExceeded } from './function-errors';
import { inWords } from './handler-call';
import { LONGEST_TIMER_MS } from './settings';
import type { CallMessage, InstanceData } from './instance-messages';
import { isInstanceMessage } from './instance-messages';
import { instanceProgram } from './program-text';

/** One call as an instance runs it. */
export type InstanceCall = CallMessage & {
  readonly timeLimitMs: number;
  readonly memoryMb: number;
  readonly print: (line: string) => void;
};

export type InstanceAnswer =
  { readonly text: string } | { readonly failure: { readonly message: string; readonly stack: string } };

/** A thread that has loaded one function, with module state and variables of its own. */
export type Instance = {
  /** One at a time. Rejects with a CloudError where the platform ended it; then the instance is dead. */
  call(call: InstanceCall): Promise<InstanceAnswer>;
  isDead(): boolean;
  end(): void;
};

type InstanceOptions = Omit<InstanceData, 'sdkFrom'> & {
  /** All variables of the instance; those of a call come and go. */
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  /** Told of files that the function has loaded. */
  readonly onFiles: (files: readonly string[]) => void;
  /** What is printed while no call runs. */
  readonly log: (line: string) => void;
  readonly onDeath: () => void;
};

/**
 * Loading a function's code has a limit of its own, so that a slow machine does not use up the time of the first call.
 * Source: SCF's initialization timeout, 65 s unless set otherwise.
 */
const LOADING_LIMIT_MS = 65_000;

/** A file that lies where both SDKs are found. */
const sdkFrom = join(__dirname, '..', 'package.json');

type Running = {
  readonly call: InstanceCall;
  readonly resolve: (answer: InstanceAnswer) => void;
  readonly reject: (error: Error) => void;
};

export function startInstance(options: InstanceOptions): Instance {
  const { directory, file, exportName, isModule } = options;
  const data: InstanceData = { directory, file, exportName, isModule, sdkFrom };
  const worker = new Worker(instanceProgram(), {
    eval: true,
    workerData: data,
    env: { ...options.environment },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
  });
  let running: Running | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isDead = false;
  let lastError: Error | undefined;

  const settle = (act: (call: Running) => void): void => {
    const settled = running;
    running = undefined;
    clearTimeout(timer);
    worker.unref();
    if (settled !== undefined) act(settled);
  };
  const die = (error: Error): void => {
    if (isDead) return;
    isDead = true;
    if (running === undefined) options.log(`an idle instance ended: ${error.message}`);
    settle(({ reject }) => reject(error));
    void worker.terminate();
    options.onDeath();
  };
  const limit = (ms: number, error: Error): void => {
    clearTimeout(timer);
    timer = setTimeout(() => die(error), Math.min(ms, LONGEST_TIMER_MS));
  };

  worker.on('message', (message: unknown) => {
    if (isDead || !isInstanceMessage(message)) return;
    if (message.is === 'printed') {
      const line = `${message.stream === 'error' ? 'error: ' : ''}${message.text.replace(/\n$/, '')}`;
      (running?.call.print ?? options.log)(line);
      return;
    }
    options.onFiles(message.files);
    if (message.is === 'began') {
      const timeLimitMs = running?.call.timeLimitMs ?? LOADING_LIMIT_MS;
      limit(timeLimitMs, timeLimitExceeded(timeLimitMs));
    } else if (message.is === 'answered') settle(({ resolve }) => resolve({ text: message.text }));
    else {
      // What could not be loaded may be mended by a file that is not there yet: the next call tries anew.
      if (message.whileLoading) isDead = true;
      settle(({ resolve }) => resolve({ failure: message }));
      if (message.whileLoading) {
        void worker.terminate();
        options.onDeath();
      }
    }
  });
  worker.on('error', (error: Error & { code?: string }) => {
    lastError =
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? memoryLimitExceeded(options.memoryMb) : executeFail(inWords(error));
  });
  worker.on('exit', (code) => die(lastError ?? executeFail(`User process exit when running (exit code ${code})`)));

  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        running = { call, resolve, reject };
        worker.ref();
        limit(LOADING_LIMIT_MS, timeLimitExceeded(LOADING_LIMIT_MS));
        const { eventText, context, variables } = call;
        worker.postMessage({ eventText, context, variables } satisfies CallMessage);
      }),
    isDead: () => isDead,
    end: () => {
      isDead = true;
      settle(({ reject }) => reject(stopped()));
      void worker.terminate();
    },
  };
}
