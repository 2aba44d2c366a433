import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Suspense, lazy, useEffect, useRef } from 'react';
import { Part } from '../platform/elements';
import { TabBar, TitleBar } from '../platform/page-bars';
import { tabOf } from '../routes';
import { useReadingSize } from '../theme/reading';
import { classes } from './classes';
import { ConfirmSheet, useAskedOf } from './confirm';
import { bringToFront, leave } from './front';
import styles from './screen.module.scss';
import { ToastLine } from './toast';

const at = classes(styles);
const inBrowser = process.env['TARO_ENV'] !== 'weapp';

const PersonaBar = EMULATOR
  ? lazy(() => import('../persona/persona-bar').then((module) => ({ default: module.PersonaBar })))
  : null;

export type ScreenProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Stays in reach of the thumb: the page's main button. */
  readonly footer?: ReactNode;
  /** Wide on a desk, where staff work. */
  readonly staff?: boolean | undefined;
  /** The content has the whole room between the bars, edge to edge, and scrolls by itself where it must: a map. */
  readonly filled?: boolean | undefined;
};

/** The frame of every page. */
export function Screen({ title, children, footer, staff, filled = false }: ScreenProps) {
  const size = useReadingSize();
  const tab = tabOf(useRouter().path);
  const self = useRef(Symbol('screen'));
  const asked = useAskedOf(self.current);

  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  useEffect(() => {
    const { current } = self;
    bringToFront(current);
    return () => leave(current);
  }, []);
  useDidShow(() => {
    bringToFront(self.current);
    if (inBrowser) void Taro.setNavigationBarTitle({ title });
  });

  return (
    <View className={`${at('screen', staff === true && 'staff')} reading-${size}`}>
      <Part className={at('page', filled && 'whole')} away={asked !== null}>
        {PersonaBar === null ? null : (
          <Suspense fallback={null}>
            <PersonaBar />
          </Suspense>
        )}
        {inBrowser ? <TitleBar title={title} withBack={tab === null} wide={filled} /> : null}
        <View className={at('content', filled && 'filled')}>{children}</View>
        {footer === undefined && (tab === null || !inBrowser) ? null : (
          <View className={at('bottom')}>
            {footer === undefined ? null : <View className={at('footer')}>{footer}</View>}
            {inBrowser && tab !== null ? <TabBar here={tab} /> : null}
          </View>
        )}
      </Part>
      <ToastLine screen={self.current} />
      {asked === null ? null : <ConfirmSheet asked={asked} />}
    </View>
  );
}
