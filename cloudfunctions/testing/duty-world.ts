import { createHash } from 'node:crypto';
import type { RequestKey } from '../../types/evidence';
import type { ShiftId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import type { Unindexed } from '../duty/shift-index';
import type { ShiftRecord } from '../duty/shift-records';
import type { VolunteerRecord } from '../duty/volunteer-records';
import type { Phone, TestCloud } from './cloud';
import { aShift, aVolunteer } from './duty';

export const shanghai = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
export const keyOf = (text: string): RequestKey =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22) as RequestKey;

export type DutyWorld = ReturnType<typeof dutyWorld>;

/** Volunteers and shifts of a test, and what became of them. */
export function dutyWorld(cloud: TestCloud) {
  let wishes = 0;
  const shift = (id: ShiftId): ShiftRecord => cloud.store('shifts').get(id) as unknown as ShiftRecord;
  const volunteer = (phone: Phone): VolunteerRecord =>
    cloud.store('volunteers').get(phone.personId) as unknown as VolunteerRecord;
  return {
    shift,
    volunteer,
    enlist(name: string, more: Partial<VolunteerRecord> = {}): Phone {
      const phone = cloud.as(name);
      cloud.store('volunteers').insert(aVolunteer(name, phone.personId, more));
      return phone;
    },
    plan(name: string, more: Partial<Unindexed> = {}): ShiftId {
      const record = aShift(name, more);
      cloud.store('shifts').insert(record);
      return record._id;
    },
    change(id: ShiftId, more: Partial<ShiftRecord>): void {
      const before = shift(id);
      cloud.store('shifts').remove({ _id: id });
      cloud.store('shifts').insert({ ...before, ...more });
    },
    take: (phone: Phone, shiftId: ShiftId, requestKey = keyOf(`take-${(wishes += 1)}`)) =>
      phone.ask('duty.take', { shiftId, role: 'door', requestKey }),
    diary: (phone: Phone): string[] => Object.keys(volunteer(phone).diary),
    holders: (id: ShiftId): string[] => Object.values(shift(id).places).map(({ calledName }) => calledName),
    noticesOf: (phone: Phone): string[] =>
      cloud
        .store('notices')
        .find({ personId: phone.personId })
        .map(({ kind }) => String(kind)),
    /** Every place and every standby is in its person's diary, and nothing else is there. */
    expectWhole(): void {
      const shifts = cloud.store('shifts').find({}) as unknown as ShiftRecord[];
      const fromShifts = shifts.flatMap(({ _id, places, standby }) => [
        ...Object.keys(places).map((person) => `${person} has ${_id}`),
        ...Object.keys(standby).map((person) => `${person} stands by ${_id}`),
      ]);
      const people = cloud.store('volunteers').find({}) as unknown as VolunteerRecord[];
      const fromDiaries = people.flatMap(({ _id, diary }) =>
        Object.entries(diary).map(([id, { isStandby }]) => `${_id} ${isStandby ? 'stands by' : 'has'} ${id}`),
      );
      expect(fromShifts.sort()).toEqual(fromDiaries.sort());
      for (const { places, needs } of shifts)
        for (const { role, count } of needs)
          expect(Object.values(places).filter((place) => place.role === role).length).toBeLessThanOrEqual(count);
    },
  };
}

/** How often each answer was given; `yes` for every agreement. */
export function tally(answers: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers as { ok: boolean; refusal?: string }[]) {
    const word = answer.ok ? 'yes' : (answer.refusal ?? 'fault');
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}
