import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { News } from '../notice/inbox';
import { notMine } from './duty-rules';
import type { Moment, ToOne } from './moments';
import { stationTag } from './shift-index';
import { shiftNews } from './shift-news';
import type { ShiftRecord } from './shift-records';
import { volunteers } from './volunteer-records';

/** What is told by a notice; the other moments change the shift alone. */
export const tellable = ['gap', 'reminder', 'head', 'called', 'missed', 'forgotten'] as const;

const kinds = {
  reminder: 'shift-tomorrow',
  called: 'standby-called',
  missed: 'shift-missed',
  forgotten: 'clock-forgotten',
} as const satisfies Partial<Record<ToOne, News['kind']>>;

/** So many neighbours are asked at most. */
const NEIGHBOURS_ASKED = 50;
/** From this stage on. Hours. */
const CALL_AT_H = 24;

/** Everything that somebody is to be told of these moments. One round trip for heads or neighbours, none without. */
export async function newsOf(
  shift: ShiftRecord,
  due: readonly Moment[],
  heads: () => Promise<readonly PersonId[]>,
  now: EpochMs,
): Promise<News[]> {
  const news = [];
  for (const moment of due) news.push(...(await newsOfOne(shift, moment, heads, now)));
  return news;
}

async function newsOfOne(
  shift: ShiftRecord,
  moment: Moment,
  heads: () => Promise<readonly PersonId[]>,
  now: EpochMs,
): Promise<News[]> {
  switch (moment.brings) {
    case 'gap': {
      const once = `${shift._id}:${moment.key}`;
      const neighbours = moment.hours === CALL_AT_H ? await neighboursFor(shift, now) : [];
      return [
        ...(await heads()).map((head) => ({ ...shiftNews(shift, 'shift-gap', head, now), once })),
        ...neighbours.map((personId) => shiftNews(shift, 'shift-call', personId, now)),
      ];
    }
    case 'head': {
      const place = shift.places[moment.personId];
      if (place === undefined) return [];
      const about = { once: `${shift._id}:${place.number}`, words: place.calledName };
      return (await heads()).map((head) => ({ ...shiftNews(shift, 'shift-late', head, now), ...about }));
    }
    case 'reminder':
    case 'called':
    case 'missed':
    case 'forgotten':
      return [shiftNews(shift, kinds[moment.brings], moment.personId, now)];
    case 'late':
    case 'standby':
    case 'end':
    case 'close':
      return [];
  }
}

/** Volunteers of the nearest stations who could come. One round trip, none where there is no neighbour. */
async function neighboursFor(shift: ShiftRecord, now: EpochMs): Promise<PersonId[]> {
  if (shift.neighbours.length === 0) return [];
  const found = await volunteers.find(
    { tags: { in: shift.neighbours.map(stationTag) } },
    { order: [['number', 'asc']], limit: NEIGHBOURS_ASKED },
  );
  return found
    .filter((volunteer) => volunteer.state === 'accepted' && notMine(shift, null, volunteer, now).length === 0)
    .map(({ _id }) => _id);
}
