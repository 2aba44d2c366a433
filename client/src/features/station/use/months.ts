import { todayOf } from '../desk/moments';

/** How many months back one may look. */
const MONTHS = 24;

type Option = { readonly value: string; readonly label: string };

/** `2026年11月` */
export const monthText = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;

export const monthOf = (now: number): string => todayOf(now).slice(0, 7);

/** This month in Shanghai, and those before it. */
export function monthOptions(now: number): readonly Option[] {
  const [year, month] = monthOf(now).split('-').map(Number) as [number, number];
  return Array.from({ length: MONTHS }, (_, back) => {
    const nth = year * 12 + month - 1 - back;
    const value = `${Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, '0')}`;
    return { value, label: monthText(value) };
  });
}
