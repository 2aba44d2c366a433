/** For somebody who holds no such role, or whose role has run out. */
const headsOnly = '这里供站长和工会干事使用。您没有这项权限，或者任期已满；需要开通请联系所在工会';

/** What everything that heads of stations do may be refused with. */
export const headRefusals = {
  'not-allowed': headsOnly,
  'station-not-found': '没有找到这个站点，可能已经撤销',
  'outside-your-unions': '这个站点不在您负责的工会范围内',
  'shift-not-found': '没有找到这一班，排班可能改过了。请刷新看看',
  'volunteer-not-found': '没有找到这位志愿者，可能已经退出',
  'no-place': '这一班里没有这个人了，请刷新看看',
  'answered-already': '同事已经答复过了，请刷新看看',
} as const;

export const headPhrases = {
  reason: '原因',
  reasonMissing: '请写明原因，至少2个字',
  back: '返回',
  unknown: '没有找到这个站点',
  unknownAbout: '请从站点的工作台里打开。',
  toStations: '我负责的站点',
} as const;
