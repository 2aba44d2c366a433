/**
 * Stands for `@tarojs/taro` in the mini-program and does what that does. Taro's own takes its runtime apart after it has
 * required all of it, so that nothing of the runtime could be left out of what a phone fetches at the start.
 */
/* eslint-disable @typescript-eslint/no-require-imports -- other packages of Taro ask for this one by require */
const hooks = require('@tarojs/runtime').hooks;
const taro = require('@tarojs/api').default;

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro);

module.exports = taro;
module.exports.default = taro;
