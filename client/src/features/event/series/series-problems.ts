import { formProblems } from '../form/path-words';
import type { Problems } from '../form/read-problems';
import { seriesText } from './series-copy';

/** The server looks at a series by its dates: what it finds in a date lies in the rule that the date came from. */
const places: Readonly<Record<string, string>> = {
  'sessions.0': 'rule',
  opensAt: 'opensDaysBefore',
  closesAt: 'closesMinutesBefore',
  cancelBy: 'closesMinutesBefore',
};

/** Nobody draws lots for a series, nor registers after a date began: less is said than in an event's form. */
const texts: Readonly<Record<string, string>> = { closesAt: seriesText.closesWrong };

/** A sentence for each place of a series' form that the server found wrong. */
export const seriesProblems = (fields: Readonly<Record<string, string>>): Problems =>
  Object.fromEntries(
    Object.entries(formProblems(fields)).map(([path, text]) => [places[path] ?? path, texts[path] ?? text]),
  );
