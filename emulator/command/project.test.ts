import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { functionFolders } from '../testing/function-folders';
import { readCollections } from './collections-file';
import { findProject } from './project';

const main = 'exports.main = () => 1;';
const projects = functionFolders({
  'clumsy/cloudbaserc.json': JSON.stringify({
    functionRoot: 'cloudfunctions',
    functions: [
      { name: 'slashed', dir: 'plain/' },
      { name: 'beside', dir: './cloudfunctions/plain' },
      { name: 'absent' },
      { name: 'empty' },
      { name: 'elsewhere', handler: 'src/app.main' },
      { name: 'constructor' },
    ],
  }),
  'clumsy/cloudfunctions/plain/index.js': main,
  'clumsy/cloudfunctions/empty/app.js': main,
  'clumsy/cloudfunctions/elsewhere/index.js': main,
  'clumsy/cloudfunctions/common/shared.js': '',
  'clumsy/cloudfunctions/typed/src/index.ts': '',
  'clumsy/cloudfunctions/untold/src/index.ts': '',
  'clumsy/cloudfunctions/有名/index.js': main,
  'clumsy/cloudfunctions/a.b/index.js': main,
  'clumsy/cloudfunctions/commented/index.js': main,
  'clumsy/cloudfunctions/commented/config.json': '{ "triggers": [] // none\n}',
  'clumsy/cloudfunctions/listed/index.js': main,
  'clumsy/cloudfunctions/listed/config.json': '[1]',
  'clumsy/cloudfunctions/toString/index.js': main,
  'shared/functions/constructor/shared.js': '',
  'shared/functions/valueOf/index.js': main,
  'shared/functions/__proto__/shared.js': '',
  'linked/real/index.js': main,
  'linked/functions/plain/index.js': main,
  'strange/.env/pyvenv.cfg': '',
  'strange/cloudbaserc.json': '{}',
  'strange/functions/plain/index.js': main,
  'strange/functions/device/app.js': main,
  'strange/functions/folder/index.js/app.js': main,
});
afterAll(() => projects.remove());

describe('the functions of a project that was put together in a hurry', () => {
  const found = () => findProject(join(projects.root, 'clumsy'), undefined, {});

  it('are those that can be called', () => {
    expect(found().functionNames).toEqual([
      'beside',
      'commented',
      'listed',
      'plain',
      'slashed',
      'toString', // prettier-ignore
    ]);
  });

  it.each([
    ['absent', '没有目录'],
    ['constructor', '没有目录'],
    ['empty', 'handler index.main'],
    ['elsewhere', 'handler src/app.main'],
    ['typed、untold', 'npx esbuild src/index.ts'],
    ['有名', '不能作函数名'],
    ['a.b', '不能作函数名'],
    [join('commented', 'config.json'), '不是有效的 JSON'],
    [join('listed', 'config.json'), '应是一个 JSON 对象'],
  ])('%s is one sentence, that says: %s', (name, words) => {
    const about = found().notices.filter(
      (notice) => notice.includes(` ${name} `) || notice.includes(`${name} 不`) || notice.includes(`${name} 应`),
    );
    expect(about).toEqual([expect.stringContaining(words)]);
  });

  it('a folder of what they share is no reason to say anything', () => {
    expect(found().notices.join('\n')).not.toContain('common');
  });

  it('may have the names that every object has, and so may a folder of what they share', () => {
    const { functionNames, notices } = findProject(join(projects.root, 'shared'), undefined, {});
    expect([functionNames, notices]).toEqual([['valueOf'], []]);
  });

  it('may be a link to a folder elsewhere', () => {
    const directory = join(projects.root, 'linked');
    symlinkSync(join(directory, 'real'), join(directory, 'functions/link'));
    expect(findProject(directory, undefined, {}).functionNames).toEqual(['link', 'plain']);
  });

  it('are not found in links that lead in a circle or nowhere, in devices, in folders with the name of a file', () => {
    const directory = join(projects.root, 'strange');
    for (const [target, path] of [
      ['circle', 'circle'],
      ['absent', 'nowhere'],
      ['..', 'above'],
      ['/dev/null', 'device/index.js'],
      ['/dev/null', 'plain/config.json'],
      ['/dev/null', 'file'],
    ] as const) {
      symlinkSync(target, join(directory, 'functions', path));
    }
    const { functionNames, notices } = findProject(directory, undefined, {});
    expect(functionNames).toEqual(['plain']);
    expect(notices).toEqual([expect.stringContaining(`${join('plain', 'config.json')} 不是普通文件`)]);
  });
});

describe('a file of collections', () => {
  const read = (collections: unknown) => {
    projects.write({ 'collections.json': JSON.stringify({ collections }) });
    return readCollections(projects.root, join(projects.root, 'collections.json'));
  };

  it('names them, with indexes in either notation; the index of ids goes without saying', async () => {
    const indexes = [
      { name: '_id_', keys: { _id: 1 } },
      { keys: { at: -1, place: '2dsphere' } },
      { name: 'n', keys: [['n', 1]] },
    ];
    expect(await read(['a', { name: 'b', indexes }])).toEqual([
      { name: 'a', indexes: [] },
      {
        name: 'b',
        indexes: [
          {
            name: 'at_-1_place_2dsphere',
            keys: [
              ['at', -1],
              ['place', '2dsphere'],
            ],
          },
          { name: 'n', keys: [['n', 1]] },
        ],
      },
    ]);
  });

  it.each([
    [[''], '名字不能是 ""'],
    [['a\0b'], '名字不能是 "a\\u0000b"'],
    [['a', { name: 'a' }], '集合 a 写了两次'],
    [[null], '没有 name'],
    [[{ name: 'a', indexes: {} }], 'indexes 应是列表'],
    [[{ name: 'a', indexes: [{ keys: {} }] }], '没有 keys'],
    [[{ name: 'a', indexes: [{ keys: { b: 'text' } }] }], '索引键应是'],
    [[{ name: 'a', indexes: [{ keys: { b: 1 } }, { keys: { b: 1 } }] }], '已有名为 b_1 的索引'],
    [[{ name: 'a', indexes: [{ name: '_id_', keys: { b: 1 } }] }], '已有名为 _id_ 的索引'],
    [[{ name: 'a', indexes: [{ keys: { b: 1 }, unique: 'yes' }] }], 'true 或 false'],
    ['a', '没有 collections'],
  ])('that says %j is refused in a sentence', async (collections, words) => {
    await expect(read(collections)).rejects.toThrow(words);
  });
});
