import type {
  ActionDefinition,
  Answer,
  Caller,
  CommonRefusal,
  Contract,
  InputOf,
  ResultOf,
  Role,
} from '../../types/contract';
import { PersonId } from '../../types/ids';
import type { FieldProblem, ProblemCode } from '../../types/result';
import { problemCodes, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { Contended } from './database';
import { logLine } from './log';
import type { PlatformCaller } from './platform';
import { callerOf, now, requestIdOf } from './platform';
import { fingerprint } from './sealed';

/** What a handler knows about the call, by who may call. */
export type Scene<C extends Caller, Standing> = {
  readonly now: EpochMs;
  readonly personId: C extends 'person' | { staff: unknown } ? PersonId : C extends 'anyone' ? PersonId | null : null;
  readonly standing: C extends { staff: unknown } ? Standing : null;
  /** What WeChat knows the caller by: to ask WeChat something within this call. Never stored, never logged. */
  readonly openid: string | null;
};

export type Handlers<C extends Contract, Standing> = {
  readonly [Name in keyof C]: (
    input: InputOf<C[Name]>,
    scene: Scene<C[Name]['caller'], Standing>,
  ) => Promise<ResultOf<C[Name]>>;
};

/** Tells what somebody may do here; asked only for actions of staff. */
export type StandingOf<Standing> = (personId: PersonId, at: EpochMs) => Promise<Standing>;
export type HasRoles = { holds(roles: readonly Role[]): boolean };

export type Main = (message: unknown, context: unknown) => Promise<unknown>;

/**
 * Makes one cloud function out of a domain's contract: who calls, may they, is the input right, run, is the output
 * what was promised, one log line. Fields that the contract does not declare never leave.
 */
export function serve<C extends Contract, Standing extends HasRoles>(
  domain: string,
  actions: C,
  handlers: Handlers<C, Standing>,
  standingOf: StandingOf<Standing>,
): Main {
  return async (message, context) => {
    const caller = callerOf(context);
    if (caller.kind === 'timer') return runTimers(domain, actions, handlers, context);
    const name = actionNamed(actions, message);
    const log = logLine(`${domain}.${name ?? '?'}`, requestIdOf(context));
    const definition = name === null ? undefined : actions[name];
    if (name === null || definition === undefined) return log.refused('action-unknown');
    try {
      const answer = await answerTo(definition, handlers[name] as AnyHandler, inputOf(message), caller, standingOf);
      return answer.ok ? log.agreed(answer) : log.refused(answer.refusal, answer);
    } catch (error) {
      if (error instanceof Contended) return log.refused('busy');
      return log.fault(error);
    }
  };
}

type AnyHandler = (input: unknown, scene: Scene<Caller, unknown>) => Promise<ResultOf<ActionDefinition>>;
type AnyAnswer = Exclude<Answer<ActionDefinition>, { fault: string }>;

async function answerTo(
  definition: ActionDefinition,
  handler: AnyHandler,
  input: unknown,
  caller: PlatformCaller,
  standingOf: StandingOf<HasRoles>,
): Promise<AnyAnswer> {
  const scene = await admit(definition.caller, caller, standingOf);
  if (!('now' in scene)) return scene;
  const read = definition.input.safeParse(input);
  if (!read.success) return refuse('input-invalid', read.error.issues.map(asFieldProblem).slice(0, 20));
  const result = await handler(read.data, scene);
  return result.ok ? { ok: true, value: definition.output.parse(result.value) } : result;
}

type Refused = { readonly ok: false; readonly refusal: CommonRefusal };

async function admit(
  allowed: Caller,
  caller: PlatformCaller,
  standingOf: StandingOf<HasRoles>,
): Promise<Scene<Caller, unknown> | Refused> {
  const at = now();
  const personId = personOf(caller);
  if (allowed === 'timer') return refuse('not-allowed');
  const openid = caller.kind === 'wechat' ? caller.openid : null;
  if (allowed === 'anyone') return { now: at, personId, standing: null, openid };
  if (personId === null) return refuse('sign-in-needed');
  if (allowed === 'person') return { now: at, personId, standing: null, openid };
  const standing = await standingOf(personId, at);
  return standing.holds(allowed.staff) ? { now: at, personId, standing, openid } : refuse('not-allowed');
}

/** A person's id is made from the platform's identity, so nobody is looked up and no identity is stored. */
export function personOf(caller: PlatformCaller): PersonId | null {
  if (caller.kind === 'wechat') return personIdFor('wechat', caller.openid);
  if (caller.kind === 'web') return personIdFor('web', caller.userId);
  if (caller.kind !== 'ticket') return null;
  const read = PersonId.safeParse(caller.subject);
  return read.success ? read.data : null;
}

export const personIdFor = (kind: 'wechat' | 'web', identity: string): PersonId =>
  PersonId.parse(`p${fingerprint(`person:${kind}`, identity).slice(0, 22)}`);

async function runTimers<C extends Contract, Standing>(
  domain: string,
  actions: C,
  handlers: Handlers<C, Standing>,
  context: unknown,
): Promise<unknown> {
  const ran: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries(actions)) {
    if (definition.caller !== 'timer') continue;
    const log = logLine(`${domain}.${name}`, requestIdOf(context));
    try {
      const result = await (handlers[name] as AnyHandler)(
        {},
        { now: now(), personId: null, standing: null, openid: null },
      );
      ran[name] = result.ok
        ? log.agreed({ ok: true, value: definition.output.parse(result.value) })
        : log.refused(result.refusal);
    } catch (error) {
      // One job's fault must not keep the others from running.
      ran[name] = log.fault(error);
    }
  }
  return ran;
}

function actionNamed(actions: Contract, message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('action' in message)) return null;
  return typeof message.action === 'string' && Object.hasOwn(actions, message.action) ? message.action : null;
}

const inputOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'input' in message ? message.input : {};

type Issue = { readonly path: readonly PropertyKey[]; readonly code?: string; readonly message: string };

/** Schemas name their problems with our codes; what zod says by itself is translated. The value is never repeated. */
function asFieldProblem(issue: Issue): FieldProblem {
  return { path: issue.path.map(String).join('.').slice(0, 60), problem: problemOf(issue) };
}

function problemOf(issue: Issue): ProblemCode {
  const named = problemCodes.find((code) => code === issue.message);
  if (named !== undefined) return named;
  if (issue.code === 'invalid_type') return 'missing';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small') return 'too-short';
  return issue.code === 'invalid_value' ? 'choice' : 'format';
}
