import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { RunningEmulator } from '../emulator';
import { startEmulator } from '../emulator';
import { isFolder } from '../functions/entry-kind';
import type { CommandArguments } from './arguments';
import { DEFAULT_PORT, readArguments } from './arguments';
import { readCollections } from './collections-file';
import type { Project } from './project';
import { findProject } from './project';
import { inOneSentence, Refusal } from './refusal';
import { USAGE } from './usage';

/** The command: reads what was typed, starts, says where, and ends on Ctrl-C. Sets the exit code, never throws. */
export async function runCommand(words: readonly string[]): Promise<void> {
  let port = DEFAULT_PORT;
  keepPrinting();
  try {
    const told = readArguments(words, process.cwd());
    port = told.port;
    if (told.wants === 'help') say(USAGE.trimEnd());
    else if (told.wants === 'version') say(version());
    else await start(told, process.cwd());
  } catch (error) {
    const sentence = inOneSentence(error, port);
    process.stderr.write(`${sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    process.exitCode = 1;
  }
}

async function start(told: CommandArguments, directory: string): Promise<void> {
  requireFolders(told);
  const project = findProject(directory, told.functions, told.environment);
  const notices = [...project.notices, ...setTimeZone(project, told.environment)];
  const collections = await readCollections(directory, told.collections);
  const dataFile = told.data ?? defaultDataFile(directory);
  if (dataFile !== ':memory:') mkdirSync(dirname(dataFile), { recursive: true });
  const emulator = await startEmulator({
    port: told.port,
    dataFile,
    collections,
    functions: { directory: project.functionsDirectory },
    functionSettings: project.settings,
    environment: told.environment,
    personas: told.personas,
    isolation: told.isolation,
    timers: told.timers,
    strict: told.strict,
    latencyMs: told.latencyMs,
    log: say,
    ...(told.timeLimitMs === undefined ? {} : { functionTimeLimitMs: told.timeLimitMs }),
    ...(project.environmentId === undefined ? {} : { environmentId: project.environmentId }),
    ...(told.site === undefined ? {} : { siteDirectory: told.site }),
    ...(told.files === undefined ? {} : { filesDirectory: told.files }),
  });
  endOnSignal(emulator);
  if (told.isolation === 'shared') outliveFunctions();
  say(`emulator at ${emulator.address}`);
  say(welcome(project, told, { address: emulator.address, directory, dataFile }));
  for (const notice of notices) say(notice);
}

function requireFolders({ site, files }: CommandArguments): void {
  if (site !== undefined && !isFolder(site)) throw new Refusal(`网页目录 ${site} 不存在：请先构建网页。`);
  if (files !== undefined && existsSync(files) && !isFolder(files))
    throw new Refusal(`${files} 是一个文件，不能作云存储的目录。`);
}

/** What a function throws after its answer ends an instance in the cloud; where all share a process, it must not end that. */
function outliveFunctions(): void {
  const report = (error: unknown): void =>
    say(`没有函数接住的错误：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** In the cloud it is UTC unless a variable of the function says otherwise; here a process has one time zone for all. */
function setTimeZone(project: Project, environment: Readonly<Record<string, string>>): readonly string[] {
  const zones = Object.values(project.settings).flatMap(({ environment: own }) => own?.['TZ'] ?? []);
  const [first = 'UTC', ...others] = [
    ...new Set([...(environment['TZ'] === undefined ? [] : [environment['TZ']]), ...zones]),
  ];
  process.env['TZ'] = first;
  return others.length === 0 ? [] : [`各函数的 TZ 不同，本机一律用 ${first}`];
}

/** Beside the project, and left out of its repository. */
function defaultDataFile(directory: string): string {
  const folder = join(directory, '.local-cloud');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.gitignore'), '*\n');
  return join(folder, 'data.sqlite');
}

function welcome(
  { functionNames, functionsDirectory, settings }: Project,
  { isolation, timers, personas }: CommandArguments,
  { address, directory, dataFile }: { readonly address: string; readonly directory: string; readonly dataFile: string },
): string {
  const rung = Object.values(settings).flatMap(({ triggers = [] }) => triggers).length;
  const shown = (path: string): string => (path.startsWith(directory) ? relative(directory, path) || '.' : path);
  return [
    `  云函数  ${functionNames.length === 0 ? '还没有' : functionNames.join(' ')}（${shown(functionsDirectory)}，${isolation === 'instances' ? '各有实例' : '同一进程'}）`,
    `  数据    ${shown(dataFile)}`,
    ...(rung === 0 ? [] : [`  定时器  ${rung} 个${timers ? '' : '，不运行'}`]),
    ...personas.map(({ id }) => `  身份    Authorization: Bearer persona:${id}`),
    `  控制台  ${address}/emulator/    按 Ctrl-C 结束`,
  ].join('\n');
}

function endOnSignal(emulator: RunningEmulator): void {
  let isEnding = false;
  const end = (): void => {
    // Whoever asks twice does not want to wait.
    if (isEnding) process.exit(1);
    isEnding = true;
    void emulator.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

/** Whoever stops reading, `| head -1` or a closed terminal, stops reading and nothing else. */
function keepPrinting(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
  }
}

function version(): string {
  const file = join(__dirname, '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
