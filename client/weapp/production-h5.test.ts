import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const output = path.resolve(__dirname, '../../dist/h5-production');

function scripts(): { file: string; code: string }[] {
  if (!existsSync(output)) throw new Error('dist/h5-production is not built: npm run build:h5');
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file: path.relative(output, file), code: readFileSync(file, 'utf8') }));
}

it('knows no demonstration identities in production', () => {
  const built = scripts();
  expect(built.filter(({ file }) => file.endsWith('.js')).length).toBeGreaterThan(3);
  const knowing = built.filter(({ code }) => /persona|演示身份|\/emulator\//i.test(code)).map(({ file }) => file);
  expect(knowing).toEqual([]);
});
