import type { ProfileId, UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { fullDayOf } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { go } from '@/routes';
import { useWideWindow } from '@/platform/wide-window';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Column, Columns } from '@/ui/columns';
import { Tag } from '@/ui/tag';
import { ThumbBar } from '@/ui/thumb-bar';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { BenchAsked } from '../bench/bench-asked';
import { nameSeen, rememberName } from '../bench/for-whom';
import { notNowNames, profileStateWords } from '../match-states';
import { factNames } from '../match-words';
import { PersonCard } from '../person-card';
import { NotesPanel } from './notes-panel';
import { personPhrases as words, showPersonRefusals } from './person-copy';
import { StampPanel } from './stamp-panel';
import { SuggestPanel } from './suggest-panel';

const at = classes(styles);
export type Shown = ValueFor<'matchmaking.showPerson'>;

export type PersonDeskProps = {
  readonly profileId: ProfileId;
  /** Whose pool one came from; null where that is not known, and nobody can be picked from it. */
  readonly studioId: UnionId | null;
  /** Somebody for whom one looked through the pool: the two can be proposed to each other. */
  readonly forOne: ProfileId | null;
};

/** Somebody of the pool, with what the matchmaker does for them. */
export function PersonDesk({ profileId, studioId, forOne }: PersonDeskProps) {
  const { question, refresh } = useQuestion('matchmaking.showPerson', { profileId }, showPersonRefusals);
  const wide = useWideWindow();
  return (
    <BenchAsked question={question} skeletonRows={6}>
      {(shown) => {
        // On a desk beside the list of people who may fit, on a phone below it.
        const own = (
          <View>
            <NotesPanel profileId={profileId} notes={shown.notes} onChanged={refresh} />
            <StampPanel shown={shown} onChanged={refresh} />
          </View>
        );
        return (
          <View>
            <Columns>
              <Column>
                <Card shown={shown} />
                {wide ? own : null}
              </Column>
              <Column>
                <SuggestPanel shown={shown} studioId={studioId} />
                {wide ? null : own}
              </Column>
            </Columns>
            {forOne === null || forOne === profileId || shown.row.notNow !== null ? null : (
              <ThumbBar>
                <Button onPress={() => go('propose', { one: forOne, other: profileId })}>
                  {words.proposeWith(nameSeen(forOne))}
                </Button>
              </ThumbBar>
            )}
          </View>
        );
      }}
    </BenchAsked>
  );
}

function Card({ shown }: { readonly shown: Shown }) {
  const { row, state, card, studioOnly, joinedAt, isMember, suggestionsOn } = shown;
  const { profileId, gender, notNow, lastProposedAt } = row;
  useEffect(() => rememberName(profileId, card.calledName), [profileId, card.calledName]);
  const { text, tone } = profileStateWords[state];
  return (
    <PersonCard card={card} tag={{ text, tone }}>
      <View className={at('tags')}>
        {notNow === null || notNow === state ? null : <Tag tone="warn">{notNowNames[notNow]}</Tag>}
        {isMember ? null : <Tag tone="warn">{words.notMember}</Tag>}
        {suggestionsOn ? null : <Tag tone="info">{words.off[gender]}</Tag>}
      </View>
      {studioOnly.length === 0 ? null : (
        <View className={at('line')}>{words.studioOnly(studioOnly.map((fact) => factNames[fact]).join('、'))}</View>
      )}
      {card.hasPhoto ? <View className={at('about')}>{words.hasPhoto}</View> : null}
      <View className={at('about')}>{words.joined(fullDayOf(joinedAt))}</View>
      <View className={at('about')}>
        {lastProposedAt === null ? words.never : words.last(fullDayOf(lastProposedAt))}
      </View>
    </PersonCard>
  );
}
