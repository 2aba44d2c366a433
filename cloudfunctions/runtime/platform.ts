import { randomBytes } from 'node:crypto';
import * as tcb from '@cloudbase/node-sdk';
import { EpochMs } from '../../types/time';

/** The one clock of the cloud functions. */
export const now = (): EpochMs => EpochMs.parse(Date.now());

/** 128 random bits, 22 characters. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** Who calls, as the platform says it. Nothing in the request can change it. */
export type PlatformCaller =
  | { readonly kind: 'wechat'; readonly openid: string }
  /** Signed in on the web with a ticket of ours: the platform hands back the id that the ticket was made for. */
  | { readonly kind: 'ticket'; readonly subject: string }
  | { readonly kind: 'web'; readonly userId: string }
  | { readonly kind: 'timer'; readonly trigger: string | null }
  | { readonly kind: 'nobody' };

/** Sources that carry a WeChat identity of their own: a phone, or WeChat's developer tool. */
const WECHAT_SOURCES = ['wx_client', 'wx_devtools'];

/**
 * Reads the caller from the context of this invocation, and from nothing else.
 *
 * `getCloudbaseContext(context)` fills what the context does not say from `process.env`, where a warm instance may still
 * hold an earlier caller: a visitor would be the person before. The openid counts only when this call's own source is
 * WeChat, and never on a timer.
 */
export function callerOf(context: unknown): PlatformCaller {
  const variables = variablesOf(context);
  const text = (name: string): string | null => {
    const value = Object.hasOwn(variables, name) ? variables[name] : null;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  if (text('TRIGGER_SRC') === 'timer') return { kind: 'timer', trigger: null };
  const source = (text('TCB_SOURCE') ?? '').split(',')[0] ?? '';
  const openid = text('WX_OPENID');
  if (openid !== null && WECHAT_SOURCES.includes(source)) return { kind: 'wechat', openid };
  const subject = text('TCB_CUSTOM_USER_ID');
  if (subject !== null) return { kind: 'ticket', subject };
  const userId = text('TCB_UUID');
  if (userId !== null && text('TCB_ISANONYMOUS_USER') !== 'true') return { kind: 'web', userId };
  return { kind: 'nobody' };
}

/** The variables of one invocation: `environment` as JSON, or on older platforms `environ` as `K=V;K=V`. */
function variablesOf(context: unknown): Record<string, unknown> {
  if (!isPlatformContext(context)) return {};
  const { environment, environ } = readContext(context) ?? {};
  const variables: unknown = environment ?? environ;
  if (typeof variables !== 'object' || variables === null) return {};
  // The older form is split at commas, which a source has.
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}

function readContext(context: object): tcb.ISCFContext | null {
  try {
    return tcb.parseContext(context as tcb.IContextParam);
  } catch {
    // A context that cannot be read names nobody.
    return null;
  }
}

const isPlatformContext = (context: unknown): context is object =>
  typeof context === 'object' && context !== null && ('environment' in context || 'environ' in context);

/** The number under which the platform keeps this invocation; people quote it when they ask for help. */
export function requestIdOf(context: unknown): string {
  if (typeof context !== 'object' || context === null || !('request_id' in context)) return newId();
  return typeof context.request_id === 'string' ? context.request_id : newId();
}

/** A setting that the function cannot run without. Its name may be logged, its value never. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The environment has no ${name}: see docs/deploy.md.`);
  return value;
}
