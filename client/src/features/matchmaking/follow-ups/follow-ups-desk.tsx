import type { FollowUp } from '@contract/match-proposing';
import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { fullDayOf } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { Part } from '@/platform/elements';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { useQuestion } from '@/use-question';
import { BenchAsked } from '../bench/bench-asked';
import { followUpNames } from '../match-states';
import { calledText } from '../match-words';
import { doneRefusals, followUpsPhrases as words, listRefusals } from './follow-ups-copy';

const at = classes(styles);
const keyOf = ({ proposalId, side, stage }: FollowUp): string => [proposalId, side, stage].join(':');
const withText = ({ otherCalledName, stage }: FollowUp): string =>
  words.with(calledText(otherCalledName), followUpNames[stage]);

/** Whom to ask how it goes, and whom later. */
export function FollowUpsDesk({ studioId }: { readonly studioId: UnionId }) {
  const { question, refresh } = useQuestion('matchmaking.listFollowUps', { studioId }, listRefusals);
  return (
    <BenchAsked question={question} skeletonRows={4}>
      {({ due, later }) =>
        due.length + later.length === 0 ? (
          <Empty title={words.none} about={words.noneAbout} />
        ) : (
          <View>
            <View>{words.about}</View>
            <View className={at('group')}>{words.due}</View>
            {due.length === 0 ? <View className={at('about')}>{words.noneDue}</View> : null}
            <Part role="list" label={words.due}>
              {due.map((one) => (
                <DueEntry key={keyOf(one)} studioId={studioId} one={one} onDone={refresh} />
              ))}
            </Part>
            {later.length === 0 ? null : (
              <Rows label={words.later}>
                {later.map((one) => (
                  <Row
                    key={keyOf(one)}
                    title={calledText(one.calledName)}
                    about={withText(one)}
                    value={words.dueAt(fullDayOf(one.dueAt))}
                  />
                ))}
              </Rows>
            )}
          </View>
        )
      }
    </BenchAsked>
  );
}

type DueEntryProps = { readonly studioId: UnionId; readonly one: FollowUp; readonly onDone: () => Promise<void> };

function DueEntry({ studioId, one, onDone }: DueEntryProps) {
  const { proposalId, side, stage, profileId, calledName, dueAt } = one;
  const { step, run } = useDeed('matchmaking.doneFollowUp', doneRefusals);
  const say = useSay();
  const name = calledText(calledName);
  const onPress = async () => {
    const after = await run({ proposalId, side, stage });
    if (after.at === 'done') say(words.said);
    if (after.at === 'done' || after.at === 'refused') await onDone();
  };
  return (
    <Part role="listitem">
      <Panel>
        <View className={at('lead')}>{name}</View>
        <View className={at('line')}>{withText(one)}</View>
        <View className={at('about')}>{words.dueAt(fullDayOf(dueAt))}</View>
        <DeedNotice step={step} />
        <View className={at('acts')}>
          <View className={at('act')}>
            <Button
              busy={step.at === 'sending'}
              label={words.doneOf(name, followUpNames[stage])}
              onPress={() => void onPress()}
            >
              {words.done}
            </Button>
          </View>
          {profileId === null ? null : (
            <View className={at('act')}>
              <Button
                kind="secondary"
                label={words.lookOf(name)}
                onPress={() => go('person', { id: profileId, studio: studioId })}
              >
                {words.look}
              </Button>
            </View>
          )}
        </View>
      </Panel>
    </Part>
  );
}
