import Taro from '@tarojs/taro';

export const canScan: boolean = true;
export const canReadMobile: boolean = true;

export async function scan(): Promise<string | null> {
  try {
    const { result, path } = (await Taro.scanCode({ scanType: ['qrCode'] })) as { result: string; path?: string };
    // A mini-program code of our own comes as the page that it opens, and says nothing by itself.
    return path ?? result;
  } catch {
    return null;
  }
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    // WeChat says 内容已复制 by itself; the page says what was copied.
    Taro.hideToast();
    return true;
  } catch {
    return false;
  }
}

/** A mini-program cannot put a file where one finds it again; the clipboard is honest. */
export async function handOverFile(_fileName: string, text: string): Promise<'saved' | 'copied' | 'failed'> {
  return (await copyText(text)) ? 'copied' : 'failed';
}

export function brighten(): () => void {
  let before: number | null = null;
  let over = false;
  void Taro.setKeepScreenOn({ keepScreenOn: true });
  void Taro.getScreenBrightness().then(
    ({ value }) => {
      if (over) return;
      before = value;
      void Taro.setScreenBrightness({ value: 1 });
    },
    () => undefined,
  );
  return () => {
    over = true;
    void Taro.setKeepScreenOn({ keepScreenOn: false });
    if (before !== null) void Taro.setScreenBrightness({ value: before });
  };
}
