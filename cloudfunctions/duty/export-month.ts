import { agree, refuse } from '../../types/result';
import { recordLooks } from '../review/ledger';
import { listedStation } from '../station/directory';
import { sumOf } from './hours-sum';
import { monthEntries } from './month-entries';
import { monthTable } from './month-table';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { volunteersOf } from './reading-book';

export const exportMonth: Handler<'exportMonth'> = async ({ stationId, month }, { now, personId, standing }) => {
  const station = await listedStation(stationId);
  if (station === null) return refuse('station-not-found');
  if (!standing.covers(station.scope, HEADS)) return refuse('outside-your-unions');
  const byPerson = await monthEntries(stationId, month);
  const people = (await volunteersOf([...byPerson.keys()])).map(({ _id, number, name }) => ({
    personId: _id,
    number,
    name,
    entries: byPerson.get(_id) ?? [],
  }));
  const office = standing.officeFor(station.scope, HEADS);
  const look = { at: now, actorId: personId, office, act: 'export', about: station.name, purpose: null } as const;
  await recordLooks(people.map((person) => ({ ...look, subjectId: person.personId })));
  return agree({
    fileName: `${stationId}-${month}.csv`,
    csv: monthTable(people),
    volunteers: people.length,
    minutes: people.reduce((sum, { entries }) => sum + sumOf(entries).minutes, 0),
  });
};
