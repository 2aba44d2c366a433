import type { StudioView } from '@contract/match-profile';
import { View } from '@tarojs/components';
import { replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { Steps } from '@/ui/steps';
import { AboutFields } from '../form/about-fields';
import { PrivateFields } from '../form/private-fields';
import styles from '../match.module.scss';
import { PhotoPanel } from '../profile/photo-panel';
import { joinText as text } from './join-copy';
import { StatementStep } from './statement-step';
import type { Joining } from './use-joining';
import { joinSteps, useJoining } from './use-joining';

const at = classes(styles);

/** From the statement to the profile; a picture afterwards, if one likes. */
export function JoinFlow({ studio }: { readonly studio: StudioView }) {
  const joining = useJoining(studio.studioId);
  const { step, sending } = joining;
  return (
    <Screen title={text.title} footer={<Footer joining={joining} />}>
      <Steps labels={text.steps} at={joinSteps.indexOf(step)} />
      {step === 'statement' ? <View className={at('about')}>{`${text.studio}${studio.name}`}</View> : null}
      <StepBody joining={joining} />
      <DeedNotice step={sending} />
    </Screen>
  );
}

function StepBody({ joining }: { readonly joining: Joining }) {
  const { step, joined, draft, problems, onChange, mayBeSensitive } = joining;
  const fields = { draft, problems, onChange, mayBeSensitive };
  if (step === 'statement') return <StatementStep {...joining} />;
  if (step === 'about') return <AboutFields {...fields} />;
  if (step === 'private' || joined === null) return <PrivateFields {...fields} />;
  return (
    <View>
      <Notice tone="good" title={text.photoTitle}>
        {text.photoText}
      </Notice>
      <PhotoPanel profile={joined} onProfile={joining.onProfile} />
    </View>
  );
}

function Footer({ joining }: { readonly joining: Joining }) {
  const { step, sending, onBack, onContinue } = joining;
  if (step === 'photo') return <Button onPress={() => replaceWith('studio')}>{text.later}</Button>;
  return (
    <View className={at('buttons')}>
      {step === 'statement' ? null : (
        <View className={at('off')}>
          <Button kind="secondary" onPress={onBack}>
            {text.back}
          </Button>
        </View>
      )}
      <View className={at('on')}>
        <Button busy={sending.at === 'sending'} onPress={onContinue}>
          {step === 'private' ? text.send : text.on}
        </Button>
      </View>
    </View>
  );
}
