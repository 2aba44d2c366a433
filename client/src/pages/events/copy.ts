export const eventWords = {
  title: '活动',
  soon: '活动报名正在准备',
  soonAbout: '以后在这里查看各站点的课程、健身、联谊和法律咨询，报名、签到都在手机上办',
  toStations: '先去看看站点',
} as const;
