import type { EventForm } from '../../types/event-form';
import type { ResultOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import type { EventId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { unionsById } from '../member/standing';
import { listedStation } from '../station/directory';
import { changePublished } from './change-published';
import { lineBy, sameValue, saveEvent } from './event-saving';
import { checkForm } from './form-check';
import { mayNow } from './lifecycle';
import type { EventRecord } from './records';
import { events } from './records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { eventOfWish } from './wish-id';
import type { Ground } from './written-event';
import { formOf, groundOf, newDraft, withForm } from './written-event';

type Answer = ResultOf<typeof eventContract.save>;

/** Four round trips for a draft; for what is published those of `changePublished` beside them. */
export const save: Handler<'save'> = async (input, { now, personId, standing }) => {
  const { eventId, form } = input;
  const id = eventId ?? eventOfWish(personId, input.requestKey);
  const [before, [union], station] = await Promise.all([
    events.get(id),
    unionsById([form.unionId]),
    listedStation(form.stationId),
  ]);
  if (eventId !== null && before === null) return refuse('event-not-found');
  if (before !== null && !standing.covers(before.scope, ORGANISERS)) return refuse('outside-your-unions');
  // The same wish came before, and its answer was lost.
  if (eventId === null && before !== null) return asStored(before);
  if (union === undefined) return refuse('union-not-found');
  const scope = union.offices.map(({ unionId }) => unionId);
  if (!standing.covers(scope, ORGANISERS)) return refuse('outside-your-unions');
  if (station === null) return refuse('station-not-found');
  const ground = groundOf(union.offices, station, form.zoneId);
  if (ground === null) return refuse('zone-not-found');
  if (before !== null && saysTheSame(before, form, ground)) return asStored(before);
  if (before !== null && !mayNow(before, now).edit) return refuse('over-already');
  if (before !== null && before.revision !== input.revision) return refuse('changed-meanwhile');
  const checked = checkForm(form);
  if (!checked.ok) return checked;

  if (before === null) return addDraft(id, form, ground, lineBy(standing, scope, 'drafted', now));
  const after = { ...withForm(before, form, ground), isDetached: before.seriesId !== null };
  const line = lineBy(standing, scope, 'edited', now);
  if (before.state !== 'draft') return asSaved(await changePublished(before, after, line));
  const saved = await saveEvent(before, after, { history: [line], at: now });
  return saved === null ? refuse('changed-meanwhile') : asStored(saved);
};

const asStored = ({ _id, revision }: EventRecord): Answer => agree({ eventId: _id, revision });

const asSaved = (result: Awaited<ReturnType<typeof changePublished>>): Answer =>
  result.ok ? asStored(result.value) : result;

const saysTheSame = (before: EventRecord, form: EventForm, ground: Ground): boolean =>
  sameValue(formOf(before), formOf(form)) && sameValue(before.offices, ground.offices);

async function addDraft(
  id: EventId,
  form: EventForm,
  ground: Ground,
  line: EventRecord['history'][number],
): Promise<Answer> {
  const draft = { ...newDraft(id, form, ground), history: [line] };
  if ((await events.insert(draft)) === 'inserted') return asStored(draft);
  const same = await events.get(id);
  // The letters of the host's code are unique, too: once in a million million they are those of another event.
  return same === null ? refuse('changed-meanwhile') : asStored(same);
}
