import type { Notice } from '@contract/notice';
import { View } from '@tarojs/components';
import { Part, Press } from '@/platform/elements';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import { momentOf } from '../event-time';
import { inboxWords, noticeWords } from './inbox-copy';
import styles from './inbox.module.scss';
import { wayOf } from './notice-way';

const at = classes(styles);

export type NoticeRowProps = { readonly notice: Notice; readonly now: number };

/** One line of the inbox; what staff wrote stands apart, as text. */
export function NoticeRow({ notice, now }: NoticeRowProps) {
  const { subject, words, isRead } = notice;
  const way = wayOf(notice);
  const { title, text } = noticeWords(notice, now);
  const content = (
    <>
      <View className={at('head')}>
        <View className={at('title', !isRead && 'unread')}>{title}</View>
        {isRead ? null : <Tag tone="accent">{inboxWords.unread}</Tag>}
      </View>
      <View className={at('subject')}>{subject}</View>
      {text === '' ? null : <View className={at('text')}>{text}</View>}
      {words === null ? null : <View className={at('words')}>{words}</View>}
      <View className={at('when')}>{momentOf(notice.at, now)}</View>
    </>
  );
  return (
    <Part className={at('item')} role="listitem">
      {way === null ? (
        <View className={at('notice')}>{content}</View>
      ) : (
        <Press
          className={at('notice')}
          label={[isRead ? null : inboxWords.unread, title, subject, text, words].filter(Boolean).join('，')}
          onPress={() => go(way.to, way.parameters)}
        >
          {content}
        </Press>
      )}
    </Part>
  );
}
