import { wechatDouble } from '../../emulator/gateway/wechat';

/** WeChat's server interface as the emulator plays it, for tests in this process. @returns how to stop it */
export function playWeChat(): { restore(): void } {
  process.env['WECHAT_APP_ID'] = 'wx-test';
  process.env['WECHAT_APP_SECRET'] = 'test';
  const weChat = wechatDouble();
  const spy = jest.spyOn(globalThis, 'fetch').mockImplementation(async (address, init) => {
    const { pathname, search } = new URL(address as string);
    return weChat.request(`${pathname}${search}`, init);
  });
  return { restore: () => spy.mockRestore() };
}
