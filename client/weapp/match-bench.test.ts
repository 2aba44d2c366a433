import { answerOf, parameters } from './answers';
import type { Page, Phone } from './harness';
import { boot } from './harness';

let phone: Phone;
let page: Page | null = null;

beforeAll(() => {
  phone = boot(answerOf);
});
afterEach(() => {
  page?.close();
  page = null;
});

const open = async (name: string): Promise<Page> => {
  const route = `features/matchmaking/pages/${name}/index`;
  page = await phone.open(route + (parameters[route] ?? ''));
  return page;
};

it.each([
  ['bench', '412 位'],
  ['pool', '有 412 位'],
  ['person', '只有红娘看得到'],
  ['propose', '小林会看到的阿海'],
  ['proposals', '这次介绍已经结束'],
  ['sitting-day', 'A 桌'],
  ['held', '在做投资'],
  ['follow-ups', '三天回访'],
  ['mixers', '24 人领了号码牌'],
])('says at the foot of %s, below what it shows, that looks are written down', async (name, shown) => {
  const opened = await open(name);
  await opened.waitFor(shown);
  await opened.waitFor('您每次看谁的资料，都会记下来；本人随时看得到是谁、什么时候看的。');
});

it.each([
  ['studio-form', '看不到任何人的资料'],
  ['reports', '举报只有工会管理员看得到'],
  ['report', '举报只有工会管理员看得到'],
])('says of %s who reads what is there, since nobody is told of a look', async (name, foot) => {
  const opened = await open(name);
  await opened.waitFor(foot);
  expect(opened.text()).not.toContain('都会记下来');
});

it('leads from the bench to the pool of its studio', async () => {
  const opened = await open('bench');
  await opened.waitFor('资料库');
  await opened.tap('资料库，412 位');
  expect(phone.calls.at(-1)).toMatchObject({
    name: 'navigateTo',
    options: { url: '/features/matchmaking/pages/pool/index?id=beicai' },
  });
});

it('leaves a fact out of a proposal with one tap, sends little for it, and asks the server nothing', async () => {
  const opened = await open('propose');
  await opened.waitFor('小林会看到的阿海');
  const asked = phone.calls.filter(({ name }) => name === 'cloud.callFunction').length;
  const before = opened.sent.length;
  await opened.tap('年龄，27岁');
  await opened.waitFor('不给看：27岁');
  const bytes = opened.sent.slice(before).reduce((sum, data) => sum + Buffer.byteLength(JSON.stringify(data)), 0);
  expect(bytes).toBeLessThanOrEqual(1_000);
  expect(phone.calls.filter(({ name }) => name === 'cloud.callFunction')).toHaveLength(asked);
});
