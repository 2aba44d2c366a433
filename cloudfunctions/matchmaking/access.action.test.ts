import type { ActionDefinition, Contract, Role } from '../../types/contract';
import { roles } from '../../types/contract';
import { matchmakingContract } from '../../types/matchmaking';
import { shanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { access, actionNames, send, wishOf } from '../testing/match-access';
import type { Caller } from '../testing/match-callers';
import { callerNames, callers } from '../testing/match-callers';
import type { MatchThings } from '../testing/match-world';
import { keepStore, matchWorld, people, storeAsText } from '../testing/match-world';
import { aForm, matchNow, profileIdOf } from '../testing/matchmaking';
import { playWeChat } from '../testing/wechat';
import type { Action } from './scene';

/** Those who may read of people in the pool: the two themselves, their matchmaker, and who judges a report. */
const readers: readonly Caller[] = ['owner', 'otherSide', 'matchmaker', 'administrator', 'administratorAbove'];
/** Which mixers there are is no secret. */
const ofEvents: readonly Action[] = ['showMixer', 'takeBadge', 'saveChoices', 'leaveMixer'];

const ofThePool = [
  ...people,
  ...people.map(profileIdOf),
  ...people.map((name) => aForm(name).contact.value),
  ...['爬山', 'wx_guest', '来客', '理财'],
];

type Answer = { readonly ok: boolean; readonly refusal?: string; readonly fault?: string };

describe('who may do what in the matchmaking studio', () => {
  let cloud: TestCloud;
  let weChat: ReturnType<typeof playWeChat>;
  let things: MatchThings;
  let asItWas: () => void;
  let personIds: string[] = [];

  beforeAll(async () => {
    weChat = playWeChat();
    cloud = await openTestCloud();
    things = await matchWorld(cloud);
    asItWas = keepStore(cloud);
    personIds = people.map((name) => cloud.as(name).personId);
  });
  beforeEach(() => {
    itIs(matchNow);
    asItWas();
  });
  afterAll(() => {
    jest.useRealTimers();
    weChat.restore();
    cloud.close();
  });

  const ask = async (caller: Caller, action: Action, input: unknown): Promise<Answer> =>
    (await send(cloud, caller, action, input)) as Answer;
  const outcomeOf = ({ ok, refusal, fault }: Answer): string => (ok ? 'runs' : (refusal ?? `fault ${fault ?? ''}`));

  it('is said of every action and everybody', () => {
    expect([...actionNames].sort()).toEqual(Object.keys(matchmakingContract).sort());
    for (const action of actionNames)
      expect(Object.keys(access[action].expected).sort()).toEqual([...callerNames].sort());
  });

  it('is tried by every role there is, and not allowed to exactly those whose role the contract does not name', () => {
    const heldBy = (caller: Caller): Role[] => {
      const name = callers[caller];
      const found = name === null ? undefined : cloud.store('staff').get(cloud.as(name).personId);
      const held = (found?.['roles'] ?? []) as { readonly role: Role; readonly until: string }[];
      return held.filter(({ until }) => shanghaiDay(matchNow) <= until).map(({ role }) => role);
    };
    expect(roles.filter((role) => !callerNames.some((caller) => heldBy(caller).includes(role)))).toEqual([]);
    for (const [name, { caller: wanted }] of Object.entries(matchmakingContract as Contract)) {
      const mayAsk = (caller: Caller): boolean =>
        typeof wanted === 'object' ? heldBy(caller).some((role) => wanted.staff.includes(role)) : wanted !== 'timer';
      for (const caller of callerNames.filter((one) => one !== 'nobody')) {
        const isAllowed = access[name as Action].expected[caller] !== 'not-allowed';
        expect({ name, caller, isAllowed }).toEqual({ name, caller, isAllowed: mayAsk(caller) });
      }
    }
  });

  it.each(actionNames)(
    '%s runs for whom it should, and is refused to everybody else without a trace',
    async (action) => {
      const before = storeAsText(cloud);
      const outcomes: Partial<Record<Caller, string>> = {};
      for (const caller of callerNames) {
        const answer = await ask(caller, action, wishOf(cloud, things, action, caller));
        outcomes[caller] = outcomeOf(answer);
        const text = JSON.stringify(answer);
        // Who somebody is to the platform never leaves; of the pool nobody reads who has no part in it.
        const secrets = readers.includes(caller) ? personIds : [...personIds, ...ofThePool];
        for (const secret of secrets) expect({ caller, text }).not.toMatchObject({ text: holding(secret) });
        if (answer.ok) asItWas();
        else expect({ action, caller, isTheSame: storeAsText(cloud) === before }).toMatchObject({ isTheSame: true });
      }
      expect(outcomes).toEqual(access[action].expected);
    },
  );

  it.each(actionNames.filter((action) => !ofEvents.includes(action)))(
    '%s answers an id of others’ things as one that leads nowhere',
    async (action) => {
      for (const caller of callerNames) {
        const wish = wishOf(cloud, things, action, caller);
        const expected = access[action].expected[caller];
        const nowhere = elsewhere(wish);
        if (expected === 'runs' || JSON.stringify(nowhere) === JSON.stringify(wish)) continue;
        const own = await ask(caller, action, wish);
        expect({ caller, answer: await ask(caller, action, nowhere) }).toEqual({ caller, answer: own });
      }
    },
  );

  it.each(ofEvents)('%s tells who was not at a mixer no more than that', async (action) => {
    for (const caller of callerNames.filter((one) => one !== 'owner' && one !== 'otherSide')) {
      const answer = await ask(caller, action, wishOf(cloud, things, action, caller));
      expect(Object.keys(answer).sort()).toEqual(answer.ok ? ['ok', 'value'] : ['ok', 'refusal']);
      if (answer.ok) expect(answer).toEqual({ ok: true, value: { left: true } });
    }
  });

  it('lets a matchmaker read again as soon as the pledge is signed, and not after the role has ended', async () => {
    const asked = wishOf(cloud, things, 'showPerson', 'withoutPledge');
    expect(await ask('withoutPledge', 'showPerson', asked)).toMatchObject({ refusal: 'pledge-needed' });
    await ask('withoutPledge', 'signPledge', wishOf(cloud, things, 'signPledge', 'withoutPledge'));
    expect(await ask('withoutPledge', 'showPerson', asked)).toMatchObject({ ok: true });
    cloud.appoint(callers.withoutPledge, 'matchmaker', 'beicai', '2026-11-22');
    expect(await ask('withoutPledge', 'showPerson', asked)).toMatchObject({ refusal: 'not-allowed' });
  });

  it('is decided by what the platform says of the caller, not by what the request says beside it', async () => {
    const her = cloud.as('小芳').personId;
    const more = { personId: her, _id: her, openid: 'openid-小芳', standing: { holds: true }, caller: 'owner' };
    for (const action of actionNames.filter((one) => access[one].expected.stranger !== 'runs')) {
      const input = { ...(wishOf(cloud, things, action, 'owner') as object), ...more };
      const answer = await ask('stranger', action, input);
      expect({ action, outcome: outcomeOf(answer) }).toEqual({ action, outcome: access[action].expected.stranger });
    }
  });

  it('has an action here for every caller that the contract names', () => {
    for (const [name, { caller }] of Object.entries(matchmakingContract as Record<string, ActionDefinition>)) {
      const { expected } = access[name as Action];
      const runs = callerNames.filter((one) => expected[one] === 'runs');
      expect({ name, runs: runs.length > 0 }).toEqual({ name, runs: caller !== 'timer' });
    }
  });
});

const holding = (secret: string): string => expect.stringContaining(secret) as string;

/** The same wish with ids in it that nothing has. */
function elsewhere(wish: unknown): unknown {
  if (typeof wish === 'string')
    return /^[mqwe][0-9a-hjkmnp-tv-z]{11}$/.test(wish) ? `${wish.slice(0, 1)}00000000000` : wish;
  if (Array.isArray(wish)) return wish.map(elsewhere);
  if (wish === null || typeof wish !== 'object') return wish;
  return Object.fromEntries(Object.entries(wish).map(([key, part]) => [key, elsewhere(part)]));
}
