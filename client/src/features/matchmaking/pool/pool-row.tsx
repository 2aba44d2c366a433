import type { PoolRow } from '@contract/match-bench';
import { fullDayOf } from '@/calendar-words';
import { Row } from '@/ui/rows';
import { interestsLine, notNowShort, personLine } from '../bench/bench-words';
import { calledText } from '../match-words';
import { poolPhrases as words } from './pool-copy';

export type PersonRowProps = { readonly row: PoolRow; readonly onPress: () => void };

/** Somebody of the pool in a line or two, and why nobody can be proposed to them today. */
export function PersonRow({ row, onPress }: PersonRowProps) {
  const { calledName, isStamped, lastProposedAt, notNow } = row;
  const about = [
    personLine(row),
    interestsLine(row),
    isStamped ? words.stamped : null,
    lastProposedAt === null ? null : words.last(fullDayOf(lastProposedAt)),
  ];
  return (
    <Row
      title={calledText(calledName)}
      about={about.filter((part) => part !== null).join('；')}
      value={notNow === null ? undefined : notNowShort[notNow]}
      onPress={onPress}
    />
  );
}
