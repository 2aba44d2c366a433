import type { WordsFor } from '@/answer-words';
import { signInWords } from '@/features/member/sign-in-words';

export const pdfRefusals: WordsFor<'duty.certificatePdf'> = {
  ...signInWords,
  'certificate-not-found': '没有找到这份证明，请回到“我的服务时长”看看',
  'not-issued': '这份证明现在没有效力，不能保存',
};

export const certificatePhrases = {
  title: '服务证明',
  none: '没有找到这份证明',
  noneAbout: '请从“我的服务时长”里打开。',
  toHours: '我的服务时长',
  revoked: '这份证明已撤销',
  revokedAbout: '请不要再使用。不清楚为什么，可以问出具的工会。',
  why: (reason: string) => `原因：${reason}`,
  use: '给别人看这一页就行。对方扫码，或输入核验码，就能知道是真的。',
  pdf: '保存 PDF',
  picture: '存成图片',
  print: '打印',
  copy: '复制核验码',
  copied: '核验码已复制',
  saved: { picture: '图片已保存', pdf: 'PDF 已保存' },
  refused: '没有打开相册权限，图片没有存下。可以去设置里允许，或者截屏',
  toSettings: '去设置里允许',
  failed: '没有存下，请再试一次，或者截屏',
} as const;

/** As the printed sheet says it (cloudfunctions/duty/certificate-words.ts). */
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
  seal: '（单位盖章）',
  responsible: '负责人',
  handler: '经办人',
  contact: '联系方式',
  number: '证明编号',
  issuedOn: '出具日期',
  code: '核验码',
  howToVerify: '核验：打开工会驿站小程序“核验服务证明”，扫码或输入核验码，不用登录。',
  footnote: '服务时长为实际服务时间，不含路途。本证明免费出具（民政部令第67号）。',
} as const;
