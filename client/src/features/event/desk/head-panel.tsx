import type { EventSummary } from '@contract/event-view';
import { View } from '@tarojs/components';
import { Heading } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { momentOf } from '../event-time';
import { kindName, seatWords, whereOf } from '../event-words';
import { manageText } from '../manage/manage-copy';
import { eventStateWords } from '../staff-words';
import styles from './desk.module.scss';

const at = classes(styles);

/** Which event it is, and where it stands. */
export function HeadPanel({ event }: { readonly event: EventSummary }) {
  const { title, state, kind, startsAt, sessions, provider, unionName } = event;
  const now = Date.now();
  const { text, tone } = eventStateWords[state];
  const seats = seatWords(event, now);
  const many = sessions > 1 ? manageText.sessions(sessions) : null;
  return (
    <Panel>
      <Heading level={2} className={at('title')}>
        {title}
      </Heading>
      <View className={at('tags')}>
        <Tag tone={tone}>{text}</Tag>
        {state === 'published' ? <Tag tone={seats.tone}>{seats.text}</Tag> : null}
        <Tag tone="plain">{kindName(kind)}</Tag>
      </View>
      <View className={at('line')}>{[momentOf(startsAt, now), many].filter(Boolean).join('，')}</View>
      <View>{whereOf(event)}</View>
      <View className={at('about')}>{[unionName, provider].filter(Boolean).join('，')}</View>
    </Panel>
  );
}
