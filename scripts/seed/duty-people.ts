import { createHash } from 'node:crypto';
import type { Ground } from '../../cloudfunctions/duty/roster-records';
import type { VolunteerRecord } from '../../cloudfunctions/duty/volunteer-records';
import { newVolunteer } from '../../cloudfunctions/duty/volunteering';
import { personIdFor } from '../../cloudfunctions/runtime/serve';
import type { Skill } from '../../types/duty-kind';
import type { PersonId } from '../../types/ids';
import { VolunteerNo } from '../../types/ids';
import type { EpochMs } from '../../types/time';

/** Somebody who keeps a station open. All made up. */
export type Helper = {
  readonly personId: PersonId;
  readonly name: string;
  readonly calledName: string;
  readonly birthYear: number;
  readonly skills: readonly Skill[];
  readonly thanks: boolean;
};

const helper = (
  key: string,
  name: string,
  calledName: string,
  birthYear: number,
  skills: readonly Skill[] = [],
): Helper => ({
  personId: personIdFor('wechat', `local-${key}`),
  name,
  calledName,
  birthYear,
  skills,
  thanks: birthYear % 3 !== 0,
});

/** 曹路恒越: 十多位退休阿姨轮流值守 (S0). The first two are personas. */
export const aunties = (): Helper[] => [
  helper('volunteer', '孙阿姨', '孙阿姨', 1961, ['first-aid', 'phones']),
  helper('volunteer-zhou', '周阿姨', '周阿姨', 1958, ['blood-pressure']),
  helper('helper-1', '陆桂芳', '陆阿姨', 1960),
  helper('helper-2', '金美珍', '金阿姨', 1957, ['phones']),
  helper('helper-3', '顾玉兰', '顾阿姨', 1963, ['first-aid']),
  helper('helper-4', '俞秀英', '俞阿姨', 1955),
  helper('helper-5', '沈惠芬', '沈阿姨', 1962),
  helper('helper-6', '黄菊妹', '黄阿姨', 1959, ['haircut']),
  helper('helper-7', '唐凤仙', '唐阿姨', 1964, ['first-aid', 'blood-pressure']),
  helper('helper-8', '奚雅琴', '奚阿姨', 1961),
  helper('helper-9', '龚月娥', '龚老师', 1956, ['phones']),
  helper('helper-10', '康大明', '康师傅', 1958, ['repairs']),
];

/** Four for each of the other stations that have a roster. */
export const fewAt = (stationId: string): Helper[] =>
  ['张', '李', '王', '赵'].map((family, nth) =>
    helper(
      `helper-${stationId}-${nth}`,
      `${family}${['建国', '秀芳', '国强', '丽萍'][nth] ?? ''}`,
      `${family}师傅`,
      1962 + nth * 6,
    ),
  );

/** A volunteer as the union has accepted them two years ago. */
export const enlisted = (who: Helper, ground: Ground, now: EpochMs): VolunteerRecord => ({
  ...newVolunteer(
    who.personId,
    numberOf(who.personId),
    {
      form: {
        calledName: who.calledName,
        stationId: ground.stationId,
        birthYear: who.birthYear,
        skills: [...who.skills],
        thanks: who.thanks,
      },
      station: { name: ground.stationName, place: ground.place, offices: ground.offices },
      name: who.name,
      isNameClear: true,
      appointedBy: ground.scope.slice(0, 1),
    },
    now,
  ),
});

/** Eight digits that are always the same for the same person. */
const numberOf = (personId: PersonId): VolunteerNo =>
  VolunteerNo.parse(
    `V${String(createHash('sha256').update(personId).digest().readUInt32BE(0) % 1e8).padStart(8, '0')}`,
  );
