import type { WordsFor } from '@/answer-words';
import { organisersOnly, outsideYours } from '../staff-words';

export const attendanceWords = {
  'series-not-found': '没有找到这个系列，可能已经删除',
  'outside-your-unions': outsideYours,
  'not-allowed': organisersOnly,
} as const satisfies WordsFor<'event.seriesAttendance'>;

export const attendanceText = {
  title: '全年出勤',
  unknown: '没有找到这个系列',
  unknownAbout: '请从“活动管理”里打开其中一场活动。',
  toEvents: '活动管理',
  about: '来得多的在前。姓名隐去一部分，同名的分开列。要看是谁，请到每一场的报名名单里写明用途查看。',
  years: '看哪一年',
  year: (year: number) => `${year} 年`,
  none: (year: number) => `${year} 年还没有办过`,
  noneAbout: '办过一场以后，这里会列出每个人来了几次。',
  nobody: '还没有人报上名',
  nobodyAbout: (dates: number) => `这一年办了 ${dates} 场。有人报上名以后，会出现在这里。`,
  sum: (dates: number, people: number) => `办了 ${dates} 场，${people} 人报上过名`,
  people: '每个人来了几次',
  nameless: '姓名已按期删除',
  came: (times: number) => `来了 ${times} 次`,
  missed: (times: number) => `没来 ${times} 次`,
} as const;
