import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..');
const target = process.env['TARO_ENV'] ?? 'h5';
const dev = process.env['NODE_ENV'] === 'development';

/** Set by scripts/build-client.ts alone: the build that shows demonstration identities. */
const emulator = target === 'h5' && process.env['UNION_EMULATOR'] === 'yes';
const defaultOutput = target === 'h5' && !emulator ? 'dist/h5-production' : `dist/${target}`;
const outputRoot = process.env['UNION_OUTPUT'] ?? defaultOutput;

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const types = path.join(root, 'types');
const fromPackage = (name: string) => path.join(root, 'node_modules', name);

type Chain = {
  cache(options: object): unknown;
  merge(options: object): unknown;
};

/**
 * One copy of the kit and of what it stands on, one of the contracts and their reader, and one of whatever else two
 * pages share; Taro would put one into each page. The kit is fetched at the start, with what every page has, the others
 * with the first page that needs them.
 */
function gatherShared(chain: Chain): void {
  const kit = {
    name: 'kit',
    test: /client\/src\/(?!pages\/|features\/|persona\/|queue\/|platform\/(?:map-view|location|photo|paint|save-file))|node_modules\/(react|@tarojs\/components|@tarojs\/taro-h5\/dist\/api\/ui\/navigation-bar|@babel\/runtime)\//,
    chunks: 'all',
    enforce: true,
    priority: 50,
  };
  const reader = `${fromPackage('zod')}${path.sep}`;
  const contract = {
    name: 'contract',
    test: ({ resource = '' }: { resource?: string }) =>
      resource.startsWith(`${types}${path.sep}`) || resource.startsWith(reader),
    chunks: 'async',
    enforce: true,
    priority: 40,
  };
  const shared = {
    test: /client\/src\/(features|platform|queue)\/|node_modules\//,
    chunks: 'async',
    minChunks: 2,
    enforce: true,
    priority: 30,
  };
  chain.merge({ optimization: { splitChunks: { cacheGroups: { kit, contract, shared } } } });
}

/**
 * H5 only, and only for production builds. With a warm cache a weapp build loses from base.wxml the templates of
 * components that only unchanged modules use, because Taro collects them while parsing; the build says success.
 * Taro's own `cache.enable` does the same, and never writes when sourceRoot is not `src`.
 */
function keepWebpackCache(chain: Chain): void {
  if (dev) return;
  chain.cache({
    type: 'filesystem',
    cacheDirectory: path.join(root, 'node_modules/.cache/taro-webpack'),
    name: emulator ? 'h5-emulator' : 'h5-production',
    buildDependencies: {
      config: ['config/index.ts', 'babel.config.js', 'client/src/app.config.ts', 'package-lock.json'].map((file) =>
        path.join(root, file),
      ),
    },
  });
}

/** Styles of components that we do not use, with a font of their icons. */
function leaveOutComponentStyles(chain: Chain): void {
  chain.merge({ resolve: { alias: { '@tarojs/components/dist/taro-components/taro-components.css': false } } });
}

/** Whoever takes all of the runtime keeps all of it in what is fetched at the start. */
function leaveOutUnusedRuntime(chain: Chain): void {
  chain.merge({ resolve: { alias: { '@tarojs/taro$': path.join(root, 'config/taro-of-weapp.cjs') } } });
}

const cssModules = {
  enable: true,
  config: { namingPattern: 'module' as const, generateScopedName: '[local]_[hash:base64:4]' },
};

export default defineConfig({
  projectName: 'union-station',
  date: '2026-11-1',
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'client/src',
  outputRoot,
  alias: { '@': path.join(root, 'client/src'), '@contract': types },
  plugins: [path.join(root, 'config/weapp-aria.ts')],
  defineConstants: {
    EMULATOR: JSON.stringify(emulator),
    API_BASE: JSON.stringify(process.env['API_BASE'] ?? ''),
    TILE_URL: JSON.stringify(process.env['TILE_URL'] ?? ''),
    TILE_ATTRIBUTION: JSON.stringify(process.env['TILE_ATTRIBUTION'] ?? ''),
    CLOUD_ENV: JSON.stringify(process.env['CLOUD_ENV'] ?? ''),
    CLIENT_VERSION: JSON.stringify(version),
  },
  // WeChat's map takes pictures by their place in the package.
  copy: {
    patterns: target === 'weapp' ? [{ from: 'client/src/map-pins', to: `${outputRoot}/map-pins` }] : [],
    options: {},
  },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: dev } },
  cache: { enable: false },
  terser: {
    enable: true,
    config: {
      ecma: 2018,
      // Taro leaves most of these off to build faster.
      compress: {
        ecma: 2018,
        passes: 2,
        arrows: true,
        collapse_vars: true,
        inline: true,
        join_vars: true,
        reduce_vars: true,
      },
      // Chinese as it is: escaped it would take twice the room.
      output: { ecma: 2018, ascii_only: false },
    },
  },
  mini: {
    // Nothing of ours is written as HTML, and its parser is fetched at the start.
    runtime: { enableInnerHTML: false },
    optimizeMainPackage: { enable: true },
    // Files outside sourceRoot are not transpiled otherwise, and these packages ship newer syntax than old phones read.
    compile: { include: [types, fromPackage('zod'), fromPackage('qr'), fromPackage('@noble/hashes')] },
    // px stay px: text in rpx would shrink on the small phones that need it large.
    postcss: { pxtransform: { enable: false, config: {} }, cssModules },
    webpackChain: leaveOutUnusedRuntime,
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    devServer: { open: false },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    compile: { include: [types, fromPackage('zod'), fromPackage('qr'), fromPackage('@noble/hashes')] },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: false, config: {} }, cssModules },
    webpackChain(chain: Chain) {
      gatherShared(chain);
      leaveOutComponentStyles(chain);
      keepWebpackCache(chain);
    },
  },
});
