import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { LocalCloud } from '../../emulator/local-cloud';
import { openLocalCloud } from '../../emulator/local-cloud';
import type { ActionDefinition, Role } from '../../types/contract';
import type { ActionName, AnswerFor, InputFor } from '../../types/contracts';
import type { Domain } from '../../types/contracts';
import { contracts } from '../../types/contracts';
import type { PersonId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { ShanghaiDay } from '../../types/time';
import { main as duty } from '../duty';
import { main as event } from '../event';
import { main as matchmaking } from '../matchmaking';
import { main as member } from '../member';
import { main as notice } from '../notice';
import { main as review } from '../review';
import { collections } from '../runtime/collections';
import { personIdFor } from '../runtime/serve';
import { main as station } from '../station';
import { aUnion } from './unions';

/** The functions as they are deployed, on the emulator's database, in this process. */
export type TestCloud = {
  /** Somebody on a phone. The name is all there is to know about them. */
  as(name: string): Phone;
  /** A visitor of the web page whom nobody knows. */
  nobody(domain: string, message: unknown): Promise<{ result?: unknown }>;
  /** The platform's clock rings. */
  tick(domain: Domain): Promise<unknown>;
  /** Round trips of every ring of the clock so far. */
  tripsOfTicks(): readonly number[];
  /** Runs a part of the functions by itself, on the same database. */
  inside<Value>(act: () => Promise<Value>): Promise<Value>;
  appoint(name: string, role: Role, unionId: string, until?: string): void;
  store(collection: string): ReturnType<LocalCloud['documents']>;
  /** Everything stored and everything logged, as text. */
  everythingWritten(): string;
  reset(): void;
  close(): void;
};

export type Phone = {
  readonly personId: PersonId;
  /** Asks, and fails the test when the action needed more round trips than its contract allows. */
  ask<Name extends ActionName>(name: Name, input: InputFor<Name>): Promise<AnswerFor<Name>>;
  /** Asks and insists on a yes. */
  must<Name extends ActionName>(
    name: Name,
    input: InputFor<Name>,
  ): Promise<Extract<AnswerFor<Name>, { ok: true }>['value']>;
  /** Round trips of the last action that this phone asked for. */
  tripsOfLast(): number;
  /** Sends anything at all, as a hostile client would. */
  send(domain: string, message: unknown): Promise<unknown>;
};

export async function openTestCloud(): Promise<TestCloud> {
  process.env['SEALING_KEYS'] = `k1:${randomBytes(32).toString('base64')}`;
  process.env['FINGERPRINT_KEY'] = randomBytes(32).toString('base64');
  const { privateKey } = generateKeyPairSync('ed25519');
  process.env['DOOR_KEY'] = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const logged: string[] = [];
  const ticks: number[] = [];
  const cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections,
    functions: { handlers: { member, review, station, event, duty, matchmaking, notice } },
    strict: true,
    log: (line) => logged.push(line),
  });
  const unions = (): void => {
    cloud.documents('unions').insertMany(aUnion.tree());
  };
  unions();

  const call = async (domain: string, message: unknown, identity: Parameters<LocalCloud['call']>[2]) => {
    const outcome = await cloud.call(domain, message, identity);
    if (outcome.error !== undefined) throw new Error(`${domain}: ${outcome.error.message}`);
    return outcome;
  };

  const as = (name: string): Phone => {
    const openid = `openid-${name}`;
    const last = { trips: 0 };
    const ask: Phone['ask'] = async (action, input) => {
      const [domain = '', verb = ''] = action.split('.');
      const { result, roundTrips } = await call(domain, { action: verb, input }, { openid });
      last.trips = roundTrips;
      const definition = (contracts as Record<string, Record<string, ActionDefinition>>)[domain]?.[verb];
      const allowed = definition?.roundTrips ?? 0;
      if (roundTrips > allowed)
        throw new Error(`${action} made ${roundTrips} round trips; its contract allows ${allowed}.`);
      return result as AnswerFor<typeof action>;
    };
    return {
      personId: personIdFor('wechat', openid),
      ask,
      tripsOfLast: () => last.trips,
      must: async (action, input) => {
        const answer = await ask(action, input);
        if (!answer.ok) throw new Error(`${name}: ${action} answered ${JSON.stringify(answer)}`);
        return answer.value as never;
      },
      send: async (domain, message) => (await call(domain, message, { openid })).result,
    };
  };

  return {
    as,
    nobody: (domain, message) => call(domain, message, { anonymous: true }),
    tick: async (domain) => {
      const { result, roundTrips } = await call(domain, {}, { timer: 'everyMinute' });
      ticks.push(roundTrips);
      return result;
    },
    tripsOfTicks: () => ticks,
    inside: (act) => cloud.runAs({ console: true }, act),
    appoint: (name, role, unionId, until = '2099-12-31') => {
      const union = aUnion.named(unionId);
      const record = {
        _id: as(name).personId,
        name,
        roles: [{ role, unionId: UnionId.parse(unionId), unionName: union.name, until: ShanghaiDay.parse(until) }],
        unionIds: [unionId],
      };
      cloud.documents('staff').remove({ _id: record._id });
      cloud.documents('staff').insert(record);
    },
    store: (collection) => cloud.documents(collection),
    everythingWritten: () => `${cloud.exportText()}\n${logged.join('\n')}`,
    reset: () => {
      cloud.reset();
      logged.length = 0;
      ticks.length = 0;
      unions();
    },
    close: () => cloud.close(),
  };
}
