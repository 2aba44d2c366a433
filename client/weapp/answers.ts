/** What the functions answer to the pages under test: a member who is also a clerk, and one case that waits. */
import type { ActionName, AnswerFor } from '@contract/contracts';
import { dutyAnswers, dutyParameters } from './duty-answers';
import { dutyHeadAnswers, dutyHeadParameters } from './duty-head-answers';
import { eventAnswers, eventParameters } from './event-answers';
import { eventStaffAnswers, eventStaffParameters } from './event-staff-answers';
import { matchAnswers, matchParameters } from './match-answers';
import { matchBenchAnswers, matchBenchParameters } from './match-bench-answers';
import { staffAnswers, staffParameters } from './staff-answers';
import { visitAnswers, visitParameters } from './visit-answers';
import { volunteerAnswers, volunteerParameters } from './volunteer-answers';

type Value<Name extends ActionName> = Extract<AnswerFor<Name>, { ok: true }>['value'];
type Plain<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends readonly (infer I)[]
      ? Plain<I>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

const at = Date.UTC(2026, 10, 20, 6);
const office = '陆家嘴街道总工会';
const caseId = 'enrolment:pAAAAAAAAAAAAAAAAAAAAAA:1';
const clock = {
  caseId, office, since: at, dueAt: at + 5 * 86_400_000, dueDay: '2026-11-27', workingDaysLeft: 5, upperOffice: '浦东新区总工会', timesMovedUp: 0,
}; // prettier-ignore
const choice = { unionId: 'lujiazui', name: office, level: 'street', rule: 'work-area' };
const receipts = (['membership', 'identity-document'] as const).map((purpose) => ({
  purpose, version: '2026-11', receiptNo: `R-${purpose}`, givenAt: at, withdrawnAt: null,
})); // prettier-ignore

export type Answers = { readonly [Name in ActionName]?: Plain<Value<Name>> };

const values: Answers = {
  ...visitAnswers,
  ...eventAnswers,
  ...dutyAnswers,
  ...dutyHeadAnswers,
  ...volunteerAnswers,
  ...eventStaffAnswers,
  ...matchBenchAnswers,
  ...staffAnswers,
  ...matchAnswers,
  'member.showSelf': {
    personId: 'pAAAAAAAAAAAAAAAAAAAAAA',
    name: '李小明',
    enrolment: 'approved',
    card: 'active',
    unionName: office,
    roles: [{ role: 'clerk', unionName: office, until: '2027-06-30' }],
  },
  'member.listStaff': {
    staff: [
      {
        personId: 'pAAAAAAAAAAAAAAAAAAAAAA', name: '李小明', isSelf: true,
        roles: [{ role: 'administrator', unionId: 'lujiazui', unionName: office, until: '2027-06-30' }],
      },
      {
        personId: 'pBBBBBBBBBBBBBBBBBBBBBB', name: '陈晓燕', isSelf: false,
        roles: [{ role: 'clerk', unionId: 'lujiazui', unionName: office, until: '2026-12-01' }],
      },
    ],
  }, // prettier-ignore
  'member.listAreas': { areas: [{ id: 'lujiazui', name: '陆家嘴街道' }, { id: 'weifang', name: '潍坊新村街道' }] }, // prettier-ignore
  'member.showEnrolment': {
    state: 'submitted',
    form: {
      occupation: 'food-delivery', workRelation: null, employerName: null, employerCode: null, workAreaId: 'lujiazui', homeAreaId: null,
      name: '李小明', maskedMobile: '138****5678', documentKind: 'id-card', maskedNumber: '110105********002X',
    }, // prettier-ignore
    consents: receipts,
    union: { choice, recommended: true, reason: null },
    clock,
    history: [{ step: 'submit', at, office: null, reasons: [], note: null }],
    missing: [],
    may: { edit: false, submit: false, withdraw: true },
  },
  'member.showCard': {
    state: 'active', name: '李小明', unionName: office, cardNumber: '202600001234', since: at, code: 'us1.abcdefghijklmnopqrstuvwxyz0123456789', codeLivesMs: 60_000,
  }, // prettier-ignore
  'member.showMembership': {
    state: 'active', unionId: 'lujiazui', unionName: office, cardNumber: '202600001234', since: at, transfer: null,
    history: [{ step: 'approve', at, office, note: null }],
    may: { requestTransfer: true, cancelTransfer: false, leave: true },
  }, // prettier-ignore
  'member.showOwnData': {
    held: [
      { field: 'name', shown: '李小明', purpose: 'membership', keptUntil: 'while-member', deletedOn: null },
      {
        field: 'document',
        shown: '110105********002X',
        purpose: 'identity-document',
        keptUntil: 'while-member',
        deletedOn: null,
      },
    ],
    consents: receipts,
    looks: [{ at, office, act: 'view', about: null, purpose: null }],
    may: { correct: true },
  },
  'member.showApplication': {
    caseId, kind: 'enrolment', open: true, clock, name: '王小明', maskedMobile: '139****0001', documentKind: 'id-card', maskedNumber: '310115********1234',
    age: 34, occupation: 'courier', workRelation: 'platform-managed', employerName: '某某速运', employerCode: null, workArea: '陆家嘴街道', homeArea: null,
    union: { choice, recommended: true, reason: null }, transfer: null, leftWhileSuspended: false, signedVersion: '2023-charter', submittedAt: at,
    history: [{ act: 'opened', at, office, by: null }],
    may: { decide: true },
  }, // prettier-ignore
  'station.lookAround': {
    pins: Array.from({ length: 30 }, (_, index) => ({
      stationId: `station-${index}`, name: `第${index + 1}户外职工爱心接力站`, category: 'relay', place: { longitude: 121.5 + index / 500, latitude: 31.2 },
      state: index % 3 === 0 ? 'closed' : 'open',
    })), // prettier-ignore
    clusters: [{ place: { longitude: 121.51, latitude: 31.21 }, count: 12, zoom: 16 }],
    inView: 42,
    openBy: 'everything-known',
    nearest: Array.from({ length: 20 }, (_, index) => ({
      stationId: `station-${index}`, name: `第${index + 1}户外职工爱心接力站`, tier: 4, category: 'relay', signNo: `${index + 1}`, district: '浦东新区',
      street: '陆家嘴街道', address: `东园路${index + 1}号一楼大厅`, place: { longitude: 121.5 + index / 500, latitude: 31.2 },
      status: { state: 'open', reasons: [{ because: 'on-duty', since: at }] }, distanceM: 100 * (index + 1), offers: ['water', 'charging'],
      broken: index === 0 ? ['microwave'] : [], meals: [], swapOperator: null,
      finest: index === 1 ? { name: '最美站点', year: 2024, level: 'city' } : null,
    })), // prettier-ignore
  },
  'review.listPending': {
    items: Array.from({ length: 20 }, (_, index) => ({
      caseId: `enrolment:pAAAAAAAAAAAAAAAAAAAAAA:${index + 1}`, kind: 'enrolment' as const, maskedName: '王*明', occupation: 'courier' as const, stationId: null,
      facility: null, eventId: null, office, countsIn: 'working-days' as const, openedAt: at, dueAt: clock.dueAt, dueDay: clock.dueDay, workingDaysLeft: 5, timesMovedUp: 0,
    })), // prettier-ignore
    next: null,
  },
  'review.listDecided': { items: [], next: null },
};

/** What each page is opened with. */
export const parameters: Readonly<Record<string, string>> = {
  ...visitParameters,
  ...eventParameters,
  ...dutyParameters,
  ...dutyHeadParameters,
  ...volunteerParameters,
  ...eventStaffParameters,
  ...matchBenchParameters,
  ...staffParameters,
  ...matchParameters,
  'features/review/pages/case/index': `?id=${encodeURIComponent(caseId)}&caseId=${encodeURIComponent(caseId)}`,
};

export function answerOf({ domain, action }: { readonly domain: string; readonly action: string }): object {
  const value: unknown = (values as Readonly<Record<string, unknown>>)[`${domain}.${action}`];
  return value === undefined ? { ok: false, refusal: 'busy' } : { ok: true, value };
}
