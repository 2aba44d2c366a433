import Taro from '@tarojs/taro';
import type { ValueFor } from '@/use-question';

const KEY = 'door-reports';
/** As long as the server remembers who reported. Milliseconds. */
const REMEMBERED_MS = 30 * 86_400_000;

export type OwnReport = ValueFor<'station.listOwnReports'>['reports'][number];

/** What this phone knows of its reports: when the last one was made, and the newest answer that was read. */
type Memory = { readonly reportedAt: number; readonly readUntil: number };

function memory(): Memory {
  const kept: unknown = Taro.getStorageSync(KEY);
  const isMemory =
    typeof kept === 'object' &&
    kept !== null &&
    'reportedAt' in kept &&
    'readUntil' in kept &&
    typeof kept.reportedAt === 'number' &&
    typeof kept.readUntil === 'number';
  return isMemory ? (kept as Memory) : { reportedAt: 0, readUntil: 0 };
}

/** Somebody reported on this phone: from now on it asks what became of it. */
export const rememberReport = (now: number): void =>
  Taro.setStorageSync(KEY, { ...memory(), reportedAt: now } satisfies Memory);

/** Whether there may be an answer to come: nobody else's first page asks. */
export function awaitsAnswers(now: number): boolean {
  const { reportedAt } = memory();
  return reportedAt > 0 && now - reportedAt < REMEMBERED_MS;
}

/** What was answered and not read here yet, the newest first. */
export function unreadAnswers(reports: readonly OwnReport[]): readonly OwnReport[] {
  const { readUntil } = memory();
  return reports
    .filter(({ answer }) => answer !== null && answer.at > readUntil)
    .sort((one, other) => (other.answer?.at ?? 0) - (one.answer?.at ?? 0));
}

export function readAnswers(reports: readonly OwnReport[]): void {
  const kept = memory();
  const readUntil = Math.max(kept.readUntil, ...reports.map(({ answer }) => answer?.at ?? 0));
  if (readUntil > kept.readUntil) Taro.setStorageSync(KEY, { ...kept, readUntil } satisfies Memory);
}
