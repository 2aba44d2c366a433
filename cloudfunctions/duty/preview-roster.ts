import type { ResultOf } from '../../types/contract';
import type { RosterForm, rosterActions } from '../../types/duty-roster';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { daysAhead } from './apply-roster';
import { overlappingRules } from './overlapping-rules';
import type { Handler } from './scene';
import { problemsOf, shiftsOf } from './template-shifts';

const HOUR_MS = 3_600_000;

type Answer = ResultOf<typeof rosterActions.previewRoster>;

/** One round trip, the caller's standing; everything else is calculated. */
export const previewRoster: Handler<'previewRoster'> = ({ form }, { now }) => Promise.resolve(preview(form, now));

function preview(form: RosterForm, now: EpochMs): Answer {
  const problems = problemsOf(form);
  if (problems.length > 0) return refuse('times-wrong', problems);
  const { shifts, leftOut } = shiftsOf(form, daysAhead(now));
  const ahead = shifts.filter(({ startsAt }) => now < startsAt);
  const lines = ahead.map(({ needs, startsAt, endsAt }) => ({
    people: needs.reduce((sum, { count }) => sum + count, 0),
    hours: (endsAt - startsAt) / HOUR_MS,
  }));
  return agree({
    shifts: ahead.length,
    places: lines.reduce((sum, { people }) => sum + people, 0),
    hours: lines.reduce((sum, { people, hours }) => sum + people * hours, 0),
    leftOut: [...leftOut],
    overlapping: overlappingRules(ahead),
  });
}
