import * as z from 'zod/mini';
import { agree } from '../../types/result';
import type { Excerpt } from '../runtime/database';
import { REPORT_DAYS } from './door-round';
import { doorReports, StationRecord, stations } from './records';
import type { Handler } from './scene';

const SHOWN = 50;
const DAY_MS = 24 * 3_600_000;

const Answers = z.object({ _id: StationRecord.shape._id, live: z.pick(StationRecord.shape.live, { answers: true }) });
const answers: Excerpt<z.infer<typeof Answers>> = { schema: Answers, fields: ['_id', 'live.answers'] };

/** Each report beside the answer to its round. Two round trips. */
export const listOwnReports: Handler<'listOwnReports'> = async (_input, { now, personId }) => {
  const own = await doorReports.find(
    { reporterId: personId, at: { from: now - REPORT_DAYS * DAY_MS } },
    { order: [['at', 'desc']], limit: SHOWN },
  );
  const ids = [...new Set(own.map(({ stationId }) => stationId))];
  const found = ids.length === 0 ? [] : await stations.findParts({ _id: { in: ids } }, answers, { limit: SHOWN });
  const byStation = new Map(found.map(({ _id, live }) => [_id, live.answers]));
  return agree({
    reports: own.map(({ stationId, name, says, at, round }) => {
      const given = byStation.get(stationId)?.find((answer) => answer.round === round);
      return {
        stationId,
        name,
        says,
        at,
        answer:
          given === undefined ? null : { answer: given.answer, at: given.at, office: given.office, until: given.until },
      };
    }),
  });
};
