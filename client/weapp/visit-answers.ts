/** What the functions answer to whoever comes to a station, and to whoever is on duty there. */
import type { Answers } from './answers';

const at = Date.UTC(2026, 10, 20, 6);
const stationId = 'jinqiao-99';
const name = '金桥镇户外职工爱心接力站';
const status = { state: 'open' as const, reasons: [{ because: 'on-duty' as const, since: at }] };
const days = Array.from({ length: 7 }, (_, nth) => `2026-11-${20 + nth}`);
const codes = ['aircon', 'fridge', 'water', 'charging', 'seating', 'microwave'] as const;

const article = {
  articleId: 'a00000000001', kind: 'announcement' as const, title: '饮水机周五上午检修', office: '金桥镇总工会', publishedAt: at,
}; // prettier-ignore

export const visitAnswers: Answers = {
  'station.show': {
    stationId, name, status, tier: 4, category: 'relay', signNo: '99', district: '浦东新区', street: '金桥镇', address: '巨峰路868号',
    place: { longitude: 121.59, latitude: 31.283 }, distanceM: null, offers: ['water', 'relay', 'driver-home'], broken: ['microwave'],
    phone: '021-50312351', areaM2: 70, unionName: '金桥镇总工会', openedOn: '2019-05', hoursText: '周一至周五 8:30-17:00',
    week: days.map((day) => ({ day, holiday: null, spans: [{ from: 510, until: 1020, attendance: 'staffed' as const }] })),
    closure: null,
    facilities: codes.map((code) => ({ code, count: 2, state: code === 'microwave' ? ('broken' as const) : ('ok' as const), checkedAt: at })),
    lacks: [], zones: [{ zoneId: 'rest', name: '休息区', capacity: 12, areaM2: 20 }], services: ['法律咨询', '理发'],
    meals: [{ name: '午间食堂', priceYuan: 18, about: '两荤两素', hours: '周一至周五 11:00-13:00', servedNow: true }],
    swap: { operator: '中国铁塔', slots: 12 }, swapOperator: '中国铁塔', finest: { name: '最美站点', year: 2024, level: 'city' as const }, city: '上海市', news: [article], awards: [{ name: '最美站点', year: 2024, level: 'city' as const }],
    grade: 'standard', gradeHistory: [{ grade: 'standard', from: '2023-06-01' }], partner: null, notice: '请保持安静',
    water: { dailyQuota: 2, left: 'enough' }, hasDoor: true, viewer: { mayTend: true, mayEdit: false }, asOf: at,
  }, // prettier-ignore
  'station.listArticles': {
    items: Array.from({ length: 20 }, (_, nth) => ({ ...article, articleId: `a00000000${100 + nth}`, title: `第${nth + 1}篇公告` })),
    next: 'next', mayPublish: true,
  }, // prettier-ignore
  'station.showArticle': {
    ...article, body: '饮水机周五上午检修。\n\n请先用隔壁站点的热水。', lastDay: '2026-12-01', isOver: false, station: { stationId, name }, revision: 1,
    changedAt: null, mayEdit: true,
  }, // prettier-ignore
  'station.checkIn': { stationId, name, evidence: 'rotating-code', isNew: true, visitedAt: at, status, hasWater: true },
  'station.takeWater': { stationId, name, takenToday: 1, dailyQuota: 2, at },
  'station.listOwnReports': {
    reports: [
      { stationId, name, says: 'locked', at, answer: { answer: 'opened', at: at + 60_000, office: '金桥镇总工会', until: null } }, // prettier-ignore
      { stationId, name, says: 'locked', at, answer: null },
    ],
  },
  'station.presenceCodes': {
    stationId,
    name,
    codes: Array.from({ length: 21 }, (_, nth) => ({
      code: `r.7K2M9Q4T.03XYZ8HJ${10 + nth}`, from: at + nth * 30_000, until: at + (nth + 1) * 30_000,
    })), // prettier-ignore
    asOf: at,
  },
};

export const visitParameters: Readonly<Record<string, string>> = {
  'features/station/pages/station/index': `?id=${stationId}`,
  'features/station/pages/article/index': '?id=a00000000001',
  'features/station/pages/presence/index': `?id=${stationId}`,
};
