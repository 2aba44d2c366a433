import type { ActionDefinition, Answer, CommonRefusal, InputOf, RefusalOf } from './contract';
import { dutyContract } from './duty';
import { eventContract } from './event';
import { matchmakingContract } from './matchmaking';
import { memberContract } from './member';
import { noticeContract } from './notice';
import { reviewContract } from './review';
import { stationContract } from './station';

/** Every domain's contract: the one list from which calls are typed. */
export const contracts = {
  member: memberContract,
  review: reviewContract,
  station: stationContract,
  event: eventContract,
  notice: noticeContract,
  duty: dutyContract,
  matchmaking: matchmakingContract,
} as const;

type Contracts = typeof contracts;
export type Domain = keyof Contracts;

/** `'member.apply' | 'review.listPending' | …` */
export type ActionName = {
  [D in Domain]: `${D}.${Extract<keyof Contracts[D], string>}`;
}[Domain];

export type ActionOf<Name extends ActionName> = Name extends `${infer D extends Domain}.${infer A}`
  ? A extends keyof Contracts[D]
    ? Contracts[D][A] extends ActionDefinition
      ? Contracts[D][A]
      : never
    : never
  : never;

/** The actions of which each reading is written down for those whom it names. */
export type LookName = {
  [Name in ActionName]: ActionOf<Name> extends { readonly isLook: true } ? Name : never;
}[ActionName];

export type InputFor<Name extends ActionName> = InputOf<ActionOf<Name>>;
export type AnswerFor<Name extends ActionName> = Answer<ActionOf<Name>>;
export type RefusalFor<Name extends ActionName> = RefusalOf<ActionOf<Name>> | CommonRefusal;
