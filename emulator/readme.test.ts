import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
const database = tcb.init({ env: 'local-env', secretId: 'x', secretKey: 'x' }).database();

/** What the SDK calls otherwise than MongoDB does. */
const otherNames: Readonly<Record<string, string>> = {
  neq: 'ne',
  remove: 'unset',
  shift: 'pop',
  unshift: 'push',
  geoNear: 'nearSphere',
  text: 'text',
};

const methodsOf = (thing: object): readonly string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(thing)).filter((name) => name !== 'constructor');
const operatorOf = (name: string): string => `$${otherNames[name] ?? name}`;
const isNamed = (operator: string): boolean => new RegExp(`\\${operator}(?![A-Za-z0-9])`).test(readme);

describe('the README', () => {
  it.each([
    [
      'command of filters and updates',
      Object.keys(database.command).filter((name) => name !== 'aggregate' && name !== 'project'),
    ],
    ['operator of expressions', Object.keys(database.command.aggregate).filter((name) => name !== 'pipeline')],
    ['operator of projections', Object.keys(database.command.project)],
    [
      'stage',
      methodsOf(database.collection('things').aggregate()).filter(
        (name) => !['end', 'unwrap', 'done', '_pipe'].includes(name),
      ),
    ],
  ])('names every %s that the SDK can send', (_kind, names) => {
    expect(names.length).toBeGreaterThan(1);
    expect(names.map(operatorOf).filter((operator) => !isNamed(operator))).toEqual([]);
  });

  it('names tests that are there', () => {
    const named = [...readme.matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((file) => !existsSync(join(__dirname, file)))).toEqual([]);
  });

  it('names every test of a part', () => {
    const parts = ['aggregate', 'engine', 'expression', 'functions', 'geo', 'openapi', 'query', 'storage', 'wire'];
    const tests = parts.flatMap((part) => readdirSync(join(__dirname, part)).map((file) => `${part}/${file}`));
    const silent = tests.filter((file) => file.endsWith('.test.ts') && !readme.includes(`\`${file}\``));
    expect(silent).toEqual([]);
  });
});
