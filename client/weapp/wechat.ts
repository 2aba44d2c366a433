/** WeChat as far as our pages ask it: a phone of plain JavaScript that remembers what was asked of it. */

type Options = Readonly<Record<string, unknown>> & {
  readonly success?: (result: object) => void;
  readonly fail?: (result: object) => void;
  readonly complete?: (result: object) => void;
};

export type Call = { readonly name: string; readonly options: Options };

/** What a function is asked, as `Taro.cloud.callFunction` sends it. */
export type Asked = { readonly domain: string; readonly action: string; readonly input: unknown };

export type WeChat = {
  readonly wx: Readonly<Record<string, unknown>>;
  readonly calls: readonly Call[];
  readonly storage: Map<string, unknown>;
};

const screen = {
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 667,
  windowWidth: 375,
  windowHeight: 603,
  statusBarHeight: 20,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
};
const about = {
  system: 'iOS 17',
  platform: 'devtools',
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
};

/** Chains and finds nothing: there is no layout here. */
function selectorQuery(): object {
  const found: ((result: null) => void)[] = [];
  const query: Record<string, unknown> = {};
  const chain = () => query;
  const remember = (...given: readonly unknown[]) => {
    const tell = given.find((argument) => typeof argument === 'function');
    if (tell !== undefined) found.push(tell as (result: null) => void);
    return query;
  };
  for (const name of ['select', 'selectAll', 'selectViewport', 'in']) query[name] = chain;
  for (const name of ['fields', 'boundingClientRect', 'scrollOffset', 'node', 'context']) query[name] = remember;
  query['exec'] = (done?: (results: null[]) => void) => {
    setTimeout(() => {
      found.forEach((tell) => tell(null));
      done?.(found.map(() => null));
    }, 0);
  };
  return query;
}

export function weChat(answer: (asked: Asked) => object): WeChat {
  const calls: Call[] = [];
  const storage = new Map<string, unknown>();

  const asking =
    (name: string, result: (options: Options) => object = () => ({})) =>
    (options: Options = {}): void => {
      calls.push({ name, options });
      const given = { errMsg: `${name}:ok`, ...result(options) };
      void Promise.resolve().then(() => {
        options.success?.(given);
        options.complete?.(given);
      });
    };
  const knowing =
    <Value>(value: Value) =>
    () =>
      value;

  const quiet = ['showToast', 'hideToast', 'navigateBack', 'redirectTo', 'setNavigationBarTitle', 'setKeepScreenOn'];
  const noted = ['navigateTo', 'switchTab', 'setClipboardData', 'setScreenBrightness', 'vibrateShort', 'reLaunch'];
  const wx = {
    ...Object.fromEntries([...quiet, ...noted].map((name) => [name, asking(name)])),
    getSystemInfoSync: knowing({ ...screen, ...about }),
    getWindowInfo: knowing(screen),
    getDeviceInfo: knowing(about),
    getAppBaseInfo: knowing(about),
    getSystemSetting: knowing({}),
    getAccountInfoSync: knowing({ miniProgram: { envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: knowing({ top: 24, left: 278, right: 365, bottom: 56, width: 87, height: 32 }),
    canIUse: knowing(true),
    nextTick: (then: () => void) => setTimeout(then, 0),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    getLocation: asking('getLocation', () => ({ longitude: 121.58, latitude: 31.26 })),
    openLocation: asking('openLocation'),
    scanCode: asking('scanCode', () => ({ result: 'code-of-a-card' })),
    getScreenBrightness: asking('getScreenBrightness', () => ({ value: 0.4 })),
    createSelectorQuery: selectorQuery,
    onAppRoute: () => undefined,
    onThemeChange: () => undefined,
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    getNetworkType: asking('getNetworkType', () => ({ networkType: 'wifi' })),
    cloud: {
      init: (options: Options) => void calls.push({ name: 'cloud.init', options }),
      callFunction(options: Options & { name: string; data: { action: string; input: unknown } }): Promise<object> {
        calls.push({ name: 'cloud.callFunction', options });
        const { action, input } = options.data;
        return Promise.resolve({ result: answer({ domain: options.name, action, input }) });
      },
    },
  };
  return { wx, calls, storage };
}
