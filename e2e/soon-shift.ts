import { AUNTIES_STATION } from '../scripts/seed/duty';
import type { OutputOf } from '../types/contract';
import type { ActionName, ActionOf, InputFor } from '../types/contracts';
import type { RequestKey } from '../types/evidence';
import type { ShiftId } from '../types/ids';
import { StationId } from '../types/ids';
import { ask } from './served';

/** What somebody does on a phone that is not looked at; anything but a yes ends the test. */
export type Done = <Name extends ActionName>(
  persona: string,
  name: Name,
  input: InputFor<Name>,
) => Promise<OutputOf<ActionOf<Name>>>;

export const doneAt =
  (address: string): Done =>
  async (persona, name, input) => {
    const answer = await ask(address, `persona:${persona}`, name, input);
    if (answer?.ok !== true) throw new Error(`${persona}: ${name} answered ${JSON.stringify(answer)}`);
    return answer.value;
  };

export const auntiesStation = StationId.parse(AUNTIES_STATION);

const DAY_MS = 86_400_000;

/**
 * The seeded shift that is about to begin, with one place left. Whatever the clock says, both volunteers among the
 * personas may take it: the head lets them off everything of the next two days.
 */
export async function soonShift(done: Done): Promise<ShiftId> {
  for (const persona of ['volunteer', 'volunteer-zhou']) await letOff(done, persona);
  const { shifts } = await done('volunteer', 'duty.listOpenShifts', { days: 2, from: null });
  const soon = shifts.find(({ title, stationId }) => title === '机动班' && stationId === auntiesStation);
  if (soon === undefined) throw new Error('No shift is about to begin.');
  if ((soon.needs[0]?.free ?? 0) > 1) await seatSomebodyElse(done, soon.shiftId);
  return soon.shiftId;
}

/** Somebody of the demonstration has the next two days for themselves; nothing where they are no volunteer. */
export async function letOff(done: Done, persona: string): Promise<void> {
  const { volunteer } = await done(persona, 'duty.showVolunteer', {});
  if (volunteer === null) return;
  const { upcoming } = await done(persona, 'duty.listOwnShifts', {});
  const soon = upcoming.filter(({ shift, isStandby }) => shift.startsAt < Date.now() + 2 * DAY_MS && !isStandby);
  for (const { shift } of soon)
    await done('head-caolu', 'duty.unassign', {
      shiftId: shift.shiftId,
      number: volunteer.number,
      reason: '这两天请您歇一歇',
    });
}

async function seatSomebodyElse(done: Done, shiftId: ShiftId): Promise<void> {
  const { volunteers } = await done('head-caolu', 'duty.listVolunteers', {
    stationId: auntiesStation,
    forShift: shiftId,
  });
  const other = volunteers.find(
    ({ calledName, notTheirs }) => !/^[孙周]阿姨$/.test(calledName) && notTheirs.length === 0,
  );
  if (other === undefined) throw new Error('Nobody else may come.');
  const requestKey = 'somebody-else-is-there' as RequestKey;
  await done('head-caolu', 'duty.assign', { shiftId, number: other.number, role: 'door', requestKey });
}

/** What is on the station's screen right now. */
export async function codeOnScreen(done: Done): Promise<string> {
  const { codes } = await done('head-caolu', 'station.presenceCodes', { stationId: auntiesStation });
  const now = Date.now();
  const code = codes.find(({ from, until }) => from <= now && now < until)?.code;
  if (code === undefined) throw new Error('No code stands right now.');
  return code;
}
