import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * The emulator as one file of JavaScript, built when its sources have changed and kept by their hash: reading it takes a
 * tenth of what a translation at each start would.
 *
 * @param {string} root the emulator's folder
 * @returns {Promise<string>} the path of the file
 */
export async function bundleOf(root) {
  const files = sourcesIn(root);
  const hash = createHash('sha256').update(root).update(process.version);
  for (const file of files) hash.update(file).update(readFileSync(file));
  const name = `${hash.digest('hex').slice(0, 32)}.cjs`;
  const folders = cacheFolders(root);
  const kept = folders.map((folder) => join(folder, name)).find((file) => existsSync(file) && isOurs(dirname(file)));
  if (kept !== undefined) return kept;
  const text = await translate(root);
  const folder = folders.find((candidate) => canWrite(candidate));
  if (folder === undefined) throw new Error(`没有可写的缓存目录：${folders.join('、')}`);
  const file = join(folder, name);
  // Two that start at once must not read each other's half.
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  forgetOld(folder, name);
  return file;
}

const left = new Set(['node_modules', 'bench', 'testing', 'page']);

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return left.has(entry.name) ? [] : sourcesIn(path);
      return /\.(ts|tsx|mjs|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** Beside the packages, or where those may not be written to, among temporary files. */
function cacheFolders(root) {
  const packages = [];
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === 'node_modules') packages.push(folder);
    else if (existsSync(join(folder, 'node_modules'))) packages.push(join(folder, 'node_modules'));
  }
  return [
    ...packages.slice(0, 1).map((folder) => join(folder, '.cache', 'union-station-emulator')),
    join(tmpdir(), `union-station-emulator-${process.getuid?.() ?? 'user'}`),
  ];
}

function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurs(folder)) return false;
    const trial = join(folder, `.${process.pid}`);
    writeFileSync(trial, '');
    rmSync(trial);
    return true;
  } catch {
    return false;
  }
}

/** What somebody else has put among the temporary files must not be run. */
function isOurs(folder) {
  if (!folder.startsWith(tmpdir()) || process.getuid === undefined) return true;
  const status = lstatSync(folder);
  return status.isDirectory() && status.uid === process.getuid() && (status.mode & 0o022) === 0;
}

const KEPT = 3;

function forgetOld(folder, name) {
  readdirSync(folder)
    .filter((file) => file.endsWith('.cjs') && file !== name)
    .map((file) => ({ file, at: statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.at - a.at)
    .slice(KEPT)
    .forEach(({ file }) => rmSync(join(folder, file), { force: true }));
}

async function translate(root) {
  const { build } = createRequire(join(root, 'package.json'))('esbuild');
  const common = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', write: false, logLevel: 'error' };
  const program = await build({ ...common, entryPoints: [join(root, 'functions', 'instance-program.ts')] });
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(root, 'serve.ts')],
    external: ['esbuild', 'libsql'],
    define: { BUILT_INSTANCE_PROGRAM: JSON.stringify(program.outputFiles[0].text) },
    // Packages are looked for where the emulator is, wherever this file is kept.
    banner: { js: `require = require('node:module').createRequire(${JSON.stringify(join(root, 'package.json'))});` },
    plugins: [ownPlace(root)],
  });
  return outputFiles[0].text;
}

/** Lets each module see the place of its source, though all of them end up in one file. */
function ownPlace(root) {
  return {
    name: 'own-place',
    setup(building) {
      building.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!path.startsWith(root) || !/\b__(file|dir)name\b/.test(text)) return undefined;
        const place = `const __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))};`;
        return { contents: `${place} ${text}`, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}
