import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(__dirname, '..');
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx') && !entry.name.includes('.test.'))
  .map((entry) => path.join(entry.parentPath, entry.name));

/** The names between `at(` and its bracket; those that are computed are not seen. */
function namesIn(code: string): string[] {
  const calls = Array.from(code.matchAll(/\bat\(((?:[^()]|\([^()]*\))*)\)/g), ([, inside = '']) => inside);
  return calls.flatMap((inside) => Array.from(inside.matchAll(/(?<!=== )'([\w-]+)'/g), ([, name = '']) => name));
}

const styled = files
  .map((file) => ({ file, code: readFileSync(file, 'utf8') }))
  .map(({ file, code }) => ({ file, code, sheet: /from '(\.[^']*\.module\.scss)'/.exec(code)?.[1] }))
  .filter(({ sheet }) => sheet !== undefined);

it.each(
  styled.map(({ file, code, sheet = '' }) => [
    path.relative(source, file),
    code,
    path.resolve(path.dirname(file), sheet),
  ]),
)('finds every class of %s in its style sheet', (_, code, sheet) => {
  const rules = readFileSync(sheet, 'utf8');
  const missing = namesIn(code).filter((name) => !rules.includes(`.${name}`));
  expect(missing).toEqual([]);
});

it('takes every colour from the tokens', () => {
  const sheets = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.module.scss') && entry.name !== 'qr-code.module.scss')
    .map((entry) => path.join(entry.parentPath, entry.name));
  const own = sheets.filter((sheet) => /#[0-9a-f]{3,8}\b|rgba?\(/i.test(readFileSync(sheet, 'utf8')));
  expect(own.map((sheet) => path.relative(source, sheet))).toEqual([]);
});
