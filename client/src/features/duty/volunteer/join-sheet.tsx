import type { Volunteer } from '@contract/duty-volunteer';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Screen } from '@/ui/screen';
import { useJoining } from './use-joining';
import { formPhrases, ownPhrases } from './volunteer-copy';
import { Terms, VolunteerFields } from './volunteer-fields';
import styles from './volunteer.module.scss';

const at = classes(styles);

export type JoinSheetProps = {
  readonly volunteer: Volunteer | null;
  /** What is said first. */
  readonly children: ReactNode;
  /** Whether one becomes a volunteer by it, or only changes what one said. */
  readonly isJoining: boolean;
  readonly onDone: () => void;
  readonly onKeep?: (() => void) | undefined;
};

/** The form of somebody who wants to help, or who has moved since. */
export function JoinSheet({ volunteer, children, isJoining, onDone, onKeep }: JoinSheetProps) {
  const joining = useJoining(volunteer, isJoining, onDone);
  const { step, onSave } = joining;
  return (
    <Screen
      title={ownPhrases.title}
      footer={
        <Button busy={step.at === 'sending'} onPress={onSave}>
          {isJoining ? formPhrases.submit : formPhrases.save}
        </Button>
      }
    >
      {children}
      <VolunteerFields joining={joining} />
      {isJoining ? <Terms joining={joining} /> : null}
      <DeedNotice
        step={step}
        action={
          step.at === 'refused' && step.refusal === 'name-needed'
            ? { label: formPhrases.toEnrol, onPress: () => go('enrol') }
            : undefined
        }
      />
      {onKeep === undefined ? null : (
        <View className={at('button')}>
          <Button kind="secondary" onPress={onKeep}>
            {formPhrases.keep}
          </Button>
        </View>
      )}
    </Screen>
  );
}
