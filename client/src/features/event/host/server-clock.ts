type Span = { readonly from: number; readonly until: number };

/**
 * How far the server's clock is ahead of the phone's. Milliseconds, zero when the two may well agree.
 *
 * The first of the codes was the one of the moment when the server answered: whatever the phone says, it was then.
 */
export function aheadOfPhone([first]: readonly Span[], phoneNow: number): number {
  if (first === undefined || (first.from <= phoneNow && phoneNow < first.until)) return 0;
  return phoneNow < first.from ? first.from - phoneNow : first.until - 1 - phoneNow;
}
