import { Console } from 'node:console';
import Module, { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { parentPort, workerData } from 'node:worker_threads';
import { addressFrom, leadEarlierSdks } from './earlier-hosts';
import type { Handler } from './handler-call';
import { callHandler, inWords } from './handler-call';
import { installInstanceEnvironment, runWithVariables } from './instance-environment';
import type { CallMessage, InstanceData, InstanceMessage } from './instance-messages';
import { lendSdk } from './sdk-copy';

/*
 * The program of one instance, in a thread of its own: it loads one function at its first call, then runs one call at
 * a time. It is built into one text (see program-text.ts), since a thread has no TypeScript.
 */

const { directory, file, exportName, isModule, sdkFrom } = workerData as InstanceData;
const port = parentPort as MessagePort;
const send = (message: InstanceMessage): void => port.postMessage(message);

/** Nobody reads more of one line, and all of it would be copied from thread to thread. */
const MOST_PRINTED_CHARACTERS = 100_000;

const shown = (text: string): string =>
  text.length <= MOST_PRINTED_CHARACTERS
    ? text
    : `${text.slice(0, MOST_PRINTED_CHARACTERS)}… ${text.length - MOST_PRINTED_CHARACTERS} more characters`;

const paper = (stream: 'out' | 'error'): Writable =>
  new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      send({ is: 'printed', stream, text: shown(chunk.toString()) });
      done();
    },
  });
const [out, error] = [paper('out'), paper('error')];
globalThis.console = new Console({ stdout: out, stderr: error });
process.stdout.write = out.write.bind(out) as typeof process.stdout.write;
process.stderr.write = error.write.bind(error) as typeof process.stderr.write;

let handler: Handler | undefined;
let told = new Set<string>();

installInstanceEnvironment();
leadEarlierSdks(() => addressFrom(process.env));

port.on('message', (message: CallMessage) => void answer(message));

async function answer({ eventText, context, variables }: CallMessage): Promise<void> {
  Object.assign(process.env, variables);
  try {
    handler ??= await load();
    send({ is: 'began', files: newFiles() });
    const main = handler;
    const result = await runWithVariables(variables, () =>
      callHandler(main, JSON.parse(eventText), context, untilIdle),
    );
    // What JSON has no word for, undefined and functions, becomes null.
    const text = (JSON.stringify(result) as string | undefined) ?? 'null';
    forget(variables);
    send({ is: 'answered', text, files: newFiles() });
  } catch (failure) {
    forget(variables);
    const stack = failure instanceof Error ? (failure.stack ?? failure.message) : inWords(failure);
    const whileLoading = handler === undefined;
    send({ is: 'failed', message: inWords(failure), stack, whileLoading, files: newFiles() });
  }
}

async function load(): Promise<Handler> {
  lendSdk(sdkFrom, directory, isModule);
  const loaded: unknown = isModule ? await import(pathToFileURL(file).href) : (createRequire(file)(file) as unknown);
  const found = exportOf(loaded) ?? exportOf((loaded as { default?: unknown } | null)?.default);
  if (found === undefined) throw new Error(`${file} exports no ${exportName}`);
  return found;
}

function exportOf(loaded: unknown): Handler | undefined {
  if ((typeof loaded !== 'object' && typeof loaded !== 'function') || loaded === null) return undefined;
  const found = (loaded as Record<string, unknown>)[exportName];
  return typeof found === 'function' ? (found as Handler) : undefined;
}

function forget(variables: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
}

/** Files that were loaded since this was last asked, packages left out: when one changes, this instance is old. */
function newFiles(): readonly string[] {
  const { _cache } = Module as unknown as { _cache: Readonly<Record<string, unknown>> };
  const files = Object.keys(_cache).filter((path) => !told.has(path) && !/[\\/]node_modules[\\/]/.test(path));
  told = new Set([...told, ...files]);
  return files;
}

/** Only this port would keep the thread busy: without it, the thread says when it has nothing left to do. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    process.once('beforeExit', () => {
      port.ref();
      resolve();
    });
    port.unref();
  });
}
