import type { PhoneWish, World } from './world';

/** Somebody opens a page. */
export type Visit = readonly [persona: string | null, at: string];

/** WCAG 2.5.5 and the style guide: what a finger must hit is at least this large. CSS pixels. */
const TARGET_PX = 44;
/** The smallest letters anywhere; running text is 17 or more. CSS pixels. */
const SMALLEST_TEXT_PX = 14;

/** A fault; or a door that stays closed to the visitor, behind which nothing would have been measured. */
const wentWrong =
  /"fault"|"outside-your-unions"|"event-not-found"|"station-not-found"|"refusal":"(shift-not-found|no-place|not-accepted|not-for-you|certificate-not-found|proposal-not-found|person-not-found|studio-not-found|pledge-needed|outside-your-studio)"/;

/** What is wrong with any of these pages, by who was where; nothing is in it when all is well. */
export async function wrongOn(
  world: World,
  visits: readonly Visit[],
  wish: PhoneWish,
  elder: boolean,
): Promise<Record<string, object>> {
  const people = [...new Set(visits.map(([persona]) => persona))];
  const found: [string, object][] = [];
  const lane = async (): Promise<void> => {
    for (let who = people.shift(); who !== undefined; who = people.shift()) {
      const own = visits.flatMap(([persona, at]) => (persona === who ? [at] : []));
      found.push(...(await walk(world, who, own, wish, elder)));
    }
  };
  // A page mostly waits for the network to be still.
  await Promise.all([lane(), lane(), lane()]);
  return Object.fromEntries(found);
}

/** One person's phone, which goes from page to page; each is loaded afresh, as from a link. */
async function walk(
  world: World,
  persona: string | null,
  visits: readonly string[],
  wish: PhoneWish,
  elder: boolean,
): Promise<[string, object][]> {
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
    await page.evaluate((hash) => history.replaceState(null, '', hash), `#/${at}`);
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
}

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
