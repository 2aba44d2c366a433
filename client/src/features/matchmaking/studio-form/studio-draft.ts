import type { ChosenStation } from '@/features/station/find/station-field';
import type { StudioForm } from '@contract/match-sitting';
import type { ReadForm } from '@/features/event/form/read-problems';
import { orNull, reader } from '@/features/event/form/read-problems';
import { weekdayName } from '../match-words';
import { studioPhrases as words } from './studio-copy';

/** A studio's form as it stands in its fields. */
export type StudioDraft = {
  readonly name: string;
  readonly about: string;
  readonly station: ChosenStation | null;
  readonly room: string;
  /** `1` Monday … `7` Sunday. */
  readonly weekday: string;
  /** `13:30`; empty while not chosen. */
  readonly from: string;
  readonly until: string;
  readonly slotMinutes: string;
  readonly tables: string;
  readonly needsStamp: boolean;
  readonly isOpen: boolean;
};
export const studioFields = [
  ...(['name', 'about', 'station', 'room', 'weekday', 'from', 'until'] as const),
  ...(['slotMinutes', 'tables', 'needsStamp', 'isOpen'] as const),
] as const;

/** A Friday afternoon at one table. */
const fresh: StudioDraft = {
  name: '',
  about: '',
  station: null,
  room: '',
  weekday: '5',
  from: '13:30',
  until: '17:00',
  slotMinutes: '30',
  tables: '1',
  needsStamp: false,
  isOpen: true,
};

const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** @param stationName of the station that the form names; its id is shown where the name is not known */
export function studioDraftOf(form: StudioForm | null, stationName: string | null): StudioDraft {
  if (form === null) return fresh;
  const { stationId, room, weekday, from, until, slotMinutes, tables } = form;
  return {
    ...form,
    station: { stationId, name: stationName ?? stationId },
    room: room ?? '',
    weekday: String(weekday),
    from: timeText(from),
    until: timeText(until),
    slotMinutes: String(slotMinutes),
    tables: String(tables),
  };
}

/** Minutes after midnight; null where no time was chosen. */
function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

export function readStudio(draft: StudioDraft): ReadForm<StudioForm> {
  const read = reader();
  const from = minuteOf(draft.from);
  const until = minuteOf(draft.until);
  const { station } = draft;
  read.needed('name', draft.name);
  read.needed('about', draft.about);
  if (station === null) read.wrong('station', words.stationMissing);
  if (from === null) read.wrong('from', words.missing);
  if (until === null) read.wrong('until', words.missing);
  if (from !== null && until !== null && until <= from) read.wrong('until', words.untilWrong);
  const slotMinutes = read.whole('slotMinutes', draft.slotMinutes, 10, 120);
  const tables = read.whole('tables', draft.tables, 1, 10);
  if (from !== null && until !== null && until > from && until - from < slotMinutes) {
    read.wrong('slotMinutes', words.tooLong);
  }
  if (station === null || from === null || until === null || Object.keys(read.problems).length > 0) {
    return { ok: false, problems: read.problems };
  }
  return {
    ok: true,
    form: {
      name: draft.name.trim(),
      about: draft.about.trim(),
      stationId: station.stationId,
      room: orNull(draft.room),
      weekday: Number(draft.weekday),
      from,
      until,
      slotMinutes,
      tables,
      needsStamp: draft.needsStamp,
      isOpen: draft.isOpen,
    },
  };
}

const yesOrNo = (is: boolean): string => (is ? '是' : '否');

/** What a field says, for comparing it with a colleague's. */
export const studioTexts = {
  name: ({ name }: StudioDraft) => name,
  about: ({ about }: StudioDraft) => about,
  station: ({ station }: StudioDraft) => station?.name ?? '',
  room: ({ room }: StudioDraft) => room,
  weekday: ({ weekday }: StudioDraft) => weekdayName(Number(weekday)),
  from: ({ from }: StudioDraft) => from,
  until: ({ until }: StudioDraft) => until,
  slotMinutes: ({ slotMinutes }: StudioDraft) => slotMinutes,
  tables: ({ tables }: StudioDraft) => tables,
  needsStamp: ({ needsStamp }: StudioDraft) => yesOrNo(needsStamp),
  isOpen: ({ isOpen }: StudioDraft) => yesOrNo(isOpen),
} as const;
