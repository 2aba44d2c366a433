export const figuresText = {
  title: '公布的数字',
  lead: (district: string) => `${district}工会服务站点。每个数字都可以点开，看到它后面的每一个站点。`,
  district: '浦东新区',
  tiers: '四级服务网络',
  tierNames: ['区级服务中心', '街镇服务总站', '商圈楼宇园区服务站', '一线服务点'],
  points: '一线服务点',
  outdoor: '户外职工爱心接力站点',
  outdoorAbout: '其中户外站点',
  partners: '志愿服务点由谁提供场地',
  ownPlace: '其他场地',
  adds: (whole: number, parts: readonly number[]) => `${grouped(whole)} = ${parts.map(grouped).join(' + ')}`,
  agrees: '已核对，加起来相符',
  differs: '加起来不相符，数字正在更新，请稍后再看',
  list: '名单',
  close: '回到数字',
  none: '名单是空的',
  noneAbout: '数字正在更新，请稍后再看。',
  count: (count: number) => `${grouped(count)} 个`,
  listTitle: (name: string, count: number) => `${name}，${grouped(count)} 个`,
  noneYet: '还没有公布的数字',
  noneYetAbout: '站点登记以后，数字会出现在这里。',
} as const;

/** `1,782` */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
