import type { CertificateCode, UnionId } from '../../types/ids';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { DocumentSeen } from '../member/standing';
import { fingerprint } from '../runtime/sealed';
import { canonical } from './canonical';
import { documentWords, roleWords } from './certificate-words';
import type { BookEntry, CertificateRecord } from './hours-records';
import { minutesOf, standing, sumOf } from './hours-sum';

/** So many kinds of service are named; the rest is counted. */
const LINES = 5;

/** What a book says of some days: the part of a certificate that nobody can write by hand. */
export function serviceOf(
  entries: readonly BookEntry[],
  from: ShanghaiDay,
  until: ShanghaiDay,
): Pick<CertificateRecord, 'minutes' | 'mix' | 'content'> {
  const within = entries.filter(({ day }) => from <= day && day <= until);
  const { minutes, mix } = sumOf(within);
  return { minutes, mix: mix.filter(({ evidence }) => evidence !== 'assumed'), content: contentOf(standing(within)) };
}

function contentOf(entries: readonly BookEntry[]): string[] {
  const times = new Map<string, number>();
  for (const entry of entries) {
    if (minutesOf(entry.mix) === 0) continue;
    const what = `${entry.stationName} ${entry.role === null ? entry.title : roleWords[entry.role]}`;
    times.set(what, (times.get(what) ?? 0) + 1);
  }
  const lines = [...times].sort(([, one], [, other]) => other - one);
  const rest = lines.slice(LINES).reduce((sum, [, count]) => sum + count, 0);
  const named = lines.slice(0, LINES).map(([what, count]) => `${what}（${count}次）`);
  return rest === 0 ? named : [...named, `其他服务（${rest}次）`];
}

/** `居民身份证 ****1234` */
export const documentText = (seen: DocumentSeen | null): string | null =>
  seen === null ? null : `${documentWords[seen.kind]} ****${seen.lastSigns}`;

/** `<union>-<year>-<first letters of the code>` */
export const numberOf = (unionId: UnionId, at: EpochMs, code: CertificateCode): string =>
  `${unionId}-${shanghaiDay(at).slice(0, 4)}-${code.slice(0, 6)}`;

/** A certificate as it is to be stored. */
export const sealed = (record: Omit<CertificateRecord, 'seal'>): CertificateRecord => ({
  ...record,
  seal: sealOf(record),
});

/** Whether a certificate reads as we wrote it. */
export const isGenuine = (record: CertificateRecord): boolean => sealOf(record) === record.seal;

const sealOf = (record: Omit<CertificateRecord, 'seal'>): string =>
  fingerprint('certificate', canonical({ ...record, seal: '' }));
