import type { EventSummary, OwnRegistration } from '@contract/event-view';
import { momentOf } from '../event-time';

export type OwnWords = {
  readonly title: string;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'warn' | 'accent';
};

/** Where one's registration stands, in a few words and a sentence. */
export function wordsOf(own: OwnRegistration, event: EventSummary, now: number): OwnWords {
  const isOver = event.endsAt <= now;
  if (event.state === 'cancelled') {
    return { title: '活动取消了', text: '您不用再做什么。给您添麻烦了，对不起。', tone: 'warn' };
  }
  switch (own.state) {
    case 'entered':
      return {
        title: '已参加抽签',
        text:
          event.closesAt > now
            ? `${momentOf(event.closesAt, now)} 报名截止后抽签，结果会放在您的消息里。`
            : '正在抽签，结果很快会放在您的消息里。',
        tone: 'plain',
      };
    case 'waiting':
      if (isOver) return { title: '这次没有轮到您', text: '谢谢您等候，看看别的活动吧。', tone: 'plain' };
      return own.waitsFor === 'partner'
        ? { title: '报名收到，等着成对', text: partnerWords(own), tone: 'plain' }
        : { title: '候补中', text: event.inPairs ? sideWords(own) : positionWords(own), tone: 'plain' };
    case 'offered':
      return {
        title: '有名额留给您',
        text: own.until === null ? '请尽快决定。' : `请在${momentOf(own.until, now)}前决定，过时会让给下一位。`,
        tone: 'accent',
      };
    case 'confirmed':
      return confirmedWords(own, isOver);
    case 'cancelled':
      return { title: '您取消了这次报名', text: '谢谢您提前说。以后想来，可以重新报名。', tone: 'plain' };
    case 'lapsed':
      return isOver
        ? { title: '这次没有轮到您', text: '谢谢您等候，看看别的活动吧。', tone: 'plain' }
        : { title: '名额让给了下一位', text: '保留的时间过了，没有收到您的决定。您可以重新报名。', tone: 'plain' };
  }
}

/** `您前面还有 2 份报名` */
export function positionWords({ position }: OwnRegistration): string {
  if (position === null) return '轮到您时，会在消息里告诉您。';
  return position <= 1
    ? '您排在第一位。有人取消就轮到您，会在消息里告诉您。'
    : `您前面还有 ${position - 1} 份报名。轮到您时，会在消息里告诉您。`;
}

/** In pairs: there is a place, and nobody yet to have it with. */
const partnerWords = ({ position }: OwnRegistration): string =>
  position === null || position <= 1
    ? '这次男女成对录取，正在等另一方报名。凑成一对就录取，会在消息里告诉您。'
    : `这次男女成对录取，正在等另一方报名。您这一方前面还有 ${position - 1} 位，轮到您时，会在消息里告诉您。`;

/** In pairs: everybody before one is of one's own side. */
const sideWords = (own: OwnRegistration): string =>
  own.position === null || own.position <= 1
    ? positionWords(own)
    : `您这一方前面还有 ${own.position - 1} 位。轮到您时，会在消息里告诉您。`;

function confirmedWords({ people, attended }: OwnRegistration, isOver: boolean): OwnWords {
  const persons = people > 1 ? `，一共 ${people} 人` : '';
  if (attended.length > 1) return { title: `已签到 ${attended.length} 次`, text: '', tone: 'good' };
  if (attended.length === 1) return { title: '已签到', text: isOver ? '谢谢您来参加。' : '欢迎您来。', tone: 'good' };
  return isOver
    ? { title: '活动已结束', text: '', tone: 'plain' }
    : { title: `报名成功${persons}`, text: '到了现场，出示入场码，或者扫主持人手机上的码。', tone: 'good' };
}
