import type { Problems } from './read-problems';
import { formText } from './form-copy';

const words = formText.paths;

/** What is wrong at a place of the form, in a sentence that says what to do; null where the general one is good enough. */
function pathText(path: string): string | null {
  if (/^sessions\.\d+/.test(path)) return words.session;
  if (/^fields\.\d+\.options/.test(path)) return words.options;
  if (/^fields\.\d+\.askedIf/.test(path)) return words.askedIf;
  const named: Readonly<Record<string, string>> = words;
  return named[path] ?? null;
}

/** Where a problem is shown: quotas have their numbers in the answer and their names on the page. */
const shownAt = (path: string): string =>
  path
    .replace(/^form\./, '')
    .replace(/^quotas\..*$/, 'quotas')
    .replace(/^(sessions\.\d+)\..*$/, '$1')
    .replace(/^rule\..*$/, 'rule');

/** A sentence for each place of the form that the server found wrong. */
export const formProblems = (fields: Readonly<Record<string, string>>): Problems =>
  Object.fromEntries(
    Object.entries(fields).map(([path, text]) => {
      const at = shownAt(path);
      return [at, pathText(at) ?? text];
    }),
  );
