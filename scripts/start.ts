import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contracts } from '../types/contracts';
import { collections } from '../cloudfunctions/runtime/collections';
import type { RunningEmulator } from '../emulator/emulator';
import { startEmulator } from '../emulator/emulator';
import { listen } from '../emulator/gateway/listen';
import { bringFunctionsUpToDate, functionsDirectory } from './build-functions';
import { checkDataFile } from './data-file';
import { keysBeside } from './local-keys';
import { localDirectory, root } from './places';
import { Failed, runScript } from './run';
import { personas } from './seed/personas';
import { isSeeded, seed } from './seed/seed';

const USAGE = `npm start [-- --fresh] [--port 8787] [--data <文件>] [--latency <毫秒>]

  --fresh      清空本机数据，从头开始
  --port       网页与云函数的端口，默认 8787
  --data       数据文件，默认 .local/union-station.sqlite
  --latency    每次数据库往返增加的毫秒数，用来体会云端的快慢`;

type Options = {
  readonly fresh: boolean;
  readonly port: number;
  readonly dataFile: string;
  readonly latencyMs: number;
};

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: path.join(localDirectory, 'union-station.sqlite') },
      latency: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) stop(USAGE, 0);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) stop(`端口应是 0 到 65535 的整数，不能是 ${values.port}。`);
  const latencyMs = Number(values.latency);
  if (!(latencyMs >= 0 && latencyMs <= 10_000)) stop(`--latency 应是 0 到 10000 的毫秒数，不能是 ${values.latency}。`);
  return { fresh: values.fresh, port, dataFile: path.resolve(values.data), latencyMs };
}

function stop(sentence: string, code = 1): never {
  console.log(sentence);
  process.exit(code);
}

async function main(): Promise<void> {
  const { fresh, port, dataFile, latencyMs } = readOptions();
  // Before the build, which takes its time, and before anything is deleted under somebody who is at work on it.
  await (await listen(port, () => undefined)).stop();
  checkDataFile(dataFile);
  await bringFunctionsUpToDate();
  await runScript('build-client.ts', ['h5', '--emulator', '--serve']);
  if (fresh) for (const end of ['', '-wal', '-shm', '.keys.json']) rmSync(`${dataFile}${end}`, { force: true });
  const isNew = !existsSync(dataFile);
  const environment = keysBeside(dataFile);
  const emulator = await startEmulator({
    dataFile,
    port,
    collections,
    functions: { directory: functionsDirectory },
    environment: { ...environment, WECHAT_API_URL: '{address}/wechat' },
    personas,
    siteDirectory: path.join(root, 'dist', 'h5'),
    latencyMs,
    strict: true,
    log: (line) => {
      // Not console.log: inside a call the emulator listens to it, and would hear itself.
      if (process.env['UNION_STATION_LOG'] !== undefined) process.stdout.write(`${line}\n`);
    },
  });
  const timers = runTimers(emulator);
  onSignal(async () => {
    clearInterval(timers);
    await emulator.stop();
  });
  Object.assign(process.env, environment);
  if (isNew || !isSeeded(emulator)) {
    emulator.reset();
    await seed(emulator);
  }
  console.log(welcome(emulator.address, dataFile));
}

/** The cloud's timers, on a laptop: every domain's clock work once a minute. */
function runTimers(emulator: RunningEmulator): NodeJS.Timeout {
  const tick = async (): Promise<void> => {
    for (const name of Object.keys(contracts)) await emulator.call(name, {}, { timer: 'everyMinute' });
  };
  return setInterval(() => void tick(), 60_000);
}

function onSignal(close: () => Promise<void>): void {
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    void close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

const welcome = (address: string, dataFile: string): string => `
  工会驿站 · Union Station

  打开        ${address}
  可以是谁    ${personas.map(({ id, name, about }) => `${name}：${about}\n              ${address}/?persona=${id}`).join('\n              ')}
  数据在      ${path.relative(root, dataFile).startsWith('..') ? dataFile : path.relative(root, dataFile)}（重来一遍：npm start -- --fresh）

  按 Ctrl-C 结束
`;

/** What is wrong with the command or with this machine, for whoever typed it; null when the fault is ours. */
function inWords(error: unknown): string | null {
  if (error instanceof Failed) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'EADDRINUSE')
    return '端口已被占用：请先结束占用它的程序，或换一个端口，例如 npm start -- --port 8788。';
  if ('syscall' in error && error.syscall === 'listen' && error.code === 'EACCES')
    return '没有权限使用这个端口：请换一个大于 1023 的端口，例如 npm start -- --port 8788。';
  if (String(error.code).startsWith('ERR_PARSE_ARGS')) return `看不懂这样的参数。用法：\n\n${USAGE}`;
  return null;
}

main().catch((error: unknown) => {
  const sentence = inWords(error);
  if (sentence === null) throw error;
  stop(sentence);
});
