import { formProblems } from '../form/path-words';
import type { Problems } from '../form/read-problems';

/** The server looks at a series by its dates: what it finds in a date lies in the rule that the date came from. */
const places: Readonly<Record<string, string>> = {
  'sessions.0': 'rule',
  opensAt: 'opensDaysBefore',
  closesAt: 'closesMinutesBefore',
  cancelBy: 'closesMinutesBefore',
};

/** A sentence for each place of a series' form that the server found wrong. */
export const seriesProblems = (fields: Readonly<Record<string, string>>): Problems =>
  Object.fromEntries(Object.entries(formProblems(fields)).map(([path, text]) => [places[path] ?? path, text]));
