import type { StandardScore } from '@contract/standard';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Checks } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import styles from './desk.module.scss';
import { itemWords, standardText, standardWords } from './standard-copy';
import type { Assessing } from './use-assessing';

const at = classes(styles);

type StandardPanelProps = { readonly scores: readonly StandardScore[]; readonly assessing: Assessing };

/** The country's standard first, a province's below it. */
const inOrder = (scores: readonly StandardScore[]): readonly StandardScore[] => [
  ...scores.filter(({ standard }) => standard === 'acftu-6'),
  ...scores.filter(({ standard }) => standard !== 'acftu-6'),
];

/** For whoever may assess: how the station stands against 六有 and 八有, and what is still open. */
export function StandardPanel({ scores, assessing }: StandardPanelProps) {
  return (
    <Panel title={standardText.title}>
      <DeedNotice step={assessing.step} />
      {inOrder(scores).map((score) => (
        <Standard key={score.standard} score={score} assessing={assessing} />
      ))}
    </Panel>
  );
}

type StandardProps = {
  readonly score: StandardScore;
  readonly assessing: Assessing;
};

function Standard({ score, assessing }: StandardProps) {
  const { standard, items, met } = score;
  const missing = items.filter((item) => !item.met).map(({ code }) => itemWords(standard, code));
  const { name } = standardWords[standard];
  return (
    <View className={at('form')}>
      <View>{`${name}：${standardText.score(met, items.length)}`}</View>
      <View>{missing.length === 0 ? standardText.complete : standardText.open(missing.join('、'))}</View>
      {assessing.open?.standard === standard ? (
        <Ticking score={score} assessing={assessing} ticked={assessing.open.met} />
      ) : (
        <View className={at('action')}>
          <Button kind="secondary" label={`${standardText.start}：${name}`} onPress={() => assessing.onOpen(score)}>
            {standardText.start}
          </Button>
        </View>
      )}
    </View>
  );
}

type TickingProps = {
  readonly score: StandardScore;
  readonly assessing: Assessing;
  readonly ticked: readonly string[];
};

function Ticking({ score: { standard, items }, assessing, ticked }: TickingProps) {
  const { step, onTick, onSave, onOpen } = assessing;
  const own = items.filter(({ isKnown }) => !isKnown);
  return (
    <View className={at('form')}>
      <Checks
        label={standardText.tick}
        options={own.map(({ code }) => ({ value: code, label: itemWords(standard, code) }))}
        values={ticked}
        onChange={onTick}
      />
      <View>{standardText.known}</View>
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={step.at === 'sending'} onPress={onSave}>
            {standardText.save}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => onOpen(null)}>
            {standardText.back}
          </Button>
        </View>
      </View>
    </View>
  );
}
