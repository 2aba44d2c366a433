import { categoryName, facilityName, featureName, signWords } from '../offer-words';
import { facilityStates } from '../desk/desk-copy';
import type { Draft } from './draft';
import { formText, gradeNames, tierName } from './form-copy';
import type { DraftField } from './merge';
import { openingText } from './opening-text';

const said = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('，');
const list = (parts: readonly string[]): string => parts.join('、');

const texts: { readonly [Field in DraftField]: (draft: Draft) => string } = {
  name: ({ name }) => name,
  tier: ({ tier }) => tierName(tier),
  parentId: ({ parentId }) => parentId ?? '',
  category: ({ category }) => (category === null ? '' : categoryName(category)),
  features: ({ features }) => list(features.map(featureName)),
  signNo: ({ signNo }) => signWords(signNo === '' ? null : signNo) ?? '',
  city: ({ city }) => city,
  district: ({ district }) => district,
  street: ({ street }) => street,
  address: ({ address }) => address,
  place: ({ place }) => said(place.longitude, place.latitude),
  phone: ({ phone }) => phone,
  areaM2: ({ areaM2 }) => (areaM2 === '' ? '' : `${areaM2} 平方米`),
  unionId: ({ unionId }) => unionId ?? '',
  openedOn: ({ openedOn }) => openedOn,
  opening: ({ opening }) => openingText(opening),
  facilities: ({ facilities }) =>
    list(
      facilities.map(
        ({ code, count, state }) =>
          `${facilityName(code)} ${count}${state === 'ok' ? '' : `（${facilityStates[state].text}）`}`,
      ),
    ),
  zones: ({ zones }) => list(zones.map(({ name, capacity, areaM2 }) => said(name, capacity, areaM2))),
  services: ({ services }) => services.split('\n').join('、'),
  meals: ({ meals }) => list(meals.map(({ name, priceYuan, about, hours }) => said(name, priceYuan, about, hours))),
  swap: ({ swap }) => said(swap.operator, swap.slots),
  outlet: ({ outlet }) => said(outlet.partner, outlet.agreedFrom, outlet.agreedUntil),
  awards: ({ awards }) => list(awards.map(({ name, year }) => said(year, name))),
  grades: ({ grades }) => list(grades.map(({ grade, from }) => said(gradeNames[grade], from))),
  waterQuota: ({ waterQuota }) => (waterQuota === '' ? '' : formText.quota(waterQuota)),
  doorId: ({ doorId }) => doorId,
  notice: ({ notice }) => notice,
};

/** What a field says, for comparing; `空` where it says nothing. */
export const fieldText = (field: DraftField, draft: Draft): string => {
  const text = texts[field](draft);
  return text === '' ? formText.nothing : text;
};
