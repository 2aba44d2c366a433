import type { hoursActions } from '../../types/duty-hours';
import { askCertificate } from './ask-certificate';
import { certificatePdf } from './certificate-pdf';
import { decideHours } from './decide-hours';
import { enterHours } from './enter-hours';
import { exportMonth } from './export-month';
import { issueCertificate } from './issue-certificate';
import { listOwnHours } from './list-own-hours';
import { listThanks } from './list-thanks';
import { revokeCertificate } from './revoke-certificate';
import type { HandlersOf } from './scene';
import { showBook } from './show-book';
import { verifyCertificate } from './verify-certificate';

export const hoursHandlers: HandlersOf<typeof hoursActions> = {
  listOwnHours,
  askCertificate,
  verifyCertificate,
  certificatePdf,
  enterHours,
  decideHours,
  issueCertificate,
  revokeCertificate,
  showBook,
  exportMonth,
  listThanks,
};
