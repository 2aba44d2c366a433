import type { ActionDefinition, InputOf, ResultOf } from '../../types/contract';
import type { matchmakingContract } from '../../types/matchmaking';
import type { Standing } from '../member/standing';
import type { Scene } from '../runtime/serve';

type Actions = typeof matchmakingContract;
export type Action = Extract<keyof Actions, string>;

/** The shape of this domain's handlers: `export const join: Handler<'join'> = async (input, { now, personId }) => …` */
export type Handler<Name extends Action> = Actions[Name] extends ActionDefinition
  ? (input: InputOf<Actions[Name]>, scene: Scene<Actions[Name]['caller'], Standing>) => Promise<ResultOf<Actions[Name]>>
  : never;

/** Handlers of one part of the contract, each under its action's name. */
export type HandlersOf<Part> = { readonly [Name in Extract<keyof Part, Action>]: Handler<Name> };
