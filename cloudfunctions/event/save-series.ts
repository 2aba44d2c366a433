import type { ResultOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import { SERIES_AHEAD_DAYS } from '../../types/event-series';
import { agree, refuse } from '../../types/result';
import { addDays, shanghaiDay } from '../../types/time';
import { unionsById } from '../member/standing';
import { listedStation } from '../station/directory';
import type { Author } from './apply-series';
import { sameValue } from './event-saving';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { checkSeries } from './series-event';
import { carryOn, nextTry } from './make-dates';
import type { SeriesRecord } from './series-records';
import { serieses } from './series-records';
import { seriesOfWish } from './wish-id';
import type { Ground } from './written-event';
import { groundOf } from './written-event';

type Answer = ResultOf<typeof eventContract.saveSeries>;

/** Five round trips, and those of `applySeries`. */
export const saveSeries: Handler<'saveSeries'> = async (input, { now, personId, standing }) => {
  const { seriesId, form, fromDay } = input;
  const id = seriesId ?? seriesOfWish(personId, input.requestKey);
  const [before, [union], station] = await Promise.all([
    serieses.get(id),
    unionsById([form.unionId]),
    listedStation(form.stationId),
  ]);
  if (seriesId !== null && before === null) return refuse('series-not-found');
  if (before !== null && !standing.covers(before.scope, ORGANISERS)) return refuse('outside-your-unions');
  if (union === undefined) return refuse('outside-your-unions');
  const scope = union.offices.map((office) => office.unionId);
  if (!standing.covers(scope, ORGANISERS)) return refuse('outside-your-unions');
  if (station === null) return refuse('station-not-found');
  const ground = groundOf(union.offices, station, form.zoneId);
  if (ground === null) return refuse('zone-not-found');
  const author = { by: standing.name, office: standing.officeFor(scope, ORGANISERS), at: now };
  // The same wish came before, and its answer was lost: what it left undone is done.
  if (before !== null && isRepeated(before, input)) return applied(before, ground, author);
  if (before !== null && (seriesId === null || before.revision !== input.revision)) return refuse('changed-meanwhile');
  const checked = checkSeries(form);
  if (!checked.ok) return checked;
  // What lies further ahead is not made yet: dates until then would follow the new form as well.
  if (before !== null && addDays(shanghaiDay(now), SERIES_AHEAD_DAYS) < fromDay)
    return refuse('times-wrong', [{ path: 'fromDay', problem: 'date' }]);

  const set = {
    revision: (before?.revision ?? 0) + 1,
    form,
    offices: [...union.offices],
    scope,
    fromDay: before === null ? form.rule.firstDay : fromDay,
    madeUpTo: before?.madeUpTo ?? null,
    makeAt: nextTry(now),
  };
  const after = { _id: id, ...set };
  const isStored =
    before === null
      ? (await serieses.insert(after)) === 'inserted'
      : (await serieses.update({ _id: id, revision: before.revision }, { set })) === 'updated';
  return isStored ? applied(after, ground, author) : refuse('changed-meanwhile');
};

const isRepeated = (before: SeriesRecord, { form, fromDay, revision, seriesId }: Wish): boolean =>
  before.revision === revision + 1 && (seriesId === null || before.fromDay === fromDay) && sameValue(before.form, form);
type Wish = Parameters<Handler<'saveSeries'>>[0];

async function applied(series: SeriesRecord, ground: Ground, author: Author): Promise<Answer> {
  const { made, changed, roomTaken, kept } = await carryOn(series, ground, author);
  return agree({ seriesId: series._id, made, changed, roomTaken: [...roomTaken], kept: [...kept] });
}
