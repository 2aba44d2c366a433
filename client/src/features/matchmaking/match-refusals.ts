import { signInWords } from '@/features/member/sign-in-words';

/** What several deeds of somebody with a profile may be refused with. */
export const ownRefusals = {
  ...signInWords,
  'not-joined': '您还没有在红娘工作室登记资料',
  'members-only': '红娘工作室只接待工会会员。先入会，会籍有效以后就可以登记',
  'changed-meanwhile': '资料刚刚有变动，请核对后再办一次',
  'consent-needed': '这一项要先同意才能保存，请看看“我的同意”',
  'consent-text-changed': '同意书刚刚更新，请回到“红娘工作室”重新打开，看过再决定',
  'statement-changed': '声明的文字刚刚更新，请回到“红娘工作室”重新打开，看过再确认',
  'studio-not-found': '没有找到这个工作室，请回到“红娘工作室”看看',
  'proposal-not-found': '没有找到这次介绍，请回到“给我的介绍”看看',
  'too-late': '已经过了答复的时间',
} as const;

/** What several deeds of a matchmaker may be refused with. */
export const benchRefusals = {
  ...signInWords,
  'pledge-needed': '请先在“红娘工作台”签保密承诺',
  'outside-your-studio': '这不是您的工作室的事，请由那边的红娘办理',
  'studio-not-found': '没有找到这个工作室，请回到“红娘工作台”看看',
  'person-not-found': '没有找到这位，可能已经离开资料库',
  'proposal-not-found': '没有找到这次介绍，可能已经结束',
  'changed-meanwhile': '这一位的资料刚刚有变动，请核对后再办一次',
} as const;
