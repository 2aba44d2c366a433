import { createHash } from 'node:crypto';
import type { PersonId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import type { Member } from '../member/records';
import { blankMember } from '../member/records';
import { aUnion } from './unions';

/** A member of 北蔡 since a year ago, with a card that opens doors. */
export function aMember(name: string, personId: PersonId, unionId = 'beicai'): Member {
  const offices = (unionId === 'pudong' ? ['pudong'] : [unionId, 'pudong']).map((id) => ({
    unionId: UnionId.parse(id),
    name: aUnion.named(id).name,
  }));
  const blank = blankMember(personId);
  const digits = [...createHash('sha256').update(name).digest().subarray(0, 8)].map((byte) => byte % 10).join('');
  return {
    ...blank,
    revision: 1,
    cardNumber: `2025${digits}`,
    form: { ...blank.form, name },
    membership: {
      state: 'active',
      unionId: UnionId.parse(unionId),
      unionName: aUnion.named(unionId).name,
      offices,
      since: EpochMs.parse(Date.parse('2025-11-20T10:00:00+08:00')),
      history: [],
    },
  };
}
