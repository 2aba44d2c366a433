import type { ChosenStation } from '@/features/station/find/station-field';
import type { Skill } from '@contract/duty-kind';
import type { Volunteer } from '@contract/duty-volunteer';
import { formPhrases } from './volunteer-copy';

/** What somebody has typed and ticked so far. */
export type Draft = {
  readonly calledName: string;
  readonly station: ChosenStation | null;
  readonly birthYear: string;
  readonly skills: readonly Skill[];
  readonly thanks: boolean;
  readonly agrees: boolean;
};

export const draftOf = (volunteer: Volunteer | null): Draft => ({
  calledName: volunteer?.calledName ?? '',
  station: volunteer === null ? null : { stationId: volunteer.stationId, name: volunteer.stationName },
  birthYear: volunteer === null ? '' : String(volunteer.birthYear),
  skills: volunteer?.skills ?? [],
  thanks: volunteer?.thanks ?? false,
  agrees: false,
});

/** Years that the server reads. */
const isYear = (text: string): boolean => /^\d{4}$/.test(text) && Number(text) >= 1920 && Number(text) <= 2020;

/** A sentence for each field that is not there yet, by its name. */
export function problemsOf(draft: Draft, mustAgree: boolean): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (draft.calledName.trim() === '') problems['calledName'] = formPhrases.calledNameMissing;
  if (draft.station === null) problems['stationId'] = formPhrases.stationMissing;
  if (!isYear(draft.birthYear.trim())) problems['birthYear'] = formPhrases.birthYearWrong;
  if (mustAgree && !draft.agrees) problems['agrees'] = formPhrases.agreeMissing;
  return problems;
}
