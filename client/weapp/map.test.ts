import { answerOf } from './answers';
import type { Page, Phone } from './harness';
import { boot } from './harness';

const route = 'pages/stations/index';

let phone: Phone;
let page: Page;

beforeAll(() => {
  phone = boot(answerOf);
});
beforeEach(async () => {
  page = await phone.open(route);
  await page.waitFor('这一带 42 个站点');
});
afterEach(() => page.close());

type Asked = { readonly data: { readonly action: string; readonly input: Readonly<Record<string, unknown>> } };

const looks = (): readonly Asked['data']['input'][] =>
  phone.calls
    .filter(({ name }) => name === 'cloud.callFunction')
    .map(({ options }) => (options as unknown as Asked).data)
    .filter(({ action }) => action === 'lookAround')
    .map(({ input }) => input);
const called = (name: string): number => phone.calls.filter((call) => call.name === name).length;
/** Two presses closer together than this are one double tap; a moved map rests before it is asked about. */
const pause = (ms = 600): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** However late: what the page does in the end. */
async function inTheEnd(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2_000 && !isSo(); tries += 1) await pause(10);
}

const map = '[class*=native]';

it('shows a pin for each station and the list beside it, and opens a card at a tap on a pin', async () => {
  await page.fire(map, 'markertap', { markerId: 1 });
  await page.waitFor('返回列表');
  expect(page.text()).toContain('第1户外职工爱心接力站');
  await pause();
  await page.tap('导航');
  expect(phone.calls.at(-1)).toMatchObject({
    name: 'openLocation',
    options: { latitude: 31.2, longitude: 121.5, name: '第1户外职工爱心接力站' },
  });
  await pause();
  await page.tap('详情');
  expect(phone.calls.at(-1)).toMatchObject({
    name: 'navigateTo',
    options: { url: '/features/station/pages/station/index?id=station-0' },
  });
  await pause();
  await page.tap('返回列表');
});

it('goes closer at a tap on a cluster', async () => {
  await page.fire(map, 'labeltap', { markerId: 0 });
  await inTheEnd(() => looks().at(-1)?.['zoom'] === 16);
  expect(looks().at(-1)).toMatchObject({ zoom: 16 });
});

it('asks anew where a hand left the map, and not while it moves', async () => {
  const before = looks().length;
  const moved = {
    causedBy: 'drag',
    scale: 14,
    centerLocation: { longitude: 121.7, latitude: 31 },
    region: { southwest: { longitude: 121.6, latitude: 30.9 }, northeast: { longitude: 121.8, latitude: 31.1 } },
  };
  await page.fire(map, 'begin', moved);
  await pause();
  expect(looks()).toHaveLength(before);
  await page.fire(map, 'end', moved);
  await inTheEnd(() => looks().length > before);
  await pause();
  expect(looks()).toHaveLength(before + 1);
  expect(looks().at(-1)).toMatchObject({ zoom: 14, box: { west: 121.6, east: 121.8 } });
});

it('asks the phone where it is only at a tap, and in the datum of the map', async () => {
  expect(called('getLocation')).toBe(0);
  await page.tap('离我最近');
  await inTheEnd(() => JSON.stringify(looks().at(-1)?.['from']).includes('121.58'));
  expect(phone.calls.find(({ name }) => name === 'getLocation')?.options).toMatchObject({ type: 'gcj02' });
  expect(looks().at(-1)).toMatchObject({ from: { longitude: 121.58, latitude: 31.26 } });
});
