import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { stationIdIn } from '@/features/station/station-address';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { OfferPanel } from '../../stewards/offer-panel';
import { StewardPanel } from '../../stewards/steward-panel';
import { stewardPhrases as words } from '../../stewards/stewards-copy';

/** The stations that one looks after; with a station in the address, the way to look after that one. */
export default function StewardshipsPage() {
  const { params } = useRouter();
  const wanted = stationIdIn(params);
  const { question, refresh } = useQuestion('duty.listStewardships', {});
  const onChanged = () => void refresh();
  return (
    <Screen title={words.title}>
      <Asked question={question} skeletonRows={4}>
        {({ stewardships }) => {
          const isNew =
            wanted !== null &&
            !stewardships.some(({ stationId, state }) => stationId === wanted && state !== 'declined');
          return (
            <View>
              {isNew ? (
                <OfferPanel stationId={wanted} name={decodeURIComponent(params['name'] ?? '')} onChanged={onChanged} />
              ) : null}
              {stewardships.map((one) => (
                <StewardPanel key={one.stewardId} one={one} onChanged={onChanged} />
              ))}
              {stewardships.length === 0 && !isNew ? (
                <Empty
                  title={words.none}
                  about={words.noneAbout}
                  action={{ label: words.toStations, onPress: () => go('stations') }}
                />
              ) : null}
            </View>
          );
        }}
      </Asked>
    </Screen>
  );
}
