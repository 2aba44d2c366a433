import type { WordsFor } from '@/answer-words';
import { dutyRefusals } from '../duty-refusals';
import { notMineRefusals } from '../duty-words';

export const showShiftRefusals: WordsFor<'duty.showShift'> = dutyRefusals;

export const takeRefusals: WordsFor<'duty.take'> = {
  ...dutyRefusals,
  ...notMineRefusals,
  'role-unknown': '这个岗位没有了，请刷新看看',
};

export const releaseRefusals: WordsFor<'duty.release'> = {
  ...dutyRefusals,
  'too-late': '已经过了退班的时间。可以找人换班，或打电话给站点',
};

export const standByRefusals: WordsFor<'duty.standBy'> = {
  ...dutyRefusals,
  ...notMineRefusals,
  'standby-full': '候补的人够了，谢谢您',
};

export const stepInRefusals: WordsFor<'duty.stepIn'> = {
  ...dutyRefusals,
  ...notMineRefusals,
  'not-standing-by': '您不在这一班的候补里，请刷新看看',
  'not-called': '现在还不用顶班，要您来时会告诉您',
  'nobody-missing': '人已经到齐了，不用您赶来了，谢谢',
};

export const excuseRefusals: WordsFor<'duty.excuseShift'> = {
  ...dutyRefusals,
  'not-missed': '这一班没有记您没到，不用说明',
  'too-late': '过了可以说明的时间。这不影响您以后领班',
};

export const shiftPhrases = {
  title: '值班安排',
  where: '地点',
  navigate: '怎么去',
  navigateAbout: (address: string) => address,
  phone: '打电话给站点',
  people: '一起值班的人',
  noPeople: '还没有别人',
  self: '您',
  needs: '要的人',
  take: '我来值这一班',
  takeAs: (role: string) => `我来值（${role}）`,
  role: '您来做什么',
  roleMissing: '请先选一个岗位',
  standBy: '我可以候补',
  standByAbout: '人满了。候补的，有人来不了时会叫您；没叫您就不用来。',
  standDown: '不候补了',
  standingBy: '您在候补',
  standingByText: '没有叫您就不用来。有人没到，会马上告诉您。',
  called: '有人没到，请您来顶',
  calledText: '来得了就点“我来顶”，这一班就是您的。来不了也没关系。',
  stepIn: '我来顶',
  taken: '领好了，谢谢您',
  steppedIn: '这一班是您的了，路上小心',
  stoodBy: '记下了，要您来时会告诉您',
  stoodDown: '已经不候补了',
  held: '您领了这一班',
  releaseBy: (moment: string) => `来不了，请在${moment}之前退班，好让别人接上。`,
  releaseOver: (hours: number) =>
    hours > 0 ? `开班前 ${hours} 小时里不能退班了。来不了，请找人换班，或打电话给站点。` : '这一班不能退了。',
  noReturn: (hours: number) => `离开班不到 ${hours} 小时，领了就不能退，只能找人换。`,
  clockFrom: (moment: string) => `${moment}起可以签到。`,
  release: '来不了，退班',
  releaseAsk: '退掉这一班？',
  releaseText: '马上让给别人。改了主意，没人领之前还能再领回来。',
  releaseNo: '不退',
  released: '已经退了，谢谢您提前说',
  releasedTitle: '这一班已经退了',
  releasedText: '改了主意，趁没人领，可以再领回来。',
  takeBack: '领回来',
  toDuty: '去签到、值班',
  backToDuty: '回到值班页',
  served: '这一班值完了，谢谢您',
  runOut: '这一班忘了签退。最后一次操作之后的时间没有凭据，不计入时长；确实在岗的，请站长补录。',
  missed: '没有看到您到岗',
  missedText: '谁都有走不开的时候。说一声原因就好，不影响您以后领班。',
  words: '怎么没来成',
  wordsMissing: '请写两个字以上',
  excuse: '说明原因',
  said: '已经告诉站长，谢谢',
  saidWaits: (words: string) => `您说的是：${words}。站长看过以后会告诉您。`,
  saidNo: '站长想再了解一下，请再说详细些。',
  excused: '您说的原因，站长认可了',
  calledOff: '这一班取消了',
  calledOffText: '您不用来了。给您添麻烦了，对不起。',
  whyNot: '这一班您现在领不了',
  more: '看看别的班',
} as const;
