import { agree, refuse } from '../../types/result';
import { sealed } from './certificate';
import { certificateView } from './certificate-view';
import { certificates } from './hours-records';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { tellOfCertificate } from './tell-of-certificate';

export const revokeCertificate: Handler<'revokeCertificate'> = async ({ certificateId, reason }, scene) => {
  const { personId, standing, now } = scene;
  const record = await certificates.get(certificateId);
  if (record === null) return refuse('certificate-not-found');
  if (!standing.covers(record.scope, HEADS)) return refuse('outside-your-unions');
  if (record.personId === personId) return refuse('own-hours');
  if (record.state === 'issued') {
    const { _id, ...fields } = sealed({ ...record, state: 'revoked', revokedAt: now, reason });
    await certificates.update({ _id, state: 'issued' }, { set: fields });
  }
  const revoked = await certificates.get(certificateId);
  // The same reason once more is the same request once more.
  if (revoked?.state !== 'revoked' || revoked.reason !== reason) return refuse('not-issued');
  await tellOfCertificate(revoked, 'certificate-revoked', now);
  return agree({ certificate: certificateView(revoked) });
};
