import type { Purpose } from '@contract/consent';

export type ConsentWords = {
  readonly title: string;
  readonly needed: boolean;
  /** What is ticked. */
  readonly agree: string;
  /** Who, why, what, how long, and how to take it back: PIPL 17, in words one would use at a counter. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
};

const who = { label: '谁使用', value: '您申请的工会和它的上级工会' };

/** The wording that consentVersions (types/consent.ts) counts: a change here is a new version there. */
export const consentWords = {
  membership: {
    title: '办理入会、保持会籍',
    needed: true,
    agree: '同意用我的资料办理入会',
    facts: [
      who,
      { label: '做什么', value: '审批您的申请，联系您，入会后保持会籍' },
      { label: '用哪些', value: '姓名、手机号、职业、单位、工作和居住街镇' },
      {
        label: '留多久',
        value: '没提交的，停写90天后删除；没入会的，180天后删除；退会30天后删除，会员名册只留姓名、会员证号和起止日期',
      },
      { label: '怎么撤回', value: '“我的数据”里随时撤回；申请中请先撤回申请，已入会请先退会' },
    ],
  },
  'identity-document': {
    title: '核对证件号码',
    needed: true,
    agree: '同意用我的证件号码核对身份',
    facts: [
      who,
      { label: '做什么', value: '确认是您本人，一个人只入一次会' },
      { label: '用哪些', value: '证件号码，属于敏感个人信息；不要照片，不做人脸识别' },
      { label: '怎么保管', value: '加密保存，平时只显示前后几位；谁看过完整号码，“我的数据”里查得到' },
      { label: '留多久', value: '和上面的资料一样，到期一起删除' },
      { label: '怎么撤回', value: '“我的数据”里随时撤回；申请中请先撤回申请，已入会请先退会' },
    ],
  },
  notices: {
    title: '收到活动和服务的消息',
    needed: false,
    agree: '愿意收到消息',
    facts: [
      who,
      { label: '做什么', value: '通过微信告诉您活动和服务的消息' },
      { label: '用哪些', value: '只用您的微信身份，不用手机号' },
      { label: '留多久', value: '到您撤回为止' },
      { label: '怎么撤回', value: '“我的数据”里随时撤回；不同意也不影响入会' },
    ],
  },
} as const satisfies Record<Purpose, ConsentWords>;
