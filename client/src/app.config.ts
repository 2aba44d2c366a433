const inBrowser = process.env['TARO_ENV'] === 'h5';

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  // In a browser the bar is our own (ui/tab-bar.tsx), since Taro's has neither roles nor large text.
  ...(inBrowser ? {} : { iconPath: `tab-icons/${name}.png`, selectedIconPath: `tab-icons/${name}-on.png` }),
});

export default defineAppConfig({
  entryPagePath: 'pages/home/index',
  pages: ['pages/home/index', 'pages/stations/index', 'pages/events/index', 'pages/mine/index'],
  subPackages: [
    {
      root: 'features/member',
      pages: [
        'pages/enrol/index',
        'pages/status/index',
        'pages/card/index',
        'pages/verify/index',
        'pages/membership/index',
        'pages/own-data/index',
      ],
    },
    { root: 'features/review', pages: ['pages/queue/index', 'pages/case/index', 'pages/roll/index'] },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['features/member'] } },
  window: inBrowser
    ? { navigationStyle: 'custom' }
    : {
        navigationBarTitleText: '工会驿站',
        navigationBarBackgroundColor: '@bar',
        navigationBarTextStyle: '@barText',
        backgroundColor: '@page',
        backgroundColorTop: '@page',
        backgroundColorBottom: '@page',
      },
  tabBar: {
    custom: inBrowser,
    color: inBrowser ? '#5e564e' : '@tab',
    selectedColor: inBrowser ? '#b3261e' : '@tabSelected',
    backgroundColor: inBrowser ? '#ffffff' : '@tabBar',
    borderStyle: inBrowser ? 'black' : ('@tabBorder' as 'black'),
    list: [tab('home', '首页'), tab('stations', '站点'), tab('events', '活动'), tab('mine', '我的')],
  },
  ...(inBrowser ? {} : { darkmode: true, themeLocation: 'theme.json', __usePrivacyCheck__: true }),
  lazyCodeLoading: 'requiredComponents',
});
