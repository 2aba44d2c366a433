import { agree, refuse } from '../../types/result';
import { closeExportCase } from './export-case';
import { exportAtHand } from './export-at-hand';
import type { ExportRecord } from './export-records';
import { exportsAsked } from './export-records';
import { dayAfter, exportSteps, stateAt } from './export-request';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';

/** A second person says yes or no. Of two who decide at once, the first is heard. */
export const decideExport: Handler<'decideExport'> = async ({ exportId, isAgreed }, { now, standing }) => {
  const found = await exportAtHand(exportId, standing);
  if (!found.ok) return found;
  const { record, event } = found.value;
  if (record.askedById === standing.personId) return refuse('own-request');
  const state = exportSteps.asked[isAgreed ? 'agree' : 'decline'];
  if (record.decidedById !== null) {
    // Closed already, unless a crash came in between.
    await closeExportCase(record, now);
    const isRetry = record.decidedById === standing.personId && record.state === state;
    return isRetry ? agree({ state }) : refuse('decided-already');
  }
  if (stateAt(record, now) !== 'asked') return refuse('export-over');
  const decision = {
    state,
    decidedBy: standing.name,
    decidedById: standing.personId,
    decidedAs: standing.officeFor(event.scope, ORGANISERS),
    expiresAt: isAgreed ? dayAfter(now) : now,
  } as const satisfies Partial<ExportRecord>;
  const outcome = await exportsAsked.update({ _id: record._id, state: 'asked' }, { set: decision });
  if (outcome !== 'updated') return refuse('decided-already');
  await closeExportCase({ ...record, ...decision }, now);
  return agree({ state });
};
