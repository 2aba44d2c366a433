import { maskedName } from '../../types/person';
import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { isGenuine, serviceOf } from './certificate';
import { readCertificateCode } from './certificate-code';
import { verifyChain } from './chain';
import type { BookEntry, CertificateRecord } from './hours-records';
import { certificates } from './hours-records';
import { readableBook } from './reading-book';
import type { Handler } from './scene';

export const verifyCertificate: Handler<'verifyCertificate'> = async ({ code: shown }) => {
  const code = readCertificateCode(shown);
  const [record] = code === null ? [] : await certificates.find({ codeKey: code }, { limit: 1 });
  if (code === null || record === undefined) return refuse('certificate-not-found');
  const { state, number, contact, issuedAt, revokedAt, anchor } = record;
  if ((state !== 'issued' && state !== 'revoked') || number === null || contact === null || issuedAt === null)
    return refuse('certificate-not-found');
  const entries = anchor === null ? [] : await readableBook(record.personId);
  const { from, until, minutes, mix, content, volunteerNo, unionName } = record;
  return agree({
    code,
    state,
    maskedName: maskedName(record.name),
    volunteerNo,
    from,
    until,
    minutes,
    mix,
    content,
    unionName,
    contact,
    number,
    issuedOn: shanghaiDay(issuedAt),
    revokedOn: revokedAt === null ? null : shanghaiDay(revokedAt),
    minutesNow: entries === null ? null : minutesNow(record, entries),
    chainHolds: entries !== null && isGenuine(record) && holdsUpToAnchor(record, entries),
  });
};

const holdsUpToAnchor = ({ anchor }: CertificateRecord, entries: readonly BookEntry[]): boolean =>
  anchor !== null &&
  verifyChain(
    entries.filter(({ seq }) => seq <= anchor.length),
    anchor,
  ) === null;

/** Null while nothing changed; and where the book does not hold, since then it says nothing. */
function minutesNow({ from, until, minutes }: CertificateRecord, entries: readonly BookEntry[]): number | null {
  const end = { length: entries.length, head: entries.at(-1)?.hash ?? '' };
  if (verifyChain(entries, end) !== null) return null;
  const now = serviceOf(entries, from, until).minutes;
  return now === minutes ? null : now;
}
