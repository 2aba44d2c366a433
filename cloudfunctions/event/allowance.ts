/** Round trips that are left; whoever spends them takes them off. What does not fit is the timer's. */
export type Allowance = { trips: number };
