import type { Role } from '@contract/contract';
import type { WordsFor } from '@/answer-words';
import { roleWords } from '@/role-words';
import type { Term } from './role-term';

const administratorsOnly = '这里供工会管理员使用。您没有这项权限，或者任期已满';

export const listStaffWords = { 'not-allowed': administratorsOnly } as const satisfies WordsFor<'member.listStaff'>;

const bothRefusals = {
  'union-not-found': '没有找到这家工会，可能已经撤销，请重新选择工会',
  'outside-your-unions': '这家工会不在您管理的范围内，请选择您所在的工会或下级工会',
  'own-role': '本人的角色须由其他管理员办理',
  'changed-meanwhile': '这个人的角色刚刚有变动，名单已重新载入，请核对后再办理',
  'not-allowed': administratorsOnly,
} as const;

export const appointWords = {
  ...bothRefusals,
  'until-past': '任期的最后一天已经过去，请检查手机的日期，再选一次任期',
  'until-too-far': '任期最长三年，请检查手机的日期，再选一次任期',
} as const satisfies WordsFor<'member.appoint'>;

export const dismissWords = {
  ...bothRefusals,
  'outside-your-unions': '这个角色属于其他工会，须由那家工会的管理员解除',
  'role-not-held': '这个角色已经解除，名单已更新',
} as const satisfies WordsFor<'member.dismiss'>;

/** What somebody in the role may do here. */
export const roleAbouts = {
  clerk: '审批入会和转会，办理会员名册',
  administrator: '工会干事的工作，另可添加、延长和解除人员',
  'station-head': '负责站点',
  volunteer: '在站点和活动中服务',
  matchmaker: '办理婚恋交友服务',
} as const satisfies Record<Role, string>;

export const termWords = {
  'half-year': '半年',
  year: '一年',
  'three-years': '三年',
} as const satisfies Record<Term, string>;

export const staffText = {
  title: '人员与角色',
  about: '为工会办事的人员。任期满了角色自动失效，需要继续的请提前延长。',
  count: (people: number) => `共${people}人`,
  add: '添加人员',
  none: '还没有人员',
  noneAbout: '添加以后，对方重新打开“工会驿站”就能开始工作。',
  only: '这里供工会管理员使用',
  onlyAbout: '您没有这项权限，或者任期已满。需要开通请联系所在工会。',
  onlyAction: '回到首页',
  self: '（您本人）',
  selfAbout: '您本人的角色由其他管理员延长或解除。',
  until: (day: string) => `任期到${day}`,
  endsToday: '今天到期',
  endsIn: (days: number) => `还有${days}天到期`,
  extend: '延长',
  dismiss: '解除',
  extendOf: (name: string, role: Role, union: string) => `延长${name}在${union}的${roleWords[role]}任期`,
  dismissOf: (name: string, role: Role, union: string) => `解除${name}在${union}的${roleWords[role]}角色`,
  dismissed: (name: string, role: Role) => `${name}不再担任${roleWords[role]}`,
  appointed: (name: string, role: Role) => `${name}担任${roleWords[role]}`,
  extended: (day: string) => `任期延长到${day}`,
  ask: (name: string, role: Role, union: string) => ({
    title: `解除${name}的${roleWords[role]}角色？`,
    text: `解除后，${name}立即不能再为${union}办理${roleWords[role]}的工作。以后需要时可以重新添加。`,
    yes: '解除角色',
    no: '保留角色',
  }),
} as const;

export const extendText = {
  term: '从今天起延长多久',
  choose: '请选择延长多久',
  until: (day: string) => `到${day}`,
  longest: '任期已经是最长的三年，现在不需要延长。',
  send: '延长任期',
  stay: '先不延长',
} as const;

export const appointText = {
  title: '添加人员',
  number: '对方的编号',
  numberHint: '请对方打开“工会驿站”，在“我的”里点“我的编号”复制，发给您粘贴在这里。',
  numberProblem: '编号以字母p开头，共23位，区分大小写，请对照检查',
  name: '姓名',
  nameHint: '和证件上的姓名一致。',
  role: '角色',
  roleChoose: '请选择角色',
  union: '在哪家工会',
  unionAgain: '重新选择工会',
  unionChoose: '请选择工会',
  unionAbout: '管到这家工会和它的下级工会。',
  term: '任期',
  termHint: '任期满了角色自动失效。',
  termChoose: '请选择任期',
  check: '有内容需要填写或修改，请查看标出的地方',
  send: '添加人员',
  stay: '先不添加',
} as const;
