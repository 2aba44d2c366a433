import type { News } from '../notice/inbox';
import { tell } from '../notice/inbox';
import { staffOf } from '../member/standing';
import type { PersonId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import { Contended } from '../runtime/database';
import { alarm } from '../runtime/log';
import { blocked } from './block';
import { eraseFromStudio } from './erase';
import { markNever } from './pair-marks';
import { profiles } from './profile-records';
import { proposals } from './proposal-records';
import { evidenceOf } from './report-evidence';
import type { Bar, Evidence, ReportEffect, ReportRecord } from './report-records';
import { bars, reportEffects, reports } from './report-records';
import { isAbout, isNamed, subjectThere } from './report-subject';
import { sideHeldBy } from './two-sides';

/** How long a call may take before the timer looks after what it left. Milliseconds. */
const LEFT_MS = 2 * 60_000;
/** Evidence stays so long after the decision. Milliseconds. */
const KEPT_MS = 180 * 86_400_000;

/** When the timer has to look at a report again. */
export function dueOf({ effects, decidedAt }: Pick<ReportRecord, 'effects' | 'decidedAt'>, now: EpochMs): EpochMs {
  if (effects.length > 0) return EpochMs.parse(now + LEFT_MS);
  return decidedAt === null ? NEVER : EpochMs.parse(decidedAt + KEPT_MS);
}

/** Whoever decides meanwhile adds to what is to be done: it is struck from what is stored then. */
const TRIES = 3;

/**
 * Does what a report brings with it, in its order, and strikes it. Each is safe to repeat: what a call that dies leaves
 * is done by the timer.
 *
 * @returns the report as it is stored then
 */
export async function settleReport(report: ReportRecord, now: EpochMs): Promise<ReportRecord> {
  if (report.effects.length === 0) return report;
  const evidence = evidenceOf(report);
  const done = reportEffects.filter((effect) => report.effects.includes(effect));
  for (const effect of done) await deeds[effect](report, evidence, now);
  let read = report;
  for (let nth = 0; nth < TRIES; nth += 1) {
    const struck = { ...read, effects: read.effects.filter((effect) => !done.includes(effect)), turn: read.turn + 1 };
    const kept = { ...struck, dueAt: dueOf(struck, now) };
    const { effects, turn, dueAt } = kept;
    const outcome = await reports.update({ _id: read._id, turn: read.turn }, { set: { effects, turn, dueAt } });
    if (outcome === 'updated') return kept;
    const fresh = await reports.get(read._id);
    if (fresh === null) return read;
    read = fresh;
  }
  return read;
}

type Deed = (report: ReportRecord, evidence: Evidence, now: EpochMs) => Promise<void>;

const deeds: Readonly<Record<ReportEffect, Deed>> = {
  block: async (_report, { proposalId, reporterId, pairKey }, now) => {
    const proposal = await proposals.get(proposalId);
    const side = proposal === null ? null : sideHeldBy(proposal, reporterId);
    // Whoever reported and left meanwhile is on no side any more, and may come back.
    if (proposal === null || side === null) await markNever(pairKey, now);
    else await blocked(proposal, side);
  },
  announce: async (report, evidence, now) => {
    const judges = await judgesOf(report, evidence, now);
    if (judges.length === 0) alarm('match-report-unheard', 1);
    await tell(judges.map((to) => news(report, 'match-report-made', to, null, now)));
  },
  answer: async (report, { reporterId }, now) => {
    if (report.answer === null || !(await isThere(reporterId))) return;
    await tell([news(report, 'match-report-answered', reporterId, report.answer, now)]);
  },
  remove: async (report, evidence, now) => {
    // Barred first, so that nobody comes back between the two.
    await bar({ _id: evidence.barKey, at: now, reportId: report._id });
    // Without a profile there may still be a badge, or what a call left that died: not of an id that is nobody's.
    const subjectId = isNamed(evidence) ? evidence.subjectId : await subjectThere(evidence, report);
    if (subjectId !== null) await eraseFromStudio(subjectId, now);
  },
  'say-removed': (report, { subjectId }, now) => tell([news(report, 'match-removed', subjectId, null, now)]),
};

/** Whoever is barred already is barred for this report from now on: letting them in for an earlier one lifts nothing. */
async function bar(fresh: Bar): Promise<void> {
  const { _id, ...fields } = fresh;
  for (let nth = 0; nth < TRIES; nth += 1) {
    if ((await bars.insert(fresh)) === 'inserted') return;
    if ((await bars.update({ _id }, { set: fields })) === 'updated') return;
    // Somebody who let them in for another report has named this one already.
    if ((await bars.get(_id))?.reportId === fresh.reportId) return;
  }
  throw new Contended('A bar came and went each time.');
}

/**
 * Administrators who hear of it: of the nearest union that has one who is no party to it. Not whoever it is about, nor
 * whoever made it, nor who is the studio's matchmaker besides.
 */
async function judgesOf({ scope, studioId }: ReportRecord, evidence: Evidence, now: EpochMs): Promise<PersonId[]> {
  const [found, matchmakers] = await Promise.all([
    staffOf(scope, ['administrator'], now),
    staffOf([studioId], ['matchmaker'], now),
  ]);
  const parties = new Set<PersonId>([evidence.reporterId, ...matchmakers.map(({ personId }) => personId)]);
  const free = found.filter(({ personId }) => !parties.has(personId) && !isAbout(evidence, personId));
  const nearest = scope.find((unionId) => free.some((one) => one.unionId === unionId));
  return [...new Set(free.filter(({ unionId }) => unionId === nearest).map(({ personId }) => personId))];
}

/** Whoever left is told nothing more of the studio. Somebody of a mixer may be there without a profile. */
async function isThere(personId: PersonId): Promise<boolean> {
  if ((await profiles.get(personId)) !== null) return true;
  return (await proposals.count({ people: personId })) > 0;
}

const news = (
  { _id, studioName }: ReportRecord,
  kind: News['kind'],
  to: PersonId,
  words: string | null,
  now: EpochMs,
): News => ({ to, kind, once: _id, at: now, subject: studioName, eventId: null, when: null, words });
