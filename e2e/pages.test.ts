import type { Page } from 'playwright-core';
import { hands } from './hands';
import type { PhoneWish, World } from './world';
import { beginWorld } from './world';

const member = (name: string) => `features/member/pages/${name}/index`;
const review = (name: string) => `features/review/pages/${name}/index`;
const station = (name: string, about = '') => `features/station/pages/${name}/index${about}`;

/** NO.99 of Pudong, which has its own head among the personas. */
const relay = '?id=jinqiaozhenhuwaizhigongaixinjielizhan';

/** Every page with somebody who has something to see there. */
const pages: readonly (readonly [persona: string | null, at: string])[] = [
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
];

const sights: readonly (readonly [name: string, wish: PhoneWish, elder: boolean])[] = [
  ['on a common phone', {}, false],
  ['on a narrow phone in the large-type mode', { width: 360, height: 740 }, true],
  ['in the dark', { dark: true }, false],
  ['on a desk', { width: 1280, height: 800 }, false],
];

/** WCAG 2.5.5 and the style guide: what a finger must hit is at least this large. CSS pixels. */
const TARGET_PX = 44;
/** The smallest letters anywhere; running text is 17 or more. CSS pixels. */
const SMALLEST_TEXT_PX = 14;

describe('every page', () => {
  let world: World;

  beforeAll(async () => {
    world = await beginWorld();
  }, 60_000);
  afterAll(() => world.end());

  const look = async (persona: string | null, at: string, wish: PhoneWish, elder: boolean) => {
    const page = await world.phone(persona, { ...wish, at });
    const faults: string[] = [];
    const answers: Promise<string>[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('response', (response) => {
      if (response.url().includes('/v1/functions/')) answers.push(response.text().catch(() => '')); // gone with a page that was left
    });
    await page.reload();
    if (elder) {
      await page.evaluate(() => localStorage.setItem('elder-mode', JSON.stringify({ data: 'on' })));
      await page.reload();
    }
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    if (elder) await page.locator('[class*=elder]').first().waitFor({ state: 'attached' });
    const seen = await page.evaluate(measure, { target: TARGET_PX, text: SMALLEST_TEXT_PX });
    const said = await Promise.all(answers);
    faults.push(...said.filter((answer) => answer.includes('"fault"')));
    await page.context().close();
    return { ...seen, faults };
  };

  it.each(sights)(
    'fits, can be hit and read %s',
    async (_name, wish, elder) => {
      const found: Record<string, unknown> = {};
      for (const [persona, at] of pages) {
        const seen = await look(persona, at, wish, elder);
        const wrong = Object.entries(seen).filter(([, list]) => list.length > 0);
        if (wrong.length > 0) found[`${persona ?? 'nobody'} at ${at}`] = Object.fromEntries(wrong);
      }
      expect(found).toEqual({});
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
