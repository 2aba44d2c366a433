import { EpochMs } from '../../types/time';
import type { Days } from './event-days';
import type { EventDraft } from './event-draft';

const anyone = (places: number): EventDraft['quotas'] => [{ group: 'anyone', places }];
const NINETY_NINE = 'jinqiaozhenhuwaizhigongaixinjielizhan';
const PENGHAI = 'beicaizhenpenghaihuwaizhigongyizhan';
const DIYAPI = 'zhoupuzhendiyapihuwaizhigongfuwuzhan';

export const onTheStreet = ({ now, session, at }: Days): EventDraft[] => [
  {
    key: 'courier-day',
    title: '小哥风尚日：理发、证件照、手机贴膜',
    kind: 'one-hour',
    cover: 'dawn',
    text: '随到随做，不用报名。理发和贴膜各两个位子，证件照当场打印。',
    station: NINETY_NINE,
    sessions: [session(1, '09:00', '17:00')],
    quotas: [],
    walkIns: true,
  },
  {
    key: 'on-now',
    title: '便民服务：量血压、测血糖、问政策',
    kind: 'health',
    cover: 'river',
    text: '社区医生和工会干事在驿站里，路过就可以进来。报了名的不用排队。',
    station: PENGHAI,
    // On whenever the demonstration begins, so that somebody can be received at the door at once.
    sessions: [{ startsAt: halfHour(now, -1), endsAt: halfHour(now, 5) }],
    opensAt: at(-6, '08:00'),
    closesAt: halfHour(now, 4),
    cancelBy: at(-1, '18:00'),
    quotas: anyone(12),
    walkIns: true,
  },
  {
    key: 'porridge',
    title: '热粥送到手边',
    kind: 'festival',
    cover: 'lantern',
    text: '早高峰开工前，一碗热粥。七点半开锅，送完为止。',
    provider: '中国电信浦东局',
    station: 'jinqiaoguojiyizhan',
    sessions: [session(3, '07:30', '09:00')],
    quotas: [],
    walkIns: true,
  },
  {
    key: 'tabing',
    title: '塌饼手作：和邻居一起包',
    kind: 'festival',
    cover: 'plum',
    text: '鹏海驿站的老味道，阿姨教揉面、包馅、下锅。做好的当场分着吃。',
    station: PENGHAI,
    zone: '休息区',
    sessions: [session(6, '14:00', '16:00')],
    quotas: anyone(16),
    walkIns: true,
  },
  {
    key: 'driving-contest',
    title: '网约车司机技能比赛',
    kind: 'contest',
    cover: 'river',
    text: '绕桩、侧方停车、服务用语和急救，四项计分。前六名由区总工会表彰。',
    station: DIYAPI,
    sessions: [session(20, '09:00', '16:00')],
    quotas: [{ group: 'new-employment', places: 30 }],
    audience: { who: 'everyone', age: null, occupations: ['ride-hailing', 'taxi-driver'] },
  },
  {
    key: 'documentary',
    title: '纪录片放映：八个人的一天',
    kind: 'performance',
    cover: 'paper',
    text: '八位一线职工的故事，放映后请其中两位来聊。',
    station: 'lewanyiluxiangbanhuwaizhigongyizhan',
    zone: '休憩学习区',
    sessions: [session(18, '18:30', '20:00')],
    quotas: anyone(20),
  },
  {
    key: 'orienteering',
    title: '张江定向赛',
    kind: 'contest',
    cover: 'leaf',
    text: '两人一组，找齐八个点。',
    station: 'zhangjiangkexuechengzhigongfuwuzongzhan',
    sessions: [session(3, '09:00', '12:00')],
    quotas: anyone(40),
    cancelled: { at: at(-1, '10:00'), reason: '气象台预报当天有大风，改期另行通知' },
  },
];

export const over = ({ session }: Days): EventDraft[] => [
  {
    key: 'held-contracts',
    title: '劳动合同怎么看',
    kind: 'legal',
    cover: 'paper',
    text: '试用期、社保、离职证明，一条一条讲。',
    station: PENGHAI,
    zone: '图书角',
    sessions: [session(-1, '14:00', '15:30')],
    quotas: anyone(12),
  },
  {
    key: 'held-riding',
    title: '电动自行车夜骑安全',
    kind: 'safety',
    cover: 'river',
    text: '交警讲路口的五个死角，现场检查刹车和灯。',
    station: 'lujiazuijiedaohuwaizhigongyizhan',
    sessions: [session(-5, '19:00', '20:00')],
    quotas: anyone(12),
  },
];

const HALF_HOUR_MS = 1_800_000;
const halfHour = (now: EpochMs, later: number): EpochMs =>
  EpochMs.parse((Math.floor(now / HALF_HOUR_MS) + later) * HALF_HOUR_MS);
