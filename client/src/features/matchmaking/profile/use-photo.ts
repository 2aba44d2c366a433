import type { SmallPhoto } from '@contract/duty-tap';
import { matchConsentVersion } from '@contract/match-kind';
import type { OwnProfile } from '@contract/match-profile';
import { useRef, useState } from 'react';
import { blurredOf, takePhoto } from '@/platform/photo';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { agreeRefusals, photoText as text, removePhotoRefusals, savePhotoRefusals } from './photo-copy';

/** A picture and what others would see of it. */
export type Pictures = { readonly photo: SmallPhoto; readonly blurred: SmallPhoto };

/** One's own picture: chosen, looked at as others will see it, kept, taken away. */
export function usePhoto(mayKeep: boolean, onProfile: (profile: OwnProfile) => void) {
  const agreeing = useDeed('matchmaking.agreeTo', agreeRefusals);
  const saving = useDeed('matchmaking.savePhoto', savePhotoRefusals);
  const removing = useDeed('matchmaking.removePhoto', removePhotoRefusals);
  const [picked, setPicked] = useState<Pictures | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const confirm = useConfirm();
  const say = useSay();
  const last = useRef(0);

  const onPick = async () => {
    // A browser that does not tell that nothing was picked leaves the question open; the next press asks anew.
    const own = (last.current += 1);
    const taken = await takePhoto();
    if (own !== last.current || taken.at === 'none') return;
    const blurred = taken.at === 'taken' ? await blurredOf(taken.photo) : null;
    if (own !== last.current) return;
    saving.reset();
    if (taken.at === 'taken' && blurred !== null) {
      setTrouble(null);
      setPicked({ photo: taken.photo, blurred });
    } else setTrouble(taken.at === 'refused' ? text.refused : text.unreadable);
  };
  const onSave = async () => {
    if (picked === null) return;
    if (!mayKeep) {
      const agreed = await agreeing.run({ purpose: 'photo', version: matchConsentVersion });
      if (agreed.at !== 'done') return;
    }
    const after = await saving.run(picked);
    if (after.at !== 'done') return;
    setPicked(null);
    say(text.saved);
    onProfile(after.value.profile);
  };
  const onRemove = async () => {
    if (!(await confirm({ ...text.removeAsk, danger: true }))) return;
    const after = await removing.run({});
    if (after.at !== 'done') return;
    say(text.removed);
    onProfile(after.value.profile);
  };
  const steps = [agreeing.step, saving.step, removing.step];
  return {
    picked,
    trouble,
    steps,
    isBusy: steps.some(({ at }) => at === 'sending'),
    onPick: () => void onPick(),
    onSave: () => void onSave(),
    onRemove: () => void onRemove(),
    onDrop: () => setPicked(null),
  };
}
