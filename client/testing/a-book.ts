/** A volunteer's book of hours as the server answers it, with what a test is not about filled in. */
import { Certificate, HoursEntry } from '@contract/duty-hours';

type About<Shape> = Partial<Record<keyof Shape, unknown>>;

/** Four hours at 曹路, by the changing code. */
export const anEntry = (about: About<HoursEntry> = {}): HoursEntry =>
  HoursEntry.parse({
    seq: 1,
    kind: 'shift',
    day: '2026-11-20',
    stationId: 'caolu-1',
    stationName: '曹路镇户外职工驿站',
    title: '上午班',
    shiftId: 'd00000000001',
    minutes: 240,
    mix: [{ evidence: 'rotating-code', minutes: 240 }],
    corrects: null,
    correctedBy: null,
    enteredBy: null,
    confirmedBy: null,
    reason: null,
    at: Date.parse('2026-11-20T12:00:00+08:00'),
    ...about,
  });

/** Issued by 曹路镇总工会 for November. */
export const aCertificate = (about: About<Certificate> = {}): Certificate =>
  Certificate.parse({
    code: '7K2M9Q4TXHJB',
    certificateId: 'w00000000001',
    state: 'issued',
    name: '李桂芬',
    document: '居民身份证（尾号1234）',
    volunteerNo: 'V00000001',
    from: '2026-11-01',
    until: '2026-11-22',
    minutes: 1_230,
    mix: [{ evidence: 'rotating-code', minutes: 1_230 }],
    content: ['曹路镇户外职工驿站 驿站值守（5次）'],
    issuer: { unionName: '曹路镇总工会', responsible: '陆敏', handler: '沈建国', contact: '021-58600000' },
    number: 'caolu-2026-7K2M9Q',
    issuedOn: '2026-11-23',
    reason: null,
    ...about,
  });
