/** Who calls a function. It comes from the gateway or from the test, never from what the caller sends. */
export type Identity =
  | { readonly openid: string }
  | { readonly customUserId: string }
  | { readonly anonymous: true }
  | { readonly timer: string }
  | { readonly console: true };

export const APP_ID = 'wx0000000000000001';
export const ENVIRONMENT_ID = 'local-env';

/** The variables by which the cloud tells a function who called it. `source` grows along a chain of calls. */
export function identityVariables(identity: Identity, source: string): Readonly<Record<string, string>> {
  if ('openid' in identity) return { TCB_SOURCE: source, WX_OPENID: identity.openid, WX_APPID: APP_ID };
  if ('customUserId' in identity) {
    return {
      TCB_SOURCE: source,
      LOGINTYPE: 'CUSTOM',
      TCB_UUID: `uid-${identity.customUserId}`,
      TCB_CUSTOM_USER_ID: identity.customUserId,
    };
  }
  if ('anonymous' in identity) {
    return { TCB_SOURCE: source, LOGINTYPE: 'ANONYMOUS', TCB_UUID: 'anonymous-visitor', TCB_ISANONYMOUS_USER: 'true' };
  }
  return 'timer' in identity ? { TCB_SOURCE: source, TRIGGER_SRC: 'timer' } : { TCB_SOURCE: source };
}

/** Where a call first came from. Timers: `wx_trigger`, as documented for getWXContext; web callers name no WeChat source. */
export function sourceOf(identity: Identity): string {
  if ('openid' in identity) return 'wx_client';
  if ('timer' in identity) return 'wx_trigger';
  return 'console' in identity ? 'wx_devtools' : 'web_client';
}

/**
 * What reaches the function: WeChat adds who called to `userInfo`, a timer brings an event of its own.
 *
 * A mini program often sends a `userInfo` too, with a nickname and a picture: it keeps all but the two ids.
 */
export function eventFor(identity: Identity, event: unknown, now: Date): unknown {
  if ('timer' in identity) {
    return {
      Type: 'Timer',
      TriggerName: identity.timer,
      // To the second, as SCF writes it.
      Time: now.toISOString().replace(/\.\d+Z$/, 'Z'),
      Message: typeof event === 'string' ? event : '',
    };
  }
  if ('openid' in identity && isObject(event)) {
    const sent = isObject(event['userInfo']) ? event['userInfo'] : {};
    return { ...event, userInfo: { ...sent, appId: APP_ID, openId: identity.openid } };
  }
  return event;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
