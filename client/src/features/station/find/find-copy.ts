import type { Offer } from '@contract/station-view';
import type { WordsFor } from '@/answer-words';

export const lookAroundRefusals: WordsFor<'station.lookAround'> = {
  'box-inside-out': '地图没有准备好，请移动一下地图再试',
};

export const findWords = {
  title: '站点',
  search: '找站点',
  searchHint: '站名、路名或绿标编号',
  clearSearch: '清除',
  results: '查找结果',
  noResults: '没有找到这样的站点',
  noResultsAbout: '可以换个说法，例如路名“金高路”，或绿标上的编号“99”',
  filters: '筛选',
  openNow: '现在开着',
  more: '更多',
  allOffers: '全部条件',
  facilities: '有什么',
  kinds: '哪一类',
  atMost: '最多选12项',
  clearFilters: '去掉筛选',
  done: '看结果',
  close: '关闭',
  nearMe: '离我最近',
  locating: '正在定位',
  pickStreet: '选街镇',
  otherStreet: '换个街镇',
  streets: '从哪个街镇开始找',
  otherDistrict: '换个区',
  noStreets: '还没有登记街镇',
  noStreetsAbout: '可以在上面输入站名或路名查找',
  here: '按离您的远近',
  byMap: '距离从地图中心算起',
  refused: '没有拿到您的位置，可以选一个街镇，或移动地图',
  unknown: '手机暂时说不出您在哪里，可以选一个街镇，或移动地图',
  zoomIn: '放大地图',
  zoomOut: '缩小地图',
  map: '站点地图',
  mapKeys: '方向键移动，加号减号缩放；下面的列表内容相同',
  mapLost: '地图没有载入，列表照常可用',
  mapAgain: '重新载入地图',
  showMap: '看地图',
  showList: '看列表',
  expand: '展开列表',
  shrink: '收起列表',
  byHours: '范围较大，按登记的开放时间显示；放大后看实时情况',
  none: '附近没有站点',
  noneAbout: '把地图缩小看远一点，或换个街镇',
  noneFiltered: '没有符合条件的站点',
  noneFilteredAbout: '去掉一些条件，或看远一点',
  wider: '看远一点',
  looking: '正在找…',
  again: '重新加载',
  navigate: '导航',
  details: '详情',
  backToList: '返回列表',
  noPlace: '位置待登记，请按地址前往',
  works: '可以用',
} as const;

/** The first row of filters, what is asked for most; the others are under 更多. */
export const firstOffers: readonly Offer[] = [
  'water',
  'charging',
  'toilet',
  'all-day',
  'meals',
  'battery-swap',
  'mother-baby',
  'driver-home',
];

export const centredOn = (street: string): string => `距离以${street}为中心算起`;

/** What the map shows; the list goes on past its edge where it shows few. */
export function inViewWords(count: number, listed: number, isFiltered: boolean): string {
  if (count >= listed) return isFiltered ? `这一带 ${count} 个符合条件的站点` : `这一带 ${count} 个站点`;
  if (count === 0) return isFiltered ? '这一带没有符合条件的；更远的列在下面' : '这一带没有站点；更远的列在下面';
  return isFiltered ? `这一带 ${count} 个符合条件；更远的也列在下面` : `这一带 ${count} 个；更远的也列在下面`;
}

/** `离您 320 米`, `距中心 460 米` */
export const distanceFrom = (origin: 'here' | 'centre', distance: string): string =>
  origin === 'here' ? `离您 ${distance}` : `距中心 ${distance}`;
export const nearerClosedWords = (count: number): string => `还有 ${count} 个更近的站点关着或待核实，排在后面`;
export const streetCount = (count: number): string => `${grouped(count)} 个站点`;
export const seeResults = (count: number | null): string =>
  count === null ? findWords.done : `看 ${grouped(count)} 个站点`;

/** `1,489` */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
