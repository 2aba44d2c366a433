import type { PersonId, UnionId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { By } from './appointment';
import { appointed, wasDismissedBy, dismissed, newStaff, staffView } from './appointment';
import type { UnionRecord } from './records';
import { unions } from './records';
import type { Staff } from './staff-records';
import { saveStaff, staff } from './staff-records';
import type { Handler } from './scene';
import type { Standing } from './standing';

const ADMINISTRATORS = ['administrator'] as const;

export const listStaff: Handler<'listStaff'> = async (_input, { now, standing }) => {
  const all = await unions.find({ level: { in: ['district', 'street', 'federation', 'grassroots'] } }, { limit: 1000 });
  const mine = all.filter((union) => covers(standing, union)).map((union) => union._id);
  const found = mine.length === 0 ? [] : await staff.find({ unionIds: { in: mine } }, { limit: 1000 });
  const current = found
    .map((record) => staffView(record, { by: standing.personId, at: now }))
    .filter(({ roles }) => roles.length > 0);
  return agree({ staff: current });
};

export const appoint: Handler<'appoint'> = async ({ personId, name, role, unionId, until }, { now, standing }) => {
  const found = await unionInReach(unionId, personId, standing);
  if (!found.ok) return found;
  const before = (await staff.get(personId)) ?? newStaff(personId, name);
  const unionName = found.value.name;
  const given = { role, unionId, unionName, until };
  const by = { by: standing.personId, at: now };
  const after = appointed(before, name, given, by);
  return after.ok ? stored(before, after.value, by) : after;
};

export const dismiss: Handler<'dismiss'> = async ({ personId, role, unionId }, { now, standing }) => {
  const found = await unionInReach(unionId, personId, standing);
  if (!found.ok) return found;
  const before = await staff.get(personId);
  if (before === null) return refuse('role-not-held');
  const by = { by: standing.personId, at: now };
  const after = dismissed(before, role, unionId, by);
  // The same act again after a lost answer: it is done, and that is what was asked.
  if (!after.ok && wasDismissedBy(before, role, unionId, by)) return agree(staffView(before, by));
  return after.ok ? stored(before, after.value, by) : after;
};

/** Nobody changes their own roles, and nobody hands out what lies outside their unions. */
async function unionInReach(
  unionId: UnionId,
  personId: PersonId,
  standing: Standing,
): Promise<Result<UnionRecord, 'union-not-found' | 'outside-your-unions' | 'own-role'>> {
  if (personId === standing.personId) return refuse('own-role');
  const union = await unions.get(unionId);
  if (union === null) return refuse('union-not-found');
  return covers(standing, union) ? agree(union) : refuse('outside-your-unions');
}

const covers = (standing: Standing, union: UnionRecord): boolean =>
  standing.covers(
    union.offices.map((office) => office.unionId),
    ADMINISTRATORS,
  );

async function stored(before: Staff, after: Staff, by: By) {
  return (await saveStaff(before, after)) ? agree(staffView(after, by)) : refuse('changed-meanwhile');
}
