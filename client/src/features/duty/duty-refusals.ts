import { signInWords } from '@/features/member/sign-in-words';

/** What several deeds around shifts may be refused with. */
export const dutyRefusals = {
  ...signInWords,
  'shift-not-found': '没有找到这一班，排班可能改过了。请回到“值班”看看',
  'not-a-volunteer': '您还不是值班志愿者。先到“值班”里填一下，站长答复以后就能领班',
  'not-accepted': '站长还没有答复您，答复以后就能领班',
  'no-place': '这一班里没有您的名字，请刷新看看',
  'on-duty-now': '您正在值班，签退以后再办',
  'station-not-found': '没有找到这个站点，请重新选一个',
} as const;
