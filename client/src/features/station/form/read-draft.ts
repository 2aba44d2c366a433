import type { StationForm } from '@contract/station-form';
import type { ShanghaiDay } from '@contract/time';
import type { Draft } from './draft';
import { formText } from './form-copy';

/** A sentence for each field that is wrong, by its path in the form, e.g. `zones.0.capacity`. */
export type Problems = Readonly<Record<string, string>>;

export type ReadDraft =
  { readonly ok: true; readonly form: StationForm } | { readonly ok: false; readonly problems: Problems };

const blank = (text: string): boolean => text.trim() === '';
const orNull = (text: string): string | null => (blank(text) ? null : text.trim());
/** Full-width digits and dots become what a machine reads. */
const plain = (text: string): string => text.normalize('NFKC').trim();

/**
 * The form that a draft says. What is missing, and what is no number, is told here, before anything is sent; the rest is
 * the server's to judge.
 */
export function readDraft(draft: Draft): ReadDraft {
  const problems: Record<string, string> = {};
  const needed = <Value>(path: string, value: Value | null): Value | null => {
    if (value === null || (typeof value === 'string' && blank(value))) problems[path] = formText.missing;
    return value;
  };
  const number = (path: string, text: string): number | null => {
    if (blank(text)) return null;
    const value = Number(plain(text));
    if (Number.isFinite(value)) return value;
    problems[path] = formText.noNumber;
    return null;
  };
  const counted = (path: string, text: string): number => {
    if (blank(text)) problems[path] = formText.missing;
    return number(path, text) ?? 0;
  };

  const longitude = number('place', draft.place.longitude);
  const latitude = number('place', draft.place.latitude);
  if ((longitude === null) !== (latitude === null)) problems['place'] = formText.halfPlace;
  const category = needed('category', draft.category);
  const unionId = needed('unionId', draft.unionId);
  for (const path of ['name', 'city', 'district', 'street', 'address'] as const) needed(path, draft[path]);

  const form = {
    name: draft.name,
    tier: draft.tier,
    parentId: draft.parentId,
    features: [...draft.features],
    signNo: orNull(plain(draft.signNo)),
    city: draft.city,
    district: draft.district,
    street: draft.street,
    address: draft.address,
    place: longitude === null || latitude === null ? null : { longitude, latitude },
    phone: orNull(plain(draft.phone)),
    areaM2: number('areaM2', draft.areaM2),
    openedOn: orNull(plain(draft.openedOn)),
    opening: draft.opening,
    facilities: draft.facilities.map((facility, nth) => ({
      ...facility,
      count: counted(`facilities.${nth}.count`, facility.count),
    })),
    zones: draft.zones.map((zone, nth) => ({
      ...zone,
      capacity: number(`zones.${nth}.capacity`, zone.capacity),
      areaM2: number(`zones.${nth}.areaM2`, zone.areaM2),
    })),
    services: draft.services
      .split(/[\n、]/)
      .map((service) => service.trim())
      .filter((service) => service !== ''),
    meals: draft.meals.map((meal, nth) => ({ ...meal, priceYuan: counted(`meals.${nth}.priceYuan`, meal.priceYuan) })),
    swap: blank(draft.swap.operator)
      ? null
      : { operator: draft.swap.operator, slots: counted('swap.slots', draft.swap.slots) },
    outlet: blank(draft.outlet.partner)
      ? null
      : {
          partner: draft.outlet.partner,
          agreedFrom: orNull(plain(draft.outlet.agreedFrom)) as ShanghaiDay | null,
          agreedUntil: orNull(plain(draft.outlet.agreedUntil)) as ShanghaiDay | null,
        },
    awards: draft.awards.map((award, nth) => ({ ...award, year: counted(`awards.${nth}.year`, award.year) })),
    grades: draft.grades.map(({ grade, from }) => ({ grade, from: plain(from) as ShanghaiDay })),
    waterQuota: number('waterQuota', draft.waterQuota),
    doorId: orNull(draft.doorId),
    notice: orNull(draft.notice),
  };
  if (category === null || unionId === null || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, form: { ...form, category, unionId } };
}
