import type { Article } from '@contract/article';
import { View } from '@tarojs/components';
import { fullDayOf, fullDayText, momentText } from '@/calendar-words';
import { Heading, Part } from '@/platform/elements';
import { back, go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Row, Rows } from '@/ui/rows';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { articleText, kindNames, withdrawRefusals } from './article-copy';
import styles from './articles.module.scss';

const at = classes(styles);
const words = articleText;

export type ArticleSheetProps = {
  readonly article: Article;
  /** Asks for it again: a colleague has changed it. */
  readonly onChanged: () => Promise<void>;
};

/** What was published, and for its union the ways to change it. */
export function ArticleSheet({ article, onChanged }: ArticleSheetProps) {
  const { kind, title, body, office, publishedAt, changedAt, lastDay, isOver, station, mayEdit } = article;
  return (
    <View>
      <Heading level={2} className={at('name')}>
        {title}
      </Heading>
      <View className={at('about')}>{[kindNames[kind], office, fullDayOf(publishedAt)].join(' · ')}</View>
      {isOver ? <Notice tone="info">{words.over}</Notice> : null}
      <View className={at('body')}>
        {body.split(/\n\s*\n/).map((paragraph, nth) => (
          <View key={nth} className={at('paragraph')}>
            {paragraph}
          </View>
        ))}
      </View>
      {lastDay === null || isOver ? null : <View className={at('about')}>{words.until(fullDayText(lastDay))}</View>}
      {changedAt === null ? null : <View className={at('about')}>{words.changed(momentText(changedAt))}</View>}
      {station === null ? null : (
        <Rows>
          <Row title={words.toStation(station.name)} onPress={() => go('station', { id: station.stationId })} />
        </Rows>
      )}
      {mayEdit ? <Acts article={article} onChanged={onChanged} /> : null}
    </View>
  );
}

function Acts({ article: { articleId, revision }, onChanged }: ArticleSheetProps) {
  const { step, run } = useDeed('station.withdrawArticle', withdrawRefusals);
  const ask = useConfirm();
  const say = useSay();
  const onWithdraw = async () => {
    if (!(await ask({ ...words.withdrawAsk, danger: true }))) return;
    const after = await run({ articleId, revision });
    if (after.at === 'refused') await onChanged();
    if (after.at !== 'done') return;
    say(words.withdrawn);
    back();
  };
  return (
    <Part>
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => go('editArticle', { id: articleId })}>
            {words.edit}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="danger" busy={step.at === 'sending'} onPress={() => void onWithdraw()}>
            {words.withdraw}
          </Button>
        </View>
      </View>
    </Part>
  );
}
