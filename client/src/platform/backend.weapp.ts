import Taro from '@tarojs/taro';
import type { Message } from './backend';

export class NetworkFailure extends Error {}

export function connect(): void {
  Taro.cloud.init(CLOUD_ENV === '' ? {} : { env: CLOUD_ENV });
}

/** Asks through WeChat, which says who is asking. */
export async function send(domain: string, message: Message, patienceMs: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new NetworkFailure('no answer')), patienceMs);
  });
  try {
    const answer = await Promise.race([Taro.cloud.callFunction({ name: domain, data: { ...message } }), tooLong]);
    return answer.result;
  } catch {
    throw new NetworkFailure('no answer');
  } finally {
    clearTimeout(timer);
  }
}
