import type { WordsFor } from '@/answer-words';
import { ownRefusals } from '../match-refusals';

export const listRefusals: WordsFor<'matchmaking.listSittings'> = ownRefusals;
export const bookRefusals: WordsFor<'matchmaking.bookSitting'> = {
  ...ownRefusals,
  'members-only': '坐班只接待工会会员。先入会，会籍有效以后就可以约',
  'not-now': '这个工作室暂时不能为您预约，请联系您的工会',
  'no-such-time': '这个时间现在没有坐班了，请另选一个',
  'begun-already': '这个时间已经开始了，请另选一个',
  'called-off': '这一天的坐班取消了，请另选一天',
  full: '这个时间刚刚约满了，请另选一个',
  'booked-already': '您已经约了一个时间。想换，先取消那一个',
};
export const cancelRefusals: WordsFor<'matchmaking.cancelSitting'> = {
  'begun-already': '约的时间已经开始了。来不了也没关系，以后可以再约',
};

export const sittingsText = {
  title: '预约坐班',
  toStudio: '回到红娘工作室',
  noStudio: '还没有开张的工作室',
  noStudioAbout: '附近的工会开了工作室，就可以来坐坐。',
  choose: '选一个时间',
  chooseDay: '哪一天',
  chooseTime: '几点',
  freeTimes: (count: number) => `还有 ${count} 个时间`,
  calledOff: (day: string) => `${day}，这一天不坐班`,
  full: (day: string) => `${day}，已经约满`,
  otherDays: '约不到的日子',
  none: '这几周约不到了',
  noneAbout: '坐班的时间提前四周排出来，过几天再来看看。不约也没关系。',
  before: '先选一个时间',
  book: (moment: string) => `预约 ${moment}`,
  booked: '约好了',
  know: '约之前请知道',
  points: [
    '没有登记资料也可以约，先来聊聊，听听怎么回事',
    '那天坐班的红娘看得到您约的时间和称呼；没有登记资料的，只看到隐去一部分的姓名',
    '法定节假日不坐班',
    '来不了就取消，不用说原因。不约也没关系',
  ],
  own: '您约好了',
  when: '时间',
  studio: '工作室',
  where: '在哪里',
  room: (station: string, room: string | null) => (room === null ? station : `${station} ${room}`),
  ownAbout: '来不了就取消，不用说原因。想换时间，先取消这一个，再另约。',
  ownBegun: '红娘在等您，到了直接说是约好的就行。没来也没关系，以后可以再约。',
  cancel: '取消预约',
  cancelAsk: {
    title: '取消预约？',
    text: '不用说原因，时间马上让给别人。以后随时可以再约。',
    yes: '取消预约',
    no: '保留',
  },
  cancelled: '已经取消，随时可以再约',
} as const;
