/** A timer of a function, as `config.json` and `cloudbaserc.json` write it. */
export type TriggerSettings = {
  readonly name: string;
  /** Seven fields: second, minute, hour, day, month, weekday, year, in UTC+8. */
  readonly config: string;
  /** Reaches the function as the event's `Message`. */
  readonly message?: string;
};

/** How one function is deployed. What is left out is as in the cloud. */
export type FunctionSettings = {
  /** Its folder, where that is not the folder of its name. */
  readonly directory?: string;
  /** `file.export` within its folder. */
  readonly handler?: string;
  readonly timeLimitMs?: number;
  readonly memoryMb?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly triggers?: readonly TriggerSettings[];
};

/** Source: "Function configuration" of the CloudBase console and of the WeChat developer tools. */
export const DEFAULT_INSTANCE_TIME_LIMIT_MS = 3_000;

/** Source: the command line tool's documentation of cloudbaserc.json, `memorySize`. */
export const DEFAULT_MEMORY_MB = 256;

export const DEFAULT_HANDLER = 'index.main';

/** A timer of Node's that is told to wait longer rings at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;
