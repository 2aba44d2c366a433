import type { PlaceState } from '@contract/duty-kind';
import type { WordsFor } from '@/answer-words';
import { dutyRefusals } from '../duty-refusals';

export const showDutyWords = {
  'sign-in-needed': dutyRefusals['sign-in-needed'],
  'shift-not-found': dutyRefusals['shift-not-found'],
  'no-place': '这一班里没有您的名字。排班可能改过了，请回到“值班”看看',
  'called-off': '这一班取消了，不用来了',
} as const satisfies WordsFor<'duty.showDuty'>;

export const dutyText = {
  title: '值班',
  toVolunteer: '回到“值班”',
  toShift: '看看这一班',
  badAddress: '没有找到这一班',
  onMap: '地图上现在显示',
  onMapSoon: '签到发出去以后，地图上就会显示开着',
  unsent: '未发送',
  done: (time: string) => `${time} 已做`,
  doneUnsent: (time: string) => `${time} 已做，未发送`,
  lastNote: '上一班留的话',
  lastNoteBy: (by: string, time: string) => `${by}，${time}`,
} as const;

export const clockText = {
  early: (time: string) => `还没到签到时间，${time} 起可以签到`,
  earlyAbout: '到了时间，这一页会自己变。可以先看看上一班留的话。',
  late: '签到时间已经过了',
  lateAbout: '没能来的话，到这一班的页面说一声原因就好。确实来了，请告诉站长。',
  title: '到岗签到',
  about: '下面三种，选一种就好。签到以后，地图上这个站点就会显示开着。',
  worth: [
    '① 扫同事手机或站点屏幕上会变的码：最可靠',
    '② 扫门口贴的码：可以，允许用位置更好',
    '③ 都扫不了，用位置签到：一般',
  ],
  placeAbout: '会看一次您的位置，只和站点比一比，不保存。不允许也没关系，扫码就行。',
  scan: '扫码签到',
  scanOut: '扫码签退',
  letters: '扫不了，输入码下面的字母和数字',
  lettersOnly: '输入码下面的字母和数字',
  lettersHint: '大小写、空格都不要紧',
  lettersMissing: '请输入码下面的字母和数字',
  lettersIn: '用这些字母签到',
  lettersOut: '用这些字母签退',
  here: '用位置签到',
  hereOut: '用位置签退',
  locating: '正在看您是不是在站点附近，请稍等',
  nowhere: '没有拿到您的位置。可以在手机设置里允许使用位置，或者扫站点的码',
  nothingScanned: '没有扫到二维码，请再试一次。也可以输入码下面的字母和数字',
  clockedIn: '已签到',
  waitsForProof: '发出去以后会说明凭据',
} as const;

export const workText = {
  now: '现在要做的',
  anytime: '随时可以做的',
  leaving: '走之前',
  opening: '开门清单',
  openingAbout: '看看设备、货架和卫生，一次保存',
  closing: '关门清单',
  closingAbout: '收拾好，关好电和门窗',
  closingOthers: '还有同事在，可以由最后走的人来做',
  visitors: '今天来了多少位',
  visitorsCount: (people: number) => `${people} 位`,
  visitorsUnsent: (people: number) => (people > 0 ? `其中 ${people} 位未发送` : '有更正未发送'),
  more: '来了一位',
  less: '少一位',
  incident: '报告一件事',
  incidentAbout: '有人不舒服、东西坏了、有危险',
  incidents: (count: number) => `已报 ${count} 件`,
  toDo: '去做',
  code: '出示站点的码',
  codeAbout: '给来的人和同事扫，每30秒换一次',
  tasks: '小任务',
  tasksAbout: '有空时顺手做：修一修、补一补、换下过期的',
  note: '给下一班留话',
  noteWritten: '写好了',
  noteAbout: '没做完的、要留意的',
  colleagues: '一起值班的人',
  seen: (name: string) => `我看见${name}在`,
  vouched: '您已作证',
  vouchAbout: '签到的码不灵时，同事作证也算数。没看见人，请不要点。',
  leave: '离岗签退',
  leaveAbout: '签退以后，时长才算数',
} as const;

export const listText = {
  save: '保存清单',
  later: '先不做，回去',
  facilities: '设备好不好',
  facilitiesAbout: '一样一样看一眼，坏了的地图上会标出来。',
  works: '好的',
  broken: '坏了',
  restWorks: '其余都是好的',
  unanswered: (names: string) => `还没有看：${names}`,
  shelf: '货架上还有多少',
  shelfAbout: '上次的数已经填好，对不上再改。',
  quantity: (unit: string) => `还有几${unit}`,
  quantityOf: (name: string) => `${name}的数量`,
  quantityWrong: '请填数量，0 也要填',
  more: '加',
  less: '减',
  expires: '最早的到期日',
  expiresOf: (name: string) => `${name}最早的到期日`,
  addExpiry: '填到期日',
  expired: '已经过期，请取下来，换上新的',
  short: (atLeast: number, unit: string) => `不到 ${atLeast} ${unit}，保存后会成为小任务`,
  cleaning: '看过、弄好的打勾',
  cleaningAbout: '没弄好的不用勾，会成为小任务，大家一起做。',
  allDone: '都弄好了',
  note: '还有什么要说的',
} as const;

export const incidentText = {
  title: '报告一件事',
  urgent: '有人昏倒、着火、有危险，请先打120、119或110，再来这里写。',
  kind: '是什么事',
  kindMissing: '请选一项',
  words: '写几句',
  wordsHint: '在哪里、什么样、做了什么。不用写别人的名字',
  photo: '拍一张照片',
  photoAgain: '换一张照片',
  photoAbout: '只给站长看。请不要拍到别人的脸。',
  photoTaken: '照片已经放好',
  photoAway: '不要这张照片',
  photoUnreadable: '这张照片用不了，请换一张，或者只写几句',
  photoRefused: '没有打开相机。可以在手机设置里允许使用相机，或者只写几句',
  send: '报告给站长',
  later: '先不报，回去',
} as const;

export const noteText = {
  title: '给下一班留话',
  words: '留的话',
  hint: '比如：微波炉要等一等才热，冰水放在第二格',
  save: '留给下一班',
  later: '先不写，回去',
} as const;

export const leaveText = {
  title: '离岗签退',
  listFirst: '关门清单还没有做',
  listFirstAbout: '您是最后一位，请先做清单再走。实在做不了，写明原因也可以签退。',
  doList: '做关门清单',
  reason: '为什么不做清单',
  reasonHint: '比如：有急事、身体不舒服、下一班已经来了',
  reasonMissing: '请写几个字的原因',
  about: '扫码签退最可靠，也可以用位置，或者直接签退。',
  plain: '不扫码，直接签退',
  plainAbout: '直接签退只有您自己点的，凭据较弱。',
  ask: '现在签退吗',
  askText: '签退以后，您这一班就结束了。',
  askLast: '您是最后一位，签退以后，地图上会显示站点没有人值班。',
  yes: '签退',
  no: '继续值班',
  later: '先不走，回去',
} as const;

export const unsentText = {
  waiting: (count: number) => `还有 ${count} 条没有发出去，有网时自动发`,
  about: '发出去以前，请不要清除这个小程序的数据。',
  sending: '正在发送',
  sendNow: '现在发送',
  refusedTitle: '有的没有记上',
  readAway: '知道了',
  notKept: '这部手机存不下新的记录，刚才那一下没有记下。请先用纸笔记，再清理手机空间',
  clockOff: (words: string) => `您手机的时间${words}，记录已经按标准时间改好了。请在手机设置里打开“自动设置时间”。`,
  fast: (minutes: number) => `快了${spanText(minutes)}`,
  slow: (minutes: number) => `慢了${spanText(minutes)}`,
} as const;

const spanText = (minutes: number): string => (minutes < 60 ? ` ${minutes} 分钟` : ` ${Math.round(minutes / 60)} 小时`);

export const afterText = {
  thanks: '谢谢您，这一班辛苦了',
  thanksAbout: '因为您在，来的人有水喝、有地方歇。',
  unsent: '签退已经记下，发出去以后就能看到时长。',
  hours: '这一班的时长',
  total: (text: string) => `共 ${text}`,
  none: '在岗不到 1 分钟，没有可以计入的时长',
  runOut: '这一班忘了签退',
  runOutAbout: '最后一次操作以后的时间没有凭据，不计入总数。确实在岗的，请站长补录。',
  visitors: (people: number) => `接待 ${people} 位`,
  toHours: '我的服务时长',
} as const;

/** A place at which there is nothing to be done here. */
export const noDuty: Readonly<Record<Extract<PlaceState, 'missed' | 'excused'>, string>> = {
  missed: '没有看到您到岗。有原因的话，到这一班的页面说一声就好',
  excused: '这一班您没有来，原因站长已经认可了',
};
