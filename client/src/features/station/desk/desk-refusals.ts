import type { WordsFor } from '@/answer-words';

/** For somebody who holds no such role, or whose role has run out. */
export const staffOnly = '这里供站点的值班人员和工会干事使用。您没有这项权限，或者任期已满；需要开通请联系所在工会';

const common = {
  'station-not-found': '没有找到这个站点，可能已经撤销',
  'outside-your-unions': '这个站点不在您负责的工会范围内',
  'not-allowed': staffOnly,
} as const;
const overtaken = { 'changed-meanwhile': '同事刚刚改动了这个站点，已重新载入，请核对后再办' } as const;

export const showDeskWords = common satisfies WordsFor<'station.showDesk'>;

export const showStationWords = {
  'station-not-found': common['station-not-found'],
  'code-unreadable': common['station-not-found'],
} as const satisfies WordsFor<'station.show'>;

export const answerWords = {
  ...common,
  ...overtaken,
  'nothing-reported': '这些反映已经由同事答复，不用再办',
  'until-needed': '请选择关闭到什么时候',
  'not-allowed': '反映由站长或工会干事答复，请联系站长',
} as const satisfies WordsFor<'station.answerReports'>;

export const closureWords = {
  ...common,
  ...overtaken,
  'until-past': '结束的时间已经过了，请选择以后的时间',
  'not-allowed': '关闭由站长或工会干事公布，请联系站长',
} as const satisfies WordsFor<'station.setClosure'>;

export const markWords = { ...common, ...overtaken } as const satisfies WordsFor<'station.markFacility'>;

export const restockWords = {
  ...common,
  'no-scan-water': '这个站点没有扫码取水，不用记录',
  'below-zero': '减去的比现有的多，请核对数量',
} as const satisfies WordsFor<'station.restock'>;

export const admitWords = {
  ...common,
  'code-unreadable': '没有认出这张会员卡，请对准会员卡上的二维码再扫一次',
  'code-expired': '会员卡上的码已过期，请会员刷新后再扫一次',
  'code-used': '这个码刚刚用过，请会员刷新后再扫一次',
  'card-not-valid': '会员卡现在不能使用，可能已暂停、转出或退会，请会员联系自己的工会',
  'not-a-shared-home': '本站没有加入共享职工之家，只接待本工会的会员。饮水、休息、用厕所不需要会员卡',
} as const satisfies WordsFor<'station.admitMember'>;
