import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { documentSeen } from '../member/standing';
import { documentText, sealed, serviceOf } from './certificate';
import { certificateView } from './certificate-view';
import { certificates } from './hours-records';
import { wishIdOf } from './ids';
import { readBook } from './reading-book';
import type { Handler } from './scene';
import { volunteers } from './volunteer-records';

/** The union in whose name the volunteer's station is kept: whoever organises the service certifies it. */
export const askCertificate: Handler<'askCertificate'> = async ({ from, until, requestKey }, { now, personId }) => {
  if (from > until || until > shanghaiDay(now)) return refuse('days-wrong');
  const _id = wishIdOf('certificate', personId, requestKey);
  const [volunteer, entries, seen] = await Promise.all([
    volunteers.get(personId),
    readBook(personId),
    documentSeen(personId),
  ]);
  if (volunteer === null) return refuse('not-a-volunteer');
  const service = serviceOf(entries, from, until);
  if (service.minutes === 0) return refuse('no-hours');
  const [owner] = volunteer.offices;
  if (owner === undefined) throw new Error('A volunteer is of no union.');
  const asked = sealed({
    _id,
    personId,
    state: 'asked',
    codeKey: `asked:${personId}`,
    code: null,
    name: volunteer.name,
    document: documentText(seen),
    volunteerNo: volunteer.number,
    from,
    until,
    ...service,
    unionId: owner.unionId,
    unionName: owner.name,
    scope: volunteer.scope,
    waitingFor: volunteer.scope,
    askedAt: now,
    responsible: null,
    handler: null,
    handlerId: null,
    contact: null,
    number: null,
    issuedAt: null,
    revokedAt: null,
    reason: null,
    anchor: null,
  });
  if ((await certificates.insert(asked)) === 'inserted') return agree({ certificate: certificateView(asked) });
  const known = await certificates.get(_id);
  return known === null ? refuse('asked-already') : agree({ certificate: certificateView(known) });
};
