/** Taro's calls as far as our pages use them, on a phone of plain JavaScript. What was called is in `phone`. */
import { useEffect } from 'react';

Object.assign(globalThis, {
  EMULATOR: false,
  API_BASE: '',
  TILE_URL: '',
  TILE_ATTRIBUTION: '',
  CLOUD_ENV: '',
  CLIENT_VERSION: '0.0.0',
});

type Opened = { readonly by: 'switchTab' | 'navigateTo' | 'redirectTo' | 'navigateBack'; readonly url: string };

const shown = new Set<() => void>();
const hidden = new Set<() => void>();

export const phone = {
  storage: new Map<string, unknown>(),
  opened: [] as Opened[],
  clipboard: null as string | null,
  called: [] as string[],
  title: '',
  path: 'pages/home/index',
  parameters: {} as Record<string, string>,
};

// A browser's, which jsdom lacks; writable, since a test may refuse it or leave it out.
Object.defineProperty(navigator, 'clipboard', {
  configurable: true,
  writable: true,
  value: {
    writeText: (text: string) => {
      phone.clipboard = text;
      return Promise.resolve();
    },
  },
});

export function resetPhone(): void {
  phone.storage.clear();
  phone.opened = [];
  phone.clipboard = null;
  phone.called = [];
  phone.title = '';
  phone.path = 'pages/home/index';
  phone.parameters = {};
}

/** The page goes out of sight. */
export const hidePage = (): void => hidden.forEach((tell) => tell());

/** One leaves the page for another and comes back to it. */
export function showPage(): void {
  hidden.forEach((tell) => tell());
  shown.forEach((tell) => tell());
}

/** Runs when the page is shown, the first time included, as on a phone. */
export function useDidShow(tell: () => void): void {
  useEffect(() => {
    shown.add(tell);
    return () => {
      shown.delete(tell);
    };
  });
  useEffect(tell, []); // eslint-disable-line react-hooks/exhaustive-deps
}

export function useDidHide(tell: () => void): void {
  useEffect(() => {
    hidden.add(tell);
    return () => {
      hidden.delete(tell);
    };
  });
}
export const useReady = (tell: () => void): void => useEffect(tell, []); // eslint-disable-line react-hooks/exhaustive-deps
export const useLoad = (tell: (parameters: Record<string, string>) => void): void =>
  useEffect(() => tell(phone.parameters), []); // eslint-disable-line react-hooks/exhaustive-deps
export const useRouter = () => ({ path: phone.path, params: phone.parameters });

const open =
  (by: Opened['by']) =>
  ({ url }: { readonly url: string }): Promise<void> => {
    phone.opened.push({ by, url });
    return Promise.resolve();
  };

const Taro = {
  useDidShow,
  useDidHide,
  useReady,
  useLoad,
  useRouter,
  getStorageSync: (key: string): unknown => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => void phone.storage.set(key, value),
  removeStorageSync: (key: string): void => void phone.storage.delete(key),
  getAppBaseInfo: () => ({}),
  getCurrentPages: () => [{}],
  getCurrentInstance: () => ({ router: { path: phone.path, params: phone.parameters } }),
  setNavigationBarTitle({ title }: { readonly title: string }): Promise<void> {
    phone.title = title;
    return Promise.resolve();
  },
  makePhoneCall({ phoneNumber }: { readonly phoneNumber: string }): Promise<void> {
    phone.called.push(phoneNumber);
    return Promise.resolve();
  },
  pageScrollTo: () => Promise.resolve(),
  onNetworkStatusChange: (): void => undefined,
  offNetworkStatusChange: (): void => undefined,
  switchTab: open('switchTab'),
  navigateTo: open('navigateTo'),
  redirectTo: open('redirectTo'),
  navigateBack: () => open('navigateBack')({ url: '' }),
};

// Taro is imported by default.
// eslint-disable-next-line import-x/no-default-export
export default Taro;
