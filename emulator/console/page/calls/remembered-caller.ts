import type { State } from '../state';

const KEY = 'emulator.call-as';

/** As whom calls are made by hand, for as long as this tab is open: chosen there or on the page of personas. */
export function rememberCaller(caller: string): void {
  sessionStorage.setItem(KEY, caller);
}

export function rememberedCaller({ personas }: State): string {
  const last = sessionStorage.getItem(KEY) ?? 'anonymous';
  const isKnown =
    ['anonymous', 'console', 'openid'].includes(last) || personas.some(({ id }) => last === `persona:${id}`);
  return isKnown ? last : 'anonymous';
}
