import { anIdCard } from '../../cloudfunctions/testing/made-up-id-card';
import type { Occupation } from '../../types/occupation';
import type { Role } from '../../types/contract';

/** Somebody one can be against the local cloud. All names and numbers are made up; the ID cards pass their own arithmetic. */
export type LocalPersona = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly openid: string;
  readonly roles?: readonly { readonly role: Role; readonly unionId: string }[];
  /** What this person has handed in before the first start, and whether the union has said yes. */
  readonly joined?: { readonly application: Application; readonly approved: boolean };
};

export type Application = {
  readonly name: string;
  readonly mobile: string;
  readonly idCard: string;
  readonly occupation: Occupation;
  readonly employerName: string | null;
  readonly workAreaId: string;
};

const openid = (id: string): string => `local-${id}`;

export const personas: readonly LocalPersona[] = [
  { id: 'rider', name: '外卖骑手 小李', about: '在潍坊新村送餐，还没有加入工会', openid: openid('rider') },
  {
    id: 'applicant',
    name: '家政服务员 赵敏',
    about: '已向北蔡镇总工会提交申请，等待审批',
    openid: openid('applicant'),
    joined: {
      approved: false,
      application: {
        name: '赵敏',
        mobile: '13900000002',
        idCard: '310115198806150024',
        occupation: 'domestic',
        employerName: null,
        workAreaId: 'beicai',
      },
    },
  },
  {
    id: 'member',
    name: '快递员 王师傅',
    about: '北蔡镇总工会会员，有会员卡',
    openid: openid('member'),
    joined: {
      approved: true,
      application: {
        name: '王建军',
        mobile: '13900000003',
        idCard: '310115198503120012',
        occupation: 'courier',
        employerName: '圆通速递',
        workAreaId: 'beicai',
      },
    },
  },
  {
    id: 'clerk',
    name: '工会干事 陈晓燕',
    about: '北蔡镇总工会，办理入会与转会',
    openid: openid('clerk'),
    roles: [{ role: 'clerk', unionId: 'beicai' }],
  },
  {
    id: 'clerk-weifang',
    name: '工会干事 周磊',
    about: '潍坊新村街道总工会，办理入会与转会',
    openid: openid('clerk-weifang'),
    roles: [{ role: 'clerk', unionId: 'weifang' }],
  },
  {
    id: 'administrator',
    name: '区管理员 沈建国',
    about: '浦东新区总工会，看得到全区的待办',
    openid: openid('administrator'),
    roles: [{ role: 'administrator', unionId: 'pudong' }],
  },
  {
    id: 'volunteer',
    name: '退休志愿者 孙阿姨',
    about: '在曹路镇的驿站值班，常用长辈模式',
    openid: openid('volunteer'),
    roles: [{ role: 'volunteer', unionId: 'caolu' }],
  },
  {
    id: 'volunteer-zhou',
    name: '退休志愿者 周阿姨',
    about: '和孙阿姨在同一个驿站，可以换班',
    openid: openid('volunteer-zhou'),
    roles: [{ role: 'volunteer', unionId: 'caolu' }],
  },
  {
    id: 'head-caolu',
    name: '驿站站长 陆敏',
    about: '曹路恒越广场户外服务站，排班、缺人、时长复核',
    openid: openid('head-caolu'),
    roles: [{ role: 'station-head', unionId: 'caolu' }],
  },
  {
    id: 'matchmaker',
    name: '公益红娘 钱老师',
    about: '每周五在北蔡镇职工服务总站',
    openid: openid('matchmaker'),
    roles: [{ role: 'matchmaker', unionId: 'beicai' }],
  },
  {
    id: 'single-chen',
    name: '护工 陈静',
    about: '北蔡镇总工会会员，在红娘工作室登记了资料',
    openid: openid('single-chen'),
    joined: {
      approved: true,
      application: {
        name: '陈静',
        mobile: '13900000020',
        idCard: anIdCard(40, '19960412'),
        occupation: 'care',
        employerName: null,
        workAreaId: 'beicai',
      },
    },
  },
  {
    id: 'single-lin',
    name: '快递员 林浩',
    about: '北蔡镇总工会会员，在红娘工作室登记了资料',
    openid: openid('single-lin'),
    joined: {
      approved: true,
      application: {
        name: '林浩',
        mobile: '13900000021',
        idCard: anIdCard(41, '19940905'),
        occupation: 'courier',
        employerName: null,
        workAreaId: 'beicai',
      },
    },
  },
  {
    id: 'station-head',
    name: '驿站站长 何平',
    about: '金桥镇户外职工爱心接力站（绿标 99 号）',
    openid: openid('station-head'),
    roles: [{ role: 'station-head', unionId: 'jinqiao' }],
  },
];

const waiting = [
  ['刘志强', 'courier', 'beicai', '中通快递'],
  ['阿依努尔·买买提', 'food-delivery', 'beicai', null],
  ['何春梅', 'care', 'beicai', null],
  ['孙浩', 'ride-hailing', 'beicai', null],
  ['吴桂兰', 'sanitation', 'beicai', null],
  ['郑凯', 'construction', 'beicai', null],
  ['冯丽', 'mall-information', 'weifang', null],
  ['韩磊', 'security-guard', 'weifang', '某某保安服务公司'],
] as const;

/** Others who wait for a decision, so that a clerk's queue looks like one. Nobody can be them. */
export const applicants: readonly { readonly openid: string; readonly application: Application }[] = waiting.map(
  ([name, occupation, workAreaId, employerName], nth) => ({
    openid: openid(`waiting-${nth}`),
    application: {
      name,
      mobile: `1390000${String(100 + nth).padStart(4, '0')}`,
      idCard: anIdCard(10 + nth, `19${80 + nth}0${1 + nth}12`),
      occupation,
      employerName,
      workAreaId,
    },
  }),
);
