import type { Days } from './event-days';
import type { EventDraft } from './event-draft';

const anyone = (places: number): EventDraft['quotas'] => [{ group: 'anyone', places }];
const BEICAI = 'beicaizhenzhigongfuwuzongzhan';
const PENGHAI = 'beicaizhenpenghaihuwaizhigongyizhan';

export const forFamiliesAndSingles = ({ session, next, at }: Days): EventDraft[] => [
  {
    key: 'little-bird',
    title: '小候鸟亲子活动：小小建筑师',
    kind: 'parent-child',
    cover: 'plum',
    text: '建筑工地上的爸爸妈妈带孩子来：看图纸、搭木桥、戴安全帽合影。一位家长可带一至两个孩子。',
    station: 'beicaijianzhugonghuilianhehuizhigongfuwuzhan',
    sessions: [session(next(6) + 7, '09:30', '11:30')],
    quotas: anyone(24),
    family: { mostChildren: 2, ageFrom: 5, ageUpTo: 12 },
    fields: [
      {
        fieldId: 'allergy',
        label: '孩子有没有食物过敏',
        kind: 'yes-no',
        options: [],
        isRequired: true,
        isSensitive: true,
        askedIf: null,
        purgeDays: 0,
      },
      {
        fieldId: 'allergy-to',
        label: '对什么过敏',
        kind: 'text',
        options: [],
        isRequired: true,
        isSensitive: true,
        askedIf: { fieldId: 'allergy', answer: true },
        purgeDays: 0,
      },
    ],
  },
  {
    key: 'mixer',
    title: '周末联谊：一起做一顿饭',
    kind: 'mixer',
    cover: 'lantern',
    text: '四人一桌，两菜一汤，边做边聊。公益红娘在场，不勉强任何人交换联系方式。',
    station: BEICAI,
    sessions: [session(next(7) + 7, '10:00', '13:00')],
    quotas: [
      { group: 'men', places: 12 },
      { group: 'women', places: 12 },
    ],
    audience: { who: 'everyone', occupations: [], age: { from: 22, upTo: 40 } },
    fields: [
      {
        fieldId: 'cooking',
        label: '会做饭吗',
        kind: 'choice',
        options: ['常做', '会一点', '只会吃'],
        isRequired: true,
        isSensitive: false,
        askedIf: null,
        purgeDays: 7,
      },
    ],
  },
  {
    key: 'table-tennis',
    title: '北蔡职工乒乓球赛',
    kind: 'contest',
    cover: 'river',
    text: '单打淘汰赛，十一分三局两胜。球拍可以自带，现场也备有十副。',
    station: BEICAI,
    sessions: [session(17, '13:00', '17:00')],
    quotas: [{ group: 'members', places: 32 }],
    audience: { who: 'union-members', occupations: [], age: null },
  },
  {
    key: 'dumplings-draft',
    title: '冬至包饺子',
    kind: 'festival',
    cover: 'dawn',
    text: '草稿：等鹏海驿站确认场地。',
    station: PENGHAI,
    sessions: [session(25, '14:00', '16:00')],
    quotas: anyone(20),
    isDraft: true,
  },
  {
    key: 'spring-trip',
    title: '新年登高：滨江步道十公里',
    kind: 'fitness',
    cover: 'dawn',
    text: '沿江步道慢走，沿途四个补给点。走完的人在终点盖章。',
    station: 'lewanyiluxiangbanhuwaizhigongyizhan',
    sessions: [session(28, '08:00', '11:30')],
    quotas: anyone(100),
    opensAt: at(3, '08:00'),
  },
];

export const drawn = ({ session, at }: Days): EventDraft[] => [
  {
    key: 'draw-to-come',
    title: '职工专场话剧（抽签）',
    kind: 'performance',
    cover: 'lantern',
    text: '座位有限，先登记，截止后抽签。抽签的办法和结果人人可以核对。',
    station: 'pudongxinquzhigongfuwuzhongxin',
    sessions: [session(12, '19:00', '21:00')],
    closesAt: at(6, '18:00'),
    cancelBy: at(11, '18:00'),
    quotas: [
      { group: 'members', places: 6 },
      { group: 'anyone', places: 4 },
    ],
    places: 'draw',
  },
  {
    key: 'draw-drawn',
    title: '岁末音乐会（抽签）',
    kind: 'performance',
    cover: 'plum',
    text: '工人文化宫交响乐团，九十分钟，中间休息一次。',
    station: 'pudongxinquzhigongfuwuzhongxin',
    sessions: [session(7, '19:00', '20:30')],
    opensAt: at(-8, '08:00'),
    closesAt: at(-1, '18:00'),
    cancelBy: at(6, '18:00'),
    quotas: anyone(5),
    places: 'draw',
  },
];
