import type { StationDetail } from '@contract/station-view';
import { View } from '@tarojs/components';

import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { categoryName, featureName } from '../offer-words';
import { callNumber } from './call-number';
import { featuresOf } from './features-of';
import { detailWords, openedOnWords } from './detail-copy';

/** Who keeps the place, how to reach them, and what is known of it besides. */
export function AboutRows({ station }: { readonly station: StationDetail }) {
  const { city, district, street, category, offers, phone, areaM2, unionName, partner, openedOn } = station;
  // A kind of its own says more than the feature of the same name.
  const kinds = [
    categoryName(category),
    ...featuresOf(offers)
      .filter((code) => code !== category)
      .map(featureName),
  ];
  return (
    <Rows label={detailWords.about}>
      {phone === null ? null : (
        <Row title={detailWords.phone} about={phone} deed={detailWords.call} onPress={() => callNumber(phone)} />
      )}
      <Row title={detailWords.region} about={[city, district, street].join(' ')} />
      <Row title={detailWords.union} about={unionName} />
      {partner === null ? null : <Row title={detailWords.partner} about={partner} />}
      <Row title={detailWords.kind} about={kinds.join('、')} />
      {areaM2 === null ? null : <Row title={detailWords.area} about={detailWords.square(areaM2)} />}
      {openedOn === null ? null : <Row title={detailWords.openedOn} about={openedOnWords(openedOn)} />}
    </Rows>
  );
}

/** For whoever looks after the station. */
export function StaffRows({ station }: { readonly station: StationDetail }) {
  const { stationId, viewer } = station;
  if (!viewer.mayTend) return null;
  return (
    <View>
      <Rows label={detailWords.staff}>
        <Row
          title={detailWords.presence}
          about={detailWords.presenceAbout}
          onPress={() => go('presence', { id: stationId })}
        />
        <Row title={detailWords.desk} about={detailWords.deskAbout} onPress={() => go('desk', { id: stationId })} />
        {viewer.mayEdit ? (
          <Row
            title={detailWords.publish}
            about={detailWords.publishAbout}
            onPress={() => go('editArticle', { station: stationId })}
          />
        ) : null}
      </Rows>
    </View>
  );
}
