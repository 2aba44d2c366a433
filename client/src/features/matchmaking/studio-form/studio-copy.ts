import type { WordsFor } from '@/answer-words';

const keepersOnly = '这里供工会干事和管理员使用。您没有这项权限，或者任期已满';

const studioDaysMissing = '没有找到这个工作室，请刷新看看';

export const showStudioRefusals: WordsFor<'matchmaking.showStudio'> = { 'not-allowed': keepersOnly };
export const listSittingsRefusals: WordsFor<'matchmaking.listSittings'> = {
  'studio-not-found': studioDaysMissing,
};
export const saveStudioRefusals: WordsFor<'matchmaking.saveStudio'> = {
  'not-allowed': '工作室的时间由工会干事或管理员来定，请联系他们',
  'outside-your-unions': '这个工会不在您负责的范围内',
  'station-not-found': '请选本工会范围内的站点',
  'hours-wrong': '时间排不出来：结束要晚于开始，中间至少放得下一次',
  'changed-meanwhile': '同事刚刚改过，请核对后再存',
};

/** Where nobody's profile is looked at. */
export const studioFoot = '这里只定时间和地点，看不到任何人的资料。';

export const studioPhrases = {
  title: '红娘工作室的设置',
  choose: '选一个工会',
  none: '没有您能设置的工作室',
  noneAbout: '工作室由街镇或园区的工会来开。',
  isOpen: '开着',
  isClosed: '暂不登记',
  notYet: '还没有开',
  other: '换一个工会',
  about: '改了时间以后：已经约好的照旧，没有人约的日子按新的时间重排。节假日不坐班。',
  what: '工作室',
  hours: '坐班',
  name: '工作室叫什么',
  nameHint: '如：北蔡公益红娘工作室',
  text: '几句介绍',
  textHint: '来的人会看到，如：红娘每周五在这里，先聊聊，不着急',
  station: '在哪个站点',
  stationMissing: '请选一个站点',
  room: '哪个房间',
  roomHint: '如：二楼会客室，门口不用写明做什么',
  weekday: '每周哪天',
  from: '几点开始',
  until: '几点结束',
  untilWrong: '要晚于开始',
  slotMinutes: '一次聊几分钟',
  slotHint: '10到120，如：30',
  tooLong: '中间放不下一次',
  tables: '同时几位红娘',
  tablesHint: '1到10',
  needsStamp: '介绍前要看单位盖章',
  needsStampAbout: '没有盖章的，先不能介绍给别人',
  open: '可以登记',
  openAbout: '关掉以后不收新的资料，已经登记的不受影响',
  days: '排好的坐班',
  noDays: '还没有排好。保存以后几分钟再来看。',
  calledOff: '取消了',
  save: '保存',
  saved: '已经保存。以后四周的坐班，几分钟内会排好',
  missing: '请填写这一项',
} as const;

export const studioFieldNames = {
  name: studioPhrases.name,
  about: studioPhrases.text,
  station: studioPhrases.station,
  room: studioPhrases.room,
  weekday: studioPhrases.weekday,
  from: studioPhrases.from,
  until: studioPhrases.until,
  slotMinutes: studioPhrases.slotMinutes,
  tables: studioPhrases.tables,
  needsStamp: studioPhrases.needsStamp,
  isOpen: studioPhrases.open,
} as const;
