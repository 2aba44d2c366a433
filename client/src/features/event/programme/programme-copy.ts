import { grouped } from '@/features/station/grouped';
import type { ValueFor } from '@/use-question';

export const programmeWords = {
  title: '项目',
  unknown: '没有找到这个项目',
  none: '近期没有排出新的活动',
  next: '接下来的活动',
} as const;

type Programme = ValueFor<'event.showProgramme'>;

/** What a campaign comes to. */
export const programmeFacts = ({ events, sessions, stations, unions, attended }: Programme) => [
  { label: '活动', value: `${grouped(events)} 个` },
  { label: '场次', value: `${grouped(sessions)} 场` },
  { label: '站点', value: `${grouped(stations)} 个` },
  { label: '工会', value: `${grouped(unions)} 家` },
  { label: '参加', value: `${grouped(attended)} 人次` },
];

/** The campaign that an address names. A browser hands names over decoded, WeChat as they were written. */
export function programmeIn({ name }: Readonly<Record<string, string | undefined>>): string | null {
  const written = name ?? '';
  try {
    return decodeURIComponent(written).slice(0, 30) || null;
  } catch {
    return written.slice(0, 30);
  }
}
