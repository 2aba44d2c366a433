import type { ClosingItem, IncidentKind, OpeningItem } from '@contract/duty-kind';
import type { Task } from '@contract/duty-upkeep';
import type { FacilityCode } from '@contract/facility';
import type { WordsFor } from '@/answer-words';
import { fullDayText } from '@/calendar-words';
import { facilityName } from '@/features/station/offer-words';
import { dutyRefusals } from '../duty-refusals';
import { incidentNames } from '../duty-words';

const refusals = {
  ...dutyRefusals,
  'not-for-you': '小任务给本站的志愿者、管家和工作人员做。想帮忙的话，可以当管家',
  'task-gone': '这件事已经有人做好了，谢谢您',
} as const;

export const listTasksRefusals: WordsFor<'duty.listTasks'> = refusals;
export const claimRefusals: WordsFor<'duty.claimTask'> = {
  ...refusals,
  'claimed-by-other': '已经有人说要做了，请刷新看看',
};
export const closeRefusals: WordsFor<'duty.closeTask'> = {
  ...refusals,
  'quantity-needed': '请填现在货架上有几件',
  'still-short': '还是不够。补到够了再点“做好了”',
  'still-expired': '请填新的到期日。已经全部取下、没有换上新的，数量填 0',
  'staff-only': '这件事要由站长来办结',
};

const cleaningNames: Readonly<Record<OpeningItem | ClosingItem, string>> = {
  'door-and-lights': '门和灯',
  floor: '地面',
  tables: '桌椅',
  'drinking-water': '喝的水和杯子',
  toilet: '厕所',
  rubbish: '垃圾',
  'power-off': '电器',
  'windows-and-door': '门窗',
  'lost-property': '落下的东西',
};

const nameIn = (names: Readonly<Record<string, string>>, code: string): string => names[code] ?? code;

/** What a task is, in a line. */
export function taskTitle({ kind, facility, item, about }: Task): string {
  switch (kind) {
    case 'facility':
      return `${facility === null ? '' : facilityName(facility)}坏了`;
    case 'short':
      return `${item?.name ?? ''}不够了`;
    case 'expired':
      return `${item?.name ?? ''}过期了`;
    case 'cleaning':
      return `${nameIn(cleaningNames, about ?? '')}还没弄好`;
    case 'incident':
      return nameIn(incidentNames, about ?? '');
  }
}

/** What is to be done about it. */
export function taskAbout({ kind, item, words, reports }: Task): string {
  switch (kind) {
    case 'facility':
      return reports === 0
        ? '修好了，地图上马上会改成正常。'
        : `${reports} 位来过的人说坏了，请去看看。修好了，或者本来就是好的，点“做好了”。`;
    case 'short':
      if (item !== null && reports > 0)
        return `${reports} 位来过的人说没有了，上次数的是 ${item.quantity} ${item.unit}。请去看看，补上。`;
      return item === null ? '' : `还有 ${item.quantity} ${item.unit}，至少要 ${item.atLeast} ${item.unit}。`;
    case 'expired': {
      const day = item?.expiresOn ?? null;
      return `${day === null ? '' : `${fullDayText(day)}到期。`}请取下来，别给人用。`;
    }
    case 'cleaning':
      return '上一班没有来得及做。';
    case 'incident':
      return words ?? '已经告诉站长，由站长来办。';
  }
}

/** What was done; `about` is what somebody wrote, or else a code of the key that the server has no words for. */
export function doneText(key: string, about: string): string {
  const [kind = '', code = ''] = key.split(':');
  if (kind === 'incident') return nameIn(incidentNames satisfies Record<IncidentKind, string>, about);
  if (about !== code) return about;
  return kind === 'facility' ? facilityName(code as FacilityCode) : nameIn(cleaningNames, code);
}

export const showIncidentRefusals: WordsFor<'duty.showIncident'> = {
  ...refusals,
  'incident-not-found': '这件事已经过了保存的时间，看不到了',
  'outside-your-unions': '这件事由站点所属的工会来看',
};

export const taskPhrases = {
  look: '看照片和报告人',
  lookAbout: '看过会留下一条查看记录，本人看得到',
  reportedBy: (name: string, when: string) => `${name}，${when}`,
  noPhoto: '没有拍照片',
  title: '小任务',
  none: '现在没有要做的事',
  noneAbout: '设备都好，货架也够，谢谢大家。',
  since: (when: string) => `${when}起`,
  claim: '我来做',
  claimOf: (title: string) => `我来做：${title}`,
  unclaim: '我做不了了',
  mine: '您说过要做',
  claimedBy: (name: string) => `${name}在做`,
  close: '做好了',
  closeOf: (title: string) => `做好了：${title}`,
  quantity: (unit: string) => `现在货架上有几${unit}`,
  quantityMissing: '请填数字，没有就填 0',
  expiresOn: '最早的到期日',
  expiresHint: '印在包装上；没有印就不填',
  note: '想说一句',
  noteHint: '如：换了一台新的',
  send: '做好了，交给大家看',
  keep: '还没做好',
  thanks: '谢谢您，已经记下',
  done: '最近做好的',
  doneBy: (name: string, when: string) => `${name}，${when}`,
  steward: '我来当管家',
  stewardAbout: '下班路上顺手看看这个站点，从匆匆过客到热心管家',
  noStation: '没有找到这个站点',
  noStationAbout: '请从站点页面里打开。',
  toStations: '去看看站点',
} as const;
