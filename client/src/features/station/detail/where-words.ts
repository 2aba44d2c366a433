import type { StationSummary } from '@contract/station-view';
import { signWords } from '../offer-words';

type Where = Pick<StationSummary, 'district' | 'street' | 'address' | 'signNo'>;

/** `NO.99 · 浦东新区金桥镇 · 永业路292号`; what the address says itself is not said twice. */
export const whereWords = ({ district, street, address, signNo }: Where): string =>
  [signWords(signNo), ...placeWords(district, street, address)].filter(Boolean).join(' · ');

function placeWords(district: string, street: string, address: string): readonly string[] {
  const area = street.startsWith(district) ? street : district + street;
  if (address === '' || area.endsWith(address)) return [area];
  if (address.includes(area)) return [address];
  return address.startsWith(street) ? [district + address] : [area, address];
}
