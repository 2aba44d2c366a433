/** What a colour means. A tone never stands alone: words beside it say the same. */
export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'danger' | 'accent';
