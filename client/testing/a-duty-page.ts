/** The page of whoever is on duty, with what a test is not about filled in. */
import type { Colleague } from '@contract/duty-shift';
import { DutyPage } from '@contract/duty-tap';

/** Monday 23 November 2026, 8:00 in Shanghai: the shift begins. */
export const dutyAt = Date.parse('2026-11-23T08:00:00+08:00');
const HOUR_MS = 3_600_000;

export const aColleague = (calledName: string, about: Partial<Record<keyof Colleague, unknown>> = {}) => ({
  number: 'V00000002',
  calledName,
  role: 'door',
  state: 'on-duty',
  isSelf: false,
  ...about,
});

/** 8:00 to 12:00 at 曹路, two facilities, water and cooling drops on the shelf, nobody there yet. */
export const aDutyPage = (about: Partial<Record<keyof DutyPage, unknown>> = {}): DutyPage =>
  DutyPage.parse({
    shift: {
      shiftId: 'd00000000001',
      state: 'planned',
      title: '上午班',
      stationId: 'caolu-1',
      stationName: '曹路镇户外职工驿站',
      street: '曹路镇',
      address: '川沙路500号',
      startsAt: dutyAt,
      endsAt: dutyAt + 4 * HOUR_MS,
      needs: [{ role: 'door', count: 2, skill: null, free: 0 }],
      standbyFree: 0,
    },
    role: 'door',
    state: 'held',
    mayClockInFrom: dutyAt - HOUR_MS / 2,
    mayClockInUntil: dutyAt + 4 * HOUR_MS,
    clockedInAt: null,
    clockedOutAt: null,
    evidence: null,
    minutes: [],
    colleagues: [aColleague('李阿姨', { number: 'V00000001', state: 'held', isSelf: true })],
    status: { state: 'closed', reasons: [{ because: 'by-rule-closed', opensAt: dutyAt + HOUR_MS / 2 }] },
    facilities: [
      { code: 'microwave', count: 1, state: 'ok', checkedAt: null },
      { code: 'fridge', count: 1, state: 'ok', checkedAt: null },
      { code: 'shower', count: 0, state: 'absent', checkedAt: null },
    ],
    shelf: [
      { code: 'water', name: '瓶装水', unit: '瓶', isMedicine: false, quantity: 48, atLeast: 24, expiresOn: null },
      {
        code: 'cooling-drops',
        name: '藿香正气水',
        unit: '盒',
        isMedicine: true,
        quantity: 3,
        atLeast: 2,
        expiresOn: '2026-10-31',
      },
    ],
    openingDoneAt: null,
    closingDoneAt: null,
    visitors: 0,
    incidents: 0,
    lastNote: null,
    ownNote: null,
    asOf: dutyAt,
    ...about,
  });

/** Clocked in at 8:02. */
export const onDutyPage = (about: Partial<Record<keyof DutyPage, unknown>> = {}): DutyPage =>
  aDutyPage({
    state: 'on-duty',
    clockedInAt: dutyAt + 120_000,
    evidence: 'rotating-code',
    status: { state: 'open', reasons: [{ because: 'on-duty', since: dutyAt + 120_000 }] },
    asOf: dutyAt + 120_000,
    ...about,
  });
