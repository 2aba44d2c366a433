import type { CardState } from '@contract/membership';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { cardWords } from '../card-copy';
import { callHotline } from '../hotline';

type WayOn = { readonly label: string; readonly onPress: () => void };

const wayOn: Readonly<Record<CardState, WayOn>> = {
  pending: { label: cardWords.toStatus, onPress: () => go('status') },
  active: { label: cardWords.toMembership, onPress: () => go('membership') },
  transferring: { label: cardWords.toMembership, onPress: () => go('membership') },
  retained: { label: cardWords.toMembership, onPress: () => go('membership') },
  suspended: { label: cardWords.call, onPress: callHotline },
  left: { label: cardWords.again, onPress: () => go('enrol') },
};

/** What one can do from the card in this state. */
export function CardWayOn({ state }: { readonly state: CardState }) {
  const { label, onPress } = wayOn[state];
  return (
    <Button kind="secondary" onPress={onPress}>
      {label}
    </Button>
  );
}
