import * as z from 'zod/mini';
import { EpochMs } from './time';

/**
 * What a station offers. The first six are the 6 of "6+X" (上海 2018 六有; Pudong's list): a station that lacks one of
 * them is below standard. The rest are the X that the seeds name.
 */
export const facilities = [
  { code: 'aircon', name: '空调', basic: true },
  { code: 'fridge', name: '冰箱', basic: true },
  { code: 'water', name: '饮水', basic: true },
  { code: 'charging', name: '充电', basic: true },
  { code: 'seating', name: '桌椅', basic: true },
  { code: 'microwave', name: '微波炉', basic: true },
  { code: 'toilet', name: '厕所', basic: false },
  { code: 'wifi', name: 'Wi-Fi', basic: false },
  { code: 'first-aid', name: '医药箱', basic: false },
  { code: 'sewing-kit', name: '针线包', basic: false },
  { code: 'blood-pressure', name: '血压计', basic: false },
  { code: 'books', name: '图书角', basic: false },
  { code: 'recliner', name: '躺椅', basic: false },
  { code: 'nursing-room', name: '母婴室', basic: false },
  { code: 'fitness', name: '健身角', basic: false },
  { code: 'shower', name: '淋浴', basic: false },
  { code: 'laundry', name: '洗衣', basic: false },
  { code: 'lockers', name: '储物柜', basic: false },
  { code: 'ice', name: '冰块', basic: false },
  { code: 'canteen', name: '食堂', basic: false },
  { code: 'dormitory', name: '宿舍', basic: false },
  { code: 'training', name: '培训室', basic: false },
] as const;

export type FacilityCode = (typeof facilities)[number]['code'];
export const FacilityCode = z.enum(facilities.map(({ code }) => code) as [FacilityCode, ...FacilityCode[]]);

export const FacilityState = z.enum(['ok', 'broken', 'absent']);
export type FacilityState = z.infer<typeof FacilityState>;

/** One kind of facility at one station. `absent` says that somebody looked and it is not there. */
export const Facility = z.object({
  code: FacilityCode,
  count: z.int().check(z.minimum(0), z.maximum(999)),
  state: FacilityState,
  /** When somebody last looked; null for what an old list says. */
  checkedAt: z.nullable(EpochMs),
});
export type Facility = z.infer<typeof Facility>;
