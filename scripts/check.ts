import type { Step } from './side-by-side';
import { sideBySide } from './side-by-side';

/** The linter holds the types of the whole repository: more than Node.js allows by itself where memory is scarce. */
const ROOM = '--max-old-space-size=6144';

/** What a machine can check without running anything: lint with import zones, types, form; the longest first. */
export const checks: readonly Step[] = [
  { name: 'eslint', words: [ROOM, 'node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'types', words: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'prettier', words: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
];

if (require.main === module)
  void sideBySide(checks).then(({ failed }) => {
    process.exitCode = failed === 0 ? 0 : 1;
  });
