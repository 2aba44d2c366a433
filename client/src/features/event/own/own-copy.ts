import type { ExcuseReason } from '@contract/event';
import type { WordsFor } from '@/answer-words';
import { signInWords } from '@/features/member/sign-in-words';

/** Why one cannot come, or did not, in the order in which it happens. */
const reasonNames: Readonly<Record<ExcuseReason, string>> = {
  work: '工作走不开',
  ill: '身体不舒服',
  family: '家里有事',
  weather: '天气原因',
  other: '其他原因',
};
export const reasonOptions = (Object.keys(reasonNames) as ExcuseReason[]).map((value) => ({
  value,
  label: reasonNames[value],
}));

const gone = '没有找到这个活动';
const notRegistered = '没有找到您的报名，请刷新页面看一看';

export const cancelRefusals: WordsFor<'event.cancel'> = {
  ...signInWords,
  'event-not-found': gone,
  'not-registered': notRegistered,
  'begun-already': '活动已经开始，不能取消了。来不了没关系，活动后可以说明原因',
  'reason-needed': '已经过了可以直接取消的时间，请选一个原因再取消',
};

export const acceptRefusals: WordsFor<'event.acceptOffer'> = {
  ...signInWords,
  'event-not-found': gone,
  'not-registered': notRegistered,
  'no-offer': '现在没有留给您的名额，请刷新页面看一看',
  'offer-over': '保留的时间已过，名额让给了下一位。您可以重新报名，排在后面',
  cancelled: '活动已经取消，请看消息里的原因',
};

export const rateRefusals: WordsFor<'event.rate'> = {
  ...signInWords,
  'event-not-found': gone,
  'not-registered': notRegistered,
  'not-there': '没有您的签到记录，只有到场的人可以评价。到过场的，请联系主办方补记',
  'rated-already': '您已经评价过，谢谢',
  'too-early': '活动结束后就可以评价',
  'too-late': '评价的时间已过，活动结束后30天内可以评价',
};

export const excuseRefusals: WordsFor<'event.excuse'> = {
  ...signInWords,
  'event-not-found': gone,
  'not-registered': notRegistered,
  'nothing-to-excuse': '这次没有计入缺席，不用说明',
  'too-late': '活动后14天内可以说明，现在已过时间。计入的缺席60天后自动消除',
};

export const ownWords = {
  code: '入场码',
  codeAbout: '给主持人扫一下就签到了',
  letters: '扫不出时，把这些念给主持人',
  checkIn: '扫主持人的码签到',
  accept: '接受名额',
  passOn: '让给下一位',
  passOnAsk: '把名额让给下一位？',
  passOnText: '名额马上给后面的人。以后想来，可以重新报名，排在后面。',
  passOnNo: '再想想',
  accepted: '名额是您的了',
  passedOn: '已让给下一位，谢谢',
  cancel: '取消报名',
  cancelAsk: '取消这次报名？',
  cancelText: '名额马上给候补的人。以后想来，可以重新报名，排在后面。',
  keep: '保留名额',
  leaveList: '退出候补',
  leaveListAsk: '退出候补？',
  leaveListText: '之后再来，要从后面排起。',
  stayOnList: '继续候补',
  stayInPairs: '继续等',
  leaveDraw: '退出抽签',
  leaveDrawAsk: '退出抽签？',
  leaveDrawText: '截止之前可以再报名。',
  stayInDraw: '留在抽签里',
  cancelled: '已经取消，谢谢您提前说',
  lateTitle: '来不了了',
  lateText: '已经过了约定的取消时间。选一个原因，名额还能给别人用，不计入缺席。',
  reason: '什么原因',
  reasonMissing: '请选一个原因',
  rateTitle: '这次活动怎么样',
  rateAbout: '主办工会看得到评价，看不到是谁写的。',
  rateLow: '低于3星的，工会要答复，答复会放在您的消息里。',
  stars: '打几颗星',
  starsMissing: '请先打星',
  words: '想说的话',
  rate: '提交评价',
  rated: '评价已提交，谢谢',
  ratedTitle: '您的评价',
  excuseTitle: '这次没有来？',
  excuseText: '谁都有走不开的时候。告诉我们原因，在工会答复之前不计入缺席。',
  excuse: '说明原因',
  excused: '已经收到，工会看过后会告诉您',
  excuseWaits: '您说明了原因，工会还没有答复，在答复之前不计入缺席。',
  excuseAgreed: '工会已经看过您说明的原因，这次不计入缺席。',
  excuseDeclined: '工会看过您说明的原因，这次仍计入缺席，60天后自动消除。还有疑问，请联系主办工会。',
  missed:
    '这次没有您的签到记录，计入缺席，60天后自动消除。缺席两次以上，同一时间只能报一个活动；站点、饮水和帮扶都不受影响。',
} as const;

export const starWords = ['很不满意', '不太满意', '还可以', '满意', '很满意'] as const;
export const starLabel = (stars: number): string => `${stars} 星，${starWords[stars - 1] ?? ''}`;
