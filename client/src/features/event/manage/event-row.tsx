import type { EventSummary } from '@contract/event-view';
import { View } from '@tarojs/components';
import { Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import { dayHeading, dayOf, clock } from '../event-time';
import { kindName, seatWords, whereOf } from '../event-words';
import { eventStateWords } from '../staff-words';
import { manageText } from './manage-copy';
import styles from './manage.module.scss';

const at = classes(styles);

/** One event as staff look for it: which day, where, where it stands. */
export function EventRow({ event, onOpen }: { readonly event: EventSummary; readonly onOpen: () => void }) {
  const { title, nextAt, sessions, state, kind, seriesId } = event;
  const now = Date.now();
  const when = `${dayHeading(dayOf(nextAt), now)} ${clock(nextAt)}`;
  const many = sessions > 1 ? manageText.sessions(sessions) : null;
  const tag = state === 'published' ? seatWords(event, now) : eventStateWords[state];
  const series = seriesId === null ? null : manageText.series;
  const where = whereOf(event);
  return (
    <Part className={at('item')} role="listitem">
      <Press
        className={at('row')}
        label={[title, tag.text, when, many, where, kindName(kind), series].filter(Boolean).join('，')}
        onPress={onOpen}
      >
        <View className={at('title')}>{title}</View>
        <View className={at('about')}>{[when, many].filter(Boolean).join('，')}</View>
        <View className={at('about')}>{where}</View>
        <View className={at('tags')}>
          <Tag tone={tag.tone}>{tag.text}</Tag>
          <Tag tone="plain">{kindName(kind)}</Tag>
          {series === null ? null : <Tag tone="plain">{series}</Tag>}
        </View>
      </Press>
    </Part>
  );
}
