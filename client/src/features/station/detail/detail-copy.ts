import type { FacilityState } from '@contract/facility';
import type { Grade } from '@contract/station-view';
import type { WordsFor } from '@/answer-words';

export const showStationRefusals = {
  'station-not-found': '没有找到这个站点，可能已经撤下',
  'code-unreadable': '读不出这个码，请在“站点”里找到站点再看',
} as const satisfies WordsFor<'station.show'>;

export const facilityStateWords: Readonly<Record<FacilityState, string>> = {
  ok: '正常',
  broken: '坏了',
  absent: '没有',
};
/** It is on the list, and nobody has looked whether it works. */
export const uncheckedWord = '有';

export const gradeWords: Readonly<Record<Grade, string>> = { basic: '基础版', standard: '标准版', enhanced: '加强版' };

export const detailWords = {
  title: '站点',
  checkIn: '打卡',
  navigate: '导航',
  toStations: '去看别的站点',
  noPlace: '这个站点还没有登记位置，请按地址前往',
  news: '站点公告',
  newsAll: '更早的公告',
  publish: '发布站点公告',
  publishAbout: '检修、停水、临时安排，写给来的人看',
  notice: '进门须知',
  facilities: '设施',
  facilitiesNone: '还没有登记设施',
  checkedUnknown: '没写日期的，最近没有人查看过',
  lacks: (names: string) => `未达标，还缺：${names}`,
  water: '扫码取水',
  waterAbout: (quota: number) => `每人每天 ${quota} 瓶，到冰柜前扫码`,
  waterLeft: { enough: '有水', few: '快没了', none: '取完了' },
  hours: '开放时间',
  today: '今天',
  shut: '不开放',
  allDay: '全天',
  unattended: '自助进门',
  nextDay: '次日',
  events: '这里的活动',
  eventsAbout: '看看近期办什么',
  noEvents: '这里近期没有活动',
  noEventsAbout: '看看别处的活动',
  moreEvents: '去活动里看更多',
  zones: '功能区',
  people: (capacity: number) => `可容纳 ${capacity} 人`,
  square: (areaM2: number) => `${areaM2} 平方米`,
  services: '服务',
  meals: '平价餐',
  served: '现在供应',
  notServed: '现在不供应',
  free: '免费',
  yuan: (price: number) => `${price} 元`,
  swap: '换电',
  swapAbout: '有没有满电的电池，请看运营方的应用',
  slots: (slots: number) => `${slots} 个仓位`,
  honours: '荣誉',
  grade: '站点等级',
  gradeFrom: (day: string) => `${day}起`,
  about: '关于这里',
  phone: '电话',
  call: '拨打',
  region: '所在地区',
  union: '所属工会',
  partner: '共建单位',
  area: '面积',
  openedOn: '启用时间',
  kind: '类别',
  staff: '值班和管理',
  presence: '当班码',
  presenceAbout: '给来的人扫，每 30 秒更新',
  desk: '站点工作台',
  deskAbout: '反映、设施和饮水',
} as const;

/** `2019年`, `2019年5月` or `2019年5月4日`: as precisely as it is known. */
export function openedOnWords(openedOn: string): string {
  const [year, month, day] = openedOn.split('-').map(Number);
  return [
    [year, '年'],
    [month, '月'],
    [day, '日'],
  ]
    .filter(([number]) => number !== undefined)
    .map(([number, unit]) => `${number ?? ''}${unit ?? ''}`)
    .join('');
}
