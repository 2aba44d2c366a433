import type { Staff } from '../../cloudfunctions/member/staff-records';
import { personIdFor } from '../../cloudfunctions/runtime/serve';
import type { LocalCloud } from '../../emulator/local-cloud';
import type { PersonId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { addDays, shanghaiDay, EpochMs } from '../../types/time';
import { consentVersions } from '../../types/consent';
import { applicationVersion } from '../../types/enrolment';
import { articleRecords } from './articles';
import { unionRecords } from './directory';
import { seededDuty } from './duty';
import type { SeededDuty } from './duty';
import type { Somebody } from './event-guests';
import { madeUpGuests } from './event-guests';
import type { Cast } from './event-scenes';
import type { SeededEvents } from './events';
import { seededEvents } from './events';
import { seededMatchmaking } from './matchmaking';
import type { SeededMatchmaking } from './matchmaking';
import { liveALittle } from './matchmaking-since';
import { networkRecords } from './network';
import type { Application, LocalPersona } from './personas';
import { applicants, personas } from './personas';
import { tallyNetwork } from '../../cloudfunctions/station/tally-network';
import { stockRecords, countedMonths } from './use';

/** How long a role of the demonstration lasts. Days. */
const ROLE_DAYS = 365;

/**
 * Puts the unions, the people one can be, Pudong's network of stations and its events into an empty store. Runs with
 * the keys of the functions in the environment.
 */
export async function seed(cloud: LocalCloud): Promise<void> {
  cloud.documents('unions').insertMany(unionRecords());
  cloud.documents('staff').insertMany(personas.flatMap(staffRecord));
  for (const persona of personas) if (persona.joined) await join(cloud, persona.openid, persona.joined.application);
  for (const { openid, application } of applicants) await join(cloud, openid, application);
  for (const persona of personas) if (persona.joined?.approved === true) await approveFor(cloud, persona);
  const now = EpochMs.parse(Date.now());
  const stations = networkRecords(now);
  cloud.documents('station-use').insertMany(countedMonths(stations, now));
  cloud.documents('station-stock').insertMany(stockRecords(stations));
  cloud.documents('station-tallies').insertMany(tallyNetwork(stations));
  cloud.documents('articles').insertMany(articleRecords(now));
  seedEvents(cloud, seededEvents(stations, castOf(), now));
  seedDuty(cloud, seededDuty(stations, castOf().rider.personId, now));
  await ringTimer(cloud);
  await seedMatchmaking(cloud, seededMatchmaking(stations, now));
  cloud.documents('stations').insertMany(stations);
}

function seedEvents(cloud: LocalCloud, seeded: SeededEvents): void {
  cloud.documents('events').insertMany(seeded.events);
  cloud.documents('registrations').insertMany(seeded.registrations);
  cloud.documents('event-attendance').insertMany(seeded.attendances);
  cloud.documents('event-guests').insertMany(seeded.guests);
  cloud.documents('event-series').insertMany(seeded.serieses);
  cloud.documents('zone-diaries').insertMany(seeded.diaries);
  cloud.documents('notices').insertMany(seeded.notices);
}

function seedDuty(cloud: LocalCloud, seeded: SeededDuty): void {
  cloud.documents('volunteers').insertMany(seeded.volunteers);
  cloud.documents('rosters').insertMany(seeded.rosters);
  cloud.documents('shifts').insertMany(seeded.shifts);
  cloud.documents('hours-book').insertMany(seeded.entries);
  cloud.documents('certificates').insertMany(seeded.certificates);
  cloud.documents('upkeep').insertMany(seeded.upkeeps);
  cloud.documents('stewards').insertMany(seeded.stewards);
}

async function seedMatchmaking(cloud: LocalCloud, seeded: SeededMatchmaking): Promise<void> {
  cloud.documents('members').insertMany(seeded.members);
  cloud.documents('match-studios').insert(seeded.studio);
  cloud.documents('match-pledges').insert(seeded.pledge);
  cloud.documents('match-profiles').insertMany(seeded.profiles);
  await liveALittle(cloud);
}

/** A draw is made and told in two or three rounds of the timer. */
const ROUNDS = 3;

/** What time has brought since: a draw whose registration is over is made as it always is. */
async function ringTimer(cloud: LocalCloud): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { result, error } = await cloud.call('event', {}, { timer: 'everyMinute' });
    const { sweep } = (result ?? {}) as { readonly sweep?: { readonly ok?: boolean } };
    if (error !== undefined || sweep?.ok !== true)
      throw new Error(`Seeding: event.sweep answered ${JSON.stringify(error ?? result)}`);
  }
}

/** Personas who go to events, and people whom nobody can be. */
function castOf(): Cast {
  const somebody = (id: string): Somebody => {
    const persona = personas.find((one) => one.id === id);
    if (persona === undefined) throw new Error(`There is no ${id} among the personas.`);
    return { personId: personOf(persona), name: persona.joined?.application.name ?? nameOf(persona) };
  };
  return { member: somebody('member'), rider: somebody('rider'), others: madeUpGuests() };
}

/** Stations come last: a seeding that was interrupted has none. */
export const isSeeded = (cloud: LocalCloud): boolean => cloud.documents('stations').count() > 0;

const nameOf = ({ name }: LocalPersona): string => name.split(' ')[1] ?? name;

export const personOf = (persona: Pick<LocalPersona, 'openid'>): PersonId => personIdFor('wechat', persona.openid);

export function staffRecord(persona: LocalPersona): Staff[] {
  if (persona.roles === undefined) return [];
  const until = addDays(shanghaiDay(EpochMs.parse(Date.now())), ROLE_DAYS);
  const names = new Map(unionRecords().map((union) => [union._id, union.name]));
  const roles = persona.roles.map(({ role, unionId }) => {
    const id = UnionId.parse(unionId);
    return { role, unionId: id, unionName: names.get(id) ?? '', until };
  });
  const name = nameOf(persona);
  const unionIds = roles.map((role) => role.unionId);
  return [{ _id: personOf(persona), name, roles, unionIds, revision: 1, history: [] }];
}

/** Joins as a person would, by the functions themselves. */
export async function join(cloud: LocalCloud, openid: string, application: Application): Promise<void> {
  const ask = asker(cloud, openid);
  const { name, mobile, idCard, occupation, employerName, workAreaId } = application;
  const consents = (['membership', 'identity-document'] as const).map((purpose) => ({
    purpose,
    version: consentVersions[purpose],
  }));
  await ask('giveConsents', { consents });
  await ask('saveDraft', {
    occupation,
    employerName,
    workAreaId,
    name,
    mobile,
    document: { kind: 'id-card', number: idCard },
  });
  const found = (await ask('findUnion', {})) as { recommended: { unionId: string } };
  await ask('chooseUnion', { unionId: found.recommended.unionId, reason: null });
  await ask('apply', { version: applicationVersion, agreed: true });
}

async function approveFor(cloud: LocalCloud, persona: LocalPersona): Promise<void> {
  const administrator = personas.find(({ id }) => id === 'administrator');
  if (administrator === undefined) throw new Error('There is no administrator among the personas.');
  const checks = { qualifies: true, voluntary: true, complete: true };
  await asker(cloud, administrator.openid)('approve', { caseId: `enrolment:${personOf(persona)}:1`, checks });
}

/** Calls an action of `member` and insists on a yes. */
const asker =
  (cloud: LocalCloud, openid: string) =>
  async (action: string, input: object): Promise<unknown> => {
    const { result, error } = await cloud.call('member', { action, input }, { openid });
    const answer = result as { ok: boolean; value?: unknown } | undefined;
    if (error !== undefined || answer?.ok !== true)
      throw new Error(`Seeding: member.${action} answered ${JSON.stringify(error ?? result)}`);
    return answer.value;
  };
