export const looksText = {
  title: '谁看过我的资料',
  about: '红娘每看一次您的资料，都会记在这里。您和被介绍的人互相看了什么，不记录，谁也不会知道。',
  /** Of one day; the moment beside it is that of the last. */
  times: (count: number) => `当天 ${count} 次`,
  none: '还没有人看过您的资料',
  noneAbout: '红娘看过以后，会记在这里。',
  toStudio: '回到红娘工作室',
} as const;
