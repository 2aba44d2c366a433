const babel = [
  'babel-jest',
  {
    configFile: false,
    babelrc: false,
    presets: [
      ['@babel/preset-env', { targets: { node: 'current' } }],
      '@babel/preset-typescript',
      ['@babel/preset-react', { runtime: 'automatic' }],
    ],
  },
];

/**
 * What no test puts another in the place of. Tests run in a context of their own, where each look at a global is slow:
 * given to every module by hand, an action with many documents takes half the time. Not Date, nor any timer.
 */
const sandboxInjectedGlobals = [
  ...['Array', 'BigInt', 'Boolean', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'Reflect'],
  ...['Set', 'String', 'Symbol', 'Uint8Array', 'WeakMap', 'isNaN', 'parseInt'],
];

/** Built and minified: there is nothing to transform, and doing so would take ten times as long as the tests. */
const built = '<rootDir>/dist/';

/** What measures how long a browser is busy: beside other tests it would measure those. */
const alone = '\\.alone\\.test\\.ts$';

const onNode = (name) => ({
  displayName: name,
  rootDir: '.',
  roots: [`<rootDir>/${name}`],
  testEnvironment: 'node',
  sandboxInjectedGlobals,
  testMatch: ['**/*.test.ts'],
  transform: { '\\.[jt]sx?$': babel },
  transformIgnorePatterns: [built, '/node_modules/(?!(supercluster|kdbush|@mapbox/tilebelt|@noble/hashes|qr)/)'],
  moduleNameMapper: { '^@contract/(.*)$': '<rootDir>/types/$1' },
});

/**
 * `npm test` runs every project. `weapp` reads the built mini-program and `e2e` drives a browser, so both need the
 * builds that `npm test` makes first.
 *
 * @type {import('jest').Config}
 */
const config = {
  projects: [
    onNode('types'),
    onNode('cloudfunctions'),
    onNode('emulator'),
    onNode('scripts'),
    {
      displayName: 'client',
      rootDir: '.',
      roots: ['<rootDir>/client/src'],
      testEnvironment: 'jsdom',
      sandboxInjectedGlobals,
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/client/testing/patience.ts'],
      transform: { '\\.[cm]?[jt]sx?$': babel },
      transformIgnorePatterns: ['/node_modules/(?!(qr|csv-parse|csv-stringify|@noble/hashes)/)'],
      moduleNameMapper: {
        '^@/(.*)$': '<rootDir>/client/src/$1',
        '^@contract/(.*)$': '<rootDir>/types/$1',
        '\\.module\\.scss$': '<rootDir>/client/testing/class-names.ts',
        '\\.s?css$': '<rootDir>/client/testing/class-names.ts',
        '^@tarojs/components$': '<rootDir>/client/testing/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/client/testing/taro-api.ts',
      },
    },
    {
      displayName: 'weapp',
      rootDir: '.',
      roots: ['<rootDir>/client/weapp'],
      testEnvironment: 'jsdom',
      sandboxInjectedGlobals,
      testMatch: ['**/*.test.ts'],
      transform: { '\\.ts$': babel },
      moduleNameMapper: { '^@contract/(.*)$': '<rootDir>/types/$1' },
    },
    { ...onNode('e2e'), testPathIgnorePatterns: [alone] },
    { ...onNode('e2e'), displayName: 'alone', testMatch: ['**/*.alone.test.ts'] },
  ],
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  // Then a test hangs. It is no promise of ours: on a busy machine a test takes ten times as long, and is as true.
  testTimeout: 600_000,
};

// Jest reads its configuration from a default export.
export default config;
