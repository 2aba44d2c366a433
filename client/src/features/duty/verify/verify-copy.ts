import type { WordsFor } from '@/answer-words';

export const verifyPhrases = {
  title: '核验服务证明',
  about: '输入证明上的核验码，看它是不是真的、时长靠什么算出来。不用登录。',
  scan: '扫证明上的码',
  label: '核验码',
  hint: '12 位字母和数字，空格和大小写都没关系',
  check: '核验',
  missing: '请输入核验码',
  nothing: '没有扫到码，请再试一次',
  next: '再核验一份',
  valid: '证明有效',
  validAbout: '由下面的工会出具，内容和工会的记录一致',
  revoked: '证明已撤销',
  revokedAbout: (day: string) => `出具的工会已于${day}撤销，请不要再使用`,
  broken: '记录对不上',
  brokenAbout: '这份证明后面的时长记录没有通过完整性检查，请联系出具的工会',
  corrected: (now: string) => `出具以后，记录有过更正，按现在的记录是 ${now}`,
  name: '志愿者',
  number: '志愿者编号',
  days: '服务日期',
  hours: '服务时长',
  content: '服务内容',
  union: '出具单位',
  contact: '联系方式',
  sheet: '证明编号',
  issuedOn: '出具日期',
  code: '核验码',
  restsOn: '这些时长靠什么算出来',
} as const;

export const verifyCertificateRefusals: WordsFor<'duty.verifyCertificate'> = {
  'certificate-not-found': '没有这份证明。请对照证明上的核验码再输一遍；还是没有的话，请联系出具的工会',
};
