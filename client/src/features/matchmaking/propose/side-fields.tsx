import type { MatchFact } from '@contract/match-kind';
import type { MatchCard } from '@contract/match-proposal';
import { View } from '@tarojs/components';
import styles from '../../duty/head.module.scss';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Rows } from '@/ui/rows';
import { SwitchRow } from '@/ui/switch-row';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { factLines } from '../card-lines';
import { calledText, genderNames } from '../match-words';
import { proposePhrases as words } from './propose-copy';

const at = classes(styles);

export type SideFieldsProps = {
  /** Whom it is about, as the reader would see them with nothing left out. */
  readonly card: MatchCard;
  /** What the reader is called, to whom the sentence is written. */
  readonly reader: string;
  readonly hides: readonly MatchFact[];
  readonly onHides: (hides: readonly MatchFact[]) => void;
  readonly sentence: string;
  readonly problem: string | undefined;
  readonly onSentence: (sentence: string) => void;
};

/** What one of the two would read: the other's facts, each to be left out, and a sentence of the matchmaker's. */
export function SideFields(props: SideFieldsProps) {
  const { card, reader, hides, onHides, sentence, problem, onSentence } = props;
  const lines = factLines(card);
  const toggle = (fact: MatchFact) =>
    onHides(hides.includes(fact) ? hides.filter((other) => other !== fact) : [...hides, fact]);
  return (
    <Panel title={words.sees(reader, calledText(card.calledName))}>
      <View className={at('tags')}>
        <Tag tone="plain">{genderNames[card.gender]}</Tag>
        {card.isStamped ? <Tag tone="good">单位已盖章</Tag> : null}
      </View>
      {card.hasPhoto ? <View className={at('line')}>{words.photo}</View> : null}
      {lines.length === 0 ? <View className={at('line')}>{words.nothing}</View> : null}
      <View className={at('action')}>
        <Rows>
          {lines.map(({ fact, label, value }) => {
            const isShown = !hides.includes(fact);
            return (
              <SwitchRow
                key={fact}
                title={label}
                about={isShown ? value : `${words.left}：${value}`}
                on={isShown}
                onChange={() => toggle(fact)}
              />
            );
          })}
        </Rows>
      </View>
      <TextArea
        label={words.words(reader)}
        hint={words.wordsHint}
        optional
        maxLength={120}
        value={sentence}
        problem={problem}
        onChange={onSentence}
      />
    </Panel>
  );
}
