import type { Invocation } from './invocation';

/** One call that is to be run: whose it is, what it brings, and what it may take. */
export type FunctionTask = {
  readonly invocation: Invocation;
  readonly event: unknown;
  /** Variables that the platform sets for this call alone. */
  readonly platform: Readonly<Record<string, string>>;
  /** Variables set for the function, as in the cloud's console. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeLimitMs: number;
  readonly memoryMb: number;
};

/** Runs functions, each in its own way of keeping them apart. */
export type FunctionRunner = {
  /** Rejects with a CloudError where the platform ended the call, else with what the function threw. */
  run(task: FunctionTask): Promise<unknown>;
  close(): void;
};
