import type { CaseSummary, DecidedCase } from '@contract/review';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Part, Press } from '@/platform/elements';
import { facilityName } from '@/features/station/offer-words';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import { occupationName } from '@/work-words';
import styles from './case-row.module.scss';
import { kindNames, outcomeWords } from './copy';
import { dueOf } from './due';
import { queueText } from './queue-copy';

const at = classes(styles);

export type CaseRowProps = {
  readonly item: CaseSummary;
  /** Open beside the list. */
  readonly here: boolean;
  /** Ticked or not while several are chosen; `no` where it cannot be; null outside of choosing. */
  readonly ticked: boolean | 'no' | null;
  readonly onPress: () => void;
};

/** One line of the queue: whose, what, where, and how much time is left. */
export function CaseRow({ item, here, ticked, onPress }: CaseRowProps) {
  const { kind, maskedName, occupation, facility, office, timesMovedUp } = item;
  const due = dueOf(item, Date.now());
  const what = facility === null ? kindNames[kind] : queueText.facilityBroken(facilityName(facility));
  const about = [occupation === null ? null : occupationName(occupation), office].filter(Boolean).join('，');
  const moved = timesMovedUp > 0 ? queueText.movedUp(timesMovedUp) : null;
  const spoken = [maskedName, what, about, due.text, moved].filter(Boolean).join('，');
  return (
    <Part className={at('item')} role="listitem">
      <Press
        className={at('row', here && 'here', ticked === 'no' && 'off')}
        role={ticked === null ? 'button' : 'checkbox'}
        label={spoken}
        current={here}
        disabled={ticked === 'no'}
        {...(ticked === null ? {} : { checked: ticked === true })}
        onPress={onPress}
      >
        {ticked === null ? null : <View className={at('mark', ticked === true && 'marked')} />}
        <View className={at('words')}>
          <View className={at('head')}>
            <View className={at('name')}>{maskedName}</View>
            <Tag tone={item.stationId === null && kind !== 'event-rating' ? 'plain' : 'danger'}>{what}</Tag>
          </View>
          <View className={at('about')}>{about}</View>
          <View className={at('due', due.tone)}>{due.text}</View>
          {moved === null ? null : <View className={at('due', 'warn')}>{moved}</View>}
        </View>
      </Press>
    </Part>
  );
}

export type DecidedRowProps = {
  readonly item: DecidedCase;
  readonly here: boolean;
  readonly onPress: () => void;
};

/** One that is done: how, by whom and when. */
export function DecidedRow({ item, here, onPress }: DecidedRowProps) {
  const { kind, maskedName, office, outcome, decidedAt, decidedBy } = item;
  const { text, tone } = outcomeWords[outcome];
  const by = [office, decidedBy ?? (outcome === 'lapsed' ? null : queueText.byPerson)].filter(Boolean).join('，');
  return (
    <Part className={at('item')} role="listitem">
      <Press
        className={at('row', here && 'here')}
        label={[maskedName, kindNames[kind], text, by, momentText(decidedAt)].join('，')}
        current={here}
        onPress={onPress}
      >
        <View className={at('words')}>
          <View className={at('head')}>
            <View className={at('name')}>{maskedName}</View>
            <Tag tone="plain">{kindNames[kind]}</Tag>
            <Tag tone={tone}>{text}</Tag>
          </View>
          <View className={at('about')}>{by}</View>
          <View className={at('about')}>{momentText(decidedAt)}</View>
        </View>
      </Press>
    </Part>
  );
}
