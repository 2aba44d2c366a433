import type {
  ChildWish,
  Gender,
  Interest,
  MarriageHistory,
  MatchFact,
  Seeking,
  SeenBy,
  SmokingHabit,
  WorkShift,
} from '@contract/match-kind';
import type { MatchContact, MatchFacts, ProfileForm } from '@contract/match-profile';
import type { Occupation } from '@contract/occupation';

/** What a list of choices holds where nothing is said. */
export const UNSAID = 'unsaid';
type Unsaid = typeof UNSAID;

/** What somebody has typed and ticked about themselves so far. */
export type ProfileDraft = {
  readonly calledName: string;
  readonly gender: Gender | null;
  readonly birthYear: string;
  readonly street: string;
  readonly hometown: string;
  readonly occupation: Occupation | Unsaid;
  readonly shift: WorkShift | Unsaid;
  readonly restDays: readonly number[];
  readonly interests: readonly Interest[];
  readonly smokes: SmokingHabit | Unsaid;
  readonly history: MarriageHistory | Unsaid;
  readonly hasChildren: 'yes' | 'no' | Unsaid;
  readonly about: string;
  readonly hopes: string;
  readonly agesFrom: string;
  readonly agesUpTo: string;
  readonly seenBy: Readonly<Record<MatchFact, SeenBy>>;
  readonly contactKind: MatchContact['kind'];
  readonly contact: string;
  readonly seeks: Seeking | Unsaid;
  readonly children: ChildWish | Unsaid;
  readonly notColleagues: boolean;
};

/** Where one lives waits for both to say yes, and what is nobody's business stays with the matchmaker, unless one says otherwise. */
const firstSeenBy: ProfileDraft['seenBy'] = {
  age: 'proposal',
  street: 'mutual',
  hometown: 'proposal',
  occupation: 'proposal',
  shift: 'proposal',
  restDays: 'proposal',
  interests: 'proposal',
  smokes: 'proposal',
  history: 'studio',
  hasChildren: 'studio',
  about: 'proposal',
  hopes: 'proposal',
  ages: 'studio',
};

export const emptyDraft: ProfileDraft = {
  calledName: '', gender: null, birthYear: '', street: '', hometown: '', occupation: UNSAID, shift: UNSAID, restDays: [], interests: [],
  smokes: UNSAID, history: UNSAID, hasChildren: UNSAID, about: '', hopes: '', agesFrom: '', agesUpTo: '', seenBy: firstSeenBy,
  contactKind: 'mobile', contact: '', seeks: UNSAID, children: UNSAID, notColleagues: false,
}; // prettier-ignore

/** What was said before, to be changed. */
export function draftOf(form: ProfileForm): ProfileDraft {
  const { facts } = form;
  return {
    calledName: form.calledName,
    gender: form.gender,
    birthYear: String(facts.age.value),
    street: facts.street?.value ?? '',
    hometown: facts.hometown?.value ?? '',
    occupation: facts.occupation?.value ?? UNSAID,
    shift: facts.shift?.value ?? UNSAID,
    restDays: facts.restDays?.value ?? [],
    interests: facts.interests?.value ?? [],
    smokes: facts.smokes?.value ?? UNSAID,
    history: facts.history?.value ?? UNSAID,
    hasChildren: facts.hasChildren === null ? UNSAID : facts.hasChildren.value ? 'yes' : 'no',
    about: facts.about?.value ?? '',
    hopes: facts.hopes?.value ?? '',
    agesFrom: facts.ages === null ? '' : String(facts.ages.value.from),
    agesUpTo: facts.ages === null ? '' : String(facts.ages.value.upTo),
    seenBy: seenByOf(facts),
    contactKind: form.contact.kind,
    contact: form.contact.value,
    seeks: form.seeks ?? UNSAID,
    children: form.children ?? UNSAID,
    notColleagues: form.notColleagues,
  };
}

function seenByOf(facts: MatchFacts): ProfileDraft['seenBy'] {
  const stated = Object.entries(facts).flatMap(([fact, said]) => (said === null ? [] : [[fact, said.seenBy] as const]));
  return { ...firstSeenBy, ...Object.fromEntries(stated) };
}

/** What is sent, once nothing is wrong with it. Null before. */
export function formOf(draft: ProfileDraft): ProfileForm | null {
  const { gender, seenBy } = draft;
  if (gender === null) return null;
  const fact = <Fact extends MatchFact, Value>(name: Fact, value: Value | null) =>
    value === null ? null : { value, seenBy: seenBy[name] };
  return {
    calledName: draft.calledName.trim(),
    gender,
    facts: {
      age: { value: Number(draft.birthYear.trim()), seenBy: seenBy.age },
      street: fact('street', said(draft.street)),
      hometown: fact('hometown', said(draft.hometown)),
      occupation: fact('occupation', chosen(draft.occupation)),
      shift: fact('shift', chosen(draft.shift)),
      restDays: fact('restDays', some(draft.restDays)),
      interests: fact('interests', some(draft.interests)),
      smokes: fact('smokes', chosen(draft.smokes)),
      history: fact('history', chosen(draft.history)),
      hasChildren: fact('hasChildren', draft.hasChildren === UNSAID ? null : draft.hasChildren === 'yes'),
      about: fact('about', said(draft.about)),
      hopes: fact('hopes', said(draft.hopes)),
      ages: fact('ages', agesOf(draft)),
    },
    contact: { kind: draft.contactKind, value: draft.contact.trim() },
    seeks: chosen(draft.seeks),
    children: chosen(draft.children),
    notColleagues: draft.notColleagues,
  };
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const chosen = <Value extends string>(value: Value | Unsaid): Exclude<Value, Unsaid> | null =>
  value === UNSAID ? null : (value as Exclude<Value, Unsaid>);
const some = <Value>(values: readonly Value[]): Value[] | null => (values.length === 0 ? null : [...values]);

function agesOf({ agesFrom, agesUpTo }: ProfileDraft): { from: number; upTo: number } | null {
  if (agesFrom.trim() === '' && agesUpTo.trim() === '') return null;
  return { from: Number(agesFrom.trim()), upTo: Number(agesUpTo.trim()) };
}

/** Without the consent to keep them, these are not said. */
export const withoutSensitive = (draft: ProfileDraft): ProfileDraft => ({
  ...draft,
  history: UNSAID,
  hasChildren: UNSAID,
  seeks: UNSAID,
  children: UNSAID,
});
