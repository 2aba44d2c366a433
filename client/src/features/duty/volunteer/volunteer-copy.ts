import type { WordsFor } from '@/answer-words';
import { dutyRefusals } from '../duty-refusals';

export const listOwnRefusals: WordsFor<'duty.listOwnShifts'> = dutyRefusals;

export const saveRefusals: WordsFor<'duty.saveVolunteer'> = {
  ...dutyRefusals,
  'name-needed': '工会还不知道您的姓名。请先填一下入会申请里的姓名，或请站长帮您登记',
  'words-refused': '这个称呼不合适给别人看，请换一个',
  'too-young': '值班要满16周岁，欢迎您到时候再来',
};

export const leaveRefusals: WordsFor<'duty.leaveVolunteering'> = dutyRefusals;

export const ownPhrases = {
  title: '值班',
  next: '您的下一班',
  noNext: '您现在没有班',
  noNextAbout: '看看哪些班缺人，挑方便的领一班',
  toDuty: '去签到、值班',
  backToDuty: '回到值班页',
  toOpen: '看看可以领的班',
  details: '详情、换班、退班',
  waits: '等您答复',
  swaps: '正在换的班',
  upcoming: '我的班',
  past: '值过的班',
  pastShow: (count: number) => `值过的 ${count} 班`,
  pastNone: '这30天里还没有值过班',
  close: '收起',
  more: '别的事',
  hours: '我的服务时长',
  hoursAbout: '每一分钟凭什么记的，都查得到，也可以申请服务证明',
  profile: '我的志愿者资料',
  profileAbout: '称呼、站点、会做的事',
  nameWaits: '新称呼等站长看过，同伴才看得到',
  leave: '不再当志愿者',
  leaveAsk: '不再当志愿者？',
  leaveText: '以后的班都会退掉，值过的时长照样留着，想回来随时可以。',
  leaveYes: '退出',
  leaveNo: '留下来',
  left: '已经退出，谢谢您这些日子的帮忙',
  number: '志愿者编号',
  asked: '申请交给站长了',
  askedText: '站长答复以后会告诉您，那时就能领班。',
  declined: '站长这次没有同意',
  declinedText: '可以到站里问问原因，也可以改一改再申请。',
  paused: '您在休息',
  pausedText: '想再来值班时，跟站长说一声就好。领好的班不变。',
  leftTitle: '您已经退出',
  leftText: '想回来，再填一次就好，时长都还在。',
} as const;

export const formPhrases = {
  join: '来站里帮忙吧',
  joinText: '开门、招呼人、擦擦桌子，一次三四个小时，哪天有空领哪天的班。',
  fill: '填一下就好',
  calledName: '大家怎么称呼您',
  calledNameHint: '如：张阿姨、老李。同伴只看得到这个称呼和编号',
  calledNameMissing: '请写一个称呼',
  station: '想在哪个站点值班',
  stationMissing: '请选一个站点',
  birthYear: '哪一年出生',
  birthYearHint: '如：1962。只用来照顾年纪：夜班和一天的时间',
  birthYearWrong: '请写四位数的年份',
  skills: '您会做什么（没有也没关系）',
  thanks: '把我的称呼写进站点的感谢榜',
  thanksAbout: '不写也一样谢谢您',
  terms: '先说清楚',
  duties: '您要做到的',
  risks: '您要知道的',
  rights: '您可以放心的',
  agree: '我看明白了，愿意这样做',
  agreeMissing: '看明白了，请在这里打个勾',
  submit: '申请当志愿者',
  save: '保存',
  saved: '已经保存',
  keep: '不改了',
  wrong: '还有地方要填，已经标出来',
  toEnrol: '去填姓名',
} as const;

type Section = { readonly label: string; readonly points: readonly string[] };

/** What one agrees to, in plain words. Source: 上海市志愿服务条例, articles 17 and 19. */
export const termSections: readonly Section[] = [
  {
    label: formPhrases.duties,
    points: [
      '领了班就准时来。来不了，早点退班或找人换',
      '不收钱，不收礼，不卖东西',
      '别人的事情、样子和电话，不往外说，不拍照',
      '听站长安排，没把握的事先问',
    ],
  },
  {
    label: formPhrases.risks,
    points: [
      '要站着、走动，有时搬点东西，累了就歇，不要硬撑',
      '地滑、有开水、用电器，请当心',
      '有人吵闹、晕倒或有危险：先顾好自己，打110或120，再告诉站长',
      '天气太热、下大雨或身体不舒服，就别来，退班不算您的错',
    ],
  },
  {
    label: formPhrases.rights,
    points: ['随时可以不做，不用说理由', '服务时长如实记下，您随时能查，开证明不收费', '您的资料只用来排班和记时长'],
  },
];
