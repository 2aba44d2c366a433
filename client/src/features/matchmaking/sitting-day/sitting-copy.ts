import type { WordsFor } from '@/answer-words';
import { benchRefusals } from '../bench/bench-words';

export const showDayRefusals: WordsFor<'matchmaking.showDay'> = benchRefusals;
export const markRefusals: WordsFor<'matchmaking.markSitting'> = {
  ...benchRefusals,
  'nobody-there': '这个时间没有人预约了，请刷新看看',
  'not-yet': '到了预约的时间才能记',
  'too-late': '过了七天，不能再改了',
};
export const callOffRefusals: WordsFor<'matchmaking.callOffDay'> = {
  ...benchRefusals,
  'no-such-time': '这一天没有坐班',
  'begun-already': '这一天的坐班已经开始，不能取消了',
};

export const sittingPhrases = {
  title: '坐班',
  before: '上一周',
  after: '下一周',
  calledOff: '这一天的坐班取消了',
  holiday: (name: string) => `${name}，不坐班`,
  none: '这一天没有坐班',
  noneAbout: '坐班的日子由工会定，提前四周排出来。',
  booked: (count: number) => (count === 0 ? '还没有人预约' : `${count} 人预约`),
  allFree: (hours: string) => `${hours} 空着`,
  toNext: (day: string) => `去看${day}的坐班`,
  freeTable: (letter: string) => `${letter.toUpperCase()} 桌，空着`,
  table: (letter: string) => `${letter.toUpperCase()} 桌`,
  came: '来了',
  missed: '没有来',
  undo: '改回',
  markOf: (who: string, what: string) => `${who}，${what}`,
  missedAbout: '没来也没关系，会客气地告诉本人可以再约。',
  marked: '记下了',
  look: '看资料',
  lookOf: (who: string) => `看${who}的资料`,
  callOff: '取消这一天',
  callOffOf: (day: string) => `取消${day}的坐班`,
  callOffHint: '约好的人都会看到，如：红娘临时有事，请您另约一天',
  callOffSend: '取消并通知',
  /** Null where it is not known how many have an appointment. */
  callOffAsk: (people: number | null) => ({
    title: '取消这一天的坐班？',
    text:
      people === 0
        ? '还没有人预约。取消以后不能恢复。'
        : `约好的${people === null ? '人' : ` ${people} 人`}会收到消息和您写的原因，可以另约。取消以后不能恢复。`,
    yes: '取消这一天',
    no: '保留',
    danger: true,
  }),
  calledOffDone: (told: number) => (told === 0 ? '这一天取消了' : `这一天取消了，已经告诉 ${told} 人`),
} as const;
