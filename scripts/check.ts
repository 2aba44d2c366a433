import { run } from './run';

/** What a machine can check without running anything: form, types, lint with import zones. */
export const checks: readonly { readonly name: string; readonly words: readonly string[] }[] = [
  { name: 'prettier', words: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', words: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'eslint', words: ['node_modules/eslint/bin/eslint.js', '.'] },
];

if (require.main === module) {
  void (async () => {
    for (const { name, words } of checks) {
      console.log(`— ${name}`);
      await run(process.execPath, words);
    }
  })().catch(() => process.exit(1));
}
