import type { ActionDefinition, InputOf, ResultOf } from '../../types/contract';
import type { memberContract } from '../../types/member';
import type { Scene } from '../runtime/serve';
import type { Standing } from './standing';

type Actions = typeof memberContract;
export type Action = Extract<keyof Actions, string>;

/** The shape of this domain's handlers: `export const apply: Handler<'apply'> = async (input, { now, personId }) => …` */
export type Handler<Name extends Action> = Actions[Name] extends ActionDefinition
  ? (input: InputOf<Actions[Name]>, scene: Scene<Actions[Name]['caller'], Standing>) => Promise<ResultOf<Actions[Name]>>
  : never;
