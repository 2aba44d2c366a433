import { answerOf, parameters } from './answers';
import type { Page, Phone } from './harness';
import { boot, registeredPages } from './harness';

const pages = registeredPages();
let phone: Phone;
let page: Page | null = null;

const bytes = (data: object): number => Buffer.byteLength(JSON.stringify(data));

beforeAll(() => {
  phone = boot(answerOf);
});
afterEach(() => {
  page?.close();
  page = null;
});

it('tells WeChat which cloud it speaks to, before anything is asked', () => {
  expect(phone.calls[0]?.name).toBe('cloud.init');
});

describe.each(pages)('%s', (route) => {
  it('renders, asks nothing twice, in few and small steps, and not too deep', async () => {
    const before = phone.calls.length;
    page = await phone.open(route + (parameters[route] ?? ''));
    expect(page.text()).not.toBe('');
    expect(page.text()).not.toContain('undefined');
    const questions = phone.calls.slice(before).filter(({ name }) => name === 'cloud.callFunction');
    const asked = questions.map(({ options }) => JSON.stringify([options['name'], options['data']]));
    expect(asked).toEqual([...new Set(asked)]);
    const [first = {}] = page.sent;
    expect(bytes(first)).toBeLessThanOrEqual(8_000);
    // What it says at once, and what it was answered; the tick of a clock is not counted.
    expect(page.sent.filter((data) => bytes(data) > 200).length).toBeLessThanOrEqual(2);
    expect(page.levels()).toBeLessThanOrEqual(16);
  });
});

describe('home', () => {
  it('shows a member the card, and opens it at a tap', async () => {
    page = await phone.open('pages/home/index');
    await page.waitFor('出示会员卡');
    await page.tap('出示会员卡');
    expect(phone.calls.at(-1)).toMatchObject({
      name: 'navigateTo',
      options: { url: '/features/member/pages/card/index' },
    });
  });

  it('changes the tab for the stations', async () => {
    page = await phone.open('pages/home/index');
    await page.tap('工会站点，喝水、热饭、充电、休息，进门就能用');
    expect(phone.calls.at(-1)).toMatchObject({ name: 'switchTab', options: { url: '/pages/stations/index' } });
  });
});

describe('mine', () => {
  it('switches elder mode with one tap, sends little for it, and tells a screen reader', async () => {
    page = await phone.open('pages/mine/index');
    const label = '长辈模式，字更大，按钮更大，颜色更清楚';
    const before = page.sent.length;
    expect(page.spoken(label)).toMatchObject({ 'aria-role': 'switch', 'aria-checked': false });
    await page.tap(label);
    expect(page.spoken(label)).toMatchObject({ 'aria-checked': true });
    expect(page.sent.slice(before).reduce((sum, data) => sum + bytes(data), 0)).toBeLessThanOrEqual(1_000);
    await page.tap(label);
  });

  it('copies the number that one may quote, and says so', async () => {
    page = await phone.open('pages/mine/index');
    await page.tap('我的编号，pAAAAAAAAAAAAAAAAAAAAAA（咨询时可以提供），复制');
    expect(phone.calls.find(({ name }) => name === 'setClipboardData')?.options).toMatchObject({
      data: 'pAAAAAAAAAAAAAAAAAAAAAA',
    });
    await page.waitFor('编号已复制');
  });
});
