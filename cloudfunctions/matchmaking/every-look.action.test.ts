import type { Contract } from '../../types/contract';
import { matchmakingContract } from '../../types/matchmaking';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { access, actionNames, send, wishOf } from '../testing/match-access';
import { writes } from '../testing/match-observers';
import type { MatchThings } from '../testing/match-world';
import { keepStore, matchWorld, people } from '../testing/match-world';
import { matchNow, profileIdOf } from '../testing/matchmaking';
import { playWeChat } from '../testing/wechat';
import type { Action } from './scene';

/** What a matchmaker may read. */
const readByMatchmakers = actionNames.filter((action) => {
  const { caller } = matchmakingContract[action];
  return typeof caller === 'object' && access[action].expected.matchmaker === 'runs' && !writes.includes(action);
});
/** What reads nothing of anybody: how many there are, when it sits. */
const ofNobody: readonly Action[] = ['showBench', 'showStudio', 'listMixers'];

describe('who looked at my profile', () => {
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

  const looksAt = (name: string): number =>
    cloud.store('match-looks').find({ subjectId: cloud.as(name).personId }).length;

  it.each(readByMatchmakers)('is told of %s to everybody whom it names, and to nobody else', async (action) => {
    const before = new Map(people.map((name) => [name, looksAt(name)]));
    const input = wishOf(cloud, things, action, 'matchmaker');
    const answer = (await send(cloud, 'matchmaker', action, input)) as { readonly ok?: boolean };
    expect(answer.ok).toBe(true);
    // Whoever is asked about is looked at, whatever is found.
    const text = JSON.stringify([input, answer]);
    const named = people.filter((name) => text.includes(`"${name}"`) || text.includes(profileIdOf(name)));
    expect(named.length > 0).toBe(!ofNobody.includes(action));
    expect(people.filter((name) => looksAt(name) > (before.get(name) ?? 0))).toEqual(named);
    // By the contract a page knows that coming back to it is no new look.
    expect((matchmakingContract as Contract)[action]?.isLook ?? false).toBe(named.length > 0);
  });

  it('is told of nothing else that only reads', () => {
    const marked = actionNames.filter((action) => (matchmakingContract as Contract)[action]?.isLook === true);
    expect(marked.filter((action) => !readByMatchmakers.includes(action))).toEqual([]);
  });
});
