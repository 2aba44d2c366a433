import { useDidShow } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { connect } from './platform/backend';
import { rereadSize } from './theme/reading';
import './theme/app.scss';
import './platform/browser-styles';

connect();

export default function App({ children }: PropsWithChildren) {
  useDidShow(rereadSize);
  return children;
}
