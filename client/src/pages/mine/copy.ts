import type { Role } from '@contract/contract';

export const mineWords = {
  title: '我的',
  unnamed: '您好',
  noUnion: '还没有加入工会',
  member: '会籍',
  card: '会员卡',
  enrolment: '入会申请',
  enrolmentAbout: '填写、提交和审批进度',
  membership: '会籍与转会',
  ownData: '我的数据',
  ownDataAbout: '工会存有哪些信息、谁看过，都可以查、可以改',
  verify: '扫码验卡',
  verifyAbout: '核对别人出示的会员卡是否有效',
  staff: '工会工作',
  queue: '待办审批',
  roll: '会员名册',
  settings: '使用设置',
  elder: '长辈模式',
  elderAbout: '字更大，按钮更大，颜色更清楚',
  number: '我的编号',
  numberAbout: '咨询时可以提供，点一下复制',
  copied: '编号已复制',
  notCopied: '没有复制成功，请抄下编号',
  visitor: '您还没有登录',
  visitorAbout: '请在微信中打开“工会驿站”小程序，打开后不用输入密码。查看站点不需要登录。',
  version: '版本',
} as const;

export const roleWords: Readonly<Record<Role, string>> = {
  clerk: '工会干事',
  administrator: '管理员',
  'station-head': '站长',
  volunteer: '志愿者',
  matchmaker: '红娘',
};
