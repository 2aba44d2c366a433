export const gapsPhrases = {
  title: '缺人的班',
  list: '还缺人的班',
  about: '您负责的所有站点，最近的在前。点开就能安排人。',
  none: '四周里的班都有人了',
  noneAbout: '有人退班、没到，会发消息告诉您。',
  toStations: '我负责的站点',
} as const;
