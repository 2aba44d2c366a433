import type { CardState } from '@contract/membership';
import type { PageName } from '@/routes';
import type { Situation } from './situation';

export type NextStep = {
  readonly title: string;
  readonly text: string;
  readonly points: readonly string[];
  readonly button: string;
  readonly to: PageName;
};

const whatItTakes = [
  '申请不收费，填写大约3分钟',
  '需要您的身份证件号码和手机号码',
  '工会在规定的工作日内答复，进度随时可查',
];

const invitation: NextStep = {
  title: '加入工会',
  text: '快递、外卖、司机、家政、保安……各行各业都可以加入。有困难找工会，会员卡各处通用。',
  points: whatItTakes,
  button: '加入工会',
  to: 'enrol',
};

/** What one can do next, and what it takes. */
export const nextSteps: Readonly<Record<Situation, NextStep>> = {
  visitor: invitation,
  'not-joined': invitation,
  draft: {
    title: '入会申请还没有提交',
    text: '您填写的内容已经保存，可以接着上次继续。',
    points: [],
    button: '继续填写',
    to: 'enrol',
  },
  submitted: {
    title: '工会正在审批',
    text: '您的入会申请已经送达。由谁审批、哪天之前答复，都可以查看。',
    points: [],
    button: '查看审批进度',
    to: 'status',
  },
  returned: {
    title: '申请需要补正',
    text: '工会请您修改几处内容，改好后可以直接再次提交。',
    points: [],
    button: '查看并补正',
    to: 'status',
  },
  refused: {
    title: '申请没有通过',
    text: '工会写明了原因。情况有变化时，您可以再次申请。',
    points: [],
    button: '查看原因',
    to: 'status',
  },
  withdrawn: {
    title: '申请已撤回',
    text: '您可以随时重新申请。',
    points: whatItTakes,
    button: '重新申请',
    to: 'enrol',
  },
  member: {
    title: '您是工会会员',
    text: '参加活动、进共享职工之家时，请出示会员卡。',
    points: [],
    button: '出示会员卡',
    to: 'card',
  },
  suspended: {
    title: '会籍已暂停',
    text: '会员卡暂时不能使用。请查看原因，或联系您的工会。',
    points: [],
    button: '查看会籍',
    to: 'membership',
  },
  left: {
    title: '您已退出工会',
    text: '欢迎随时重新加入。',
    points: whatItTakes,
    button: '重新加入',
    to: 'enrol',
  },
};

export const cardWords: Readonly<Record<CardState, string>> = {
  pending: '审批中',
  active: '有效',
  transferring: '转会中，照常使用',
  retained: '保留会籍，照常使用',
  suspended: '已暂停',
  left: '已退出',
};

export const homeWords = {
  title: '工会驿站',
  checkIn: '扫码打卡',
  services: '不用入会也能使用',
  stations: '工会站点',
  stationsAbout: '喝水、热饭、充电、休息，进门就能用',
  events: '活动',
  eventsAbout: '课程、健身、亲子、法律咨询，报名就能来',
  articles: '政策与公告',
  articlesAbout: '新政策、工会动态和通知',
  staff: '工会工作',
  queue: '待办',
  queueAbout: '申请，和站点上等着办的事',
  bench: '红娘工作台',
  benchAbout: '坐班、回访、资料库和介绍',
  ownStations: '我的站点',
  ownStationsAbout: '开关门、设施、取水和来访',
  eventsDesk: '活动管理',
  eventsDeskAbout: '发布活动、看报名、主持签到',
  roll: '会员名册',
  rollAbout: '按会员证号查找会员',
} as const;
