import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Domains never import one another, but by the doors named here. */
const domains = ['member', 'station', 'event', 'duty', 'matchmaking', 'review', 'notice'];
const doors = {
  member: ['./standing.ts'],
  review: ['./ledger.ts'],
  station: ['./directory.ts', './at-work.ts'],
  event: ['./mixer-guests.ts'],
  notice: ['./inbox.ts'],
};

const domainZones = domains.flatMap((target) =>
  domains
    .filter((from) => from !== target)
    .map((from) => ({
      target: `./cloudfunctions/${target}`,
      from: `./cloudfunctions/${from}`,
      except: doors[from] ?? [],
      message:
        'A domain never imports another, but by member/standing, review/ledger, station/directory, station/at-work, event/mixer-guests and notice/inbox.',
    })),
);

const zones = [
  {
    target: './client',
    from: ['./cloudfunctions', './emulator', './e2e', './scripts'],
    message: 'client → types only.',
  },
  {
    target: './types',
    from: ['./client', './cloudfunctions', './emulator', './e2e', './scripts'],
    message: 'types/ depends on nothing but zod/mini.',
  },
  {
    target: './cloudfunctions',
    from: ['./client', './e2e', './scripts'],
    message: 'cloudfunctions → types only.',
  },
  {
    target: './cloudfunctions/runtime',
    from: domains.map((domain) => `./cloudfunctions/${domain}`),
    message: 'The runtime knows no domain.',
  },
  {
    target: './emulator',
    from: ['./client', './cloudfunctions', './e2e', './scripts', './types'],
    message: 'The emulator is a product of its own.',
  },
  ...domainZones,
];

const onlyPlatformReadsTheClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Only runtime/platform.ts reads a clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Only runtime/platform.ts reads a clock.',
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.local/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.js'] } },
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-default-export': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['types/**'],
    ignores: ['types/**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.|zod/mini$)', message: 'types/ uses zod/mini and nothing else.' }] },
      ],
    },
  },
  {
    files: ['cloudfunctions/**', 'types/**'],
    ignores: ['cloudfunctions/runtime/platform.ts', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...onlyPlatformReadsTheClock] },
  },
  {
    // A Taro page and its configuration are found by their default export, and so is a tool's configuration.
    files: [
      'client/src/**/index.tsx',
      'client/src/app.tsx',
      '**/*.config.ts',
      'client/src/**/index.config.ts',
      'config/**',
      'jest.config.mjs',
      'eslint.config.mjs',
      'scripts/longest-first.mjs',
    ],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['scripts/**', 'emulator/serve.ts', 'emulator/bench/**', 'cloudfunctions/runtime/log.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      parserOptions: { projectService: false, program: null },
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
);
