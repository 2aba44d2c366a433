import type { ArticleKind } from '@contract/article';
import type { WordsFor } from '@/answer-words';

export const kindNames: Readonly<Record<ArticleKind, string>> = {
  policy: '政策',
  news: '动态',
  announcement: '公告',
};

export const articleText = {
  title: '政策与公告',
  stationTitle: '站点公告',
  one: '正文',
  all: '全部',
  kinds: '看哪一类',
  none: '还没有发布内容',
  noneAbout: '工会发布的政策、动态和公告会出现在这里。',
  publish: '发布',
  toAll: '查看全部',
  toStation: (name: string) => `去看${name}`,
  changed: (moment: string) => `${moment}修改过`,
  over: '这篇内容已经过期，留着给您查阅',
  until: (day: string) => `有效到${day}`,
  unknown: '没有找到这篇内容',
  unknownAbout: '可能已经撤回。',
  edit: '修改',
  withdraw: '撤回',
  withdrawAsk: {
    title: '撤回这篇内容？',
    text: '撤回以后大家就看不到了，发布和撤回的记录仍然保留。',
    yes: '撤回',
    no: '先不撤回',
  },
  withdrawn: '已撤回',
} as const;

export const articleFormText = {
  title: '发布内容',
  editTitle: '修改内容',
  unreadable: '没有看懂这个地址',
  unreadableAbout: '地址可能不完整。要修改内容，请从内容页面进来；要发布站点公告，请从站点页面进来。',
  toAll: '面向所有人发布，不用登录就能看到。请不要写姓名、电话等个人信息。',
  toStation: '发布在这个站点的页面上，不用登录就能看到。请不要写姓名、电话等个人信息。',
  names: { kind: '类别', title: '标题', body: '正文', lastDay: '最后一天' },
  kindAbout: { policy: '规定、办法、解读', news: '做了什么、办了什么', announcement: '停水、检修、临时安排' },
  titleHint: '一句话说清楚是什么事',
  bodyHint: '空一行就是另起一段',
  lastDayHint: '过了这一天就不再列出；不填就一直列出',
  publish: '发布',
  save: '保存修改',
  published: '已发布',
  saved: '已保存',
} as const;

export const showArticleRefusals = {
  'article-not-found': '没有找到这篇内容，可能已经撤回',
} as const satisfies WordsFor<'station.showArticle'>;

const outside = '这篇内容属于别的工会，请联系对方修改';
const overtaken = '刚刚有同事改过，请看过再改';
const dayPast = '最后一天已经过去，请改成今天或以后';

export const publishRefusals = {
  'station-not-found': '没有找到这个站点，可能已经撤下',
  'outside-your-unions': '这个站点不归您的工会管理',
  'clerks-only': '面向所有人的内容由工会干事发布；站点公告请在站点页面上发布',
  'day-past': dayPast,
} as const satisfies WordsFor<'station.publishArticle'>;

export const editRefusals = {
  'article-not-found': showArticleRefusals['article-not-found'],
  'outside-your-unions': outside,
  'day-past': dayPast,
  'changed-meanwhile': overtaken,
} as const satisfies WordsFor<'station.editArticle'>;

export const withdrawRefusals = {
  'article-not-found': showArticleRefusals['article-not-found'],
  'outside-your-unions': outside,
  'changed-meanwhile': overtaken,
} as const satisfies WordsFor<'station.withdrawArticle'>;
