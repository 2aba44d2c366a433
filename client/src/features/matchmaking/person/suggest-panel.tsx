import type { Suggestion } from '@contract/match-bench';
import type { ProfileId, UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import styles from '../../duty/head.module.scss';
import { Part } from '@/platform/elements';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { useDeed } from '@/use-deed';
import { interestsLine, personLine } from '../bench/bench-words';
import { notNowNames } from '../match-states';
import { calledText } from '../match-words';
import type { Shown } from './person-desk';
import { personPhrases as words, suggestRefusals } from './person-copy';

const at = classes(styles);

export type SuggestPanelProps = { readonly shown: Shown; readonly studioId: UnionId | null };

/**
 * People who may fit, each with why, and the way to pick somebody oneself. Asked at a press: that somebody was shown
 * is written down for them.
 */
export function SuggestPanel({ shown: { row, suggestionsOn }, studioId }: SuggestPanelProps) {
  const { profileId, gender, notNow } = row;
  const { step, run } = useDeed('matchmaking.suggest', suggestRefusals);
  return (
    <View>
      <Panel title={words.suggestions}>
        {suggestionsOn ? null : (
          <View>
            <View className={at('name')}>{words.off[gender]}</View>
            <View>{words.offAbout}</View>
          </View>
        )}
        {suggestionsOn && step.at !== 'done' ? (
          <View>
            <View>{words.suggestAbout}</View>
            {notNow === null ? null : <View className={at('name')}>{notNowNames[notNow]}</View>}
            <DeedNotice step={step} />
            <View className={at('action')}>
              <Button
                kind={notNow === null ? 'primary' : 'secondary'}
                busy={step.at === 'sending'}
                onPress={() => void run({ profileId })}
              >
                {words.suggest}
              </Button>
            </View>
          </View>
        ) : null}
        {step.at === 'done' ? (
          <Suggestions of={profileId} studioId={studioId} suggestions={step.value.suggestions} />
        ) : null}
      </Panel>
      {notNow === null && studioId !== null ? (
        <Rows>
          <Row
            title={words.pick}
            about={words.pickAbout}
            onPress={() => go('pool', { id: studioId, for: profileId })}
          />
        </Rows>
      ) : null}
    </View>
  );
}

type SuggestionsProps = {
  readonly of: ProfileId;
  readonly studioId: UnionId | null;
  readonly suggestions: readonly Suggestion[];
};

function Suggestions({ of, studioId, suggestions }: SuggestionsProps) {
  if (suggestions.length === 0) {
    return (
      <View>
        <View className={at('name')}>{words.noSuggestions}</View>
        <View className={at('about')}>{words.noSuggestionsAbout}</View>
      </View>
    );
  }
  return (
    <Part role="list" label={words.suggestions}>
      {suggestions.map(({ row, reasons }) => {
        const { profileId } = row;
        const name = calledText(row.calledName);
        const interests = interestsLine(row);
        return (
          <Part key={profileId} className={at('entry')} role="listitem">
            <View className={at('name')}>{name}</View>
            <View>{personLine(row)}</View>
            {interests === null ? null : <View className={at('about')}>{interests}</View>}
            <View className={at('line')}>{words.why(reasons)}</View>
            <View className={at('acts')}>
              <View className={at('act')}>
                <Button
                  kind="secondary"
                  label={words.lookOf(name)}
                  onPress={() =>
                    go('person', { id: profileId, for: of, ...(studioId === null ? {} : { studio: studioId }) })
                  }
                >
                  {words.look}
                </Button>
              </View>
              <View className={at('act')}>
                <Button
                  kind="secondary"
                  label={words.proposeOf(name)}
                  onPress={() => go('propose', { one: of, other: profileId })}
                >
                  {words.propose}
                </Button>
              </View>
            </View>
          </Part>
        );
      })}
    </Part>
  );
}
