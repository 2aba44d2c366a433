import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { toTop } from '@/platform/to-top';
import { askBeforeBack } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { unsentText } from './on-duty-copy';
import styles from './on-duty.module.scss';

const at = classes(styles);

export type SheetScreenProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** The sheet's one deed, low on the screen. */
  readonly footer: ReactNode;
  readonly later: string;
  readonly notKept: boolean;
  readonly onLater: () => void;
};

/** One matter alone on the screen, with the way back below it. */
export function SheetScreen({ title, children, footer, later, notKept, onLater }: SheetScreenProps) {
  const goBack = useRef(onLater);
  goBack.current = onLater;
  useEffect(toTop, []);
  // The arrow at the top leads back to the page of the shift, not away from it.
  useEffect(
    () =>
      askBeforeBack(() => {
        goBack.current();
        return Promise.resolve(false);
      }),
    [],
  );
  return (
    <Screen title={title} footer={footer}>
      {notKept ? <Notice tone="danger">{unsentText.notKept}</Notice> : null}
      {children}
      <View className={at('gap')}>
        <Button kind="quiet" onPress={onLater}>
          {later}
        </Button>
      </View>
    </Screen>
  );
}
