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
 * Reads the caller from the context of this invocation.
 *
 * `getCloudbaseContext(context)` lets the context win over `process.env`, where a warm instance may still hold an
 * earlier caller. The openid counts only when this call's own source is WeChat, and never on a timer.
 */
export function callerOf(context: unknown): PlatformCaller {
  if (!isPlatformContext(context)) return { kind: 'nobody' };
  const environment = tcb.getCloudbaseContext(context as tcb.IContextParam) as unknown as Record<string, unknown>;
  const text = (name: string): string | null => {
    const value = environment[name];
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

const isPlatformContext = (context: unknown): context is object =>
  typeof context === 'object' &&
  context !== null &&
  ('environment' in context ? typeof context.environment === 'string' : 'environ' in context);

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
