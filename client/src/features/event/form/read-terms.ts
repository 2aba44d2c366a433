import type { Quota } from '@contract/event-form';
import type { Reader } from './read-problems';
import { orNull } from './read-problems';
import { formText } from './form-copy';
import type { FieldDraft, TermsDraft, TermsForm } from './terms-draft';
import { openGroups } from './terms-draft';

const MOST_PLACES = 2_000;
const OLDEST = 120;
const OLDEST_CHILD = 17;

/** The terms that a draft says; what is missing or no number is told to the reader. */
export function readTerms(
  draft: TermsDraft,
  read: Reader,
): Omit<TermsForm, 'unionId' | 'stationId'> & Pick<TermsDraft, 'unionId' | 'stationId'> {
  const { stationId } = draft;
  if (stationId === null) read.wrong('stationId', formText.station.missing);
  // Chosen with the station.
  const unionId = stationId === null ? draft.unionId : read.needed('unionId', draft.unionId);
  const isWalkIn = draft.quotas.mode === 'none';
  const { audience, family } = draft;
  return {
    unionId,
    stationId,
    zoneId: draft.zoneId,
    audience: {
      who: audience.who,
      occupations: [...audience.occupations],
      age: audience.hasAge
        ? {
            from: read.whole('audience.age', audience.ageFrom, 0, OLDEST),
            upTo: read.whole('audience.age', audience.ageUpTo, 0, OLDEST),
          }
        : null,
    },
    quotas: readQuotas(draft, read),
    family:
      isWalkIn || !family.isOn
        ? null
        : {
            mostChildren: read.whole('family.mostChildren', family.mostChildren, 1, 5),
            ageFrom: read.whole('family.ageFrom', family.ageFrom, 0, OLDEST_CHILD),
            ageUpTo: read.whole('family.ageUpTo', family.ageUpTo, 0, OLDEST_CHILD),
          },
    fields: isWalkIn ? [] : draft.fields.map((field, nth) => readField(field, nth, read)),
    // Where nobody registers, people walk in.
    walkIns: isWalkIn || draft.walkIns,
    fee: orNull(draft.fee),
    programme: orNull(draft.programme),
    contact: orNull(draft.contact),
  };
}

function readQuotas({ quotas }: TermsDraft, read: Reader): Quota[] {
  const places = (path: string, text: string): number => read.whole(path, text, 1, MOST_PLACES);
  switch (quotas.mode) {
    case 'none':
      return [];
    case 'total':
      return [{ group: 'anyone', places: places('quotas', quotas.total) }];
    case 'mixer': {
      const [men, women] = [places('quotas.men', quotas.men), places('quotas.women', quotas.women)];
      if (men !== women) read.wrong('quotas', formText.quotas.unequal);
      return [
        { group: 'men', places: men },
        { group: 'women', places: women },
      ];
    }
    case 'groups': {
      const some = openGroups.filter((group) => quotas.groups[group].trim() !== '');
      if (some.length === 0) read.wrong('quotas', formText.quotas.none);
      return some.map((group) => ({ group, places: places(`quotas.${group}`, quotas.groups[group]) }));
    }
  }
}

function readField(field: FieldDraft, nth: number, read: Reader): TermsForm['fields'][number] {
  const isChosen = field.kind === 'choice' || field.kind === 'choices';
  const options = isChosen ? optionsIn(field.options) : [];
  read.needed(`fields.${nth}.label`, field.label);
  if (isChosen && options.length < 2) read.wrong(`fields.${nth}.options`, formText.fields.twoOptions);
  return {
    ...field,
    options,
    purgeDays: read.whole(`fields.${nth}.purgeDays`, field.purgeDays, 0, 180),
  };
}

/** One a line; an empty line says nothing. */
export const optionsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((option) => option.trim())
    .filter((option) => option !== '');

/** All places together, while they are shared out; what is no number counts nothing. */
export function placesIn({ mode, total, groups, men, women }: TermsDraft['quotas']): number {
  const texts = { none: [], total: [total], groups: Object.values(groups), mixer: [men, women] }[mode];
  return texts
    .map((text) => Number(text.normalize('NFKC').trim()))
    .reduce((sum, places) => (Number.isInteger(places) && places > 0 ? sum + places : sum), 0);
}
