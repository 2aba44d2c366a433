import Taro from '@tarojs/taro';

/** Not every runtime that shows mini-programs tells of the network; there the button on the page is the way. */
export function whenBackOnline(tell: () => void): () => void {
  const phone: Partial<typeof Taro> = Taro;
  const onChange = ({ isConnected }: { readonly isConnected: boolean }) => {
    if (isConnected) tell();
  };
  phone.onNetworkStatusChange?.(onChange);
  return () => phone.offNetworkStatusChange?.(onChange);
}
