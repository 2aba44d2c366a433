import type { Certificate } from '@contract/duty-hours';
import { fullDayText } from '@/calendar-words';
import { evidenceName, minutesText } from '../duty-words';
import { sheetWords as words } from './certificate-copy';

export type SheetRow = { readonly label: string; readonly texts: readonly string[] };

/** Everything that a certificate says, as it stands on paper. */
export type Sheet = {
  readonly number: string;
  readonly rows: readonly SheetRow[];
  readonly issued: readonly SheetRow[];
  /** In groups of four, as it is read out. */
  readonly code: readonly string[];
  /** What its code says: the page that reads it (cloudfunctions/duty/certificate-code.ts). */
  readonly address: string;
};

/** @returns null for one that no union has signed */
export function sheetOf(certificate: Certificate): Sheet | null {
  const { code, number, issuer, issuedOn, from, until } = certificate;
  if (code === null || number === null || issuer === null || issuedOn === null) return null;
  return {
    number,
    rows: [
      row(words.name, certificate.name),
      row(words.document, certificate.document ?? words.noDocument),
      row(words.volunteerNo, certificate.volunteerNo),
      row(words.days, `${fullDayText(from)} 至 ${fullDayText(until)}`),
      row(words.hours, whole(certificate.minutes)),
      row(words.content, ...certificate.content),
      row(
        words.restsOn,
        ...certificate.mix.map(({ evidence, minutes }) => `${evidenceName(evidence)}：${whole(minutes)}`),
      ),
    ],
    issued: [
      row(words.issuer, issuer.unionName + words.seal),
      row(words.responsible, issuer.responsible),
      row(words.handler, issuer.handler),
      row(words.contact, issuer.contact),
      row(words.issuedOn, fullDayText(issuedOn)),
    ],
    code: code.match(/.{1,4}/g) ?? [],
    address: `features/duty/pages/verify-certificate/index?code=${code}`,
  };
}

/** `15 小时 36 分`, never broken in the middle. */
const whole = (minutes: number): string => minutesText(minutes).replace(/ /g, '\u00a0');

const row = (label: string, ...texts: readonly string[]): SheetRow => ({ label, texts });
