import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import type { EventDesk } from './use-event-desk';

const at = classes(styles);

/** What those who came have written, without names. */
export function WordsPanel({ words }: { readonly words: EventDesk['words'] }) {
  if (words.length === 0) return null;
  const text = deskText.words;
  return (
    <Panel title={text.title}>
      <View className={at('about')}>{text.about}</View>
      <Part role="list">
        {words.map(({ stars, words: said, at: when }, nth) => (
          <Part key={nth} className={at('entry')} role="listitem">
            <View className={at('what')}>{text.stars(stars)}</View>
            <View>{said}</View>
            <View className={at('about')}>{momentText(when)}</View>
          </Part>
        ))}
      </Part>
    </Panel>
  );
}

/** Who of the staff did what. */
export function HistoryPanel({ history }: { readonly history: EventDesk['history'] }) {
  const text = deskText.history;
  return (
    <Panel title={text.title}>
      {history.length === 0 ? <View className={at('about')}>{text.none}</View> : null}
      <Part role="list">
        {history.map(({ at: when, by, office, act }, nth) => (
          <Part key={nth} className={at('entry')} role="listitem">
            <View className={at('what')}>{text.acts[act] ?? act}</View>
            <View>{[by, office].filter(Boolean).join('，')}</View>
            <View className={at('about')}>{momentText(when)}</View>
          </Part>
        ))}
      </Part>
    </Panel>
  );
}
