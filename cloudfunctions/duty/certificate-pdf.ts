import { agree, refuse } from '../../types/result';
import { isGenuine } from './certificate';
import { certificates } from './hours-records';
import type { Handler } from './scene';

export const certificatePdf: Handler<'certificatePdf'> = async ({ certificateId }, { personId }) => {
  const record = await certificates.get(certificateId);
  if (record?.personId !== personId) return refuse('certificate-not-found');
  const { state, code, number, issuedAt } = record;
  if (state !== 'issued' || code === null || number === null || issuedAt === null) return refuse('not-issued');
  // Nothing is printed from what somebody changed in the store.
  if (!isGenuine(record)) throw new Error('A certificate does not read as it was written.');
  // Fonts and their library are read when the first sheet is wanted, not whenever the function starts.
  const { certificateSheet } = await import('./certificate-sheet');
  const sheet = await certificateSheet({ ...record, code, number, issuedAt });
  return agree({ fileName: `${number}.pdf`, base64: sheet.toString('base64') });
};
