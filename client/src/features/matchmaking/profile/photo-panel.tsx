import type { OwnProfile } from '@contract/match-profile';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Checks } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Problem } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useDeed } from '@/use-deed';
import { consentWords } from '../consent-words';
import { MatchPhoto } from '../match-photo';
import styles from '../match.module.scss';
import { photoText as text, showPhotoRefusals } from './photo-copy';
import type { Pictures } from './use-photo';
import { usePhoto } from './use-photo';

const at = classes(styles);

export type PhotoPanelProps = {
  readonly profile: OwnProfile;
  readonly onProfile: (profile: OwnProfile) => void;
};

/** One's picture, with what the others will see of it beside. */
export function PhotoPanel({ profile, onProfile }: PhotoPanelProps) {
  const mayKeep = profile.consents.some(({ purpose }) => purpose === 'photo');
  const photo = usePhoto(mayKeep, onProfile);
  const [isTicked, setTicked] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const { picked, trouble, steps, isBusy } = photo;
  const onPick = () => {
    setMissing(!mayKeep && !isTicked);
    if (mayKeep || isTicked) photo.onPick();
  };
  return (
    <Panel title={text.title}>
      <View className={at('text')}>{text.about}</View>
      {mayKeep ? null : (
        <View>
          <Checks
            options={[{ value: 'photo', label: consentWords.photo.agree }]}
            values={isTicked ? ['photo'] : []}
            onChange={(values) => {
              setTicked(values.length > 0);
              setMissing(false);
            }}
          />
          <Problem>{isMissing ? text.agreeMissing : undefined}</Problem>
        </View>
      )}
      {profile.hasPhoto && picked === null ? <KeptPhoto profile={profile} /> : null}
      {picked === null ? null : <BothPictures {...picked} />}
      {trouble === null ? null : <Notice tone="warn">{trouble}</Notice>}
      {steps.map((step, nth) => (
        <DeedNotice key={nth} step={step} />
      ))}
      {picked === null ? (
        <View>
          <View className={at('gap')}>
            <Button kind="secondary" onPress={onPick}>
              {profile.hasPhoto ? text.again : text.pick}
            </Button>
          </View>
          {profile.hasPhoto ? (
            <View className={at('gap')}>
              <Button kind="quiet" busy={isBusy} onPress={photo.onRemove}>
                {text.remove}
              </Button>
            </View>
          ) : null}
        </View>
      ) : (
        <View>
          <View className={at('gap')}>
            <Button busy={isBusy} onPress={photo.onSave}>
              {text.use}
            </Button>
          </View>
          <View className={at('gap', 'buttons')}>
            <View className={at('on')}>
              <Button kind="secondary" disabled={isBusy} onPress={onPick}>
                {text.again}
              </Button>
            </View>
            <View className={at('on')}>
              <Button kind="secondary" disabled={isBusy} onPress={photo.onDrop}>
                {text.drop}
              </Button>
            </View>
          </View>
        </View>
      )}
    </Panel>
  );
}

/** What is kept, shown at a press: it comes over the network. */
function KeptPhoto({ profile }: Pick<PhotoPanelProps, 'profile'>) {
  const { step, run, reset } = useDeed('matchmaking.showOwnPhoto', showPhotoRefusals);
  const shown = step.at === 'done' ? step.value : null;
  return (
    <View>
      <View className={at('about')}>{profile.held.includes('photo') ? text.has + text.held : text.has}</View>
      {shown === null || shown.photo === null || shown.blurred === null ? null : (
        <BothPictures photo={shown.photo} blurred={shown.blurred} />
      )}
      <DeedNotice step={step} />
      <View className={at('gap')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={() => (shown === null ? void run({}) : reset())}>
          {shown === null ? text.show : text.hide}
        </Button>
      </View>
    </View>
  );
}

const BothPictures = ({ photo, blurred }: Pictures) => (
  <View>
    <View className={at('about')}>{text.own}</View>
    <MatchPhoto photo={photo} isBlurred={false} label={text.own} />
    <View className={at('about')}>{text.blurred}</View>
    <MatchPhoto photo={blurred} isBlurred label={text.blurred} />
  </View>
);
