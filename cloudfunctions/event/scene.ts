import type { ActionDefinition, InputOf, ResultOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import type { Standing } from '../member/standing';
import type { Scene } from '../runtime/serve';

type Actions = typeof eventContract;
export type Action = Extract<keyof Actions, string>;

/** The shape of this domain's handlers: `export const register: Handler<'register'> = async (input, { now, personId }) => …` */
export type Handler<Name extends Action> = Actions[Name] extends ActionDefinition
  ? (input: InputOf<Actions[Name]>, scene: Scene<Actions[Name]['caller'], Standing>) => Promise<ResultOf<Actions[Name]>>
  : never;

/** Who publishes events and reads who is coming, and who receives people at the door. */
export const ORGANISERS = ['station-head', 'clerk', 'administrator'] as const;
export const HOSTS = ['volunteer', 'matchmaker', ...ORGANISERS] as const;
