export const stationWords = {
  title: '站点',
  lead: '不用登录，不用入会，进门就能喝水、热饭、充电、休息。',
  mapNext: '地图和距离正在准备，目前按类别排列。',
  none: '还没有登记站点',
  noneAbout: '站点由各街镇工会登记，请过些时候再来看看',
} as const;
