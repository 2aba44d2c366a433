import type { EventForm, EventSession, FormField, Quota } from '../../types/event-form';
import type { FieldProblem, ProblemCode, Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { ShanghaiDay, startOfDay } from '../../types/time';
import { isInPairs } from './pairs';

const DAY_MS = 86_400_000;
/**
 * A draw is made right after registration ends; then those who won must hear of it and set out. Milliseconds, as
 * organisers of draws are told in the form.
 */
export const DRAW_BEFORE_START_MS = 2 * 3_600_000;
/** Nothing is planned before or after: a year mistyped is noticed. */
const earliest = startOfDay(ShanghaiDay.parse('2020-01-01'));
const latest = startOfDay(ShanghaiDay.parse('2100-01-01'));

export type FormRefusal = 'times-wrong' | 'quotas-wrong' | 'fields-wrong';
/** What staff may change in the check: everything but words. */
export type CheckedForm = Pick<
  EventForm,
  | 'kind'
  | 'sessions'
  | 'opensAt'
  | 'closesAt'
  | 'cancelBy'
  | 'audience'
  | 'quotas'
  | 'places'
  | 'family'
  | 'fields'
  | 'walkIns'
>;

/** Whether an event can be as a form says, with every place in the form where it cannot. */
export function checkForm(form: CheckedForm): Result<null, FormRefusal> {
  const times = timeProblems(form);
  if (times.length > 0) return refuse('times-wrong', times);
  const quotas = [...quotaProblems(form.quotas), ...placeProblems(form), ...pairProblems(form)];
  if (quotas.length > 0) return refuse('quotas-wrong', quotas);
  const fields = [...audienceProblems(form), ...fieldProblems(form.fields)];
  if (fields.length > 0) return refuse('fields-wrong', fields);
  return agree(null);
}

/** It begins after now, and so does the end of registration: only then is there something to publish. */
export const isToCome = ({ sessions, closesAt }: Pick<EventForm, 'sessions' | 'closesAt'>, now: EpochMs): boolean =>
  now < closesAt && sessions.every(({ startsAt }) => now < startsAt);

const wrong = (path: string, problem: ProblemCode = 'choice'): FieldProblem => ({ path, problem });

/**
 * Sessions come one after the other, none longer than a day. Registration ends with the beginning at the latest; where
 * people may walk in, with the last end; where places are drawn, two hours before the beginning.
 */
function timeProblems(form: CheckedForm): FieldProblem[] {
  const { sessions, opensAt, closesAt, cancelBy } = form;
  const ordered = sessions.flatMap(({ startsAt, endsAt }, nth) => {
    const before = sessions[nth - 1]?.endsAt ?? earliest;
    const fits = before <= startsAt && startsAt < endsAt && endsAt - startsAt <= DAY_MS && endsAt <= latest;
    return fits ? [] : [wrong(`sessions.${nth}`, 'date')];
  });
  const [first] = sessions;
  const last = sessions.at(-1);
  if (first === undefined || last === undefined) return [wrong('sessions', 'missing')];
  return [
    ...ordered,
    ...(earliest <= opensAt && opensAt < closesAt ? [] : [wrong('opensAt', 'date')]),
    ...(closesAt <= lastClosing(form, first, last) ? [] : [wrong('closesAt', 'date')]),
    ...(earliest <= cancelBy && cancelBy <= first.startsAt ? [] : [wrong('cancelBy', 'date')]),
  ];
}

function lastClosing({ walkIns, quotas, places }: CheckedForm, first: EventSession, last: EventSession): number {
  if (quotas.length > 0 && places === 'draw') return first.startsAt - DRAW_BEFORE_START_MS;
  return walkIns || quotas.length === 0 ? last.endsAt : first.startsAt;
}

/** Each group once; men and women are balanced with one another, in as many places, and with nobody else. */
function quotaProblems(quotas: readonly Quota[]): FieldProblem[] {
  const groups = quotas.map(({ group }) => group);
  const twice = groups.flatMap((group, nth) => (groups.indexOf(group) === nth ? [] : [wrong(`quotas.${nth}`)]));
  const isMixer = groups.some((group) => group === 'men' || group === 'women');
  const isBalanced =
    groups.length === 2 &&
    groups.includes('men') &&
    groups.includes('women') &&
    quotas.every(({ places }) => places === quotas[0]?.places);
  return [...twice, ...(isMixer && !isBalanced ? [wrong('quotas')] : [])];
}

/** A family fits into one of the quotas at least. Where nobody registers there is nothing to draw and nothing to ask. */
function placeProblems({ quotas, family, places, fields, walkIns }: CheckedForm): FieldProblem[] {
  if (quotas.length === 0)
    return [
      ...(walkIns ? [] : [wrong('walkIns')]),
      ...(places === 'first-come' ? [] : [wrong('places')]),
      ...(family === null ? [] : [wrong('family')]),
      ...(fields.length === 0 ? [] : [wrong('fields')]),
    ];
  if (family === null) return [];
  const fits = quotas.some((quota) => 1 + family.mostChildren <= quota.places);
  return [
    ...(fits ? [] : [wrong('family.mostChildren')]),
    ...(family.ageFrom <= family.ageUpTo ? [] : [wrong('family.ageFrom')]),
  ];
}

/** Pair by pair nobody brings children, and nobody comes past the list. */
const pairProblems = (form: CheckedForm): FieldProblem[] =>
  isInPairs({ ...form, family: null })
    ? [...(form.family === null ? [] : [wrong('family')]), ...(form.walkIns ? [wrong('walkIns')] : [])]
    : [];

const audienceProblems = ({ audience: { age } }: CheckedForm): FieldProblem[] =>
  age === null || age.from <= age.upTo ? [] : [wrong('audience.age')];

/** Names that every object answers to without having been told. */
const isTaken = (fieldId: string): boolean => fieldId in {};

function fieldProblems(fields: readonly FormField[]): FieldProblem[] {
  return fields.flatMap((field, nth) => {
    const before = fields.slice(0, nth);
    const isKnown = isTaken(field.fieldId) || before.some(({ fieldId }) => fieldId === field.fieldId);
    return [
      ...(isKnown ? [wrong(`fields.${nth}.fieldId`)] : []),
      ...(hasItsOptions(field) ? [] : [wrong(`fields.${nth}.options`)]),
      ...(canBeAsked(field, before) ? [] : [wrong(`fields.${nth}.askedIf`)]),
    ];
  });
}

/** Two to choose from at least, each once; none where nothing is chosen. */
const hasItsOptions = ({ kind, options }: FormField): boolean =>
  kind === 'choice' || kind === 'choices'
    ? options.length >= 2 && new Set(options).size === options.length
    : options.length === 0;

/** The question that it hangs on comes before it and can be answered so. */
function canBeAsked({ askedIf }: FormField, before: readonly FormField[]): boolean {
  if (askedIf === null) return true;
  const earlier = before.find(({ fieldId }) => fieldId === askedIf.fieldId);
  if (earlier === undefined) return false;
  const { answer } = askedIf;
  return typeof answer === 'boolean' ? earlier.kind === 'yes-no' : earlier.options.includes(answer);
}
