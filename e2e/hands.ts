import type { Locator, Page } from 'playwright-core';

/** Hands on a phone: only what can be seen can be touched. Pages below the one on top stay in the document, unseen. */
export const hands = (page: Page) => {
  const seen = (locator: Locator): Locator => locator.filter({ visible: true }).last();
  return {
    press: (name: string | RegExp) => seen(page.getByRole('button', { name })).click(),
    choose: (name: string | RegExp) => seen(page.getByRole('radio', { name })).click(),
    tick: (name: string | RegExp) => seen(page.getByRole('checkbox', { name })).click(),
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
