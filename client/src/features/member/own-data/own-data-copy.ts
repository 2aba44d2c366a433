import type { Purpose } from '@contract/consent';
import type { HeldField, LookView } from '@contract/own-data';
import type { RevealPurpose } from '@contract/application';
import type { PersonCaseKind } from '@contract/review';
import type { WordsFor } from '@/answer-words';

export const showOwnDataWords = {
  'sign-in-needed': '请在微信中打开“工会驿站”小程序查看，打开后不用输入密码',
} as const satisfies WordsFor<'member.showOwnData'>;

export const withdrawConsentWords = {
  'consent-not-given': '这项同意已经撤回，不需要再次办理',
  'withdraw-application-first': '您的入会申请正在办理，需要用到这项资料。请先撤回申请，再撤回同意',
  'leave-union-first': '您是工会会员，会籍需要用到这项资料。退会时，这项同意会一并撤回；退会免费，以后可以再回来',
  'changed-meanwhile': '资料刚刚有变动，已重新载入，请核对后再办理',
} as const satisfies WordsFor<'member.withdrawConsent'>;

export const correctOwnDataWords = {
  'not-a-member': '入会前的资料请在入会申请中修改',
  'changed-meanwhile': '资料刚刚有变动，请核对后再保存一次，您填写的内容还在',
} as const satisfies WordsFor<'member.correctOwnData'>;

export const fieldNames = {
  name: '姓名',
  mobile: '手机号码',
  document: '证件号码',
  occupation: '职业',
  workRelation: '用工关系',
  employer: '工作单位',
  workArea: '工作地',
  homeArea: '居住地',
  signature: '入会申请书',
  membership: '会籍',
  history: '办理记录',
} as const satisfies Record<HeldField['field'], string>;

export const purposeNames = {
  membership: '办理入会和管理会籍',
  'identity-document': '核对身份，保证一人只入会一次',
  notices: '发送活动和服务消息',
} as const satisfies Record<Purpose, string>;

export const keptWords = {
  'draft-90-days': '申请办理期间保存；90天没有办理就删除',
  'while-member': '在您是会员期间保存；退会30天后删除',
  'refused-180-days': '申请结束180天后删除',
  'left-30-days': '退会30天后删除',
  'membership-record': '作为会籍档案长期保存，用来证明您的会籍',
} as const satisfies Record<HeldField['keptUntil'], string>;

export const withdrawMeanings = {
  membership: '撤回后不能继续填写和提交入会申请，已填写的内容不再使用，到期删除。以后想入会，可以重新同意。',
  'identity-document': '撤回后立即删除您的证件号码，入会申请不能继续提交。以后想入会，可以重新同意并填写。',
  notices: '撤回后不再给您发送活动和服务消息，会员卡和其他服务不受影响。以后可以重新同意。',
} as const satisfies Record<Purpose, string>;

const viewed = {
  enrolment: '办理您的入会申请',
  'transfer-release': '办理您的转出',
  'transfer-accept': '办理您的转入',
} as const satisfies Record<PersonCaseKind, string>;

const revealed = {
  'compare-document': '查看完整号码，核对证件',
  'call-applicant': '查看完整号码，与您联系',
} as const satisfies Record<RevealPurpose, string>;

/** What a look was for, in plain words. */
export function lookText({ act, about, purpose }: Pick<LookView, 'act' | 'about' | 'purpose'>): string {
  if (about !== null) return eventLook[act](about) + (purpose === null ? '' : `，用于：${purpose}`);
  switch (act) {
    case 'view':
      return named(viewed, purpose) ?? '办理您的申请';
    case 'reveal':
      return named(revealed, purpose) ?? '查看完整号码';
    case 'find':
      return '按会员证号查询您的会籍';
    case 'export':
      return '导出名单';
  }
}

const eventLook = {
  view: (event) => `查看您在“${event}”的报名`,
  reveal: (event) => `查看您在“${event}”的报名信息`,
  find: (event) => `查询您在“${event}”的报名`,
  export: (event) => `把您列入“${event}”的报名名单并导出`,
} as const satisfies Record<LookView['act'], (event: string) => string>;

const named = (names: Readonly<Record<string, string>>, purpose: string | null): string | undefined =>
  purpose === null ? undefined : names[purpose];

export const ownDataText = {
  title: '我的数据',
  lead: '工会存有您的哪些资料、用来做什么、保存到什么时候、谁看过，都在这里。',
  held: {
    title: '保存的资料',
    purpose: '用途',
    kept: '保存期限',
    deletedOn: (day: string) => `将于${day}删除`,
    masked: '号码只显示一部分，完整内容在复制件里。',
    signed: (version: string) => (version === '2023-charter' ? '已签署（2023年章程版）' : `已签署（${version}）`),
    empty: '还没有保存您的资料',
    emptyAbout: '申请入会时填写的内容，会显示在这里。',
    emptyAction: '申请入会',
  },
  events: {
    title: '活动报名',
    where: '将要参加的和最近一年的报名，都在“我的活动”里。每一次这样保存：',
    kept: [
      { label: '姓名', value: '活动后180天删除' },
      { label: '孩子的称呼和年龄', value: '活动第二天删除' },
      { label: '您的回答', value: '期限写在报名表的每道题下面，到期删除' },
      { label: '评价和原因里写的话', value: '和姓名一起删除' },
      { label: '取消了、没有轮到的', value: '以上内容活动第二天全部删除' },
      { label: '报名和签到的时间', value: '作为服务记录保存，名单上不再有姓名' },
    ],
    purpose: '用途：安排座位和材料，到场核对，候补和抽签公平有据',
    older: '更早的报名，在复制件里。',
    action: '看我的活动',
  },
  studio: {
    title: '红娘工作室',
    about: '登记过的话，您说的、同意过的、谁看过，都在那里的“我的资料”里，可以改，也可以当场全部删除。',
    action: '去红娘工作室',
  },
  consents: {
    title: '我的同意',
    empty: '您还没有给出过同意。',
    receipt: '回执编号',
    version: '文本版本',
    given: '同意时间',
    withdrawn: '撤回时间',
    stands: '有效',
    ended: '已撤回',
    withdraw: '撤回',
    withdrawLabel: (purpose: string) => `撤回同意：${purpose}`,
    ask: (purpose: Purpose) => ({
      title: `撤回“${purposeNames[purpose]}”的同意？`,
      text: withdrawMeanings[purpose],
      yes: '撤回同意',
      no: '保留同意',
    }),
    done: '同意已撤回',
    toLeave: '去看怎样退会',
    toApplication: '去撤回入会申请',
  },
  correct: {
    title: '更正资料',
    about: '换了号码、工作或单位，可以在这里更正。',
    start: '更正资料',
    mobile: '新的手机号码',
    mobileHint: (masked: string) => `现在是${masked}，不更换就不用填`,
    mobileProblem: '手机号码是11位数字，请检查',
    mobileHintNone: '不填写就不保存手机号码',
    occupation: '职业',
    occupationPick: '请选择职业',
    workRelation: '用工关系',
    employer: '工作单位或平台',
    save: '保存更正',
    stay: '不更正了',
    nothing: '内容和现在的一样，没有需要保存的更正',
    saved: '资料已更正',
    clerk: '姓名和证件号码',
    clerkAbout:
      '这两项入会时由工会干事对照证件核对过，所以要由工会干事更正。请带上证件，到您的工会办理，不收费；工会干事当面核对后更正，更正记录您在“会籍与转会”里看得到。',
    before: '入会之前，资料在入会申请里修改。已经提交的，撤回申请后可以修改。',
    beforeAction: '去看入会申请',
  },
  copy: {
    title: '复制一份',
    about: '把保存的全部资料复制一份给您，号码是完整的，请妥善保管。复制会留下记录。',
    action: '复制我的资料',
    saved: '文件已保存到本机的下载目录。里面有完整的号码，请妥善保管。',
    copied: '资料已复制到剪贴板，里面有完整的号码。请尽快粘贴到安全的地方，再复制别的文字把它换掉。',
    failed: '没有复制成功，请重试；在微信里请允许使用剪贴板。',
  },
  looks: {
    title: '谁看过我的资料',
    empty: '还没有人查看过您的资料。',
    all: (count: number) => `显示全部${count}条`,
  },
  leave: {
    title: '退会和删除',
    about: '退会免费，不需要批准。退会30天后，除会籍档案外的资料都会删除。',
    action: '去看怎样退会',
  },
} as const;
