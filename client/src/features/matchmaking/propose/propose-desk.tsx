import type { ProfileId } from '@contract/ids';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { back, replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Column, Columns } from '@/ui/columns';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { ThumbBar } from '@/ui/thumb-bar';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { BenchAsked } from '../bench/bench-asked';
import { calledText } from '../match-words';
import { previewRefusals, proposePhrases as words } from './propose-copy';
import { SideFields } from './side-fields';
import { useProposing } from './use-proposing';

const at = classes(styles);

/** Refusals that are about these two, and no reason to leave the pool. */
const aboutThePair: readonly string[] = ['not-this-pair', 'not-available', 'week-full', 'same-person'];

export type ProposeDeskProps = { readonly one: ProfileId; readonly other: ProfileId };

/** Two people, and what each would see of the other, before they are asked. */
export function ProposeDesk({ one, other }: ProposeDeskProps) {
  // Facts are left out here and not asked for anew: each preview is written down for both.
  const { question } = useQuestion(
    'matchmaking.previewProposal',
    { one, other, hideOfOne: [], hideOfOther: [] },
    previewRefusals,
  );
  if (question.at === 'refused' && aboutThePair.includes(question.refusal)) {
    return (
      <Empty title={words.noPair} about={question.text} action={{ label: words.noPairAction, onPress: () => back() }} />
    );
  }
  return (
    <BenchAsked question={question} skeletonRows={6}>
      {(preview) => <ProposeForm one={one} other={other} preview={preview} />}
    </BenchAsked>
  );
}

type ProposeFormProps = ProposeDeskProps & { readonly preview: ValueFor<'matchmaking.previewProposal'> };

function ProposeForm({ one, other, preview: { ofOne, ofOther, revealsAt } }: ProposeFormProps) {
  const { step, toOne, toOther, onSend } = useProposing({ one, other });
  const nameOfOne = calledText(ofOne.calledName);
  const nameOfOther = calledText(ofOther.calledName);
  if (step.at === 'done') return <Done moment={momentText(step.value.revealsAt)} />;
  return (
    <View>
      <View className={at('lead')}>{words.about}</View>
      <View className={at('line')}>{words.when(momentText(revealsAt))}</View>
      <View className={at('about')}>{words.hint}</View>
      <Columns>
        <Column>
          <SideFields
            card={ofOther}
            reader={nameOfOne}
            hides={toOne.hides}
            sentence={toOne.sentence}
            problem={toOne.problem}
            onHides={(hides) => toOne.onChange({ hides })}
            onSentence={(sentence) => toOne.onChange({ sentence })}
          />
        </Column>
        <Column>
          <SideFields
            card={ofOne}
            reader={nameOfOther}
            hides={toOther.hides}
            sentence={toOther.sentence}
            problem={toOther.problem}
            onHides={(hides) => toOther.onChange({ hides })}
            onSentence={(sentence) => toOther.onChange({ sentence })}
          />
        </Column>
      </Columns>
      <DeedNotice step={step} />
      <ThumbBar>
        <Button busy={step.at === 'sending'} onPress={() => void onSend(nameOfOne, nameOfOther)}>
          {words.send}
        </Button>
      </ThumbBar>
    </View>
  );
}

const Done = ({ moment }: { readonly moment: string }) => (
  <Panel tone="good" title={words.done}>
    <View>{words.doneAbout(moment)}</View>
    <View className={at('action')}>
      <Button onPress={() => replaceWith('bench')}>{words.toBench}</Button>
    </View>
  </Panel>
);
