import type { hoursActions } from '../../types/duty-hours';
import type { HandlersOf } from './scene';
import { unwritten } from './unwritten';

export const hoursHandlers: HandlersOf<typeof hoursActions> = {
  listOwnHours: unwritten,
  askCertificate: unwritten,
  verifyCertificate: unwritten,
  certificatePdf: unwritten,
  enterHours: unwritten,
  decideHours: unwritten,
  issueCertificate: unwritten,
  revokeCertificate: unwritten,
  showBook: unwritten,
  exportMonth: unwritten,
  listThanks: unwritten,
};
