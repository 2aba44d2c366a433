import type { Unindexed } from '../../cloudfunctions/station/station-index';
import type { Feature } from '../../types/station-kind';

/** The industries for which Pudong built break rooms in 2025 (S1), and what such a room asks of people. */
const industries: readonly (readonly [Feature, string])[] = [
  ['room-public', '环卫、养护职工凭工作证进出，交接班时段优先使用。'],
  ['room-building', '进室前请脱下安全帽和沾泥的鞋套，高温时段延长开放。'],
  ['room-transport', '司机班次间隙使用，请把车钥匙交给当班调度员。'],
  ['room-energy', '厂区内请遵守安全规定，室内禁止明火。'],
  ['room-making', '每两小时轮换使用，保持安静，离开时关好电器。'],
];
const keepers = ['班组长', '工会小组长', '值班调度员', '安全员'] as const;
const SEATS = [6, 8, 10, 12, 14, 16, 20] as const;
const cleaned = ['每天 7:00', '每天 12:30', '每天 17:30'] as const;

/**
 * A break room is listed by industry, and each has words of its own (一室一策): seats, keeper and cleaning come by turns
 * of four, seven and three, so that no two of the first 84 rooms of an industry say the same.
 */
export function breakRoom(nth: number): { readonly industry: Feature } & Pick<Unindexed, 'notice'> {
  const [industry, policy] = turn(industries, nth);
  const own = Math.floor(nth / industries.length);
  const words = `${turn(SEATS, own)}个座位，${turn(keepers, own)}保管钥匙，${turn(cleaned, own)}打扫并查看设备。`;
  return { industry, notice: `《职工休息室管理制度》：${policy}${words}` };
}

/** What is asked of people in the rooms that the texts name (S1). */
export const namedRooms: Readonly<Record<string, string>> = {
  taitingyoufengzhigongjianxiuxishi:
    '《职工休息室管理制度》：活动区与静休区分开，静休区请保持安静；设备和卫生由专人每日查看。',
  haibinzhigongjianxiuxishi: '《职工休息室管理制度》：由青年志愿者服务队管理，设备有问题请在线上反馈；卫生每日打扫。',
};

function turn<Item>(all: readonly Item[], nth: number): Item {
  const item = all[nth % all.length];
  if (item === undefined) throw new Error('There is nothing to take turns with.');
  return item;
}
