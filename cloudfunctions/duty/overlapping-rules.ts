import type { TemplateId } from '../../types/ids';
import type { RuledShift } from './template-shifts';

export type RulePair = { readonly one: TemplateId; readonly other: TemplateId };

/** Rules that ask for the same role at the same time, each pair once. Shifts that follow one another do not overlap. */
export function overlappingRules(shifts: readonly RuledShift[]): RulePair[] {
  const pairs = new Map<string, RulePair>();
  let open: RuledShift[] = [];
  for (const shift of [...shifts].sort((one, other) => one.startsAt - other.startsAt)) {
    open = open.filter(({ endsAt }) => shift.startsAt < endsAt);
    for (const earlier of open.filter((candidate) => shareRole(candidate, shift))) {
      const [one, other] = [earlier.templateId, shift.templateId].sort() as [TemplateId, TemplateId];
      pairs.set(`${one}:${other}`, { one, other });
    }
    open.push(shift);
  }
  return [...pairs.values()];
}

const shareRole = ({ needs }: RuledShift, other: RuledShift): boolean =>
  needs.some(({ role }) => other.needs.some((need) => need.role === role));
