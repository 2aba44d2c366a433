import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { build } from 'esbuild';
import type { SdkDatabase } from './sdk-database';

/** An emulator in a process of its own, to be killed. */
export type KillableEmulator = {
  readonly database: SdkDatabase;
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  readonly child: ChildProcess;
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
};

// Without these the SDK looks for the platform it runs on, over the network, at every request. SILENCE keeps it from
// warning of slow requests when in truth they were killed.
const platform = {
  SILENCE: 'true',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local-env',
};

/** Builds the program that is killed, once: to translate it at each start would take most of a test. */
export async function buildProgram(folder: string): Promise<string> {
  Object.assign(process.env, platform);
  const outfile = join(folder, 'served-file.cjs');
  const entryPoints = [join(__dirname, 'served-file.ts')];
  const external = ['libsql', 'esbuild'];
  await build({ entryPoints, outfile, external, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  return outfile;
}

/**
 * Starts it on a data file.
 *
 * @param as how the program is to be run; for limits that only a shell can set
 * @throws what the emulator says when it refuses to start
 */
export async function startKillable(
  program: string,
  dataFile: string,
  as: { readonly uid?: number } = {},
): Promise<KillableEmulator> {
  const env = { ...process.env, NODE_PATH: join(__dirname, '../../node_modules') };
  const child = fork(program, [dataFile], { execArgv: [], env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], ...as });
  const [told] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  if (typeof told === 'object' && told !== null && 'refusal' in told) throw new Error(String(told.refusal));
  if (typeof told !== 'object' || told === null || !('address' in told)) throw new Error('the emulator did not start');
  const serviceUrl = `${String(told.address)}/admin`;
  const app = tcb.init({ env: 'local-env', secretId: 'x', secretKey: 'x', serviceUrl });
  const ended = async (act: () => void): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    act();
    await exit;
  };
  return {
    database: app.database() as unknown as SdkDatabase,
    address: String(told.address),
    child,
    kill: () => ended(() => child.kill('SIGKILL')),
    stop: () => ended(() => child.send('stop')),
  };
}
