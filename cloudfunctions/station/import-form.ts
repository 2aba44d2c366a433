import { createHash } from 'node:crypto';
import { StationId } from '../../types/ids';
import type { UnionId } from '../../types/ids';
import type { StationForm } from '../../types/station-form';
import { hoursText } from './hours-text';
import type { ReadRow } from './import-row';

/** The form that a row makes of a station's, or of nothing; what means the same stays as it was written. */
export function formFrom(row: ReadRow, unionId: UnionId, before: StationForm | null): StationForm {
  const base = before ?? emptyForm;
  const form: StationForm = { ...base, ...row.says, unionId, outlet: outletOf(row, base), swap: swapOf(row, base) };
  return {
    ...form,
    // The parent is one tier up, and the table does not name it.
    parentId: form.tier === base.tier ? base.parentId : null,
    opening: hoursText(form.opening) === hoursText(base.opening) ? base.opening : form.opening,
    features: inOldOrder(form.features, base.features, (one) => one),
    facilities: inOldOrder(form.facilities, base.facilities, ({ code, count, state }) => `${code}:${count}:${state}`),
  };
}

/** Whom a row is about: the id that it gives, or one made of what names it. The same row is the same station again. */
export function idOfRow({ id, says }: ReadRow): StationId {
  if (id !== null) return id;
  const { district = '', signNo, street = '', name = '' } = says;
  const naming = signNo == null ? ['name', district, street, name] : ['sign', district, signNo];
  return StationId.parse(`st-${createHash('sha256').update(JSON.stringify(naming)).digest('hex').slice(0, 16)}`);
}

function outletOf({ outlet }: ReadRow, base: StationForm): StationForm['outlet'] {
  const merged = { ...(base.outlet ?? { partner: null, agreedFrom: null, agreedUntil: null }), ...outlet };
  // Read as days before.
  return merged.partner == null ? null : ({ ...merged, partner: merged.partner } as StationForm['outlet']);
}

function swapOf({ swap }: ReadRow, base: StationForm): StationForm['swap'] {
  const merged = { ...(base.swap ?? { operator: null, slots: 0 }), ...swap };
  return merged.operator == null ? null : { operator: merged.operator, slots: merged.slots ?? 0 };
}

/** The old ones that are still there, as they were, and then the others. */
function inOldOrder<Item>(now: readonly Item[], before: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const keys = now.map(keyOf);
  const kept = before.filter((one) => keys.includes(keyOf(one)));
  return [
    ...kept,
    ...now.filter((one, nth) => !kept.some((old) => keyOf(old) === keyOf(one)) && keys.indexOf(keyOf(one)) === nth),
  ];
}

/** A new station before its row is read; the columns that it needs are checked to be there. */
const emptyForm: StationForm = {
  name: '',
  tier: null,
  parentId: null,
  category: 'outdoor-point',
  features: [],
  signNo: null,
  city: '',
  district: '',
  street: '',
  address: '',
  place: null,
  phone: null,
  areaM2: null,
  unionId: '' as UnionId,
  openedOn: null,
  opening: { sessions: [], onHolidays: 'as-usual', holidaySessions: [] },
  facilities: [],
  zones: [],
  services: [],
  meals: [],
  swap: null,
  outlet: null,
  awards: [],
  grades: [],
  waterQuota: null,
  doorId: null,
  notice: null,
};
