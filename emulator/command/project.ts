import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFile, isFolder } from '../functions/entry-kind';
import type { FunctionSettings } from '../functions/settings';
import { readVariables } from './arguments';
import type { ProjectSettings } from './cloudbaserc';
import { byName, readCloudbaserc, triggersOf } from './cloudbaserc';
import { readJsonObject } from './json-file';
import { isCallable, leftOut } from './left-out';
import { Refusal } from './refusal';

/** The functions of a project and how they are deployed. */
export type Project = {
  readonly functionsDirectory: string;
  readonly functionNames: readonly string[];
  readonly settings: Readonly<Record<string, FunctionSettings>>;
  readonly environmentId: string | undefined;
  /** Sentences for whoever started the command. */
  readonly notices: readonly string[];
};

/**
 * Finds the functions of a project: where it is told, else where cloudbaserc.json or project.config.json say, else in
 * `cloudfunctions/` or `functions/`.
 *
 * @param environment variables given with the command: they win over those of cloudbaserc.json
 * @throws Refusal where there is no such folder
 */
export function findProject(
  directory: string,
  told: string | undefined,
  environment: Readonly<Record<string, string>>,
): Project {
  const settings = projectSettings(directory, environment);
  const functionsDirectory = functionsOf(directory, told, settings?.functionRoot);
  const known = settings?.functions ?? byName([]);
  const beside = readdirSync(functionsDirectory).filter((name) => known[name]?.directory === undefined);
  const elsewhere = Object.keys(known).filter((name) => known[name]?.directory !== undefined);
  const functionNames = [...new Set([...beside, ...elsewhere])]
    .filter((name) => isCallable(functionsDirectory, name, known[name]))
    .sort();
  const unread: string[] = [];
  const all = functionNames.map((name) => {
    const own = known[name] ?? {};
    const triggers = own.triggers ?? triggersBeside(own.directory ?? join(functionsDirectory, name), unread);
    return [name, { ...own, triggers, environment: { ...own.environment, ...environment } }] as const;
  });
  return {
    functionsDirectory,
    functionNames,
    settings: byName(all),
    environmentId: settings?.environmentId,
    notices: [
      ...noticesOf(settings, functionsDirectory, told),
      ...leftOut(functionsDirectory, known, functionNames),
      ...unread,
    ],
  };
}

function noticesOf(
  settings: ProjectSettings | undefined,
  functionsDirectory: string,
  told: string | undefined,
): readonly string[] {
  const unset = settings?.unset ?? [];
  const said = settings?.functionRoot;
  const notices: string[] = [];
  if (unset.length > 0) {
    notices.push(`cloudbaserc.json 用到而没有设置的变量：${unset.join('、')}（可用 --env 或 .env 设置）`);
  }
  if (told === undefined && said !== undefined && said !== functionsDirectory) {
    notices.push(
      `cloudbaserc.json 写的云函数目录 ${said} 不存在（若由构建生成，请先构建），改用 ${functionsDirectory}`,
    );
  }
  return notices;
}

function projectSettings(
  directory: string,
  environment: Readonly<Record<string, string>>,
): ProjectSettings | undefined {
  const content = readJsonObject(join(directory, 'cloudbaserc.json'));
  if (content === undefined) return undefined;
  // As the vendor's command line tool does, which fills in the same file when it deploys.
  const files = ['.env', '.env.local'].map((name) => join(directory, name)).filter(isFile);
  const variables = Object.assign({}, process.env, ...files.map(readVariables), environment) as Record<string, string>;
  return readCloudbaserc(content, directory, variables);
}

/** @param said by cloudbaserc.json: in many projects it is a template's, and the functions lie where WeChat's tool has them */
function functionsOf(directory: string, told: string | undefined, said: string | undefined): string {
  if (told !== undefined) {
    if (isFolder(told)) return told;
    throw new Refusal(`云函数目录 ${told} 不存在：请先构建，或用 --functions 指定另一个目录。`);
  }
  const config = readJsonObject(join(directory, 'project.config.json'));
  const root = config?.['cloudfunctionRoot'];
  const named = [said, root].filter((place): place is string => typeof place === 'string' && place !== '');
  const places = [...named, 'cloudfunctions', 'functions'];
  const found = places.map((place) => resolve(directory, place)).find(isFolder);
  if (found !== undefined) return found;
  throw new Refusal(`在 ${directory} 里找不到云函数目录（${places.join('、')}）：请用 --functions 指定。`);
}

/** The timers of a WeChat function's own config.json. Some functions keep something else under that name. */
function triggersBeside(directory: string, unread: string[]) {
  try {
    return triggersOf(readJsonObject(join(directory, 'config.json'))?.['triggers']);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    unread.push(`${error.message} 其中若有定时触发器，不会运行。`);
    return [];
  }
}
