import type {
  ClosingItem,
  DutyEvidence,
  DutyRole,
  HoursKind,
  IncidentKind,
  NotMineReason,
  OpeningItem,
  PlaceState,
  Skill,
  SwapState,
  VolunteerState,
} from '@contract/duty-kind';
import type { Tone } from '@/ui/tones';

/** What somebody does on a shift. */
const roleNames: Readonly<Record<DutyRole, string>> = {
  door: '门口接待',
  cleaning: '打扫整理',
  'first-aid': '急救照看',
  helping: '帮办跑腿',
  sitting: '坐堂服务',
};
export const roleName = (role: DutyRole): string => roleNames[role];

/** The same in one line, for whoever has not done it yet. */
const roleAbouts: Readonly<Record<DutyRole, string>> = {
  door: '开门，招呼进来的人，看好门口',
  cleaning: '擦桌拖地，倒垃圾，收拾冰箱和微波炉',
  'first-aid': '有人不舒服时先照看，叫得到人',
  helping: '帮人用手机、填表、找东西',
  sitting: '坐在站里，做您拿手的服务',
};
export const roleAbout = (role: DutyRole): string => roleAbouts[role];

/** What somebody says they can do. */
export const skillNames: Readonly<Record<Skill, string>> = {
  'first-aid': '会急救（有证）',
  'blood-pressure': '会量血压',
  phones: '会教人用手机',
  repairs: '会小修小补',
  haircut: '会理发',
  'legal-advice': '懂法律',
  counselling: '会陪人谈心',
};
export const skillName = (skill: Skill): string => skillNames[skill];

/** What a minute of duty rests on, as it is told to whoever reads hours. */
export const evidenceNames: Readonly<Record<DutyEvidence, string>> = {
  'rotating-code': '扫了变化的码',
  'co-worker': '同事作证',
  'code-and-near': '扫了门口的码，人在附近',
  'door-code': '扫了门口的码',
  near: '手机定位在附近',
  tap: '本人点按',
  'staff-entry': '工作人员补录，两人确认',
  assumed: '没有凭据，不计入',
};
export const evidenceName = (evidence: DutyEvidence): string => evidenceNames[evidence];

/** What that is worth, in a sentence. */
export const evidenceAbouts: Readonly<Record<DutyEvidence, string>> = {
  'rotating-code': '最可靠：码每分钟都变，人在现场才扫得到',
  'co-worker': '可靠：一起当班的人看见本人在',
  'code-and-near': '可靠：扫了门口的码，手机也在附近',
  'door-code': '可以：扫了门口贴的码',
  near: '一般：只有手机定位',
  tap: '较弱：只有本人自己点的',
  'staff-entry': '可以：一人写，另一人复核',
  assumed: '最后一次操作以后的时间，不计入总数',
};

/** Why somebody may not take a shift, said to them. */
const notMineWords: Readonly<Record<NotMineReason, string>> = {
  overlaps: '同一时间您已经有班了',
  'too-little-rest': '和您的另一班隔得太近，请先休息',
  'day-full': '这一天的班够多了，别累着',
  'week-full': '这一周的班够多了，留点力气',
  'night-after-night': '前一晚您值夜班，今晚请休息',
  'night-too-young': '夜班要满18岁',
  'night-too-old': '夜班不排70岁以上的志愿者，请您保重身体',
  'skill-missing': '这一班要有专门的本领（如急救证）',
  'too-young': '值班要满16岁',
  begun: '这一班已经开始了',
  full: '人已经满了',
  'mine-already': '这一班您已经领了',
  'called-off': '这一班取消了',
  'not-for-you': '这一班只给本站的志愿者',
};
export const notMineWord = (reason: NotMineReason): string => notMineWords[reason];

/** As refusals of every deed that takes a place. */
export const notMineRefusals = notMineWords;

/** The same of somebody else, to the head of a station. */
const notTheirsWords: Readonly<Record<NotMineReason, string>> = {
  overlaps: '同一时间已经有班',
  'too-little-rest': '和另一班隔得太近',
  'day-full': '这一天的班已经够多',
  'week-full': '这一周的班已经够多',
  'night-after-night': '前一晚值夜班',
  'night-too-young': '不满18岁，不排夜班',
  'night-too-old': '70岁以上，不排夜班',
  'skill-missing': '没有这个岗位要的本领',
  'too-young': '不满16岁',
  begun: '这一班已经开始',
  full: '人已经满了',
  'mine-already': '已经在这一班',
  'called-off': '这一班取消了',
  'not-for-you': '不是本站的志愿者',
};
export const notTheirsWord = (reason: NotMineReason): string => notTheirsWords[reason];

/** As refusals of what a head does for somebody. */
export const notTheirsRefusals = notTheirsWords;

export type StateWords = { readonly text: string; readonly tone: Tone };

/** Where one's place at a shift stands. */
export const placeWords: Readonly<Record<PlaceState, StateWords>> = {
  held: { text: '已领', tone: 'good' },
  'on-duty': { text: '正在值班', tone: 'accent' },
  served: { text: '值完了，谢谢', tone: 'good' },
  'run-out': { text: '忘了签退', tone: 'warn' },
  missed: { text: '没有到岗', tone: 'warn' },
  excused: { text: '没到，原因站长认可了', tone: 'plain' },
};

/** Where somebody stands as a volunteer. */
export const volunteerWords: Readonly<Record<VolunteerState, StateWords>> = {
  asked: { text: '等站长答复', tone: 'info' },
  accepted: { text: '志愿者', tone: 'good' },
  declined: { text: '站长没有同意', tone: 'warn' },
  paused: { text: '暂时休息', tone: 'plain' },
  left: { text: '已经退出', tone: 'plain' },
};

/** Where an exchange stands. */
export const swapWords: Readonly<Record<SwapState, StateWords>> = {
  asked: { text: '等对方答复', tone: 'info' },
  agreed: { text: '双方同意，等站长点头', tone: 'info' },
  done: { text: '换好了', tone: 'good' },
  declined: { text: '对方来不了', tone: 'plain' },
  withdrawn: { text: '收回了', tone: 'plain' },
  refused: { text: '站长没有同意', tone: 'warn' },
  lapsed: { text: '过了时间，没有换成', tone: 'plain' },
  undone: { text: '已经换回来', tone: 'plain' },
};

export const openingNames: Readonly<Record<OpeningItem, string>> = {
  'door-and-lights': '门开了，灯亮了',
  floor: '地面干净，不滑',
  tables: '桌椅擦过了',
  'drinking-water': '有水喝，杯子够',
  toilet: '厕所能用，有纸',
};

export const closingNames: Readonly<Record<ClosingItem, string>> = {
  floor: '地面拖过了',
  tables: '桌椅收好了',
  rubbish: '垃圾倒了',
  toilet: '厕所冲过、看过了',
  'power-off': '电器关了',
  'windows-and-door': '门窗锁好了',
  'lost-property': '看过有没有落下的东西',
};

export const incidentNames: Readonly<Record<IncidentKind, string>> = {
  'somebody-unwell': '有人不舒服',
  quarrel: '有人争吵',
  damage: '东西坏了',
  'lost-and-found': '捡到或丢了东西',
  danger: '有危险',
  other: '别的事',
};

export const hoursKindNames: Readonly<Record<HoursKind, string>> = {
  shift: '值班',
  'staff-entry': '补录',
  correction: '更正',
};

/** `3 小时 20 分`, `45 分钟`; nothing yet is `0 小时`. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (minutes === 0) return '0 小时';
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}
