import type { ActionName, AnswerFor, InputFor } from '../types/contracts';
import type { RequestKey } from '../types/evidence';
import type { ProposalId } from '../types/ids';
import type { World } from './world';

/** What somebody of the demonstration does on a phone that is not looked at; anything but a yes ends the test. */
export type Acts = <Name extends ActionName>(
  key: string,
  name: Name,
  input: InputFor<Name>,
) => Promise<Extract<AnswerFor<Name>, { ok: true }>['value']>;

/** Personas and people of the pool alike: nobody can be these in a browser. */
export const actsIn =
  (world: World): Acts =>
  async (key, name, input) => {
    const [domain = '', action = ''] = name.split('.');
    const { result, error } = await world.cloud.call(domain, { action, input }, { openid: `local-${key}` });
    const answer = result as AnswerFor<typeof name> | undefined;
    if (error !== undefined || answer?.ok !== true)
      throw new Error(`${key}: ${name} answered ${JSON.stringify(error ?? result)}`);
    return answer.value as never;
  };

/** Its day has come: five days are gone, and the platform's clock has rung. */
export async function dayOfProposal(world: World, proposalId: ProposalId): Promise<void> {
  const past = Date.now() - 1_000;
  world.cloud.documents('match-proposals').update({ _id: proposalId }, { $set: { revealsAt: past, dueAt: past } });
  await ring(world);
}

export async function ring(world: World): Promise<void> {
  const { result, error } = await world.cloud.call('matchmaking', {}, { timer: 'everyMinute' });
  const { sweepMatches } = (result ?? {}) as { readonly sweepMatches?: { readonly ok?: boolean } };
  if (error !== undefined || sweepMatches?.ok !== true)
    throw new Error(`matchmaking.sweepMatches answered ${JSON.stringify(error ?? result)}`);
}

let keys = 0;
export const newKey = (): RequestKey => `e2e${String((keys += 1))}`.padEnd(22, '0') as RequestKey;
