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

const onNode = (name) => ({
  displayName: name,
  rootDir: '.',
  roots: [`<rootDir>/${name}`],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: { '\\.[jt]sx?$': babel },
  transformIgnorePatterns: ['/node_modules/(?!(supercluster|kdbush|@mapbox/tilebelt|@noble/hashes)/)'],
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
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
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
      testMatch: ['**/*.test.ts'],
      transform: { '\\.ts$': babel },
      moduleNameMapper: { '^@contract/(.*)$': '<rootDir>/types/$1' },
    },
    onNode('e2e'),
  ],
};

// Jest reads its configuration from a default export.
export default config;
