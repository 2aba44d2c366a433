import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { functionNotFound, executeFail, responseTooLarge, MOST_PAYLOAD_BYTES } from './function-errors';
import { platformVariable } from './call-environment';
import { fileChanges } from './file-changes';
import type { FunctionFolder } from './function-folder';
import { findFunction } from './function-folder';
import { startInstance } from './instance';
import type { InstancePool } from './instance-pool';
import { instancePool } from './instance-pool';
import { contextOf, ofCall, ofEveryCall } from './invocation';
import { whereBroken } from './load-failure';
import type { FunctionRunner, FunctionTask } from './runner';
import type { FunctionSettings } from './settings';

type IsolatedRunnerOptions = {
  readonly directory: string;
  readonly settings: Readonly<Record<string, FunctionSettings>>;
  readonly mostInstances: number;
  readonly idleMs: number;
  readonly log: (line: string) => void;
};

/** A function found, and the instances that run it. Kept by what decides them: another folder is another function. */
type Running = { readonly folder: FunctionFolder; readonly pool: InstancePool };

/** Runs functions as the cloud does: each in instances of its own, one call at a time in each. */
export function isolatedRunner(options: IsolatedRunnerOptions): FunctionRunner {
  const { directory, settings, mostInstances, idleMs, log } = options;
  const functions = new Map<string, Running>();

  const open = (name: string, folder: FunctionFolder, task: FunctionTask): Running => {
    const changes = fileChanges([folder.directory, ...(folder.isModule ? sharedFolders(directory) : [])]);
    const pool = instancePool({
      mostInstances,
      idleMs,
      version: () => changes.version(),
      start: (onDeath) =>
        startInstance({
          ...folder,
          environment: { ...ownVariables(), ...task.environment, ...ofEveryCall(task.platform) },
          memoryMb: task.memoryMb,
          onFiles: (files) => changes.watch(files),
          log: (line) => log(`[${name}] ${line}`),
          onDeath,
        }),
    });
    return { folder, pool };
  };

  const runningOf = (name: string, task: FunctionTask): Running => {
    const folder = findFunction(directory, name, settings[name]);
    const known = functions.get(name);
    if (folder === undefined) {
      known?.pool.close();
      functions.delete(name);
      throw functionNotFound();
    }
    if (known?.folder.file === folder.file && known.folder.isModule === folder.isModule) return known;
    known?.pool.close();
    const opened = open(name, folder, task);
    functions.set(name, opened);
    return opened;
  };

  return {
    async run(task) {
      const { invocation, timeLimitMs, memoryMb, platform } = task;
      const name = invocation.functionName;
      const { pool, folder } = runningOf(name, task);
      const print = (line: string): void => {
        invocation.print(line);
        log(`[${name}] ${line}`);
      };
      const answer = await pool.run(
        {
          eventText: JSON.stringify(task.event),
          context: {
            ...contextOf(invocation, platform, { timeLimitMs, memoryMb }),
            callbackWaitsForEmptyEventLoop: true,
          },
          variables: ofCall(platform),
          timeLimitMs,
          memoryMb,
          print,
        },
        invocation.chain.filter((caller) => caller === name).length,
      );
      if ('failure' in answer) {
        const { message, stack } = answer.failure;
        print(`error: ${stack}`);
        throw executeFail(whereBroken(folder, message, stack) ?? message);
      }
      if (Buffer.byteLength(answer.text) > MOST_PAYLOAD_BYTES) throw responseTooLarge();
      return JSON.parse(answer.text) as unknown;
    },
    close() {
      for (const { pool } of functions.values()) pool.close();
    },
  };
}

/** The developer's own variables, those left out that only a call may have. */
function ownVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || platformVariable.test(name) ? [] : [[name, value]],
    ),
  );
}

/** Folders beside the functions that are none: what functions share. */
function sharedFolders(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .filter((entry) => findFunction(root, entry.name) === undefined)
    .map((entry) => join(root, entry.name));
}
