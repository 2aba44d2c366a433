import type { ActionDefinition } from '../../types/contract';
import { matchmakingContract } from '../../types/matchmaking';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { access, actionNames, send, wishOf } from '../testing/match-access';
import type { Caller } from '../testing/match-callers';
import { callerNames } from '../testing/match-callers';
import type { MatchThings } from '../testing/match-world';
import { keepStore, matchWorld, storeAsText } from '../testing/match-world';
import { matchNow } from '../testing/matchmaking';
import { twisted } from '../testing/twisted';
import { playWeChat } from '../testing/wechat';
import type { Action } from './scene';

const wish = { path: 'badges.x', state: 'mutual' };

const common = ['sign-in-needed', 'not-allowed', 'input-invalid', 'busy'];
type Answer = { readonly ok?: boolean; readonly refusal?: string; readonly fields?: readonly { path: string }[] };

describe('the matchmaking studio, as somebody hostile calls it', () => {
  let cloud: TestCloud;
  let weChat: ReturnType<typeof playWeChat>;
  let things: MatchThings;
  let asItWas: () => void;

  beforeAll(async () => {
    weChat = playWeChat();
    cloud = await openTestCloud();
    things = await matchWorld(cloud);
    asItWas = keepStore(cloud);
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

  const named = (action: Action): ActionDefinition => matchmakingContract[action];
  /** The first for whom it runs: whoever comes furthest into it. */
  const goesFurthest = (action: Action): Caller =>
    callerNames.find((caller) => caller !== 'nobody' && access[action].expected[caller] === 'runs') ?? 'owner';

  it.each(actionNames)('%s answers in words of its contract, and writes only when it agrees', async (action) => {
    const caller = goesFurthest(action);
    let before = storeAsText(cloud);
    for (const input of twisted(wishOf(cloud, things, action, caller), wish)) {
      const answer = (await send(cloud, caller, action, input)) as Answer;
      const isExpected = answer.ok === true || [...named(action).refusals, ...common].includes(answer.refusal ?? '');
      if (!isExpected) throw new Error(`${JSON.stringify(answer)} to ${JSON.stringify(input).slice(0, 300)}`);
      // Of what is wrong it names the place, and never what stood there.
      for (const { path } of answer.fields ?? []) expect(path).toMatch(/^[A-Za-z0-9_.$-]{0,60}$/);
      // What is not even read cannot have written anything.
      if (answer.refusal === 'input-invalid') continue;
      const after = storeAsText(cloud);
      if (answer.ok !== true && after !== before)
        throw new Error(`${answer.refusal ?? ''} wrote something, asked with ${JSON.stringify(input).slice(0, 300)}`);
      if (after === before) continue;
      asItWas();
      before = storeAsText(cloud);
    }
    expect(Object.prototype).not.toHaveProperty('state');
  });

  it('has an input for every action that is read', async () => {
    for (const action of actionNames) {
      const caller = goesFurthest(action);
      const answer = await send(cloud, caller, action, wishOf(cloud, things, action, caller));
      expect({ action, answer }).not.toMatchObject({ answer: { refusal: 'input-invalid' } });
      asItWas();
    }
  });

  it('takes the same key of two people for two wishes', async () => {
    const wish = wishOf(cloud, things, 'report', 'owner');
    const answers = [
      await send(cloud, 'owner', 'report', wish),
      await send(cloud, 'otherSide', 'report', wish),
    ] as readonly { readonly value: { readonly reportId: string } }[];
    expect(new Set(answers.map(({ value }) => value.reportId)).size).toBe(2);
    expect(cloud.store('match-reports').count()).toBe(4);
  });

  it('keeps markup as the text that it is', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const wish = { ...(wishOf(cloud, things, 'report', 'owner') as object), words: markup };
    const { value } = (await send(cloud, 'owner', 'report', wish)) as { value: { reportId: string } };
    const shown = await send(cloud, 'administrator', 'showReport', { reportId: value.reportId });
    expect(shown).toMatchObject({ value: { words: markup } });
  });
});
