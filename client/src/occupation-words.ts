import type { Occupation } from '@contract/occupation';

/** As people say what others do, in a form's list and on a card. */
export const occupationNames = {
  'food-delivery': '外卖骑手',
  courier: '快递员',
  'ride-hailing': '网约车司机',
  'truck-driver': '货车司机',
  'taxi-driver': '出租车司机',
  sanitation: '环卫工',
  gardening: '园林养护工',
  domestic: '家政服务员',
  care: '护工护理员',
  'security-guard': '保安员',
  'estate-agent': '房产中介员',
  'mall-information': '商场信息员',
  'live-streaming': '主播',
  'auxiliary-police': '协警员',
  'traffic-auxiliary': '交警辅助员',
  'parking-attendant': '停车收费员',
  construction: '建筑工人',
  employee: '企事业单位职工',
  other: '其他',
} as const satisfies Record<Occupation, string>;
