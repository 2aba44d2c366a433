import { View } from '@tarojs/components';
import { useState } from 'react';
import { toTop } from '@/platform/to-top';
import { Asked } from '@/ui/asked';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import { useMinute } from '../../use-minute';
import { JoinSheet } from '../../volunteer/join-sheet';
import { useVolunteer } from '../../volunteer/use-volunteer';
import { formPhrases, ownPhrases } from '../../volunteer/volunteer-copy';
import { VolunteerSheet } from '../../volunteer/volunteer-sheet';

/** Duty: for a volunteer what comes next, for everybody else how to become one. */
export default function VolunteerPage() {
  const { question, shifts, onChanged } = useVolunteer();
  const [isEditing, setEditing] = useState(false);
  const now = useMinute();
  const onDone = () => {
    setEditing(false);
    toTop();
    onChanged();
  };
  if (question.at !== 'loaded') {
    return (
      <Screen title={ownPhrases.title}>
        <Asked question={question} skeletonRows={5}>
          {() => null}
        </Asked>
      </Screen>
    );
  }
  const { volunteer, next } = question.value;
  if (volunteer === null || volunteer.state === 'left' || volunteer.state === 'declined') {
    return (
      <JoinSheet volunteer={volunteer} isJoining onDone={onDone}>
        {volunteer?.state === 'left' ? <Notice tone="info" title={ownPhrases.leftTitle}>{ownPhrases.leftText}</Notice> : null}
        {volunteer?.state === 'declined' ? <Notice tone="warn" title={ownPhrases.declined}>{ownPhrases.declinedText}</Notice> : null}
        {volunteer === null ? (
          <Panel title={formPhrases.join}>
            <View>{formPhrases.joinText}</View>
          </Panel>
        ) : null}
      </JoinSheet>
    ); // prettier-ignore
  }
  if (isEditing) {
    return (
      <JoinSheet volunteer={volunteer} isJoining={false} onDone={onDone} onKeep={() => setEditing(false)}>
        {null}
      </JoinSheet>
    );
  }
  return (
    <VolunteerSheet
      volunteer={volunteer}
      next={next}
      shifts={shifts}
      now={now}
      onChanged={onChanged}
      onEdit={() => setEditing(true)}
    />
  );
}
