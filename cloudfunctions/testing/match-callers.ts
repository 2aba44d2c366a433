/** Everybody who may try, and by which name they are known in the world of match-world.ts. */
export const callers = {
  nobody: null,
  stranger: '路人',
  member: '会员',
  /** Of a profile, an appointment, a picture, and of one side of a proposal. */
  owner: '小芳',
  otherSide: '阿强',
  matchmaker: '红娘',
  withoutPledge: '没签承诺的红娘',
  pledgeRanOut: '承诺过期的红娘',
  roleRanOut: '卸任的红娘',
  ofAnotherUnion: '潍坊红娘',
  ofTheDistrict: '区红娘',
  clerk: '干事',
  stationHead: '站长',
  volunteer: '志愿者',
  administrator: '主席',
  administratorElsewhere: '潍坊主席',
  administratorAbove: '区主席',
} as const;
export type Caller = keyof typeof callers;
export const callerNames = Object.keys(callers) as Caller[];

export type Expected<Outcome extends string> = Readonly<Record<Caller, Outcome>>;
export const all = <Outcome extends string>(outcome: Outcome): Expected<Outcome> =>
  Object.fromEntries(callerNames.map((caller) => [caller, outcome])) as Expected<Outcome>;
export const these = <Outcome extends string>(named: readonly Caller[], outcome: Outcome): Partial<Expected<Outcome>> =>
  Object.fromEntries(named.map((caller) => [caller, outcome]));

export const signIn = these(['nobody'], 'sign-in-needed');
/** Everybody who is signed in, each about themselves. */
export const everyPerson = { ...all('runs'), ...signIn };
/** Those whose it is; the rest hears a fact that would be true without them. */
export const persons = <Refusal extends string>(named: readonly Caller[], otherwise: Refusal) => ({
  ...all(otherwise),
  ...these(named, 'runs'),
  ...signIn,
});
/** Those two who have a profile. */
export const joined = persons(['owner', 'otherSide'], 'not-joined');
export const sides = persons(['owner', 'otherSide'], 'proposal-not-found');

export const matchmakers = ['matchmaker', 'withoutPledge', 'pledgeRanOut', 'ofAnotherUnion', 'ofTheDistrict'] as const;
export const staff = (named: readonly Caller[]) => ({ ...all('not-allowed'), ...these(named, 'runs'), ...signIn });
/** The studio's own matchmaker with a pledge; matchmakers of other unions hear `outside`, above or beside. */
export const bench = <Refusal extends string>(outside: Refusal) => ({
  ...staff(['matchmaker']),
  ...these(['withoutPledge', 'pledgeRanOut'], 'pledge-needed'),
  ...these(['ofAnotherUnion', 'ofTheDistrict'], outside),
});
export const ofStudio = bench('outside-your-studio');
export const ofPerson = bench('person-not-found');
export const ofProposal = bench('proposal-not-found');
export const judges = {
  ...staff(['administrator', 'administratorAbove']),
  ...these(['administratorElsewhere'], 'report-not-found'),
};
