import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import type { SdkDatabase } from '../testing/sdk-database';
import type { Canned } from './ceiling-process';
import type { Asked, Told } from './serving-process';

/** A server in a process of its own, and the SDK's database that talks to it. */
export type Server = { readonly address: string; readonly child: ChildProcess; end(): Promise<void> };

// Without these the SDK looks for the platform it runs on, over the network, at every request.
Object.assign(process.env, {
  SILENCE: 'true',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local-env',
});

export function databaseAt(address: string): SdkDatabase {
  const app = tcb.init({ env: 'local-env', secretId: 'x', secretKey: 'x', serviceUrl: `${address}/admin` });
  return app.database() as unknown as SdkDatabase;
}

/** @param execArgv flags of Node for that process, such as those of its profiler */
async function started(script: string, args: readonly string[], execArgv: readonly string[]): Promise<Server> {
  const child = fork(join(__dirname, script), args, { execArgv: ['--import', 'tsx', ...execArgv] });
  const [told] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  if (typeof told !== 'object' || told === null || !('address' in told)) throw new Error(`${script} did not start`);
  const end = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.send('end' satisfies Asked);
    await ended;
  };
  return { address: String(told.address), child, end };
}

/** The emulator on a data file. */
export const startServing = (dataFile: string): Promise<Server> =>
  started('serving-process.ts', [dataFile], (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter(Boolean));

/** The server that does nothing. */
export const startCeiling = (): Promise<Server> => started('ceiling-process.ts', [], []);

export async function can({ child }: Server, canned: Canned): Promise<void> {
  const ready = once(child, 'message');
  child.send(canned);
  await ready;
}

export async function memoryOf({ child }: Server): Promise<Extract<Told, { rssBytes: number }>> {
  const told = once(child, 'message');
  child.send('memory' satisfies Asked);
  const [memory] = (await told) as [Extract<Told, { rssBytes: number }>];
  return memory;
}

/** What a server answers to an act, action by action, heard on the way. */
export async function recorded(address: string, act: (database: SdkDatabase) => Promise<unknown>): Promise<Canned> {
  const canned: Record<string, string> = {};
  const between = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { action } = JSON.parse(body) as { action: string };
      void fetch(`${address}${request.url ?? ''}`, { method: 'POST', body })
        .then((answer) => answer.text())
        .then((text) => {
          canned[action] = text;
          response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
          response.end(text);
        });
    });
  });
  between.listen(0, '127.0.0.1');
  await once(between, 'listening');
  try {
    await act(databaseAt(`http://127.0.0.1:${(between.address() as AddressInfo).port}`));
    return canned;
  } finally {
    between.close();
    between.closeAllConnections();
  }
}
