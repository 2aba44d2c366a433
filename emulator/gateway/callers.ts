import type { Identity } from '../functions/identity';
import type { Persona } from '../options';

/**
 * Who is at the other end of a web request: a listed persona, a numbered tester of a load test, or a stranger.
 *
 * The header alone decides. `undefined` means that it names nobody we know.
 */
export function callerOf(authorization: string | undefined, personas: readonly Persona[]): Identity | undefined {
  if (authorization === undefined || authorization === '') return { anonymous: true };
  const [, kind, name] = /^Bearer (persona|tester):([\w-]{1,64})$/.exec(authorization) ?? [];
  if (kind === 'tester' && name !== undefined) return { openid: `tester-${name}` };
  const persona = personas.find(({ id }) => kind === 'persona' && id === name);
  return persona === undefined ? undefined : { openid: persona.openid };
}
