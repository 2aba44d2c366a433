import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Button } from '@/ui/button';
import { Checks } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { deskText, standardWords } from './desk-copy';
import styles from './desk.module.scss';
import type { Assessing } from './use-assessing';
import type { Desk } from './use-desk';

const at = classes(styles);
const words = deskText.standards;

type Score = Desk['scores'][number];
type Item = Score['items'][number];

/** How the station stands against what is asked of one, and what is still open. */
export function StandardsPanel({ desk, assessing }: { readonly desk: Desk; readonly assessing: Assessing }) {
  const { scores, mayEdit } = desk;
  if (scores.length === 0) return null;
  return (
    <Panel title={words.title}>
      {scores.map((score) => (
        <ScoreLines key={score.standard} score={score} mayEdit={mayEdit} assessing={assessing} />
      ))}
      <View className={at('about')}>{words.known}</View>
    </Panel>
  );
}

type ScoreLinesProps = { readonly score: Score; readonly mayEdit: boolean; readonly assessing: Assessing };

function ScoreLines({ score, mayEdit, assessing }: ScoreLinesProps) {
  const { standard, items, met, assessedAt, assessedBy } = score;
  const { name } = standardWords[standard];
  const textOf = ({ code }: Item): string => standardWords[standard].items[code] ?? code;
  const open = items.filter((item) => !item.met);
  const isOpen = assessing.open?.standard === standard;
  const ticked = items.filter((item) => item.met && !item.isKnown).map(({ code }) => code);
  return (
    <View className={at('form')}>
      <View className={at('score')}>{words.score(name, met, items.length)}</View>
      <View>{open.length === 0 ? words.all : words.open(open.map(textOf).join('、'))}</View>
      <View className={at('about')}>
        {assessedAt === null ? words.never : words.assessed(momentText(assessedAt), assessedBy ?? '')}
      </View>
      {isOpen ? <Ticking items={items} textOf={textOf} assessing={assessing} /> : null}
      {mayEdit && !isOpen ? (
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => assessing.onOpen({ standard, met: ticked })}>
            {words.start(name)}
          </Button>
        </View>
      ) : null}
    </View>
  );
}

type TickingProps = {
  readonly items: readonly Item[];
  readonly textOf: (item: Item) => string;
  readonly assessing: Assessing;
};

function Ticking({ items, textOf, assessing: { step, open, onOpen, onSave } }: TickingProps) {
  if (open === null) return null;
  return (
    <View>
      <Checks
        label={words.label}
        options={items.filter(({ isKnown }) => !isKnown).map((item) => ({ value: item.code, label: textOf(item) }))}
        values={open.met}
        onChange={(met) => onOpen({ ...open, met })}
      />
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={step.at === 'sending'} onPress={onSave}>
            {words.save}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => onOpen(null)}>
            {words.back}
          </Button>
        </View>
      </View>
    </View>
  );
}
