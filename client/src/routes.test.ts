import { act, render, screen } from '@testing-library/react';
import { createElement } from 'react';
import Taro, { phone, resetPhone } from '../testing/taro-api';
import { back, go, pages, tabOf, tabs } from './routes';
import type { PageName } from './routes';
import { Screen } from './ui/screen';

type Config = {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string }[] };
};

beforeEach(resetPhone);
afterEach(() => jest.restoreAllMocks());

async function registered(): Promise<Config> {
  Object.assign(globalThis, { defineAppConfig: (config: Config) => config });
  return (await import('./app.config')).default as unknown as Config;
}

it('opens only pages that are registered, and every one of them', async () => {
  const config = await registered();
  // A table of 12,000 stations is brought in at a desk: WeChat has no page for it.
  const { importStations, ...everywhere } = pages;
  expect(importStations).toContain('/import/');
  const names = [...Object.keys(tabs), ...Object.keys(everywhere)] as PageName[];
  names.forEach((name) => go(name));
  const known = [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
  expect(phone.opened.map(({ url }) => url.slice(1)).sort()).toEqual(known.sort());
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

describe('without a network', () => {
  const lose = (reason: unknown): Promise<void> =>
    act(async () => {
      window.dispatchEvent(Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason }));
      await Promise.resolve();
    });

  it('says so when the phone refuses to open a page', async () => {
    jest.spyOn(Taro, 'navigateTo').mockRejectedValue(new Error('navigateTo:fail'));
    render(createElement(Screen, { title: '首页', children: null }));
    await act(async () => {
      go('status');
      await Promise.resolve();
    });
    expect(screen.getByText('网络不可用，请稍后重试')).toBeTruthy();
  });

  it("says so when a page's files do not come, and takes the address back once", async () => {
    const backwards = jest.spyOn(window.history, 'back').mockImplementation(() => undefined);
    render(createElement(Screen, { title: '首页', children: null }));
    go('status');
    await lose(new Error('Loading CSS chunk 12 failed.\n(/css/12.css)'));
    expect(screen.getByText('网络不可用，请稍后重试')).toBeTruthy();
    expect(backwards).toHaveBeenCalledTimes(1);
    go('mine');
    await lose(Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' }));
    expect(backwards).toHaveBeenCalledTimes(1);
  });

  it('leaves every other fault to those who look after faults', async () => {
    const backwards = jest.spyOn(window.history, 'back').mockImplementation(() => undefined);
    go('status');
    await lose(new Error('something else'));
    expect(backwards).not.toHaveBeenCalled();
  });
});
