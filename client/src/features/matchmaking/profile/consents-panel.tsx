import type { MatchPurpose } from '@contract/match-kind';
import { matchConsentVersion, matchPurposes } from '@contract/match-kind';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fullDayOf } from '@/calendar-words';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { FieldGroup } from '@/ui/field-group';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { purposeNames } from '../match-words';
import styles from '../match.module.scss';
import { agreeRefusals } from './photo-copy';
import { profileText as text, takeBackRefusals } from './profile-copy';
import type { ProfilePartProps } from './profile-sheet';

const at = classes(styles);

/** Each consent with its receipt and its own way back; one that is not given can be given. */
export function ConsentsPanel({ profile, onChanged }: ProfilePartProps) {
  const agreeing = useDeed('matchmaking.agreeTo', agreeRefusals);
  const taking = useDeed('matchmaking.takeConsentBack', takeBackRefusals);
  const [concerned, setConcerned] = useState<MatchPurpose | null>(null);
  const confirm = useConfirm();
  const say = useSay();
  const isBusy = agreeing.step.at === 'sending' || taking.step.at === 'sending';

  const onAgree = async (purpose: MatchPurpose) => {
    if (!(await confirm(text.agreeAsk(purpose)))) return;
    setConcerned(purpose);
    taking.reset();
    const after = await agreeing.run({ purpose, version: matchConsentVersion });
    if (after.at === 'done') say(text.agreed);
    if (after.at !== 'failed') onChanged();
  };
  const onTakeBack = async (purpose: Exclude<MatchPurpose, 'pool'>) => {
    if (!(await confirm(text.takeBackAsk(purpose)))) return;
    setConcerned(purpose);
    agreeing.reset();
    const after = await taking.run({ purpose });
    if (after.at === 'done') say(text.takenBack);
    if (after.at !== 'failed') onChanged();
  };

  return (
    <Panel title={text.consents}>
      {matchPurposes.map((purpose) => {
        const given = profile.consents.find((consent) => consent.purpose === purpose);
        const name = purposeNames[purpose];
        return (
          <FieldGroup key={purpose} title={name}>
            <View className={at('about')}>
              {given === undefined ? text.notGiven : text.given(fullDayOf(given.givenAt))}
            </View>
            {given === undefined ? null : <View className={at('about')}>{text.receipt(given.receiptNo)}</View>}
            {concerned === purpose ? <DeedNotice step={agreeing.step} /> : null}
            {concerned === purpose ? <DeedNotice step={taking.step} /> : null}
            {purpose === 'pool' ? (
              <View className={at('about')}>{text.poolNote}</View>
            ) : (
              <View className={at('gap')}>
                {given === undefined ? (
                  <Button
                    kind="secondary"
                    disabled={isBusy}
                    label={text.agreeOf(name)}
                    onPress={() => void onAgree(purpose)}
                  >
                    {text.agree}
                  </Button>
                ) : (
                  <Button
                    kind="quiet"
                    disabled={isBusy}
                    label={text.takeBackOf(name)}
                    onPress={() => void onTakeBack(purpose)}
                  >
                    {text.takeBack}
                  </Button>
                )}
              </View>
            )}
          </FieldGroup>
        );
      })}
    </Panel>
  );
}
