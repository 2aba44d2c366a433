import type { DutyEvidence, DutyRole } from '../../types/duty-kind';

/** What a certificate says in writing: it is issued in these words, so they are kept here and not on a phone. */
export const roleWords: Readonly<Record<DutyRole, string>> = {
  door: '驿站值守',
  cleaning: '清洁整理',
  'first-aid': '急救协助',
  helping: '便民服务',
  sitting: '工作室值班',
};

export const evidenceWords: Readonly<Record<DutyEvidence, string>> = {
  'rotating-code': '现场动态码',
  'co-worker': '同班志愿者见证',
  'code-and-near': '驿站码，且手机在附近',
  'door-code': '驿站码',
  near: '仅手机在附近',
  tap: '仅本人确认',
  'staff-entry': '工作人员登记，另一人复核',
  assumed: '推定（不计入时长）',
};

export const documentWords = { 'id-card': '居民身份证', other: '其他证件' } as const;

export const sheetWords = {
  title: '志愿服务记录证明',
  preamble: '兹证明以下志愿者参加本会组织的志愿服务，服务时间、内容如下。',
  name: '姓名',
  document: '证件',
  noDocument: '工会未留存证件',
  volunteerNo: '志愿者编号',
  days: '服务期间',
  hours: '服务时长',
  content: '服务内容',
  restsOn: '时长依据',
  issuer: '出具单位',
  responsible: '负责人',
  handler: '经办人',
  contact: '联系方式',
  number: '证明编号',
  issuedOn: '出具日期',
  seal: '（单位盖章）',
  code: '核验码',
  howToVerify:
    '核验方法：打开工会驿站小程序“核验服务证明”，扫描二维码或输入核验码，即可查看本证明是否有效、时长的依据和更正情况，无需登录。',
  lacksSigns: '标“〓”处为字库缺字，请经办人手写补正并盖校对章。',
  footnote: '服务时长为实际服务时间，不含路途。本证明免费出具（民政部令第67号）。',
} as const;

/** `12小时30分钟`; what is none of either is left out. */
export function hoursText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分钟`;
}

/** `2026年11月23日` */
export const dayText = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};
