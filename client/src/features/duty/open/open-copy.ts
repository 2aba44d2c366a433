import type { WordsFor } from '@/answer-words';
import { dutyRefusals } from '../duty-refusals';

export const listOpenRefusals: WordsFor<'duty.listOpenShifts'> = dutyRefusals;

export const openPhrases = {
  title: '可以领的班',
  range: '看几天的班',
  week: '七天内',
  month: '四周内',
  near: '离我近的在前',
  locating: '正在找您的位置',
  noPlace: '没有拿到位置，先按时间排给您看。不影响领班。',
  list: '可以领的班',
  none: '这几天没有缺人的班',
  noneWeekAbout: '可以看看四周内的',
  noneMonthAbout: '有班缺人时，消息里会告诉您',
  toMonth: '看四周内的',
  toOwn: '回到我的班',
  call: '这个站缺人，请邻近的您帮忙',
  fromHere: (distance: string) => `离您 ${distance}`,
  fromStation: (distance: string) => `离您的站点 ${distance}`,
  others: (count: number) => `还有 ${count} 班您现在领不了，看看为什么`,
  close: '收起',
  standBy: '人满了，可以候补',
  fullOnes: '人满了，可以候补的班',
} as const;
