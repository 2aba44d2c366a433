import { copyFileSync, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './places';

const fontPackage = path.join(root, 'node_modules', '@fontsource', 'noto-sans-sc');

/** Every slice of the one weight that certificates are printed in: names have rare signs. */
const isCertificateFont = (file: string): boolean => /^noto-sans-sc-(\d+|latin|latin-ext)-400-normal\.woff$/.test(file);

/** Files that a function reads beside its bundle, by the name they have there. */
function filesBeside(name: string): ReadonlyMap<string, string> {
  if (name !== 'duty') return new Map();
  const slices = readdirSync(path.join(fontPackage, 'files')).filter(isCertificateFont);
  return new Map([
    ['noto-sans-sc.json', path.join(fontPackage, 'unicode.json')],
    // The licence asks to go where the font goes.
    ['noto-sans-sc-LICENSE', path.join(fontPackage, 'LICENSE')],
    ...slices.map((file): [string, string] => [file, path.join(fontPackage, 'files', file)]),
  ]);
}

/** Puts them there, leaving alone what is there already. */
export function bringFilesBeside(name: string, folder: string): void {
  for (const [file, source] of filesBeside(name)) {
    const target = path.join(folder, file);
    if (!existsSync(target) || statSync(target).size !== statSync(source).size) copyFileSync(source, target);
  }
}
