import type { ImportColumn } from '../../types/station-import';
import { importColumns } from '../../types/station-import';
import { categories, features } from '../../types/station-kind';
import { guardedCell } from '../runtime/formula-cell';
import { formOf } from './editing';
import { hoursText } from './hours-text';
import { listCell } from './import-cells';
import { facilityCell } from './import-facilities';
import type { StationRecord } from './records';

/** A station as a row of the table that an import reads back without a change. */
export function rowOf(station: StationRecord): Record<ImportColumn, string> {
  const form = formOf(station);
  const { place, outlet, swap } = form;
  const number = (value: number | null): string => (value === null ? '' : String(value));
  const cells: Record<ImportColumn, string> = {
    id: station._id,
    name: form.name,
    tier: number(form.tier),
    category: categories.find(({ code }) => code === form.category)?.name ?? form.category,
    sign_no: form.signNo ?? '',
    features: listCell(form.features.map((one) => features.find(({ code }) => code === one)?.name ?? one)),
    city: form.city,
    district: form.district,
    street: form.street,
    address: form.address,
    lng: number(place?.longitude ?? null),
    lat: number(place?.latitude ?? null),
    phone: form.phone ?? '',
    area_m2: number(form.areaM2),
    union: form.unionId,
    opened_on: form.openedOn ?? '',
    hours: hoursText(form.opening),
    facilities: listCell(form.facilities.map(facilityCell)),
    services: listCell(form.services),
    partner: outlet?.partner ?? '',
    agreed_from: outlet?.agreedFrom ?? '',
    agreed_until: outlet?.agreedUntil ?? '',
    swap_operator: swap?.operator ?? '',
    swap_slots: number(swap?.slots ?? null),
    water_quota: number(form.waterQuota),
  };
  for (const column of importColumns) cells[column] = guardedCell(cells[column]);
  return cells;
}
