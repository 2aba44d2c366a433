import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import path from 'node:path';
import type { ActionName, AnswerFor, InputFor } from '../types/contracts';
import { listen } from '../emulator/gateway/listen';
import { root } from '../scripts/places';

/** `npm start` in a process of its own, so that it can be killed. */
export type Served = {
  readonly address: string;
  readonly port: number;
  kill(signal: 'SIGKILL' | 'SIGINT'): Promise<number | null>;
};

/** @param port 0 for any that is free */
export async function serve(dataFile: string, port: number): Promise<Served> {
  if (port === 0) return serveAnywhere(dataFile);
  const at = String(port);
  const words = ['--import', 'tsx', path.join(root, 'scripts', 'start.ts'), '--port', at, '--data', dataFile];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await addressOf(child);
  return {
    address,
    port: Number(new URL(address).port),
    kill: (signal) =>
      new Promise((resolve) => {
        child.once('exit', (code) => resolve(code));
        child.kill(signal);
      }),
  };
}

/** Somebody else may take a port between the look and the start. */
async function serveAnywhere(dataFile: string): Promise<Served> {
  for (;;) {
    const served = await serve(dataFile, await freePort()).catch((error: unknown) => {
      if (/端口已被占用/.test(String(error))) return null;
      throw error;
    });
    if (served !== null) return served;
  }
}

/** Not among those that the system lends to whoever connects: a machine that comes back must find its own again. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const isFree = await listen(port, () => undefined).then(
      (listening) => listening.stop().then(() => true),
      () => false,
    );
    if (isFree) return port;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /打开\s+(http:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined && said.includes('Ctrl-C')) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code ?? 'a signal'}:\n${said}`)));
  });
}

/** Asks over the gateway as a phone on H5 would; null when no answer came. */
export async function ask<Name extends ActionName>(
  address: string,
  token: string,
  name: Name,
  input: InputFor<Name>,
): Promise<AnswerFor<Name> | null> {
  const [domain, action] = name.split('.');
  try {
    const response = await fetch(`${address}/v1/functions/${domain ?? ''}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ action, input }),
    });
    return response.ok ? ((await response.json()) as AnswerFor<Name>) : null;
  } catch {
    return null;
  }
}

/** A phone that never gives up: it asks again until somebody answers. A fault is no answer either. */
export async function insist<Name extends ActionName>(
  addressNow: () => string,
  token: string,
  name: Name,
  input: InputFor<Name>,
): Promise<AnswerFor<Name>> {
  for (;;) {
    const answer = await ask(addressNow(), token, name, input);
    const isBusy = answer !== null && 'refusal' in answer && answer.refusal === 'busy';
    if (answer !== null && !('fault' in answer) && !isBusy) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
