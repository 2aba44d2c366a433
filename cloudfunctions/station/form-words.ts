import type { Facility, FacilityState } from '../../types/facility';
import { facilities as facilityKinds } from '../../types/facility';
import type { Closure } from '../../types/opening';
import { categories, features as featureKinds } from '../../types/station-kind';
import type { StationChange, StationField, StationForm } from '../../types/station-form';
import type { Grade } from '../../types/station-view';
import type { EpochMs } from '../../types/time';
import { hoursText } from './hours-text';

type Change = StationChange['fields'][number];

/** As long as a line of history may be. Characters. */
const MOST = 200;

/** What changed between two forms, as texts that people compare. A field that says nothing is an empty text. */
export function formChanges(before: StationForm, after: StationForm): Change[] {
  const fields = Object.keys(words) as StationField[];
  return fields.flatMap((field) =>
    field === 'facilities'
      ? facilityWords(before.facilities, after.facilities)
      : changeOf(field, wordsOf(field, before), wordsOf(field, after)),
  );
}

/** The same for things that broke or were mended: only those that changed are told. */
export function facilityWords(before: readonly Facility[], after: readonly Facility[]): Change[] {
  const codes = facilityKinds.map(({ code }) => code);
  const text = (all: readonly Facility[], code: Facility['code']): string =>
    all.flatMap((one) => (one.code === code ? [oneFacility(one)] : [])).join('');
  const changed = codes.filter((code) => text(before, code) !== text(after, code));
  const told = (all: readonly Facility[]): string =>
    changed
      .map((code) => text(all, code))
      .filter((one) => one !== '')
      .join('、');
  return changeOf('facilities', told(before), told(after));
}

export const closureWords = (closure: Closure | null): string =>
  closure === null ? '' : capped(`${minute(closure.from)} 至 ${minute(closure.until)} ${closure.reason}`);

const changeOf = (field: StationField, before: string, after: string): Change[] =>
  before === after ? [] : [{ field, before: capped(before), after: capped(after) }];

const wordsOf = (field: StationField, form: StationForm): string => words[field](form);

const capped = (text: string): string => text.replace(tooLong, '$1…');
const tooLong = new RegExp(`^(.{${MOST - 1}}).{2,}$`, 'su');

const words: Readonly<Record<StationField, (form: StationForm) => string>> = {
  name: ({ name }) => name,
  tier: ({ tier }) => (tier === null ? '' : `第${tier}级`),
  parentId: ({ parentId }) => parentId ?? '',
  category: ({ category }) => categories.find(({ code }) => code === category)?.name ?? category,
  features: ({ features }) =>
    featureKinds
      .filter(({ code }) => features.includes(code))
      .map(({ name }) => name)
      .join('、'),
  signNo: ({ signNo }) => (signNo === null ? '' : `NO.${signNo}`),
  city: ({ city }) => city,
  district: ({ district }) => district,
  street: ({ street }) => street,
  address: ({ address }) => address,
  place: ({ place }) => (place === null ? '' : `${place.longitude}, ${place.latitude}`),
  phone: ({ phone }) => phone ?? '',
  areaM2: ({ areaM2 }) => (areaM2 === null ? '' : `${areaM2}平方米`),
  unionId: ({ unionId }) => unionId,
  openedOn: ({ openedOn }) => openedOn ?? '',
  opening: ({ opening }) => hoursText(opening),
  facilities: ({ facilities }) => facilities.map(oneFacility).join('、'),
  zones: ({ zones }) =>
    zones
      .map(({ name, capacity, areaM2 }) => named(name, counted(capacity, '人'), counted(areaM2, '平方米')))
      .join('、'),
  services: ({ services }) => services.join('、'),
  meals: ({ meals }) =>
    meals.map(({ name, priceYuan, about, hours }) => named(name, `${priceYuan}元`, about, hours)).join('、'),
  swap: ({ swap }) => (swap === null ? '' : named(swap.operator, `${swap.slots}个仓位`)),
  outlet: ({ outlet }) =>
    outlet === null
      ? ''
      : named(outlet.partner, outlet.agreedFrom === null ? '' : `${outlet.agreedFrom}起`, until(outlet.agreedUntil)),
  awards: ({ awards }) => awards.map(({ name, year }) => `${year}年${name}`).join('、'),
  grades: ({ grades }) => grades.map(({ grade, from }) => `${from}起${gradeNames[grade]}`).join('、'),
  waterQuota: ({ waterQuota }) => (waterQuota === null ? '' : `每人每天${waterQuota}瓶`),
  doorId: ({ doorId }) => doorId ?? '',
  notice: ({ notice }) => notice ?? '',
};

const gradeNames: Readonly<Record<Grade, string>> = { basic: '基础版', standard: '标准版', enhanced: '加强版' };
const stateNames: Readonly<Record<FacilityState, string>> = { ok: '', broken: '坏了', absent: '没有' };

const oneFacility = ({ code, count, state }: Facility): string =>
  named(`${facilityKinds.find((kind) => kind.code === code)?.name ?? code}${count}`, stateNames[state]);

const counted = (number: number | null, unit: string): string => (number === null ? '' : `${number}${unit}`);
const until = (day: string | null): string => (day === null ? '' : `${day}止`);

/** `name（one，two）`, without those that say nothing. */
function named(name: string, ...about: readonly string[]): string {
  const said = about.filter((one) => one !== '');
  return said.length === 0 ? name : `${name}（${said.join('，')}）`;
}

/** `YYYY-MM-DD hh:mm` in Shanghai. */
const minute = (at: EpochMs): string => {
  const text = new Date(at + 8 * 3_600_000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)}`;
};
