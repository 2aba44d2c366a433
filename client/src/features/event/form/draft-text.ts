import { momentText } from '@/calendar-words';
import { groupName, kindName } from '../event-words';
import type { EventDraft } from './event-draft';
import { formText } from './form-copy';
import { occupationNames } from '@/occupation-words';
import { coverNames, fieldNames, placesNames, quotaModes, whoNames } from './form-names';
import type { MomentDraft } from './moment-draft';
import { instantOf } from './moment-draft';
import { placesIn } from './read-terms';
import type { TermsDraft } from './terms-draft';
import { openGroups } from './terms-draft';

const moment = (draft: MomentDraft): string => {
  const at = instantOf(draft);
  return at === null ? '' : momentText(at);
};
const onlyIf = (isSaid: boolean, text: string): string => (isSaid ? text : '');

function quotaText({ mode, total, groups, men, women }: TermsDraft['quotas']): string {
  if (mode === 'none') return quotaModes.none.label;
  if (mode === 'total') return onlyIf(total.trim() !== '', formText.quotas.sum(Number(total)));
  const parts =
    mode === 'mixer'
      ? ([
          ['men', men],
          ['women', women],
        ] as const)
      : openGroups.map((group) => [group, groups[group]] as const);
  return parts
    .filter(([, text]) => text.trim() !== '')
    .map(([group, text]) => formText.quotas.people(groupName(group), Number(text)))
    .join('、');
}

const audienceText = ({ who, occupations, hasAge, ageFrom, ageUpTo }: TermsDraft['audience']): string =>
  [
    whoNames[who].label,
    occupations.map((code) => occupationNames[code]).join('、'),
    onlyIf(hasAge, `${ageFrom}–${ageUpTo}岁`),
  ]
    .filter(Boolean)
    .join('，');

/** What the terms say, for a folded section and for comparing. */
export const termsTexts: { readonly [Field in keyof TermsDraft]: (draft: TermsDraft) => string } = {
  unionId: ({ unionId }) => unionId ?? '',
  stationId: ({ stationId }) => stationId ?? '',
  zoneId: ({ zoneId }) => zoneId ?? '',
  audience: ({ audience }) => audienceText(audience),
  quotas: ({ quotas }) => quotaText(quotas),
  family: ({ family }) => onlyIf(family.isOn, formText.family.summary(family.mostChildren)),
  fields: ({ fields }) => fields.map(({ label }) => label).join('、'),
  walkIns: ({ walkIns, quotas }) => onlyIf(walkIns && placesIn(quotas) > 0, fieldNames.walkIns),
  fee: ({ fee }) => fee,
  programme: ({ programme }) => programme,
  contact: ({ contact }) => contact,
};

export const eventTexts: { readonly [Field in keyof EventDraft]: (draft: EventDraft) => string } = {
  ...termsTexts,
  title: ({ title }) => title,
  kind: ({ kind }) => (kind === null ? '' : kindName(kind)),
  cover: ({ cover }) => coverNames[cover],
  text: ({ text }) => text,
  provider: ({ provider }) => provider,
  sessions: ({ sessions }) =>
    sessions.map(({ day, from, until }) => [moment({ day, time: from }), until].filter(Boolean).join('–')).join('、'),
  opensAt: ({ opensAt }) => moment(opensAt),
  closesAt: ({ closesAt }) => moment(closesAt),
  cancelBy: ({ cancelBy }) => moment(cancelBy),
  places: ({ places, quotas }) => onlyIf(quotas.mode !== 'none', placesNames[places].label),
};
