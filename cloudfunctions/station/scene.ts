import type { ActionDefinition, InputOf, ResultOf } from '../../types/contract';
import type { stationContract } from '../../types/station';
import type { Standing } from '../member/standing';
import type { Scene } from '../runtime/serve';

type Actions = typeof stationContract;
export type Action = Extract<keyof Actions, string>;

/** The shape of this domain's handlers: `export const checkIn: Handler<'checkIn'> = async (input, { now, personId }) => …` */
export type Handler<Name extends Action> = Actions[Name] extends ActionDefinition
  ? (input: InputOf<Actions[Name]>, scene: Scene<Actions[Name]['caller'], Standing>) => Promise<ResultOf<Actions[Name]>>
  : never;

/** Who keeps the list of stations, and who looks after one while it is open. */
export const EDITORS = ['station-head', 'clerk', 'administrator'] as const;
export const TENDERS = ['volunteer', ...EDITORS] as const;
/** Who speaks for a union to everybody. */
export const PUBLISHERS = ['clerk', 'administrator'] as const;
