import { formOn, turnsByDay } from '../../cloudfunctions/event/series-event';
import type { SeriesRecord } from '../../cloudfunctions/event/series-records';
import { eventOfSeries } from '../../cloudfunctions/event/wish-id';
import type { SeriesForm, SeriesTurn } from '../../types/event-series';
import { SERIES_AHEAD_DAYS } from '../../types/event-series';
import type { Days } from './event-days';
import type { EventDraft, Grounds } from './event-draft';
import { seriesIdFrom } from './event-draft';

/** What differs between series; their station says the rest. */
type SeriesDraft = Pick<SeriesForm, 'name' | 'rule' | 'quotas' | 'walkIns' | 'turns' | 'opensDaysBefore'> &
  Partial<Pick<SeriesForm, 'audience'>> & { readonly key: string; readonly station: string; readonly zone?: string };

const CLOSES_MINUTES_BEFORE = 60;

/** The series of the texts, with the dates that the timer would have made by now. */
export function seriesDrafts(
  days: Days,
  grounds: Grounds,
): { readonly records: readonly SeriesRecord[]; readonly drafts: readonly EventDraft[] } {
  const records = serieses(days).map((series) => recordOf(series, days, grounds));
  return { records, drafts: records.flatMap((series) => datesOf(series, days, grounds)) };
}

const serieses = ({ day }: Days): SeriesDraft[] => [
  {
    key: 'one-hour-a-day',
    name: '每天1个小时、服务不重样',
    station: 'lujiazuijiedaohuwaizhigongyizhan',
    rule: {
      every: 'day',
      weekdays: [],
      nth: null,
      from: 14 * 60,
      until: 15 * 60,
      firstDay: day(-2),
      lastDay: day(180),
      skipsHolidays: false,
    },
    turns: [
      turn('正骨推拿一小时', 'one-hour', 'leaf', '塘桥社区中医馆', '跑单久了肩背发紧，师傅按十五分钟松一松。'),
      turn('电瓶车维修一小时', 'one-hour', 'river', '爱心修车摊', '刹车、灯、轮胎当场修，配件按进价收。'),
      turn('法律咨询一小时', 'legal', 'paper', '陆家嘴法律援助工作站', '工资、社保、交通事故，律师面对面解答。'),
      turn('公益理发一小时', 'one-hour', 'dawn', '红色理发队', '洗剪吹不收钱，一人约十五分钟。'),
    ],
    quotas: [{ group: 'anyone', places: 4 }],
    walkIns: true,
    opensDaysBefore: 7,
  },
  {
    key: 'noon-hour',
    name: '陆家嘴午间一小时',
    station: 'lujiazuijiedaozhigongfuwuzhan',
    zone: '科学社（三楼）',
    rule: {
      every: 'week',
      weekdays: [2, 4],
      nth: null,
      from: 12 * 60,
      until: 13 * 60,
      firstDay: day(-2),
      lastDay: day(180),
      skipsHolidays: true,
    },
    turns: [
      turn('午间瑜伽', 'fitness', 'leaf', null, '办公室里也能做的拉伸，垫子已备好。'),
      turn('午间画画', 'arts', 'plum', null, '一小时画完一张明信片，零基础可来。'),
      turn('午间手工', 'arts', 'lantern', null, '编一个杯垫，线和钩针现场领。'),
    ],
    quotas: [{ group: 'anyone', places: 15 }],
    walkIns: false,
    opensDaysBefore: 7,
  },
  {
    key: 'monthly-safety',
    name: '荻亚芘每月安全例会',
    station: 'zhoupuzhendiyapihuwaizhigongfuwuzhan',
    rule: {
      every: 'month',
      weekdays: [2],
      nth: 2,
      from: 14 * 60,
      until: 15 * 60 + 30,
      firstDay: day(-75),
      lastDay: day(290),
      skipsHolidays: true,
    },
    turns: [turn('网约车安全例会', 'safety', 'river', '周浦镇总工会', '上月事故逐条讲，老司机说接单和避险的经验。')],
    audience: { who: 'everyone', occupations: ['ride-hailing', 'taxi-driver'], age: null },
    quotas: [{ group: 'new-employment', places: 40 }],
    walkIns: true,
    opensDaysBefore: 14,
  },
  {
    key: 'matchmaking-friday',
    name: '公益红娘周五接待',
    station: 'beicaizhenzhigongfuwuzongzhan',
    rule: {
      every: 'week',
      weekdays: [5],
      nth: null,
      from: 13 * 60 + 30,
      until: 16 * 60 + 30,
      firstDay: day(-7),
      lastDay: day(180),
      skipsHolidays: true,
    },
    turns: [turn('公益红娘周五接待', 'one-hour', 'plum', '北蔡公益红娘工作室', '单身职工来聊聊，登记和介绍都不收钱。')],
    quotas: [],
    walkIns: true,
    opensDaysBefore: 7,
  },
];

const turn = (
  title: string,
  kind: SeriesTurn['kind'],
  cover: SeriesTurn['cover'],
  provider: string | null,
  text: string,
): SeriesTurn => ({ title, kind, cover, provider, text });

/** Dates up to as far ahead as they are made, as the timer makes them. */
const datesOf = ({ _id: seriesId, form }: SeriesRecord, { day }: Days, { station }: Grounds): EventDraft[] =>
  [...turnsByDay(form)].flatMap(([seriesDay, turn]) => {
    if (seriesDay > day(SERIES_AHEAD_DAYS)) return [];
    const zone = station(form.stationId).zones.find(({ zoneId }) => zoneId === form.zoneId)?.name;
    return [
      {
        ...formOn(form, seriesDay, turn),
        key: `${seriesId}:${seriesDay}`,
        id: eventOfSeries(seriesId, seriesDay, 0),
        station: form.stationId,
        ...(zone === undefined ? {} : { zone }),
        seriesId,
        seriesDay,
      },
    ];
  });

function recordOf(series: SeriesDraft, { day, at }: Days, { station: stationOf }: Grounds): SeriesRecord {
  const { name, rule, turns, quotas, walkIns, opensDaysBefore } = series;
  const station = stationOf(series.station);
  return {
    _id: seriesIdFrom(series.key),
    revision: 1,
    form: {
      name,
      unionId: station.unionId,
      stationId: station._id,
      zoneId: station.zones.find((zone) => zone.name === series.zone)?.zoneId ?? null,
      rule,
      turns,
      opensDaysBefore,
      closesMinutesBefore: CLOSES_MINUTES_BEFORE,
      audience: series.audience ?? { who: 'everyone', occupations: [], age: null },
      quotas,
      family: null,
      fields: [],
      walkIns,
      fee: null,
      programme: null,
      contact: null,
    },
    offices: station.offices,
    scope: station.offices.map(({ unionId }) => unionId),
    madeUpTo: day(SERIES_AHEAD_DAYS),
    makeAt: at(1, '03:00'),
  };
}
