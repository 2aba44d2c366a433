import type { UnionId } from '@contract/ids';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { studioIdIn } from './bench-address';
import { BenchScreen } from './bench-screen';
import { UnknownPage } from './unknown-page';

type Parameters = Readonly<Record<string, string | undefined>>;

export type StudioPageProps = {
  readonly title: string;
  readonly children: (studioId: UnionId, parameters: Parameters) => ReactNode;
};

/** A page about the studio that its address names. */
export function StudioPage({ title, children }: StudioPageProps) {
  const parameters = useRouter().params;
  const studioId = studioIdIn(parameters);
  return (
    <BenchScreen title={title}>{studioId === null ? <UnknownPage /> : children(studioId, parameters)}</BenchScreen>
  );
}
