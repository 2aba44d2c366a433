import { profileIdDrawnFor } from '../scripts/seed/profile-id';
import type { Visit } from './page-walk';
import { wrongOn } from './page-walk';
import { actsIn } from './studio-acts';
import type { PhoneWish, World } from './world';
import { beginWorld } from './world';

const match = (name: string, about = '') => `features/matchmaking/pages/${name}/index${about}`;
const studio = '?id=beicai';
const chen = profileIdDrawnFor('single-chen');
/** In an address, what is known when the pages are seen: the proposal that 陈静 may answer. */
const HER_PROPOSAL = 'her-proposal';

const ownPages: readonly Visit[] = [
  [null, match('studio')],
  ['member', match('join', studio)],
  ['single-chen', match('studio')],
  ['single-chen', match('profile')],
  ['single-chen', match('looks')],
  ['single-chen', match('my-proposals')],
  ['single-chen', match('proposal', `?id=${HER_PROPOSAL}`)],
  ['single-chen', match('report-person', `?id=${HER_PROPOSAL}`)],
  ['single-chen', match('sittings', studio)],
];

const benchPages: readonly Visit[] = [
  ['matchmaker', match('bench')],
  ['matchmaker', match('pool', studio)],
  ['matchmaker', match('person', `?id=${chen}&studio=beicai`)],
  ['matchmaker', match('propose', `?one=${profileIdDrawnFor('single-6')}&other=${profileIdDrawnFor('single-9')}`)],
  ['matchmaker', match('proposals', studio)],
  ['matchmaker', match('sitting-day', studio)],
  ['matchmaker', match('held', studio)],
  ['matchmaker', match('follow-ups', studio)],
  ['matchmaker', match('mixers', studio)],
  ['clerk', match('studio-form', studio)],
  ['administrator', match('reports')],
];

type Sight = readonly [name: string, wish: PhoneWish, elder: boolean, visits: readonly Visit[]];

const sights: readonly Sight[] = [
  ['on a common phone', {}, false, ownPages],
  ['on a narrow phone in the large-type mode', { width: 360, height: 740 }, true, [...ownPages, ...benchPages]],
  ['in the dark', { dark: true }, false, ownPages],
  ['on a desk', { width: 1280, height: 800 }, false, [...ownPages, ...benchPages]],
];

describe('every page of the matchmaking studio', () => {
  let world: World;
  let proposalId: string;

  beforeAll(async () => {
    world = await beginWorld();
    const { proposals } = await actsIn(world)('single-chen', 'matchmaking.listProposals', {});
    proposalId = proposals[0]?.proposalId ?? '';
  });
  afterAll(() => world.end());

  it.each(sights)('fits, can be hit and read %s', async (_name, wish, elder, visits) => {
    const placed = visits.map(([persona, at]): Visit => [persona, at.replace(HER_PROPOSAL, proposalId)]);
    expect(await wrongOn(world, placed, wish, elder)).toEqual({});
  });
});
