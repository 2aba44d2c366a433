import { useState } from 'react';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { toTop } from '@/platform/to-top';
import { EditSheet } from '../../profile/edit-sheet';
import { profileText as text } from '../../profile/profile-copy';
import { ProfileSheet } from '../../profile/profile-sheet';

/** One's own profile: to read, to change, to take back. */
export default function ProfilePage() {
  const { question, refresh } = useQuestion('matchmaking.showOwn', {});
  const [isEditing, setEditing] = useState(false);
  const onChanged = () => void refresh();
  const profile = question.at === 'loaded' ? question.value.profile : null;
  if (profile === null) {
    return (
      <Screen title={text.title}>
        <Asked question={question} skeletonRows={5}>
          {() => (
            <Empty
              title={text.none}
              about={text.noneAbout}
              action={{ label: text.toStudio, onPress: () => replaceWith('studio') }}
            />
          )}
        </Asked>
      </Screen>
    );
  }
  const onClose = () => {
    setEditing(false);
    toTop();
  };
  return isEditing ? (
    <EditSheet profile={profile} onChanged={onChanged} onClose={onClose} />
  ) : (
    <ProfileSheet profile={profile} onChanged={onChanged} onEdit={() => setEditing(true)} />
  );
}
