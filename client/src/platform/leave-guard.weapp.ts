import Taro from '@tarojs/taro';

/** WeChat asks by itself, with two buttons of its own. Not every runtime that shows mini-programs does. */
export function guardLeaving(): () => void {
  const phone: Partial<typeof Taro> = Taro;
  phone.enableAlertBeforeUnload?.({ message: '内容还没有保存，要离开吗？' });
  return () => {
    phone.disableAlertBeforeUnload?.();
  };
}
