import { published } from '../../cloudfunctions/station/article';
import type { ArticleRecord } from '../../cloudfunctions/station/article-records';
import type { ArticleDraft } from '../../types/article';
import { ArticleId, StationId, UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay, startOfDay } from '../../types/time';
import { unionRecords } from './directory';

type Seeded = ArticleDraft & {
  readonly unionId: string;
  readonly station?: { readonly stationId: string; readonly name: string };
  readonly daysAgo: number;
};

/** Facts as the texts have them (S0, S1); the wording is made up, as the demonstration is. */
const written: readonly Seeded[] = [
  {
    kind: 'policy',
    title: '“新七条”：提升职工生活品质',
    body: '区总工会2023年6月发布提升职工生活品质的“新七条”，说明今后往哪里使劲、靠谁一起做、怎样落到每个站点。\n\n和您最有关的几件事：服务站点按基础版、标准版、加强版分类建设；15分钟里能走到一个歇脚的地方；更多企业一起提供服务。\n\n演示内容，原文以区总工会发布为准。',
    lastDay: null,
    unionId: 'pudong',
    daysAgo: 40,
  },
  {
    kind: 'policy',
    title: '户外站点怎么建、怎么管：“6有10条”',
    body: '2024年4月起，户外劳动者服务站点按“6有10条”建设和服务。空调、冰箱、饮水机、充电插座、桌椅、微波炉是每个站点都要有的六样。\n\n看到哪一样坏了、缺了，可以告诉站点工作人员；站点页面上会写明好坏和上次查看的日期。\n\n演示内容，原文以区总工会发布为准。',
    lastDay: null,
    unionId: 'pudong',
    daysAgo: 25,
  },
  {
    kind: 'news',
    title: '55间职工间休息室向职工开放',
    body: '休息室按行业建在厂区、工地、停车场和作业站，每间有自己的规定，写在站点页面的“进门须知”里。\n\n在“公布的数字”里可以按行业查看全部名单。',
    lastDay: null,
    unionId: 'pudong',
    daysAgo: 9,
  },
  {
    kind: 'announcement',
    title: '天冷了，站点备好热水和姜茶',
    body: '即日起，镇上各站点热水供应到晚上关门为止。骑手、环卫、保安师傅进门就能接，不用出示任何证件。',
    lastDay: null,
    unionId: 'jinqiao',
    daysAgo: 3,
  },
  {
    kind: 'announcement',
    title: '冰柜每周一补水',
    body: '扫码取水的冰柜每周一上午补满。取完了系统会告诉我们，一般当天补上。',
    lastDay: null,
    unionId: 'jinqiao',
    station: { stationId: 'jinqiaozhenhuwaizhigongaixinjielizhan', name: '金桥镇户外职工爱心接力站' },
    daysAgo: 2,
  },
];

const HOUR_MS = 3_600_000;

/** What the unions of the demonstration have published. */
export const articleRecords = (now: EpochMs): ArticleRecord[] =>
  written.map(({ unionId, station, daysAgo, ...draft }, nth) => {
    const union = unionRecords().find(({ _id }) => _id === unionId);
    if (union === undefined) throw new Error(`There is no union ${unionId}.`);
    const owner = {
      _id: ArticleId.parse(`a${String(nth + 1).padStart(11, '0')}`),
      station: station === undefined ? null : { ...station, stationId: StationId.parse(station.stationId) },
      office: union.name,
      scope: union.offices.map((office) => UnionId.parse(office.unionId)),
    };
    const at = (startOfDay(addDays(shanghaiDay(now), -daysAgo)) + 10 * HOUR_MS) as EpochMs;
    return published(owner, draft, { by: '李干事', at });
  });
