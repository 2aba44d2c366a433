import { answerOf } from './answers';
import type { Page, Phone } from './harness';
import { boot } from './harness';

const checkInPage = 'features/station/pages/check-in/index';

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

it('opens the camera at one tap on the first page, and goes on with what was read', async () => {
  page = await phone.open('pages/home/index');
  await page.tap('扫码打卡');
  expect(phone.calls.some(({ name }) => name === 'scanCode')).toBe(true);
  expect(phone.calls.at(-1)).toMatchObject({
    name: 'navigateTo',
    options: { url: `/${checkInPage}?code=code-of-a-card` },
  });
});

it('checks in by the code at the door that WeChat itself scanned, once, and gives a bottle', async () => {
  page = await phone.open(`${checkInPage}?scene=${encodeURIComponent('s.7K2M9Q4T.03XYZ8HJ')}`);
  await page.waitFor('已打卡');
  expect(asked('checkIn')).toMatchObject([{ code: 's.7K2M9Q4T.03XYZ8HJ', visitorKey: null }]);
  await page.tap('取一瓶水');
  await page.waitFor('已取 1 / 2 瓶');
  expect(asked('takeWater')).toMatchObject([{ code: 's.7K2M9Q4T.03XYZ8HJ' }]);
});

it('shows the code on duty in letters, bright and awake', async () => {
  page = await phone.open('features/station/pages/presence/index?id=jinqiao-99');
  await page.waitFor('7K2M 9Q4T 03XYZ 8HJ10');
  expect(phone.calls.some(({ name }) => name === 'getScreenBrightness')).toBe(true);
});
