import type { StationId } from '@contract/ids';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { StaffScreen } from '@/features/review/staff-screen';
import { stationIdIn } from '@/features/station/station-address';
import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { headPhrases } from './head-words';

export type StationPageProps = {
  readonly title: string;
  readonly children: (stationId: StationId, parameters: Readonly<Record<string, string | undefined>>) => ReactNode;
};

/** A page of staff about the station that its address names. */
export function StationPage({ title, children }: StationPageProps) {
  const parameters = useRouter().params;
  const stationId = stationIdIn(parameters);
  return (
    <StaffScreen title={title}>
      {stationId === null ? (
        <Empty
          title={headPhrases.unknown}
          about={headPhrases.unknownAbout}
          action={{ label: headPhrases.toStations, onPress: () => replaceWith('ownStations') }}
        />
      ) : (
        children(stationId, parameters)
      )}
    </StaffScreen>
  );
}
