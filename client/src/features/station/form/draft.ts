import type { FacilityCode, FacilityState } from '@contract/facility';
import type { StationId, UnionId } from '@contract/ids';
import type { Opening } from '@contract/opening';
import type { Category, Feature, Tier } from '@contract/station-kind';
import type { StationField, StationForm } from '@contract/station-form';
import type { Award, Grade } from '@contract/station-view';

/**
 * A station's form while it is typed: numbers and dates are texts, as they stand in their fields, and an empty text
 * says nothing. Under the names of the form, so that an answer about a field finds it.
 */
export type Draft = {
  readonly name: string;
  readonly tier: Tier;
  readonly parentId: StationId | null;
  readonly category: Category | null;
  readonly features: readonly Feature[];
  readonly signNo: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly address: string;
  readonly place: { readonly longitude: string; readonly latitude: string };
  readonly phone: string;
  readonly areaM2: string;
  readonly unionId: UnionId | null;
  readonly openedOn: string;
  readonly opening: Opening;
  readonly facilities: readonly FacilityDraft[];
  readonly zones: readonly ZoneDraft[];
  /** One a line. */
  readonly services: string;
  readonly meals: readonly MealDraft[];
  readonly swap: { readonly operator: string; readonly slots: string };
  readonly outlet: { readonly partner: string; readonly agreedFrom: string; readonly agreedUntil: string };
  readonly awards: readonly AwardDraft[];
  readonly grades: readonly GradeDraft[];
  readonly waterQuota: string;
  readonly doorId: string;
  readonly notice: string;
};

export type FacilityDraft = {
  readonly code: FacilityCode;
  readonly count: string;
  readonly state: FacilityState;
  readonly checkedAt: StationForm['facilities'][number]['checkedAt'];
};
export type ZoneDraft = {
  readonly zoneId: string;
  readonly name: string;
  readonly capacity: string;
  readonly areaM2: string;
};
export type MealDraft = {
  readonly name: string;
  readonly priceYuan: string;
  readonly about: string;
  readonly hours: string;
};
export type AwardDraft = { readonly name: string; readonly year: string; readonly level: Award['level'] };
export type GradeDraft = { readonly grade: Grade; readonly from: string };

/** Every field of a form has its place in a draft. */
export const draftFields = [
  'name',
  'category',
  'tier',
  'parentId',
  'unionId',
  'features',
  'signNo',
  'phone',
  'areaM2',
  'openedOn',
  'city',
  'district',
  'street',
  'address',
  'place',
  'opening',
  'facilities',
  'zones',
  'services',
  'meals',
  'swap',
  'outlet',
  'awards',
  'grades',
  'waterQuota',
  'doorId',
  'notice',
] as const satisfies readonly StationField[];

const text = (value: string | number | null): string => (value === null ? '' : String(value));

/** A saved form as it is shown for typing. */
export function draftOf(form: StationForm): Draft {
  const { place, swap, outlet } = form;
  return {
    ...form,
    signNo: text(form.signNo),
    place: { longitude: text(place?.longitude ?? null), latitude: text(place?.latitude ?? null) },
    phone: text(form.phone),
    areaM2: text(form.areaM2),
    openedOn: text(form.openedOn),
    facilities: form.facilities.map((facility) => ({ ...facility, count: text(facility.count) })),
    zones: form.zones.map((zone) => ({ ...zone, capacity: text(zone.capacity), areaM2: text(zone.areaM2) })),
    services: form.services.join('\n'),
    meals: form.meals.map((meal) => ({ ...meal, priceYuan: text(meal.priceYuan) })),
    swap: { operator: swap?.operator ?? '', slots: text(swap?.slots ?? null) },
    outlet: {
      partner: outlet?.partner ?? '',
      agreedFrom: outlet?.agreedFrom ?? '',
      agreedUntil: outlet?.agreedUntil ?? '',
    },
    awards: form.awards.map((award) => ({ ...award, year: text(award.year) })),
    grades: form.grades.map(({ grade, from }) => ({ grade, from })),
    waterQuota: text(form.waterQuota),
    doorId: text(form.doorId),
    notice: text(form.notice),
  };
}

const basics: readonly FacilityCode[] = ['aircon', 'fridge', 'water', 'charging', 'seating', 'microwave'];

/** A new station: open on weekdays, and the six that every station should have are there. */
export const newDraft: Draft = {
  name: '',
  tier: 4,
  parentId: null,
  category: null,
  features: [],
  signNo: '',
  city: '上海市',
  district: '浦东新区',
  street: '',
  address: '',
  place: { longitude: '', latitude: '' },
  phone: '',
  areaM2: '',
  unionId: null,
  openedOn: '',
  opening: {
    sessions: [{ days: [1, 2, 3, 4, 5], from: 510, until: 1020, attendance: 'staffed', season: null }],
    onHolidays: 'closed',
    holidaySessions: [],
  },
  facilities: basics.map((code) => ({ code, count: '1', state: 'ok', checkedAt: null })),
  zones: [],
  services: '',
  meals: [],
  swap: { operator: '', slots: '' },
  outlet: { partner: '', agreedFrom: '', agreedUntil: '' },
  awards: [],
  grades: [],
  waterQuota: '',
  doorId: '',
  notice: '',
};
