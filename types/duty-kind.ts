/**
 * What a shift asks for and what a minute of duty rests on, as plain tables: pages read them without the schemas.
 */

/** What somebody does on a shift. */
export const dutyRoles = ['door', 'cleaning', 'first-aid', 'helping', 'sitting'] as const;
export type DutyRole = (typeof dutyRoles)[number];

/** What somebody says they can do; a role of a shift may need one of them. */
export const skills = [
  'first-aid',
  'blood-pressure',
  'phones',
  'repairs',
  'haircut',
  'legal-advice',
  'counselling',
] as const;
export type Skill = (typeof skills)[number];

/**
 * What a minute of duty rests on, the strongest first.
 *
 * - `rotating-code`: the changing code, shown by somebody else on duty or read with the phone near.
 * - `co-worker`: somebody on duty at the same shift vouched for it.
 * - `code-and-near`: the printed code, and a phone that says it is near.
 * - `door-code`: the printed code alone, or a changing code that arrived too late to be proof.
 * - `near`: only a phone that says it is near.
 * - `tap`: only the volunteer's own word.
 * - `staff-entry`: written by one member of staff and confirmed by a second.
 * - `assumed`: after the last sign of life, until the shift's end, where nobody clocked out. Never in a total.
 */
export const dutyEvidences = [
  'rotating-code',
  'co-worker',
  'code-and-near',
  'door-code',
  'near',
  'tap',
  'staff-entry',
  'assumed',
] as const;
export type DutyEvidence = (typeof dutyEvidences)[number];

/** Where somebody's place at a shift stands. */
export const placeStates = ['held', 'on-duty', 'served', 'run-out', 'missed', 'excused'] as const;
export type PlaceState = (typeof placeStates)[number];

export const shiftStates = ['planned', 'closed', 'called-off'] as const;
export type ShiftState = (typeof shiftStates)[number];

/** Why somebody may not take a shift. */
export const notMineReasons = [
  'overlaps',
  'too-little-rest',
  'day-full',
  'week-full',
  'night-after-night',
  'night-too-young',
  'night-too-old',
  'skill-missing',
  'too-young',
  'begun',
  'full',
  'mine-already',
  'called-off',
  'not-for-you',
] as const;
export type NotMineReason = (typeof notMineReasons)[number];

/** What is looked at when a door opens and when it closes, beside the station's facilities and its shelf. */
export const openingItems = ['door-and-lights', 'floor', 'tables', 'drinking-water', 'toilet'] as const;
export const closingItems = [
  'floor',
  'tables',
  'rubbish',
  'toilet',
  'power-off',
  'windows-and-door',
  'lost-property',
] as const;
export type OpeningItem = (typeof openingItems)[number];
export type ClosingItem = (typeof closingItems)[number];

/** What usually stands on a station's shelf, with the unit it is counted in; a station may add things of its own. */
export const supplies = [
  { code: 'water', name: '瓶装水', unit: '瓶', isMedicine: false },
  { code: 'cups', name: '纸杯', unit: '个', isMedicine: false },
  { code: 'salt-drink', name: '盐汽水', unit: '瓶', isMedicine: false },
  { code: 'tissues', name: '纸巾', unit: '包', isMedicine: false },
  { code: 'cooling-drops', name: '藿香正气水', unit: '盒', isMedicine: true },
  { code: 'cooling-balm', name: '清凉油', unit: '盒', isMedicine: true },
  { code: 'plasters', name: '创可贴', unit: '盒', isMedicine: true },
  { code: 'disinfectant', name: '消毒棉片', unit: '盒', isMedicine: true },
  { code: 'bandage', name: '纱布绷带', unit: '卷', isMedicine: true },
  { code: 'burn-cream', name: '烫伤膏', unit: '支', isMedicine: true },
  { code: 'raincoats', name: '一次性雨衣', unit: '件', isMedicine: false },
  { code: 'phone-cables', name: '充电线', unit: '根', isMedicine: false },
  { code: 'recliners', name: '躺椅', unit: '张', isMedicine: false },
  { code: 'chest-freezers', name: '卧式冰柜', unit: '台', isMedicine: false },
] as const;
export type SupplyCode = (typeof supplies)[number]['code'];

/** What may happen that staff must hear of. */
export const incidentKinds = ['somebody-unwell', 'quarrel', 'damage', 'lost-and-found', 'danger', 'other'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** Where a swap or a replacement stands. */
export const swapStates = ['asked', 'agreed', 'done', 'declined', 'withdrawn', 'refused', 'lapsed', 'undone'] as const;
export type SwapState = (typeof swapStates)[number];

export const certificateStates = ['asked', 'issued', 'refused', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];

export const stewardStates = ['asked', 'accepted', 'declined', 'ended'] as const;
export type StewardState = (typeof stewardStates)[number];

export const volunteerStates = ['asked', 'accepted', 'declined', 'paused', 'left'] as const;
export type VolunteerState = (typeof volunteerStates)[number];

/** How the hours of a volunteer came into the book. */
export const hoursKinds = ['shift', 'staff-entry', 'correction'] as const;
export type HoursKind = (typeof hoursKinds)[number];
