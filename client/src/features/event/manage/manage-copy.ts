import { organisersOnly } from '../staff-words';

export type Which = 'drafts' | 'to-come' | 'over';

export const whichNames = {
  'to-come': '将要举办',
  drafts: '草稿',
  over: '已结束',
} as const satisfies Record<Which, string>;

export const manageText = {
  title: '活动管理',
  views: '看哪些活动',
  newEvent: '新建活动',
  newEventAbout: '办一次，或者分几次办完',
  newSeries: '新建系列活动',
  newSeriesAbout: '每天、每周或每月定时办，自动避开节假日',
  series: '系列活动',
  sessions: (count: number) => `共 ${count} 次`,
  none: {
    'to-come': { title: '还没有将要举办的活动', about: '新建一个活动，发布以后会出现在这里。' },
    drafts: { title: '没有草稿', about: '写了一半的活动会存在这里，只有工会干事和站长看得到。' },
    over: { title: '还没有办过活动', about: '活动办完后，到场人数和评分会留在这里。' },
  },
  notAllowed: organisersOnly,
  home: '回到首页',
} as const;
