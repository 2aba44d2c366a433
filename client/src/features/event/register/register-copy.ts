import type { WordsFor } from '@/answer-words';
import { signInWords } from '@/features/member/sign-in-words';

export const registerRefusals: WordsFor<'event.register'> = {
  ...signInWords,
  'event-not-found': '没有找到这个活动，可能已经撤下',
  'not-open-yet': '报名还没有开始，请到时间再来',
  closed: '报名已经截止',
  cancelled: '活动取消了，不能报名',
  'members-only': '这次活动面向工会会员，加入工会后就能报名',
  'union-members-only': '这次活动面向主办工会的会员',
  'other-occupation': '这次活动面向其他职业',
  'no-quota-for-you': '没有您这一类的名额',
  'quota-needed': '请选一下您是男士还是女士',
  'one-at-a-time': '最近有两次以上报了名没有来，现在同一时间只能报一个活动。参加完已经报的，就可以再报',
  'walk-in-only': '这个活动不用报名，直接来就行',
  'already-registered': '您已经报过名了',
  'family-too-big': '带的孩子比这次活动能带的多，请减少一些',
  'child-age': '有孩子的年龄不在这次活动的范围内',
  'guardian-consent-needed': '带孩子要有监护人同意，请看一下下面的说明',
  'age-not-said': '请确认您的年龄符合要求',
  'answers-incomplete': '有内容需要修改，请查看标出的地方',
};

/** Kept with the consent; the words below are those of this version. */
export const consentVersion = '2026-11';

export const formWords = {
  title: '报名',
  who: '谁来参加',
  name: '姓名',
  nameHint: '和证件上一样，到场核对用；名单上只显示姓，中间用星号代替',
  sex: '您是',
  children: '带的孩子',
  child: (nth: number) => `第 ${nth} 个孩子`,
  childName: '孩子怎么称呼',
  childNameHint: '小名也可以',
  childAge: ({ ageFrom, ageUpTo }: { readonly ageFrom: number; readonly ageUpTo: number }) =>
    `这次活动面向 ${ageFrom} 到 ${ageUpTo} 岁的孩子`,
  age: '几岁',
  addChild: '再带一个孩子',
  removeChild: '不带这个孩子',
  most: (children: number) => `最多带 ${children} 个`,
  consentTitle: '监护人同意',
  consentText: [
    '孩子的姓名和年龄只用来安排这次活动：准备座位和材料，到场时点人数。',
    '只有主办工会的工作人员写明用途才能看，谁看过您都查得到。',
    '活动第二天删除，不作别的用途，不给别人。',
    '您可以不同意，那就不能带孩子报名；同意以后想撤回，取消报名就行，数据随之删除。',
  ],
  consentTick: '我是孩子的监护人，已经读过，同意',
  consentMissing: '带孩子参加，要请您先读一读并同意',
  ageTitle: '年龄',
  ageTick: (ages: string) => `我的年龄是 ${ages}`,
  ageMissing: '请确认您的年龄符合要求',
  questions: '主办方想知道',
  sensitive: '敏感内容：加密保存，写明用途才能看',
  purge: (days: number) => (days === 0 ? '活动结束就删除' : `活动后${days}天内删除`),
  pick: '请选择',
  yes: '是',
  no: '否',
  number: '请填数字',
  wrong: '有内容需要修改，请查看标出的地方',
  toOwn: '看我的报名',
  done: '好的',
  more: '回到活动',
} as const;
