import type { HandlerContext } from './handler-call';

/** What an instance is made of: where its function's code lies. */
export type InstanceData = {
  /** The function's folder. */
  readonly directory: string;
  readonly file: string;
  readonly exportName: string;
  /** An ES module: loaded by `import`. */
  readonly isModule: boolean;
  /** A file beside which the SDKs can be found, for functions that bring none. */
  readonly sdkFrom: string;
};

/** To an instance: one call. */
export type CallMessage = {
  readonly eventText: string;
  readonly context: HandlerContext;
  /** Who calls. Seen by all that the call begins, and by code that no call began while it runs. */
  readonly variables: Readonly<Record<string, string>>;
};

/** From an instance. `began` is when loading is over and the handler runs; `text` is JSON. */
export type InstanceMessage =
  | { readonly is: 'printed'; readonly stream: 'out' | 'error'; readonly text: string }
  | { readonly is: 'began'; readonly files: readonly string[] }
  | { readonly is: 'answered'; readonly text: string; readonly files: readonly string[] }
  | {
      readonly is: 'failed';
      readonly message: string;
      readonly stack: string;
      readonly whileLoading: boolean;
      readonly files: readonly string[];
    };

/** What a function itself posts from its thread is none of ours. */
export function isInstanceMessage(message: unknown): message is InstanceMessage {
  if (typeof message !== 'object' || message === null || !('is' in message)) return false;
  const { is, text, files, message: said } = message as Readonly<Record<string, unknown>>;
  if (is === 'printed') return typeof text === 'string';
  if (!Array.isArray(files) || !files.every((file) => typeof file === 'string')) return false;
  return is === 'began' || (is === 'answered' ? typeof text === 'string' : is === 'failed' && typeof said === 'string');
}
