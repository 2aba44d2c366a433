import type { Unindexed } from '../../cloudfunctions/station/station-index';

/** The industries for which Pudong built break rooms in 2025 (S1), and what each room promises. */
const industries = [
  ['公共服务', '环卫、养护职工凭工作证进出，交接班时段优先使用。'],
  ['建筑施工', '进室前请脱下安全帽和沾泥的鞋套，高温时段延长开放。'],
  ['交通运输', '司机班次间隙使用，钥匙由当班调度员保管。'],
  ['能源化学', '厂区内请遵守安全规定，室内禁止明火。'],
  ['生产制作', '每两小时轮换使用，保持安静，离开时关好电器。'],
] as const;

/** A break room is listed by industry, and each has words of its own (一室一策). */
export function breakRoom(nth: number): Pick<Unindexed, 'services' | 'notice'> {
  const [industry, policy] = industries[nth % industries.length] ?? industries[0];
  return {
    services: [`${industry}行业`],
    notice: `《职工休息室管理制度》：${policy}设备和卫生由专人每日查看。`,
  };
}
