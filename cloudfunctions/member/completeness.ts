import type { Member } from './records';

/** What is still to be filled in before signing, in the order in which it is asked. */
export function missingFields(member: Member): string[] {
  const { form, mobile, document, union } = member;
  return [
    form.occupation === null ? 'occupation' : null,
    form.workAreaId === null ? 'workAreaId' : null,
    union === null ? 'union' : null,
    form.name === null ? 'name' : null,
    mobile === null ? 'mobile' : null,
    document === null ? 'document' : null,
  ].filter((field) => field !== null);
}
