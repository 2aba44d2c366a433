import type { Facility, FacilityState } from '../../types/facility';
import { facilities as kinds } from '../../types/facility';

/** `微波炉`, `微波炉*2`, `空调(坏)`, `空调*3(坏)`, `冰箱(无)`; a kind by its name or code. Null: none of ours. */
export function readFacility(text: string): Facility | null {
  // One space for many: between long runs of them the form would look for its parts in every way there is.
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const [, name = '', number, word] = form.exec(plain) ?? [];
  const kind = kinds.find((one) => one.code === name || one.name === name || aliases.get(name) === one.code);
  const state = word === undefined ? 'ok' : states.get(word);
  if (kind === undefined || state === undefined) return null;
  const count = number === undefined ? usualCount(state) : Number(number);
  return { code: kind.code, count, state, checkedAt: null };
}

/** The same notation, which `readFacility` gives back. */
export function facilityCell({ code, count, state }: Facility): string {
  const name = kinds.find((one) => one.code === code)?.name ?? code;
  return `${name}${count === usualCount(state) ? '' : `*${count}`}${stateWords[state]}`;
}

const form = /^(.+?)\s*(?:[*×xX]\s*(\d{1,3}))?\s*(?:\((.+)\))?$/;

const usualCount = (state: FacilityState): number => (state === 'absent' ? 0 : 1);

const stateWords: Readonly<Record<FacilityState, string>> = { ok: '', broken: '(坏)', absent: '(无)' };

const states: ReadonlyMap<string, FacilityState> = new Map([
  ['好', 'ok'],
  ['ok', 'ok'],
  ['坏', 'broken'],
  ['坏了', 'broken'],
  ['故障', 'broken'],
  ['broken', 'broken'],
  ['无', 'absent'],
  ['没有', 'absent'],
  ['absent', 'absent'],
]);

/** What lists of our unions call them besides. */
const aliases: ReadonlyMap<string, Facility['code']> = new Map([
  ['饮水机', 'water'],
  ['充电插座', 'charging'],
  ['WiFi', 'wifi'],
  ['WIFI', 'wifi'],
  ['公厕', 'toilet'],
  ['卫生间', 'toilet'],
  ['冷柜', 'fridge'],
]);
