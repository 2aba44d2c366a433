import type { Page } from 'playwright-core';
import { shownCode } from '../scripts/seed/duty-certificate';
import { eventIdFrom, seriesIdFrom } from '../scripts/seed/event-draft';
import type { RequestKey } from '../types/evidence';
import { EpochMs, addDays, shanghaiDay } from '../types/time';
import { hands } from './hands';
import { auntiesStation, codeOnScreen, doneAt, soonShift } from './soon-shift';
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

type Visit = readonly [persona: string | null, at: string];

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

/** WCAG 2.5.5 and the style guide: what a finger must hit is at least this large. CSS pixels. */
const TARGET_PX = 44;
/** The smallest letters anywhere; running text is 17 or more. CSS pixels. */
const SMALLEST_TEXT_PX = 14;

/** A fault; or a door that stays closed to the visitor, behind which nothing would have been measured. */
const wentWrong =
  /"fault"|"outside-your-unions"|"event-not-found"|"station-not-found"|"refusal":"(shift-not-found|no-place|not-accepted|not-for-you|certificate-not-found)"/;

describe('every page', () => {
  let world: World;
  let hers: { readonly shiftId: string; readonly certificateId: string };

  beforeAll(async () => {
    world = await beginWorld();
    hers = await openedByVolunteer();
  }, 90_000);
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

  /** One person's phone, which goes from page to page; each is loaded afresh, as from a link. */
  const walk = async (persona: string | null, visits: readonly string[], wish: PhoneWish, elder: boolean) => {
    const page = await world.phone(persona, wish);
    let faults: string[] = [];
    let answers: Promise<string>[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('response', (response) => {
      if (response.url().includes('/v1/functions/')) answers.push(response.text().catch(() => '')); // gone with a page that was left
    });
    if (elder) await page.evaluate(() => localStorage.setItem('elder-mode', JSON.stringify({ data: 'on' })));
    const found: [string, object][] = [];
    for (const at of visits) {
      await page.evaluate(
        (hash) => history.replaceState(null, '', hash),
        `#/${at.replace(HER_SHIFT, hers.shiftId).replace(HER_CERTIFICATE, hers.certificateId)}`,
      );
      [faults, answers] = [[], []];
      await page.reload();
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(300);
      // On a busy machine the network is still while the page is at work; what is measured is what there is to read.
      await page.waitForFunction(() => document.querySelector('[role=status][aria-label=正在加载]') === null);
      if (elder) await page.locator('[class*=elder]').first().waitFor({ state: 'attached' });
      const seen = await page.evaluate(measure, { target: TARGET_PX, text: SMALLEST_TEXT_PX });
      const said = await Promise.all(answers);
      faults.push(...said.filter((answer) => wentWrong.test(answer)));
      const wrong = Object.entries({ ...seen, faults }).filter(([, list]) => list.length > 0);
      if (wrong.length > 0) found.push([`${persona ?? 'nobody'} at ${at}`, Object.fromEntries(wrong)]);
    }
    await page.context().close();
    return found;
  };

  it.each(sights)(
    'fits, can be hit and read %s',
    async (_name, wish, elder, visits) => {
      const people = [...new Set(visits.map(([persona]) => persona))];
      const found: [string, object][] = [];
      const lane = async (): Promise<void> => {
        for (let who = people.shift(); who !== undefined; who = people.shift()) {
          const own = visits.flatMap(([persona, at]) => (persona === who ? [at] : []));
          found.push(...(await walk(who, own, wish, elder)));
        }
      };
      // A page mostly waits for the network to be still.
      await Promise.all([lane(), lane(), lane()]);
      expect(Object.fromEntries(found)).toEqual({});
    },
    240_000,
  );

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
  }, 60_000);
});

/** Runs in the page: what sticks out, what a finger would miss, what an eye would. */
function measure(limits: {
  readonly target: number;
  readonly text: number;
}): Record<'wide' | 'small' | 'tiny' | 'empty', string[]> {
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  };
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()} ${(element.textContent || element.getAttribute('aria-label') || '').slice(0, 20)}`;
  const pressable = [
    ...document.querySelectorAll('button, a[href], input, select, textarea, [role=button], [role=tab]'),
  ];
  const texts = [...document.querySelectorAll('body *')].filter(
    (element) =>
      isSeen(element) &&
      [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== ''),
  );
  return {
    wide:
      document.documentElement.scrollWidth > window.innerWidth + 1
        ? [`${document.documentElement.scrollWidth} > ${window.innerWidth}`]
        : [],
    small: pressable
      .filter(
        (element) =>
          isSeen(element) &&
          Math.min(element.getBoundingClientRect().height, element.getBoundingClientRect().width) < limits.target - 0.5,
      )
      .map(
        (element) =>
          `${name(element)} ${Math.round(element.getBoundingClientRect().width)}×${Math.round(element.getBoundingClientRect().height)}`,
      ),
    tiny: texts.filter((element) => parseFloat(getComputedStyle(element).fontSize) < limits.text).map(name),
    empty: texts.length < 3 ? ['the page shows nothing'] : [],
  };
}
