import Taro from '@tarojs/taro';
import { addressBack, whenPageIsLost } from './platform/lost-page';
import { say } from './ui/toast';

const unreachable = '网络不可用，请稍后重试';

/** Every page, by a name that code can use. The bar at the bottom has the first four. */
export const tabs = {
  home: '/pages/home/index',
  stations: '/pages/stations/index',
  events: '/pages/events/index',
  mine: '/pages/mine/index',
} as const;

const member = (page: string) => `/features/member/pages/${page}/index`;
const review = (page: string) => `/features/review/pages/${page}/index`;
const station = (page: string) => `/features/station/pages/${page}/index`;
const event = (page: string) => `/features/event/pages/${page}/index`;
const duty = (page: string) => `/features/duty/pages/${page}/index`;
const match = (page: string) => `/features/matchmaking/pages/${page}/index`;

/** All others, which lie on top of one another. */
export const pages = {
  enrol: member('enrol'),
  status: member('status'),
  card: member('card'),
  verify: member('verify'),
  membership: member('membership'),
  ownData: member('own-data'),
  queue: review('queue'),
  case: review('case'),
  roll: review('roll'),
  staff: review('staff'),
  station: station('station'),
  checkIn: station('check-in'),
  presence: station('presence'),
  ownReports: station('own-reports'),
  ownStations: station('own'),
  desk: station('desk'),
  editStation: station('edit'),
  importStations: station('import'),
  stationUse: station('use-report'),
  figures: station('figures'),
  articles: station('articles'),
  article: station('article'),
  editArticle: station('edit-article'),
  event: event('event'),
  registerEvent: event('register'),
  ownEvents: event('own'),
  eventCheckIn: event('check-in'),
  programme: event('programme'),
  draw: event('draw'),
  inbox: event('inbox'),
  eventsDesk: event('events-desk'),
  eventDesk: event('desk'),
  editEvent: event('edit'),
  editSeries: event('edit-series'),
  registrants: event('registrants'),
  seriesAttendance: event('series-attendance'),
  host: event('host'),
  volunteer: duty('volunteer'),
  openShifts: duty('open-shifts'),
  shift: duty('shift'),
  onDuty: duty('on-duty'),
  dutyBoard: duty('board'),
  dutyGaps: duty('gaps'),
  waiting: duty('waiting'),
  roster: duty('roster'),
  dutyBook: duty('book'),
  shelf: duty('shelf'),
  verifyCertificate: duty('verify-certificate'),
  hours: duty('hours'),
  certificate: duty('certificate'),
  dutyTasks: duty('tasks'),
  stewardships: duty('stewardships'),
  studio: match('studio'),
  joinStudio: match('join'),
  matchProfile: match('profile'),
  looks: match('looks'),
  proposal: match('proposal'),
  myProposals: match('my-proposals'),
  sittings: match('sittings'),
  reportPerson: match('report-person'),
  mixer: match('mixer'),
  bench: match('bench'),
  pool: match('pool'),
  person: match('person'),
  propose: match('propose'),
  studioProposals: match('proposals'),
  sittingDay: match('sitting-day'),
  held: match('held'),
  followUps: match('follow-ups'),
  mixers: match('mixers'),
  studioForm: match('studio-form'),
  matchReports: match('reports'),
  matchReport: match('report'),
} as const;

export type Tab = keyof typeof tabs;
export type PageName = Tab | keyof typeof pages;

export const isTab = (name: PageName): name is Tab => name in tabs;

/** The tab that a route belongs to, e.g. `pages/home/index`; null on every other page. */
export function tabOf(path: string): Tab | null {
  const route = `/${path.replace(/^\//, '').split('?')[0] ?? ''}`;
  return (Object.keys(tabs) as Tab[]).find((name) => tabs[name] === route) ?? null;
}

/** Opens a page over this one, or changes the tab. Parameters arrive as `useRouter().params`. */
export function go(name: PageName, parameters: Readonly<Record<string, string>> = {}): void {
  if (isTab(name)) arrive('in its place', Taro.switchTab({ url: tabs[name] }));
  else arrive('on top', Taro.navigateTo({ url: pages[name] + query(parameters) }));
}

/** Takes this page's place, so that back leads to where one came from. */
export function replaceWith(name: PageName, parameters: Readonly<Record<string, string>> = {}): void {
  if (isTab(name)) arrive('in its place', Taro.switchTab({ url: tabs[name] }));
  else arrive('in its place', Taro.redirectTo({ url: pages[name] + query(parameters) }));
}

let leaving: (() => Promise<boolean>) | null = null;

/** Whoever types asks before the way back is taken. @returns how to stop asking */
export function askBeforeBack(ask: () => Promise<boolean>): () => void {
  leaving = ask;
  return () => {
    if (leaving === ask) leaving = null;
  };
}

/** Back to where one came from; home when the page was opened directly. */
export function back(): void {
  if (leaving === null) goBack();
  else void leaving().then((yes) => (yes ? goBack() : undefined));
}

function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else arrive('in its place', Taro.switchTab({ url: tabs.home }));
}

let opened: 'on top' | 'in its place' = 'in its place';

/** A page may have to come over the network first. Without one, one stays where one is and is told. */
function arrive(how: typeof opened, opening: Promise<unknown>): void {
  opened = how;
  opening.catch(() => say(unreachable));
}

whenPageIsLost(() => {
  say(unreachable);
  if (opened === 'on top') addressBack();
  opened = 'in its place';
});

function query(parameters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
