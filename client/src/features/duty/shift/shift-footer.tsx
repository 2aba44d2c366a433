import type { DutyRole } from '@contract/duty-kind';
import type { OwnPlace } from '@contract/duty-shift';
import type { ShiftId } from '@contract/ids';
import { View } from '@tarojs/components';
import { go, replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { roleName } from '../duty-words';
import type { MainDeed } from './main-deed';
import { shiftPhrases } from './shift-copy';
import styles from './shift.module.scss';
import type { StandingBy } from './use-standing-by';
import type { Taking } from './use-taking';

const at = classes(styles);

export type ShiftFooterProps = {
  readonly deed: MainDeed;
  readonly own: OwnPlace | null;
  readonly shiftId: ShiftId;
  readonly role: DutyRole | null;
  readonly taking: Taking;
  readonly standingBy: StandingBy;
  readonly onTake: () => void;
};

/** The page's one big button. */
export function ShiftFooter({ deed, own, shiftId, role, taking, standingBy, onTake }: ShiftFooterProps) {
  switch (deed) {
    case 'to-duty':
      return (
        <Button onPress={() => go('onDuty', { id: shiftId })}>
          {own?.state === 'on-duty' ? shiftPhrases.backToDuty : shiftPhrases.toDuty}
        </Button>
      );
    case 'step-in':
      return (
        <Button busy={standingBy.stepping.at === 'sending'} onPress={standingBy.onStepIn}>
          {shiftPhrases.stepIn}
        </Button>
      );
    case 'take':
      return (
        <Button busy={taking.step.at === 'sending'} onPress={onTake}>
          {role === null ? shiftPhrases.take : shiftPhrases.takeAs(roleName(role))}
        </Button>
      );
    case 'stand-by':
      return (
        <View>
          <View className={at('why')}>{shiftPhrases.standByAbout}</View>
          <Button busy={standingBy.standing.at === 'sending'} onPress={() => standingBy.onReady(true)}>
            {shiftPhrases.standBy}
          </Button>
        </View>
      );
    case 'more':
      return (
        <Button kind="secondary" onPress={() => replaceWith('openShifts')}>
          {shiftPhrases.more}
        </Button>
      );
    case null:
      return (
        <Button kind="secondary" onPress={() => replaceWith('volunteer')}>
          我的班
        </Button>
      );
  }
}
