import type { Cover } from '@contract/event-kind';
import type { Audience, EventForm, FormField } from '@contract/event-form';
import type { QuotaDraft } from './terms-draft';

export const fieldNames = {
  title: '标题',
  kind: '类别',
  cover: '封面',
  text: '活动介绍',
  provider: '由谁来办',
  unionId: '主办工会',
  stationId: '站点',
  zoneId: '房间',
  sessions: '活动时间',
  opensAt: '开始报名',
  closesAt: '截止报名',
  cancelBy: '自由取消到',
  audience: '谁可以报名',
  quotas: '名额',
  places: '名额怎么定',
  family: '亲子报名',
  fields: '报名时要问的',
  walkIns: '不报名也可以来',
  fee: '费用',
  programme: '所属项目',
  contact: '联系方式',
} as const satisfies Record<keyof EventForm, string>;

export const coverNames = {
  dawn: '晨光',
  leaf: '绿叶',
  river: '江水',
  plum: '梅花',
  lantern: '灯笼',
  paper: '纸墨',
} as const satisfies Record<Cover, string>;

export const fieldKindNames = {
  text: '写一句话',
  choice: '选一项',
  choices: '可选多项',
  number: '填数字',
  'yes-no': '是或否',
} as const satisfies Record<FormField['kind'], string>;

export const whoNames = {
  everyone: { label: '所有人', about: '不用是会员' },
  members: { label: '工会会员', about: '任何工会的会员' },
  'union-members': { label: '本工会的会员', about: '主办工会和它下级工会的会员' },
} as const satisfies Record<Audience['who'], { readonly label: string; readonly about: string }>;

export const placesNames = {
  'first-come': { label: '先报先得', about: '满了以后可以候补' },
  draw: { label: '抽签', about: '截止报名后抽签，过程公开，谁都可以核对' },
} as const satisfies Record<EventForm['places'], { readonly label: string; readonly about: string }>;

/** What is said otherwise of 联谊交友. */
export const mixerModes = {
  mixer: { label: '男女成对', about: '男女名额一样多，成对录取' },
  total: { label: '统一名额', about: '不分男女，先到先得' },
} as const;

export const quotaModes = {
  total: { label: '统一名额', about: '不分人群' },
  groups: { label: '分人群', about: '给会员、新就业形态劳动者留名额' },
  mixer: { label: '男女分开', about: '联谊活动用' },
  none: { label: '不用报名', about: '来了就能参加，现场计人数' },
} as const satisfies Record<QuotaDraft['mode'], { readonly label: string; readonly about: string }>;
