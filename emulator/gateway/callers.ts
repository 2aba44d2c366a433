import type { Identity } from '../functions/identity';
import type { Persona } from '../options';

/**
 * Who is at the other end of a web request: a listed persona, a numbered tester of a load test, anybody by openid or by
 * the id of a custom login, or a stranger.
 *
 * The header alone decides. `undefined` means that it names nobody we know.
 */
export function callerOf(authorization: string | undefined, personas: readonly Persona[]): Identity | undefined {
  if (authorization === undefined || authorization === '') return { anonymous: true };
  const [, kind, name] = /^Bearer (persona|tester|openid|uid):([\w-]{1,64})$/.exec(authorization) ?? [];
  if (name === undefined) return undefined;
  if (kind === 'tester') return { openid: `tester-${name}` };
  if (kind === 'openid') return { openid: name };
  if (kind === 'uid') return { customUserId: name };
  const persona = personas.find(({ id }) => id === name);
  return persona === undefined ? undefined : { openid: persona.openid };
}
