import { answerOf } from './answers';
import type { Page, Phone } from './harness';
import { boot } from './harness';

const pageOf = (name: string): string => `features/event/pages/${name}/index`;
const eventId = 'eabcdefghjkm';

let phone: Phone;
let page: Page | null = null;

const asked = (action: string): readonly object[] =>
  phone.calls
    .filter(
      ({ name, options }) => name === 'cloud.callFunction' && (options['data'] as { action: string }).action === action,
    )
    .map(({ options }) => (options['data'] as { input: object }).input);

beforeAll(() => {
  phone = boot(answerOf);
});
afterEach(() => {
  page?.close();
  page = null;
});

it('finds events under the tab, each with the places left', async () => {
  page = await phone.open('pages/events/index');
  await page.waitFor('还有 3 个名额');
  expect(asked('browse')).toMatchObject([{ from: null, kind: null, street: null }]);
});

it('goes from the event to its form with one tap', async () => {
  page = await phone.open(`${pageOf('event')}?id=${eventId}`);
  await page.waitFor('报名前请知道');
  await page.tap('报名');
  expect(phone.calls.at(-1)).toMatchObject({ name: 'navigateTo', options: { url: `/${pageOf('register')}?id=eabcdefghj00` } }); // prettier-ignore
});

it('asks for what is missing before anything is sent', async () => {
  page = await phone.open(`${pageOf('register')}?id=${eventId}`);
  await page.waitFor('监护人同意');
  await page.tap('报名');
  await page.waitFor('带孩子参加，要请您先读一读并同意');
  expect(asked('register')).toEqual([]);
});

it("checks in by the host's code, once", async () => {
  page = await phone.open(`${pageOf('check-in')}?code=e.7K2M9Q4T.03XYZ8HJAB`);
  await page.waitFor('已签到');
  expect(asked('checkIn')).toEqual([{ code: 'e.7K2M9Q4T.03XYZ8HJAB' }]);
});

it('reads messages, and tells the server that they were read', async () => {
  page = await phone.open(pageOf('inbox'));
  await page.waitFor('有名额留给您');
  await page.waitFor('请带毛巾');
  expect(asked('markRead')).toHaveLength(1);
});
