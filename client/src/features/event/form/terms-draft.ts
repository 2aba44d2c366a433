import type { Audience, EventForm, FamilyRule, FormField, Quota } from '@contract/event-form';
import type { StationId, UnionId } from '@contract/ids';
import type { Occupation } from '@contract/occupation';

/** Groups that places may be kept for one by one. */
export const openGroups = ['anyone', 'members', 'new-employment'] as const;
export type OpenGroup = (typeof openGroups)[number];

/** How places are shared out: not at all, all alike, by group, or men and women in balance. */
export type QuotaDraft = {
  readonly mode: 'none' | 'total' | 'groups' | 'mixer';
  readonly total: string;
  readonly groups: Readonly<Record<OpenGroup, string>>;
  readonly men: string;
  readonly women: string;
};

export type AudienceDraft = {
  readonly who: Audience['who'];
  readonly occupations: readonly Occupation[];
  readonly hasAge: boolean;
  readonly ageFrom: string;
  readonly ageUpTo: string;
};

export type FamilyDraft = {
  readonly isOn: boolean;
  readonly mostChildren: string;
  readonly ageFrom: string;
  readonly ageUpTo: string;
};

/** A question while it is written; its options stand one a line. */
export type FieldDraft = Omit<FormField, 'options' | 'purgeDays'> & {
  readonly options: string;
  readonly purgeDays: string;
};

/**
 * Where something is held, who may come and on what terms: of one event and of a series alike. Under the names of the
 * form, so that an answer about a field finds it.
 */
export type TermsDraft = {
  readonly unionId: UnionId | null;
  readonly stationId: StationId | null;
  readonly zoneId: string | null;
  readonly audience: AudienceDraft;
  readonly quotas: QuotaDraft;
  readonly family: FamilyDraft;
  readonly fields: readonly FieldDraft[];
  readonly walkIns: boolean;
  readonly fee: string;
  readonly programme: string;
  readonly contact: string;
};

export type TermsForm = Pick<EventForm, keyof TermsDraft>;

const noQuotas: QuotaDraft = {
  mode: 'total',
  total: '',
  groups: { anyone: '', members: '', 'new-employment': '' },
  men: '',
  women: '',
};

/** For everybody, and so many places. */
export const newTerms: TermsDraft = {
  unionId: null,
  stationId: null,
  zoneId: null,
  audience: { who: 'everyone', occupations: [], hasAge: false, ageFrom: '', ageUpTo: '' },
  quotas: noQuotas,
  family: { isOn: false, mostChildren: '2', ageFrom: '3', ageUpTo: '12' },
  fields: [],
  walkIns: false,
  fee: '',
  programme: '',
  contact: '',
};

function quotaDraft(quotas: readonly Quota[]): QuotaDraft {
  const of = (group: Quota['group']): string => {
    const places = quotas.find((quota) => quota.group === group)?.places;
    return places === undefined ? '' : String(places);
  };
  const has = (group: Quota['group']): boolean => of(group) !== '';
  const isMixer = has('men') || has('women');
  const isTotal = quotas.length === 1 && has('anyone');
  return {
    mode: quotas.length === 0 ? 'none' : isMixer ? 'mixer' : isTotal ? 'total' : 'groups',
    total: isTotal ? of('anyone') : '',
    groups: { anyone: of('anyone'), members: of('members'), 'new-employment': of('new-employment') },
    men: of('men'),
    women: of('women'),
  };
}

const familyDraft = (family: FamilyRule | null): FamilyDraft =>
  family === null
    ? newTerms.family
    : {
        isOn: true,
        mostChildren: String(family.mostChildren),
        ageFrom: String(family.ageFrom),
        ageUpTo: String(family.ageUpTo),
      };

const audienceDraft = ({ who, occupations, age }: Audience): AudienceDraft => ({
  who,
  occupations,
  hasAge: age !== null,
  ageFrom: age === null ? '' : String(age.from),
  ageUpTo: age === null ? '' : String(age.upTo),
});

/** A saved form's terms as they are shown for typing. */
export const termsDraftOf = (form: TermsForm): TermsDraft => ({
  unionId: form.unionId,
  stationId: form.stationId,
  zoneId: form.zoneId,
  audience: audienceDraft(form.audience),
  quotas: quotaDraft(form.quotas),
  family: familyDraft(form.family),
  fields: form.fields.map((field) => ({
    ...field,
    options: field.options.join('\n'),
    purgeDays: String(field.purgeDays),
  })),
  walkIns: form.walkIns,
  fee: form.fee ?? '',
  programme: form.programme ?? '',
  contact: form.contact ?? '',
});
