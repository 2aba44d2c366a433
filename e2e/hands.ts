import type { Locator, Page } from 'playwright-core';

/** Between the two taps of a finger in a glove. Milliseconds. */
const PACE_MS = 250;

/** Runs in the page, whose clock goes by the fingers' pace, however late a busy machine brings the second tap. */
function tellTime(now: number | null): void {
  const clock: { now: () => number; real?: () => number } = Date;
  const real = (clock.real ??= clock.now);
  clock.now = now === null ? real : () => now;
}

/** Hands on a phone: only what can be seen can be touched. Pages below the one on top stay in the document, unseen. */
export const hands = (page: Page) => {
  const seen = (locator: Locator): Locator => locator.filter({ visible: true }).last();
  /** At a person's pace: what comes to lie under the finger within half a second of a tap is not pressed. */
  const press = async (target: Locator): Promise<void> => {
    await page.waitForTimeout(550);
    await seen(target).click();
  };
  return {
    press: (name: string | RegExp) => press(page.getByRole('button', { name })),
    choose: (name: string | RegExp) => press(page.getByRole('radio', { name })),
    tick: (name: string | RegExp) => press(page.getByRole('checkbox', { name })),
    pressTwice: async (name: string | RegExp) => {
      await page.waitForTimeout(550);
      const target = seen(page.getByRole('button', { name }));
      await target.scrollIntoViewIfNeeded();
      const box = await target.boundingBox();
      if (box === null) throw new Error(`There is no ${String(name)} to press.`);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const now = await page.evaluate(() => Date.now());
      for (const [after, pause] of [
        [0, PACE_MS],
        [PACE_MS, 150],
      ] as const) {
        await page.evaluate(tellTime, now + after);
        await page.touchscreen.tap(x, y);
        await page.waitForTimeout(pause);
      }
      await page.evaluate(tellTime, null);
    },
    pick: (label: string, option: string) => seen(page.getByLabel(label)).selectOption({ label: option }),
    write: async (label: string, text: string) => {
      const field = seen(page.getByRole('textbox', { name: label }));
      await field.fill(text);
      await field.blur();
    },
    reads: (text: string | RegExp) => seen(page.getByText(text)).waitFor(),
    goTo: (address: string, route: string) => page.goto(`${address}/#/${route}`),
  };
};
