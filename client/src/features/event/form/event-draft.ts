import type { Cover, EventKind } from '@contract/event-kind';
import type { EventForm } from '@contract/event-form';
import type { MomentDraft } from './moment-draft';
import { instantOf, momentDraft, noMoment } from './moment-draft';
import type { ReadForm } from './read-problems';
import { orNull, reader } from './read-problems';
import { placesIn, readTerms } from './read-terms';
import type { TermsDraft } from './terms-draft';
import { newTerms, termsDraftOf } from './terms-draft';
import { formText } from './form-copy';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One time at which people come together. `untilDay` is empty where it ends on the day on which it begins. */
export type SessionDraft = {
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly untilDay: string;
};

/** An event's form while it is typed. */
export type EventDraft = TermsDraft & {
  readonly title: string;
  readonly kind: EventKind | null;
  readonly cover: Cover;
  readonly text: string;
  readonly provider: string;
  readonly sessions: readonly SessionDraft[];
  readonly opensAt: MomentDraft;
  readonly closesAt: MomentDraft;
  readonly cancelBy: MomentDraft;
  readonly places: EventForm['places'];
};

/** Every field of a form has its place in a draft. */
export const eventFields = [
  'title',
  'kind',
  'cover',
  'text',
  'provider',
  'unionId',
  'stationId',
  'zoneId',
  'sessions',
  'opensAt',
  'closesAt',
  'cancelBy',
  'audience',
  'quotas',
  'places',
  'family',
  'fields',
  'walkIns',
  'fee',
  'programme',
  'contact',
] as const satisfies readonly (keyof EventDraft & keyof EventForm)[];

/** Men and women are admitted pair by pair: as the server has it, of what is being typed. */
export const isInPairs = ({ kind, quotas }: Pick<EventDraft, 'kind' | 'quotas'>): boolean =>
  kind === 'mixer' && quotas.mode === 'mixer';

/**
 * Another kind. 联谊交友 begins with as many places for men as for women; whoever wants it otherwise says so after that.
 * What was typed as one number is shared between both, and added up again.
 */
export function withKind({ kind: before, quotas }: EventDraft, kind: EventDraft['kind']): Partial<EventDraft> {
  const { mode } = quotas;
  if (kind === 'mixer' && before !== 'mixer' && mode === 'total') {
    const total = Number(quotas.total);
    const each = quotas.total.trim() === '' || !Number.isInteger(total) ? '' : String(Math.ceil(total / 2));
    return { kind, quotas: { ...quotas, mode: 'mixer', men: each, women: each } };
  }
  if (kind !== 'mixer' && before === 'mixer' && mode === 'mixer') {
    const sum = placesIn(quotas);
    return { kind, quotas: { ...quotas, mode: 'total', total: sum === 0 ? '' : String(sum) } };
  }
  return { kind };
}

export const noSession: SessionDraft = { day: '', from: '', until: '', untilDay: '' };

export const newEventDraft: EventDraft = {
  ...newTerms,
  title: '',
  kind: null,
  cover: 'dawn',
  text: '',
  provider: '',
  sessions: [noSession],
  opensAt: noMoment,
  closesAt: noMoment,
  cancelBy: noMoment,
  places: 'first-come',
};

export function eventDraftOf(form: EventForm): EventDraft {
  return {
    ...termsDraftOf(form),
    title: form.title,
    kind: form.kind,
    cover: form.cover,
    text: form.text,
    provider: form.provider ?? '',
    sessions: form.sessions.map(({ startsAt, endsAt }) => {
      const from = momentDraft(startsAt);
      const until = momentDraft(endsAt);
      return { day: from.day, from: from.time, until: until.time, untilDay: until.day === from.day ? '' : until.day };
    }),
    opensAt: momentDraft(form.opensAt),
    closesAt: momentDraft(form.closesAt),
    cancelBy: momentDraft(form.cancelBy),
    places: form.places,
  };
}

const startOfSession = ({ day, from }: SessionDraft) => instantOf({ day, time: from });
const endOfSession = ({ day, until, untilDay }: SessionDraft) =>
  instantOf({ day: untilDay === '' ? day : untilDay, time: until });

/** What is usual for an event that begins then: register from today on until two hours before, give back until a day before. */
function usualTimes(
  [first]: readonly SessionDraft[],
  now: number,
): Pick<EventDraft, 'opensAt' | 'closesAt' | 'cancelBy'> {
  const startsAt = first === undefined ? null : startOfSession(first);
  if (startsAt === null) return { opensAt: noMoment, closesAt: noMoment, cancelBy: noMoment };
  return {
    opensAt: { day: momentDraft(now).day, time: '08:00' },
    closesAt: momentDraft(startsAt - 2 * HOUR_MS),
    cancelBy: momentDraft(startsAt - DAY_MS),
  };
}

const same = (one: MomentDraft, other: MomentDraft): boolean => one.day === other.day && one.time === other.time;

/** Other sessions; times that nobody has set by hand follow them. */
export function withSessions(
  draft: EventDraft,
  sessions: readonly SessionDraft[],
  now: number,
): Pick<EventDraft, 'sessions' | 'opensAt' | 'closesAt' | 'cancelBy'> {
  const before = usualTimes(draft.sessions, now);
  const after = usualTimes(sessions, now);
  const follow = (field: 'opensAt' | 'closesAt' | 'cancelBy'): MomentDraft =>
    same(draft[field], noMoment) || same(draft[field], before[field]) ? after[field] : draft[field];
  return { sessions, opensAt: follow('opensAt'), closesAt: follow('closesAt'), cancelBy: follow('cancelBy') };
}

/** The next one: a week after the last, at the same time. */
export function nextSession(sessions: readonly SessionDraft[]): SessionDraft {
  const last = sessions[sessions.length - 1];
  const startsAt = last === undefined ? null : startOfSession(last);
  if (last === undefined || startsAt === null) return noSession;
  const later = (day: string): string =>
    day === '' ? '' : momentDraft((instantOf({ day, time: '12:00' }) ?? 0) + 7 * DAY_MS).day;
  return { ...last, day: later(last.day), untilDay: later(last.untilDay) };
}

/** The form that a draft says, or what is missing, before anything is sent; the rest is the server's to judge. */
export function readEvent(draft: EventDraft): ReadForm<EventForm> {
  const read = reader();
  const { problems } = read;
  const terms = readTerms(isInPairs(draft) ? { ...draft, family: newTerms.family } : draft, read);
  read.needed('title', draft.title);
  const kind = read.needed('kind', draft.kind);
  const moment = (path: 'opensAt' | 'closesAt' | 'cancelBy') => {
    const at = instantOf(draft[path]);
    if (at === null) read.wrong(path, formText.times.momentMissing);
    return at;
  };
  const opensAt = moment('opensAt');
  const closesAt = moment('closesAt');
  const cancelBy = moment('cancelBy');
  const sessions = draft.sessions.flatMap((session, nth) => {
    const startsAt = startOfSession(session);
    const endsAt = endOfSession(session);
    if (startsAt === null || endsAt === null) read.wrong(`sessions.${nth}`, formText.times.sessionMissing);
    return startsAt === null || endsAt === null ? [] : [{ startsAt, endsAt }];
  });
  if (draft.sessions.length === 0) read.wrong('sessions', formText.times.noSession);
  const { unionId, stationId } = terms;
  if (kind === null || opensAt === null || closesAt === null || cancelBy === null) return { ok: false, problems };
  if (unionId === null || stationId === null || Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    form: {
      ...terms,
      unionId,
      stationId,
      title: draft.title,
      kind,
      cover: draft.cover,
      text: draft.text,
      provider: orNull(draft.provider),
      sessions,
      opensAt,
      closesAt,
      cancelBy,
      places: terms.quotas.length === 0 ? 'first-come' : draft.places,
      // In pairs nobody brings children, and nobody comes past the list.
      ...(isInPairs(draft) ? { family: null, walkIns: false } : {}),
    },
  };
}
