import { copyText } from './device';

const { clipboard } = navigator;
let selected: string[];

beforeEach(() => {
  selected = [];
  Object.assign(navigator, { clipboard: undefined });
});
afterEach(() => Object.assign(navigator, { clipboard }));

const oldWay = (copies: boolean): void =>
  void Object.assign(document, {
    execCommand: (command: string) => {
      const { activeElement } = document;
      if (activeElement instanceof HTMLTextAreaElement) selected.push(`${command} ${activeElement.value}`);
      return copies;
    },
  });

it('copies over plain http, too, and leaves nothing on the page', async () => {
  oldWay(true);
  expect(await copyText('https://example.com/#/events')).toBe(true);
  expect(selected).toEqual(['copy https://example.com/#/events']);
  expect(document.body.childElementCount).toBe(0);
});

it('says so when the browser does not let it', async () => {
  oldWay(false);
  expect(await copyText('编号')).toBe(false);
  Object.assign(navigator, { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
  expect(await copyText('编号')).toBe(false);
});
