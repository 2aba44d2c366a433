import type { EventKind } from '../../types/event-kind';
import type { EventDraft } from './event-draft';
import type { Days } from './event-days';

/** 浦工乐学 as announced for a year: 169 projects in five kinds, more than 700 sessions, 118 unions. Source: S0. */
export const LEARNING = { name: '浦工乐学 2026', projects: 169, sessionsOver: 700, unions: 118 } as const;
/** The summer programme for outdoor workers: 75 stations, more than 90 events. Source: S0. */
export const SUMMER = { name: '夏日送清凉 2026', stations: 75, events: 92 } as const;

/** The five kinds of 浦工乐学; titles are made up. */
const courses: readonly (readonly [kind: EventKind, title: string])[] = [
  ['lecture', '文化讲座：老浦东的桥'],
  ['fitness', '体育健身：太极推手'],
  ['arts', '艺术课程：曼陀罗绘画'],
  ['skill', '实用技能：手机拍视频'],
  ['performance', '文艺演出：沪剧折子戏'],
  ['lecture', '文化讲座：读懂上海话'],
  ['fitness', '体育健身：办公室普拉提'],
  ['arts', '艺术课程：油画赏析'],
  ['skill', '实用技能：家电小修'],
  ['performance', '文艺演出：弦乐四重奏'],
  ['lecture', '文化讲座：家书里的中国'],
  ['fitness', '体育健身：羽毛球进阶'],
  ['arts', '艺术课程：篆刻入门'],
  ['skill', '实用技能：急救与心肺复苏'],
  ['performance', '文艺演出：相声小剧场'],
];
const covers = ['paper', 'leaf', 'plum', 'river', 'lantern'] as const;

/** Stations of the texts to which projects are delivered in the demonstration. */
const receivers = [
  'beicaizhenzhigongfuwuzongzhan',
  'zhangjiangkexuechengzhigongfuwuzongzhan',
  'waigaoqiaobaoshuiquzhigongfuwuzongzhan',
  'shuanggedashahuiketing',
  'lujiazuijiedaozhigongfuwuzhan',
  'jinqiaoguojiyizhan',
  'zhoupuzhendiyapihuwaizhigongfuwuzhan',
] as const;

const courseOf = (nth: number) => {
  const [kind, title] = courses[nth % courses.length] ?? ['lecture' as const, '文化讲座'];
  const round = Math.floor(nth / courses.length) + 1;
  const cover = covers[nth % covers.length] ?? 'paper';
  return { kind, cover, title: round === 1 ? title : `${title}（第${round}期）` };
};

/** Every sixth project has five sessions, the others four, a week apart: some are over, some have begun. */
export const learningDrafts = ({ session }: Days): EventDraft[] =>
  Array.from({ length: LEARNING.projects }, (_, nth) => {
    const first = ((nth * 11) % 63) - 45;
    const weeks = nth % 6 === 0 ? 5 : 4;
    const [from, until] = nth % 2 === 0 ? (['18:30', '20:00'] as const) : (['12:00', '13:00'] as const);
    return {
      key: `learning:${nth}`,
      ...courseOf(nth),
      text: '区总工会配送到站的课程，一次报名上完全部场次。',
      provider: '浦东新区工人文化宫',
      station: receivers[nth % receivers.length] ?? receivers[0],
      sessions: Array.from({ length: weeks }, (_, week) => session(first + week * 7, from, until)),
      quotas: [{ group: 'anyone' as const, places: 40 }],
      programme: LEARNING.name,
    };
  });

const coolings = ['清凉一刻：绿豆汤和毛巾', '防暑急救怎么做', '夏夜露天电影', '免费理发和体检', '西瓜会：说说今年夏天'];

/** One event at most stations and two at some, in July and August. */
export const summerDrafts = ({ session }: Days, stations: readonly string[]): EventDraft[] =>
  Array.from({ length: SUMMER.events }, (_, nth) => ({
    key: `summer:${nth}`,
    title: coolings[nth % coolings.length] ?? '清凉一刻',
    kind: 'one-hour' as const,
    cover: 'river' as const,
    text: '随到随参加。',
    station: stations[nth % stations.length] ?? '',
    sessions: [session(-140 + (nth % 60), '13:00', '16:00')],
    quotas: [],
    walkIns: true,
    programme: SUMMER.name,
  }));
