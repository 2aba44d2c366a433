const inBrowser = process.env['TARO_ENV'] === 'h5';

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  // In a browser the bar is our own (platform/page-bars.tsx), since Taro's has neither roles nor large text.
  ...(inBrowser ? {} : { iconPath: `tab-icons/${name}.png`, selectedIconPath: `tab-icons/${name}-on.png` }),
});

// Each a package of its own: a member at a door downloads the card, and not the form of somebody who joins.
const memberPages = ['enrol', 'status', 'card', 'verify', 'membership', 'own-data'];
const stationPages = [
  ...['station', 'check-in', 'presence', 'own-reports', 'own', 'desk', 'edit', 'use-report', 'figures'],
  ...['articles', 'article', 'edit-article'],
];
const eventPages = [
  ...['event', 'register', 'own', 'check-in', 'programme', 'draw', 'inbox'],
  ...['events-desk', 'desk', 'edit', 'edit-series', 'registrants', 'host', 'series-attendance'],
];
const dutyPages = [
  'volunteer',
  'open-shifts',
  'shift',
  'on-duty',
  'board',
  'gaps',
  'waiting',
  'roster',
  'book',
  'shelf',
  'verify-certificate',
  'hours',
  'certificate',
  'tasks',
  'stewardships',
];
const matchPages = [
  ...['studio', 'join', 'profile', 'looks', 'proposal', 'my-proposals', 'sittings', 'report-person', 'mixer'],
  ...['bench', 'pool', 'person', 'propose', 'proposals', 'sitting-day', 'held', 'follow-ups', 'mixers', 'studio-form'],
  ...['reports', 'report'],
];
// Tables of stations are read and written at a desk.
const deskPages = inBrowser ? ['import'] : [];

export default defineAppConfig({
  entryPagePath: 'pages/home/index',
  pages: ['pages/home/index', 'pages/stations/index', 'pages/events/index', 'pages/mine/index'],
  subPackages: [
    ...memberPages.map((page) => ({ root: `features/member/pages/${page}`, pages: ['index'] })),
    ...[...stationPages, ...deskPages].map((page) => ({ root: `features/station/pages/${page}`, pages: ['index'] })),
    ...eventPages.map((page) => ({ root: `features/event/pages/${page}`, pages: ['index'] })),
    ...dutyPages.map((page) => ({ root: `features/duty/pages/${page}`, pages: ['index'] })),
    ...matchPages.map((page) => ({ root: `features/matchmaking/pages/${page}`, pages: ['index'] })),
    { root: 'features/review', pages: ['queue', 'case', 'roll', 'staff'].map((page) => `pages/${page}/index`) },
  ],
  preloadRule: {
    'pages/home/index': {
      network: 'all',
      packages: [
        ...['enrol', 'status', 'card'].map((page) => `features/member/pages/${page}`),
        ...['station', 'check-in'].map((page) => `features/station/pages/${page}`),
      ],
    },
    'pages/events/index': {
      network: 'all',
      packages: ['event', 'register'].map((page) => `features/event/pages/${page}`),
    },
  },
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
  ...(inBrowser
    ? {}
    : {
        darkmode: true,
        themeLocation: 'theme.json',
        __usePrivacyCheck__: true,
        // Precisely: a fuzzy fix is off by more than the way to the next station. WeChat allows but one of the two.
        requiredPrivateInfos: ['getLocation'] as ['getLocation'],
        permission: { 'scope.userLocation': { desc: '用来找离您最近的站点，位置不保存' } },
      }),
  lazyCodeLoading: 'requiredComponents',
});
