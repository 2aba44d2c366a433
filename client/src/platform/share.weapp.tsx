import { Button } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import type { SharePressProps, Shared } from './share';

export type { SharePressProps, Shared } from './share';

/** WeChat asks at the moment of sharing. A page that uses it says enableShareAppMessage in its configuration. */
export function useSharing(shared: Shared | null): void {
  useShareAppMessage(() => ({ title: shared?.title ?? '工会驿站', path: shared?.path ?? '/pages/events/index' }));
}

export const SharePress = ({ children, className }: SharePressProps) => (
  <Button className={className} openType="share" hoverClass="pressed">
    {children}
  </Button>
);
