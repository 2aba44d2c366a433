import { main as matchmaking } from '../cloudfunctions/matchmaking';
import { cardOf } from '../cloudfunctions/matchmaking/card';
import { saidBy } from '../cloudfunctions/matchmaking/profile-records';
import type { Profile } from '../cloudfunctions/matchmaking/profile-records';
import { foremost, reasonsFor } from '../cloudfunctions/matchmaking/suggesting';
import { turnOf } from '../cloudfunctions/matchmaking/turn';
import { collections } from '../cloudfunctions/runtime/collections';
import { personIdFor } from '../cloudfunctions/runtime/serve';
import { aForm, aPledge, aProfile, aStudio } from '../cloudfunctions/testing/matchmaking';
import type { LocalCloud } from '../emulator/local-cloud';
import { openLocalCloud } from '../emulator/local-cloud';
import { interests, smokingHabits, workShifts } from '../types/match-kind';
import type { MatchFacts } from '../types/match-profile';
import { occupations } from '../types/occupation';
import { EpochMs, addDays, shanghaiDay } from '../types/time';
import { freshKeys } from './local-keys';

/** 北蔡's studio had some 400 singles; the largest is what one read of the database holds. */
const SIZES = [100, 400, 1_000] as const;
const REPEATS = 20;
/** How far away a cloud's database is. */
const LATENCY_MS = 10;
/** What a matchmaker waits for without noticing. */
const ENOUGH_MS = 1_000;
const ENOUGH_AT = 400;
/** Matchmakers who ask in the same moment. */
const AT_ONCE = 5;
const DAY_MS = 86_400_000;
const MATCHMAKER = 'bench-matchmaker';

type Costs = { readonly ms: number; readonly roundTrips: number };
type Probe = { readonly name: string; readonly action: string; readonly inputFor: (nth: number) => object };

/** What the bench costs as a pool grows: all of it is read and opened each time, so it grows with the pool and no faster. */
export async function matchmakingCosts(): Promise<void> {
  Object.assign(process.env, freshKeys());
  const now = EpochMs.parse(Date.now());
  const people = Array.from({ length: SIZES[2] }, (_, nth) => somebody(nth, now));
  pure(people, now);
  const found = new Map<string, { here: Costs; away: Costs }[]>();
  let slowest = Infinity;
  for (const size of SIZES) {
    const pool = people.slice(0, size);
    const [near, far] = [await open(pool, now, 0), await open(pool, now, LATENCY_MS)];
    for (const probe of probes(pool)) {
      const costs = { here: await measured(near, probe), away: await measured(far, probe) };
      found.set(probe.name, [...(found.get(probe.name) ?? []), costs]);
      if (probe.name === 'suggest' && size === ENOUGH_AT) slowest = await slowestOfMany(far, probe);
    }
    near.close();
    far.close();
  }
  console.table([...found].map(([action, costs]) => row(action, costs)));
  const alone = found.get('suggest')?.[SIZES.indexOf(ENOUGH_AT)]?.away.ms ?? fail('Nothing was measured.');
  console.log(
    `suggest at ${ENOUGH_AT} profiles and ${LATENCY_MS} ms a trip: ${alone.toFixed(0)} ms alone, the slowest of ` +
      `${AT_ONCE} at once ${slowest.toFixed(0)} ms, ${slowest <= ENOUGH_MS ? 'within' : 'over'} the second that it may take`,
  );
}

const row = (action: string, costs: readonly { readonly here: Costs; readonly away: Costs }[]) => ({
  action,
  'round trips': [...new Set(costs.map(({ here }) => here.roundTrips))].join(' / '),
  ...Object.fromEntries(costs.map(({ here }, nth) => [`${SIZES[nth] ?? ''}: ms`, here.ms.toFixed(1)])),
  ...Object.fromEntries(
    costs.map(({ away }, nth) => [`${SIZES[nth] ?? ''}: ms at ${LATENCY_MS} ms a trip`, away.ms.toFixed(0)]),
  ),
  'ratio of ten times as many': ((costs.at(-1)?.here.ms ?? 0) / (costs[0]?.here.ms ?? 1)).toFixed(2),
});

const probes = (pool: readonly Profile[]): readonly Probe[] => {
  const at = (nth: number) => pool[((nth + 1) * 31) % pool.length]?.profileId ?? fail('There is nobody.');
  const anybody = { studioId: 'beicai', gender: null, ageFrom: null, ageUpTo: null, interests: [], text: null };
  return [
    { name: 'suggest', action: 'suggest', inputFor: (nth) => ({ profileId: at(nth) }) },
    { name: 'searchPool, everybody', action: 'searchPool', inputFor: () => anybody },
    { name: 'searchPool, by words', action: 'searchPool', inputFor: () => ({ ...anybody, text: '盐城' }) },
    { name: 'showPerson', action: 'showPerson', inputFor: (nth) => ({ profileId: at(nth) }) },
  ];
};

/** The rule alone: opening every profile, and weighing one person against all. */
function pure(people: readonly Profile[], now: EpochMs): void {
  const rows = SIZES.map((size) => {
    const pool = people.slice(0, size);
    const opening = performance.now();
    const cards = pool.map((profile) => ({ profile, card: cardOf(profile, saidBy(profile), 'studio', now) }));
    const opened = performance.now();
    const [about] = cards;
    if (about === undefined) fail('There is nobody.');
    const day = shanghaiDay(now);
    const best = foremost(
      cards.map(({ profile, card }) => ({ reasons: reasonsFor(about.card, card), turn: turnOf(profile, day) })),
    );
    const weighed = performance.now();
    return {
      profiles: size,
      'opened: ms': (opened - opening).toFixed(1),
      'weighed: ms': (weighed - opened).toFixed(1),
      suggested: best.length,
    };
  });
  console.table(rows);
}

/** Somebody who says most of what can be said, so that every part has to be read. */
function somebody(nth: number, now: EpochMs): Profile {
  const said = <Value>(values: readonly [Value, ...Value[]], every = 1) => ({
    value: values[Math.floor(nth / every) % values.length] ?? values[0],
    seenBy: 'proposal' as const,
  });
  const facts: MatchFacts = {
    age: { value: 1980 + ((nth * 7) % 25), seenBy: 'proposal' },
    street: said(['北蔡镇', '花木街道', '张江镇', '金桥镇'], 3),
    hometown: said(['盐城', '上海', '六安', '南通', '信阳'], 2),
    occupation: said(codes, 5),
    shift: said(workShifts, 7),
    restDays: { value: [1 + (nth % 7), 1 + ((nth + 3) % 7)], seenBy: 'proposal' },
    interests: { value: interests.filter((_, place) => (place + nth) % 4 === 0), seenBy: 'proposal' },
    smokes: said(smokingHabits, 11),
    history: said(['never', 'divorced'], 9),
    hasChildren: said([false, true], 13),
    about: { value: '下了班喜欢走走路、做做饭，周末偶尔去看电影。'.repeat(4), seenBy: 'proposal' },
    hopes: { value: '希望对方踏实，能聊得来，愿意一起慢慢了解。'.repeat(4), seenBy: 'mutual' },
    ages: { value: { from: 22 + (nth % 10), upTo: 38 + (nth % 12) }, seenBy: 'proposal' },
  };
  const name = `bench-${nth}`;
  const lastProposedAt = nth % 3 === 0 ? 0 : now - nth * DAY_MS;
  const more = { lastProposedAt, joinedAt: now, expiresAt: EpochMs.parse(now + 182 * DAY_MS) };
  const form = aForm(`小${nth}`, { gender: nth % 2 === 0 ? 'woman' : 'man', children: 'open' }, facts);
  return aProfile(name, personIdFor('wechat', name), more, form);
}

const codes = ((): readonly [Code, ...Code[]] => {
  const [first, ...others] = occupations.map(({ code }) => code);
  return [first ?? 'other', ...others];
})();
type Code = (typeof occupations)[number]['code'];

async function open(pool: readonly Profile[], now: EpochMs, latencyMs: number): Promise<LocalCloud> {
  const cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections,
    functions: { handlers: { matchmaking } },
    strict: true,
    latencyMs,
  });
  const personId = personIdFor('wechat', MATCHMAKER);
  cloud.documents('match-studios').insert(aStudio());
  cloud.documents('match-profiles').insertMany([...pool]);
  cloud.documents('match-pledges').insert(aPledge(personId, { until: addDays(shanghaiDay(now), 300) }));
  cloud.documents('staff').insert({
    _id: personId,
    name: '测试员',
    roles: [{ role: 'matchmaker', unionId: 'beicai', unionName: '北蔡镇总工会', until: '2099-12-31' }],
    unionIds: ['beicai'],
  });
  return cloud;
}

/** The middle of several, as a pause is nobody's cost. */
async function measured(cloud: LocalCloud, probe: Probe): Promise<Costs> {
  const costs: Costs[] = [];
  for (let nth = -1; nth < REPEATS; nth += 1) {
    const started = performance.now();
    const roundTrips = await ask(cloud, probe.action, probe.inputFor(nth));
    if (nth >= 0) costs.push({ ms: performance.now() - started, roundTrips });
  }
  costs.sort((one, other) => one.ms - other.ms);
  return costs[Math.floor(costs.length / 2)] ?? fail('Nothing was measured.');
}

/** The middle of what the slowest waits, where several ask in the same moment and one machine answers all of them. */
async function slowestOfMany(cloud: LocalCloud, { action, inputFor }: Probe): Promise<number> {
  const waited: number[] = [];
  for (let nth = 0; nth < REPEATS; nth += 1) {
    const started = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, (_, one) => ask(cloud, action, inputFor(nth * AT_ONCE + one))));
    waited.push(performance.now() - started);
  }
  waited.sort((one, other) => one - other);
  return waited[Math.floor(waited.length / 2)] ?? fail('Nothing was measured.');
}

async function ask(cloud: LocalCloud, action: string, input: object): Promise<number> {
  const { result, error, roundTrips } = await cloud.call('matchmaking', { action, input }, { openid: MATCHMAKER });
  const answer = result as { ok?: boolean } | undefined;
  if (error !== undefined || answer?.ok !== true) fail(`${action} answered ${JSON.stringify(error ?? result)}`);
  return roundTrips;
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

if (require.main === module) void matchmakingCosts();
