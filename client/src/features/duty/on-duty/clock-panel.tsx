import { View } from '@tarojs/components';
import { canScan } from '@/platform/device';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { TextField } from '@/ui/text-field';
import { clockText } from './on-duty-copy';
import styles from './on-duty.module.scss';
import type { Clock } from './use-clock';

const at = classes(styles);

const wordsOf = {
  in: { scan: clockText.scan, letters: clockText.lettersIn, here: clockText.here },
  out: { scan: clockText.scanOut, letters: clockText.lettersOut, here: clockText.hereOut },
} as const;

/** The main way, low on the screen: the camera where the phone has one for us, its place elsewhere. */
export function ClockButton({ clock, way }: { readonly clock: Clock; readonly way: 'in' | 'out' }) {
  const words = wordsOf[way];
  const busy = clock.step === 'locating';
  return canScan ? (
    <Button busy={busy} onPress={clock.onScan}>
      {words.scan}
    </Button>
  ) : (
    <Button busy={busy} onPress={clock.onHere}>
      {words.here}
    </Button>
  );
}

/** The other ways, and how far the one that was tried has got. */
export function ClockWays({ clock, way }: { readonly clock: Clock; readonly way: 'in' | 'out' }) {
  const { step, letters, problem, onType, onLetters, onHere } = clock;
  const words = wordsOf[way];
  return (
    <View>
      {step === 'locating' ? <Notice tone="info">{clockText.locating}</Notice> : null}
      {step === 'nowhere' ? <Notice tone="warn">{clockText.nowhere}</Notice> : null}
      {step === 'nothing-scanned' ? <Notice tone="warn">{clockText.nothingScanned}</Notice> : null}
      <TextField
        label={canScan ? clockText.letters : clockText.lettersOnly}
        hint={clockText.lettersHint}
        maxLength={100}
        value={letters}
        problem={problem}
        onChange={onType}
      />
      <View className={at('gap')}>
        <Button kind="secondary" onPress={onLetters}>
          {words.letters}
        </Button>
      </View>
      {canScan ? (
        <View className={at('gap')}>
          <Button kind="secondary" onPress={onHere}>
            {words.here}
          </Button>
        </View>
      ) : null}
      <View className={at('about')}>{clockText.placeAbout}</View>
    </View>
  );
}
