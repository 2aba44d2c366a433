import { PersonId, UnionId } from '@contract/ids';
import { Occupation, WorkRelation } from '@contract/occupation';
import Taro from '@tarojs/taro';
import * as z from 'zod/mini';
import type { Typing } from './typing';

const KEY = 'enrolment-typing';

/**
 * What may wait on the phone until there is a network. The numbers of the document and of the phone are never among
 * it: a phone is lent and lost.
 */
const KeptFields = z.object({
  occupation: z.optional(Occupation),
  workRelation: z.optional(z.nullable(WorkRelation)),
  employerName: z.optional(z.string()),
  employerCode: z.optional(z.string()),
  workAreaId: z.optional(UnionId),
  homeAreaId: z.optional(z.nullable(UnionId)),
  name: z.optional(z.string()),
});
const KeptTyping = z.object({ personId: PersonId, typing: KeptFields });

/** What this person typed here and the server has not seen yet. */
export function readKept(personId: PersonId | null): Typing {
  const kept = KeptTyping.safeParse(Taro.getStorageSync(KEY));
  return kept.success && kept.data.personId === personId ? kept.data.typing : {};
}

export function keep(personId: PersonId | null, typing: Typing): void {
  if (personId === null) return;
  // Reading drops every field that is not named above.
  const stated = Object.entries(KeptFields.parse(typing)).filter(([, value]) => value !== undefined);
  if (stated.length === 0) Taro.removeStorageSync(KEY);
  else Taro.setStorageSync(KEY, { personId, typing: Object.fromEntries(stated) });
}
