import type { InputOf } from '../../types/contract';
import type { hoursActions } from '../../types/duty-hours';
import { agree, refuse } from '../../types/result';
import { documentSeen } from '../member/standing';
import { documentText, numberOf, sealed, serviceOf } from './certificate';
import { drawCertificateCode } from './certificate-code';
import { certificateView } from './certificate-view';
import { verifyChain } from './chain';
import type { CertificateRecord } from './hours-records';
import { certificates } from './hours-records';
import type { Decider } from './hours-decision';
import { readBook } from './reading-book';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { tellOfCertificate } from './tell-of-certificate';
import { volunteers } from './volunteer-records';

type Wish = InputOf<typeof hoursActions.issueCertificate>;

export const issueCertificate: Handler<'issueCertificate'> = async (input, scene) => {
  const { personId, standing, now } = scene;
  const asked = await certificates.get(input.certificateId);
  if (asked === null) return refuse('certificate-not-found');
  if (!standing.covers(asked.scope, HEADS)) return refuse('outside-your-unions');
  if (asked.personId === personId) return refuse('own-hours');
  if (asked.state === 'asked') {
    const written = input.agree ? await issue(asked, input, scene) : await turnDown(asked, input, scene);
    if (written !== null) return refuse(written);
  }
  const decided = await certificates.get(input.certificateId);
  if (decided?.handlerId !== personId || decided.state !== (input.agree ? 'issued' : 'refused'))
    return refuse('decided-already');
  await tellOfCertificate(decided, 'certificate-answered', now);
  return agree({ certificate: certificateView(decided) });
};

/** Everything that it says of the hours is read from the book once more. */
async function issue(
  asked: CertificateRecord,
  { responsible, contact }: Wish,
  { standing, personId, now }: Decider,
): Promise<'details-needed' | 'book-broken' | null> {
  if (responsible === null || contact === null) return 'details-needed';
  const volunteer = await volunteers.get(asked.personId);
  if (volunteer === null) throw new Error('A certificate is about nobody.');
  const { chain } = volunteer;
  const [entries, seen] = await Promise.all([readBook(asked.personId, chain.length), documentSeen(asked.personId)]);
  if (verifyChain(entries, chain) !== null) return 'book-broken';
  const code = drawCertificateCode();
  await replace(asked, {
    state: 'issued',
    codeKey: code,
    code,
    name: volunteer.name,
    document: documentText(seen),
    ...serviceOf(entries, asked.from, asked.until),
    responsible,
    contact,
    handler: standing.name,
    handlerId: personId,
    number: numberOf(asked.unionId, now, code),
    issuedAt: now,
    anchor: chain,
  });
  return null;
}

async function turnDown(
  asked: CertificateRecord,
  { reason }: Wish,
  { standing, personId }: Decider,
): Promise<'reason-needed' | null> {
  if (reason === null) return 'reason-needed';
  await replace(asked, {
    state: 'refused',
    codeKey: `none:${asked._id}`,
    handler: standing.name,
    handlerId: personId,
    reason,
  });
  return null;
}

/** Only if nobody has decided it yet. */
async function replace(asked: CertificateRecord, change: Partial<CertificateRecord>): Promise<void> {
  const { _id, ...fields } = sealed({ ...asked, ...change, waitingFor: [] });
  const written = await certificates.update({ _id, state: 'asked' }, { set: fields });
  if (written === 'duplicate') throw new Error('A code was drawn twice.');
}
