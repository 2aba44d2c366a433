import { agree } from '../../types/result';
import { addDays, shanghaiDay, ShanghaiDay } from '../../types/time';
import { sumOf } from './hours-sum';
import { monthEntries } from './month-entries';
import { volunteersOf } from './reading-book';
import type { Handler } from './scene';

/** Names in the order of a dictionary: thanks are no ranking. */
const byName = new Intl.Collator('zh-Hans-CN');

export const listThanks: Handler<'listThanks'> = async ({ stationId }, { now }) => {
  const month = addDays(ShanghaiDay.parse(`${shanghaiDay(now).slice(0, 7)}-01`), -1).slice(0, 7);
  const byPerson = await monthEntries(stationId, month);
  const served = [...byPerson].filter(([, entries]) => sumOf(entries).minutes > 0).map(([person]) => person);
  const names = (await volunteersOf(served))
    // A number is no thanks: whose name waits for a head is among the others until then.
    .filter(({ thanks, state, heldName }) => thanks && !heldName && (state === 'accepted' || state === 'paused'))
    .map(({ calledName }) => calledName)
    .sort(byName.compare);
  return agree({ month, names, others: served.length - names.length });
};
