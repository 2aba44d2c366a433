/** Weights of GB 11643. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up ID card that passes its own arithmetic: the nth person born on that day in Pudong. */
export function anIdCard(nth: number, birthday = '19900101'): string {
  const body = `310115${birthday}${String(nth).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body.charAt(place)), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
}
