import { phone, resetPhone } from '../testing/taro-api';
import { back, go, tabOf } from './routes';
import type { PageName } from './routes';

type Config = {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string }[] };
};

beforeEach(resetPhone);

async function registered(): Promise<Config> {
  Object.assign(globalThis, { defineAppConfig: (config: Config) => config });
  return (await import('./app.config')).default as unknown as Config;
}

it('opens only pages that are registered, and every one of them', async () => {
  const config = await registered();
  const names: readonly PageName[] = [
    'home', 'stations', 'events', 'mine', 'enrol', 'status', 'card', 'verify', 'membership', 'ownData', 'queue', 'case', 'roll',
    'staff',
  ]; // prettier-ignore
  names.forEach((name) => go(name));
  const pages = [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
  expect(phone.opened.map(({ url }) => url.slice(1)).sort()).toEqual(pages.sort());
});

it('changes the tab for a page of the bar, and lays every other page on top', async () => {
  go('mine');
  go('case', { id: 'enrolment:p1:1' });
  expect(phone.opened).toEqual([
    { by: 'switchTab', url: '/pages/mine/index' },
    { by: 'navigateTo', url: '/features/review/pages/case/index?id=enrolment%3Ap1%3A1' },
  ]);
  const config = await registered();
  expect(config.tabBar.list.map(({ pagePath }) => tabOf(pagePath))).toEqual(['home', 'stations', 'events', 'mine']);
});

it('goes home from a page that was opened by its address', () => {
  back();
  expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/home/index' }]);
});
