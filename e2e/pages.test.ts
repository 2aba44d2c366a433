import type { Page } from 'playwright-core';
import { shownCode } from '../scripts/seed/duty-certificate';
import { eventIdFrom, seriesIdFrom } from '../scripts/seed/event-draft';
import type { RequestKey } from '../types/evidence';
import { EpochMs, addDays, shanghaiDay } from '../types/time';
import { hands } from './hands';
import { auntiesStation, codeOnScreen, doneAt, soonShift } from './soon-shift';
import type { Visit } from './page-walk';
import { wrongOn } from './page-walk';
import type { PhoneWish, World } from './world';
import { beginWorld } from './world';

const member = (name: string) => `features/member/pages/${name}/index`;
const review = (name: string) => `features/review/pages/${name}/index`;
const station = (name: string, about = '') => `features/station/pages/${name}/index${about}`;
const event = (name: string, about = '') => `features/event/pages/${name}/index${about}`;
const at = (key: string) => `?id=${eventIdFrom(key)}`;

/** NO.99 of Pudong, which has its own head among the personas. */
const relay = '?id=jinqiaozhenhuwaizhigongaixinjielizhan';

const duty = (name: string, about = '') => `features/duty/pages/${name}/index${about}`;
const aunties = `?id=${auntiesStation}`;
/** In an address, what is known when the pages are seen: the shift that the volunteer is on, and a certificate of hers. */
const HER_SHIFT = 'her-shift';
const HER_CERTIFICATE = 'her-certificate';

/** What everybody and every member can open, with somebody who has something to see there. */
const pages: readonly Visit[] = [
  [null, 'pages/home/index'],
  [null, 'pages/stations/index'],
  ['rider', 'pages/home/index'],
  ['rider', 'pages/events/index'],
  ['rider', member('enrol')],
  ['rider', member('card')],
  ['applicant', member('status')],
  ['member', 'pages/mine/index'],
  ['member', member('card')],
  ['member', member('membership')],
  ['member', member('own-data')],
  ['volunteer', member('verify')],
  [null, station('check-in')],
  ['rider', station('station', relay)],
  ['rider', station('own-reports')],
  [null, station('articles')],
  [null, station('article', '?id=a00000000001')],
  ['member', 'pages/events/index'],
  [null, event('event', at('legal-micro-class'))],
  ['member', event('event', at('oil-painting'))],
  ['member', event('event', at('held-contracts'))],
  ['member', event('register', at('little-bird'))],
  ['member', event('own')],
  ['member', event('inbox')],
  ['rider', event('draw', at('draw-drawn'))],
  ['rider', event('check-in', '?code=e.7K2M9Q4T.03XYZ8HJAB')],
  ['member', duty('volunteer')],
  ['volunteer', duty('volunteer')],
  ['volunteer', duty('open-shifts')],
  ['volunteer', duty('shift', `?id=${HER_SHIFT}`)],
  ['volunteer', duty('on-duty', `?id=${HER_SHIFT}`)],
  ['volunteer', duty('hours')],
  ['volunteer', duty('certificate', `?id=${HER_CERTIFICATE}`)],
  ['rider', duty('tasks', aunties)],
  ['rider', duty('stewardships')],
  [null, duty('verify-certificate', `?code=${shownCode}`)],
  [null, event('programme', `?name=${encodeURIComponent('浦工乐学 2026')}`)],
];

/** Where the union's people and volunteers work. */
const staffPages: readonly Visit[] = [
  ['station-head', station('station', relay)],
  ['station-head', station('presence', relay)],
  ['station-head', station('own')],
  ['station-head', station('desk', relay)],
  ['station-head', station('edit', relay)],
  ['station-head', station('edit')],
  ['station-head', station('use-report')],
  ['administrator', station('import')],
  [null, station('figures')],
  ['clerk', station('edit-article')],
  ['station-head', station('edit-article', relay.replace('?id=', '?station='))],
  ['administrator', station('article', '?id=a00000000004')],
  ['station-head', review('queue')],
  ['clerk', review('queue')],
  ['clerk', review('roll')],
  ['administrator', review('staff')],
  ['clerk', event('events-desk')],
  ['clerk', event('desk', at('held-contracts'))],
  ['clerk', event('edit', at('on-now'))],
  ['clerk', event('edit')],
  ['clerk', event('edit-series', `?id=${seriesIdFrom('matchmaking-friday')}`)],
  ['clerk', event('series-attendance', `?id=${seriesIdFrom('matchmaking-friday')}`)],
  ['clerk', event('registrants', at('held-contracts'))],
  ['clerk', event('host', at('on-now'))],
  ['head-caolu', duty('board', aunties)],
  ['head-caolu', duty('gaps')],
  ['head-caolu', duty('waiting')],
  ['head-caolu', duty('roster', aunties)],
  ['head-caolu', duty('book', aunties)],
  ['head-caolu', duty('shelf', aunties)],
];

type Sight = readonly [name: string, wish: PhoneWish, elder: boolean, visits: readonly Visit[]];

/** Staff's pages are seen where they are tightest and where they are used; colours are the same everywhere. */
const sights: readonly Sight[] = [
  ['on a common phone', {}, false, pages],
  ['on a narrow phone in the large-type mode', { width: 360, height: 740 }, true, [...pages, ...staffPages]],
  ['in the dark', { dark: true }, false, pages],
  ['on a desk', { width: 1280, height: 800 }, false, [...pages, ...staffPages]],
];

describe('every page', () => {
  let world: World;
  let hers: { readonly shiftId: string; readonly certificateId: string };

  beforeAll(async () => {
    world = await beginWorld();
    hers = await openedByVolunteer();
  });
  afterAll(() => world.end());

  /** A volunteer has opened a station, and her colleague waits for a certificate. */
  const openedByVolunteer = async (): Promise<typeof hers> => {
    const done = doneAt(world.cloud.address);
    const shiftId = await soonShift(done);
    const requestKey = 'from-one-page-to-other' as RequestKey;
    await done('volunteer', 'duty.take', { shiftId, role: 'door', requestKey });
    const now = EpochMs.parse(Date.now());
    const tapped = { did: 'clock-in', code: await codeOnScreen(done), place: null } as const;
    const taps = [{ key: requestKey, at: now, tapped }];
    await done('volunteer', 'duty.recordTaps', { shiftId, phoneNow: now, taps });
    const until = shanghaiDay(now);
    await done('volunteer-zhou', 'duty.askCertificate', { from: addDays(until, -60), until, requestKey });
    const { certificates } = await done('volunteer', 'duty.listOwnHours', { before: null });
    return { shiftId, certificateId: certificates[0]?.certificateId ?? '' };
  };

  const placedAt = (at: string): string =>
    at.replace(HER_SHIFT, hers.shiftId).replace(HER_CERTIFICATE, hers.certificateId);

  it.each(sights)('fits, can be hit and read %s', async (_name, wish, elder, visits) => {
    const placed = visits.map(([persona, at]): Visit => [persona, placedAt(at)]);
    expect(await wrongOn(world, placed, wish, elder)).toEqual({});
  });

  it('keeps what was typed when the network is lost, and sends it when it is back', async () => {
    const page: Page = await world.phone('rider', { at: member('enrol') });
    const { press, tick } = hands(page);
    await tick(/办理入会/);
    await tick(/核对身份/);
    await page.route('**/v1/functions/**', (route) => route.abort());
    await press('同意并继续');
    await page.getByText(/网络/).first().waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await page.unroute('**/v1/functions/**');
    await press(/同意并继续|重新/);
    await page.getByRole('radio', { name: /外卖骑手/ }).waitFor();
  });
});
